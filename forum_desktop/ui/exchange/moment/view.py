"""The view of a forum as it stood at a moment: read only, and clearly marked so."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.ui.controls import Text, card, column, named, row
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.either import Either
from forum_desktop.ui.exchange.moment.bars import Bar, StrategyBars
from forum_desktop.ui.exchange.moment.choosing import MomentChooser
from forum_desktop.ui.history.spelling import value_name, when
from forum_desktop.ui.keys import ALT
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS, strategy_color
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.moment import Moment, Stop
    from forum_desktop.records.opinion import Opinion, Proposal
    from forum_desktop.records.people import AttendeeRow

_FIGURES = ("registered", "present", "in_hall", "opinions", "projects", "complaints")
_LISTS = ("opinions", "people", "projects")
_BADGE = 46
_CHOOSER_SHARE, _SHOWN_SHARE = 3, 8


class MomentView(View):
    """The chooser at the left; at the right what was known at the moment chosen."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._moment: Moment | None = None
        self._wanted: datetime | None = None
        self._numbers: dict[UUID | None, str] = {}
        self._reading = Latest(self, self._read)
        self.chooser = MomentChooser(page, self.go_to)
        self.banner = Text("lead", wraps=True)
        self._figures = {name: Text("title") for name in _FIGURES}
        self.bars = StrategyBars()
        self.which = Either(self.words, "moment.list", _LISTS, self._show_list)
        self.list = named(self.words, "moment.list", LongList(self._line, badge_width=_BADGE))
        self.shortcuts = {
            (ALT, Qt.Key.Key_1 + at): lambda name=name: self._choose_list(name)  # type: ignore[misc]
            for at, name in enumerate(_LISTS)
        }
        self._lay_out()
        self.which.choose(_LISTS[0])
        self._show()

    def forum_opened(self) -> None:
        """Begin with another forum: nothing of the last one stays."""
        self._reading.settle()
        self._moment = self._wanted = None
        self.chooser.show_stops(())
        self._show()

    def arrive(self) -> None:
        """Come with the cursor on the newest moment."""
        self.reload()
        self.chooser.stops.setFocus()

    def reload(self) -> None:
        """Read again which moments there are."""
        if self.page.overview is None:
            self.retranslate()
            return
        forum_id = self.page.forum_id

        def show(stops: "tuple[Stop, ...]") -> None:
            if self.page.overview is not None and self.page.forum_id == forum_id:
                self.chooser.show_stops(stops)

        self.page.look_up(lambda desk: services.moments.list_stops(desk, forum_id), show)

    def go_to(self, at: datetime) -> None:
        """Show the forum as it stood at a moment."""
        self._wanted = at
        self._reading.later()

    def moment(self) -> "Moment | None":
        """Return what is shown."""
        return self._moment

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.chooser.retranslate()
        self._show()

    def _read(self) -> None:
        if self.page.overview is None or self._wanted is None:
            return
        forum_id, at = self.page.forum_id, self._wanted
        self.page.look_up(
            lambda desk: services.moments.read_moment(desk, forum_id, at),
            self._reading.only(self._take),
        )

    def _take(self, moment: "Moment") -> None:
        self._moment = moment
        self._show()

    def _show(self) -> None:
        moment = self._moment
        if self.page.overview is not None:
            overview = self.overview
            self._numbers = {item.id: str(item.number) for item in overview.strategies}
        self._tell_banner(moment)
        for name, count in self._counts(moment).items():
            self._figures[name].say(f"{count:,}" if moment else "–")
        self.bars.show_bars(self._bars(moment))
        self._show_list(self.which.chosen())

    def _tell_banner(self, moment: "Moment | None") -> None:
        if moment is None:
            has_forum = self.page.overview is not None
            self.banner.say(self.words("moment.choose" if has_forum else "window.open_first"))
            return
        at = when(self.words, moment.at)
        if moment.forum is None:
            self.banner.say(self.words("moment.before", when=at))
            return
        state = self.words(f"forum.state.{moment.forum.state}")
        self.banner.say(self.words("moment.banner", when=at, state=state))

    def _counts(self, moment: "Moment | None") -> dict[str, int]:
        if moment is None:
            return dict.fromkeys(_FIGURES, 0)
        counts = moment.counts
        return {
            "registered": counts.registered,
            "present": counts.present,
            "in_hall": moment.in_hall,
            "opinions": counts.opinions,
            "projects": len(moment.projects),
            "complaints": counts.complaints,
        }

    def _bars(self, moment: "Moment | None") -> list[Bar]:
        if self.page.overview is None:
            return []
        counts = dict(moment.counts.by_strategy) if moment else {}
        bars = [
            Bar(item.number, f"{item.number}. {item.short or item.name}", counts.get(item.id, 0))
            for item in self.overview.strategies
        ]
        return [*bars, Bar(0, self.words("projects.no_strategy"), counts.get(None, 0))]

    def _choose_list(self, name: str) -> None:
        self.which.choose(name)
        self._show_list(name)

    def _show_list(self, name: str) -> None:
        moment = self._moment
        self.list.set_hint(self.words("moment.nothing") if moment else "")
        rows: tuple[Any, ...] = getattr(moment, name) if moment else ()
        self.list.set_rows(rows)

    def _line(self, record: Any) -> Line:
        match self.which.chosen():
            case "people":
                return self._person(record)
            case "projects":
                return self._project(record)
            case _:
                return self._opinion(record)

    def _opinion(self, opinion: "Opinion") -> Line:
        kind = self.words(f"opinion.kind.{opinion.kind}")
        under = joined((opinion.reference, said_time(opinion.said_at), kind, opinion.on_behalf_of))
        return self._placed(opinion.text, under, opinion.strategy_id)

    def _project(self, project: "Proposal") -> Line:
        budget = f"{project.budget or ''}"
        said = value_name(self.words, "proposal", "budget", budget) if budget else ""
        under = joined((project.reference, said, project.place))
        return self._placed(project.title, under, project.strategy_id)

    def _placed(self, text: str, under: str, strategy_id: "UUID | None") -> Line:
        number = self._numbers.get(strategy_id, "–")
        color = strategy_color(int(number) if number.isdecimal() else 0)
        return Line(text, under, badge=number, badge_color=color)

    def _person(self, row_of: "AttendeeRow") -> Line:
        person, came = row_of.attendee, row_of.attendance
        arrived = self.words("moment.came", time=said_time(came.checked_in_at)) if came else ""
        is_gone = came is not None and came.left_at is not None
        mark = self.words("moment.left") if is_gone else ""
        under = joined((arrived, person.position, person.community or person.organisation))
        return Line(
            person.full_name, under, badge="✓", badge_color=TOKENS.good, mark=mark, is_quiet=is_gone
        )

    def _lay_out(self) -> None:
        banner = QFrame()
        banner.setProperty("look", "message")
        banner.setProperty("tone", "warn")
        inside = column(self.banner)
        inside.setContentsMargins(16, 8, 16, 8)
        banner.setLayout(inside)
        figures = row(gap=10)
        for name, text in self._figures.items():
            figures.addWidget(self._figure(name, text))
        shown = column(
            banner, figures, card(self.bars, gap=0), card(row(self.which), self.list, gap=8), gap=10
        )
        shown.setStretch(3, 1)
        body = row(self.chooser, shown, gap=16)
        body.setStretch(0, _CHOOSER_SHARE)
        body.setStretch(1, _SHOWN_SHARE)
        self.setLayout(column(body))

    def _figure(self, name: str, text: Text) -> QFrame:
        said = Text("soft")
        self.words.tell(said.say, f"moment.figure.{name}")
        return card(text, said, gap=0)
