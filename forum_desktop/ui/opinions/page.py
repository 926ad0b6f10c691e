"""Opinions: what is said on the floor, kept before the next sentence ends."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.controls import Text, column, named, row, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import ALT, CTRL
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.news import Kind
from forum_desktop.ui.opinions.capture import CaptureCard, Said
from forum_desktop.ui.opinions.chips import StrategyChips
from forum_desktop.ui.opinions.correct import CorrectCard
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import strategy_color

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion

_BADGE_WIDTH = 46
_MOST_STRATEGIES = 9


class OpinionsPage(Page):
    """The chips choose, the card keeps, the list shows what was kept."""

    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.OPINIONS})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.chips = StrategyChips(self._strategy_chosen)
        self.capture = CaptureCard(self, self.save, self.chips.choose, self._changed)
        self.drafts = DraftKeeper(self, self.background, self._draft)
        self.opinions = RecordList(self._line, badge_width=_BADGE_WIDTH)
        self.search = QLineEdit()
        self.correct = CorrectCard(self, self._corrected)
        self._shown = Text("soft")
        self._numbers: dict[UUID, str] = {}
        self._latest = Latest(self, self.reload)
        self._lay_out()
        self._bind_keys()

    def forum_opened(self) -> None:
        """Show this forum's plan; bring back what was half typed."""
        assert self.overview is not None
        self.capture.show_overview(self.overview)
        self._show_plan()
        self.drafts.move_to(f"{self.forum_id}/opinion", self._restore)
        self.reload()

    def overview_changed(self) -> None:
        """Show the counts."""
        assert self.overview is not None
        self.chips.show_counts(dict(self.overview.counts.by_strategy))

    def retranslate(self) -> None:
        """Say the level names and list lines again."""
        if self.overview is not None:
            self._show_plan()
            self.overview_changed()
        self._show_count()
        self.opinions.viewport().update()

    def arrive(self) -> None:
        """Come with the cursor in the text box."""
        self.capture.text.setFocus()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.drafts.keep_now()

    def reload(self) -> None:
        """Read the newest opinions, or those that match the search."""
        forum_id, typed = self.forum_id, self.search.text()
        self.look_up(
            lambda desk: services.opinions.recent_opinions(desk, forum_id, typed=typed),
            self._latest.only(self._show_opinions),
        )

    def save(self) -> None:
        """Keep what is typed. The next words may be typed while it travels to the disk."""
        if self.capture.speaker.is_unknown():
            self.say("opinions.speaker_unknown", "warn")
            self.capture.speaker.setFocus()
            return
        said, forum_id = self.capture.said(), self.forum_id
        if not said.text.strip():
            self.show_refusal(Refusal("text.empty"))
            return
        self.capture.begin_next()
        job = self.drafts.cleared_after(lambda desk: _capture(desk, forum_id, said))
        self.act(
            job,
            lambda _: self.drafts.changed(),
            Kind.OPINIONS,
            refused=lambda _: self._put_back(said),
            failed=lambda: self._put_back(said),
        )

    def _put_back(self, said: Said) -> None:
        if not self.capture.text.toPlainText().strip():
            self.chips.choose(said.number)
        self.capture.put_back(said)

    def _changed(self) -> None:
        self.drafts.changed()

    def _draft(self) -> dict[str, str]:
        card = self.capture
        return {"text": card.text.toPlainText(), "behalf": card.behalf.currentText()}

    def _restore(self, kept: dict[str, str]) -> None:
        if self.capture.text.toPlainText():
            return
        self.capture.text.setPlainText(kept.get("text", ""))
        self.capture.behalf.setEditText(kept.get("behalf", ""))
        self.say("drafts.restored", "good")

    def _strategy_chosen(self) -> None:
        if self.overview is not None:
            self.capture.show_strategy(self.chips.strategy())

    def _show_plan(self) -> None:
        assert self.overview is not None
        overview = self.overview
        numbers = {strategy.id: str(strategy.number) for strategy in overview.strategies}
        self._numbers = numbers | {item.id: item.code for item in overview.approaches}
        self.chips.show_strategies(
            overview.strategies[:_MOST_STRATEGIES], self.words("opinions.unsorted")
        )

    def _show_opinions(self, rows: "tuple[Opinion, ...]") -> None:
        self.opinions.set_rows(rows)
        self._show_count()

    def _show_count(self) -> None:
        count = self.opinions.records.rowCount()
        key = "opinions.found" if self.search.text().strip() else "opinions.latest"
        if not count:
            key = "opinions.none_found" if self.search.text().strip() else "opinions.none"
        self._shown.say(self.words(key, count=count))

    def _open_correction(self) -> None:
        opinion = self.opinions.chosen()
        if opinion is not None and self.overview is not None:
            self.capture.hide()
            self.correct.begin(opinion, self.overview)

    def _corrected(self) -> None:
        self.capture.show()
        self.capture.text.setFocus()

    def _line(self, opinion: "Opinion") -> Line:
        place = opinion.approach_id or opinion.strategy_id
        number = self._numbers.get(place, "–") if place else "–"
        kind = self.words(f"opinion.kind.{opinion.kind}")
        time = self.words("opinions.said_at", time=said_time(opinion.said_at))
        answered = self.words("opinions.answered") if opinion.answer else ""
        return Line(
            text=opinion.text,
            under=joined((opinion.reference, time, kind, opinion.on_behalf_of, answered)),
            badge=number,
            badge_color=strategy_color(int(number[0]) if number[0].isdigit() else 0),
        )

    def _bind_keys(self) -> None:
        self.shortcuts = self.capture.kinds.shortcuts()
        for number in range(_MOST_STRATEGIES + 1):
            self.shortcuts[ALT, Qt.Key.Key_0 + number] = self._chooser(number)
        self.shortcuts[ALT, Qt.Key.Key_Down] = lambda: self.capture.step_approach(+1)
        self.shortcuts[ALT, Qt.Key.Key_Up] = lambda: self.capture.step_approach(-1)
        self.shortcuts[CTRL, Qt.Key.Key_F] = self.search.setFocus
        self.shortcuts[CTRL, Qt.Key.Key_Return] = self.save
        self.shortcuts[CTRL, Qt.Key.Key_Enter] = self.save
        self.search.textChanged.connect(lambda _: self._latest.later())
        self.opinions.activated.connect(lambda _: self._open_correction())

    def _chooser(self, number: int) -> Callable[[], bool]:
        return lambda: self.chips.choose(number)

    def _lay_out(self) -> None:
        words = self.words
        named(words, "opinions.list", self.opinions)
        words.tell(self.opinions.set_hint, "opinions.empty")
        named(words, "opinions.search", self.search)
        words.tell(self.search.setPlaceholderText, "opinions.search_hint")
        self.search.setFixedWidth(320)
        self.search.setMaxLength(300)
        self.search.setClearButtonEnabled(True)
        hint = told(words, "opinions.correct_hint", "small")
        head = row(self._shown, None, hint, self.search)
        body = column(self.chips, self.capture, self.correct, head, self.opinions, gap=10)
        body.setStretch(4, 1)
        self.lay_out(body)


def _capture(desk: "services.desk.Desk", forum_id: "UUID", said: Said) -> "Opinion":
    return services.opinions.capture_opinion(
        desk,
        forum_id,
        text=said.text,
        kind=said.kind,
        strategy_id=said.strategy_id,
        approach_id=said.approach_id,
        on_behalf_of=said.on_behalf_of,
        speaker_id=said.speaker_id,
        may_be_named=said.may_be_named,
    )
