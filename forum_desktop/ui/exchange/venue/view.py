"""The view of the venue pack: the laptops a forum expects, and the file that sets them up."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.controls import button, card, column, named, row, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.exchange.venue.pack_card import PackCard
from forum_desktop.ui.exchange.venue.station_form import StationForm, role_key
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.exchange import ExchangePlace, PlannedStation, VenuePack, VenuePlan
    from forum_desktop.services.desk import Desk

_BADGE_WIDTH = 44
_LIST_SHARE, _FORM_SHARE, _PACK_SHARE = 5, 4, 5
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class VenueView(View):
    """Stations at the left, the chosen one in the middle, the pack at the right."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._plan: VenuePlan | None = None
        self.list = named(
            self.words, "venue.stations", RecordList(self._line, badge_width=_BADGE_WIDTH)
        )
        self.form = StationForm(self.words, self._change)
        self.pack = PackCard(self.words, self.ask_and_make)
        self.add_button = button(self.words, "venue.add", self.add, symbol="plus")
        self.remove_button = button(self.words, "venue.remove", self.remove, look="quiet")
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.shortcuts = {
            (CTRL, Qt.Key.Key_N): self.add,
            (CTRL, Qt.Key.Key_S): self.ask_and_make,
        }
        self._show(None)

    def forum_opened(self) -> None:
        """Begin with another forum: nothing of the last one stays."""
        self._show(None)

    def arrive(self) -> None:
        """Come with the cursor on the stations."""
        self.reload()
        self.list.setFocus()

    def leave(self) -> None:
        """Keep a name that is being typed."""
        self.form.keep()

    def reload(self) -> None:
        """Read the plan and headquarters' key again."""
        if self.page.overview is None:
            return
        forum_id, wording = self.page.forum_id, self.words.wording

        def show(plan: "VenuePlan") -> None:
            if self.page.overview is not None and self.page.forum_id == forum_id:
                self._show(plan)

        self.page.look_up(lambda desk: services.exchange.read_venue(desk, forum_id, wording), show)

    def take_key(self, event: QKeyEvent) -> bool:
        """Go to the name by Enter and back; remove by Delete."""
        if event.key() in _ENTER and self.list.hasFocus():
            self.form.name.setFocus()
            self.form.name.selectAll()
        elif event.key() in _ENTER and self.form.name.hasFocus():
            self.list.setFocus()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove()
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.form.retranslate()
        self.pack.retranslate()
        self.list.set_hint(self.words("venue.none" if self._plan else "window.open_first"))
        self.list.records.layoutChanged.emit()

    def add(self) -> None:
        """Expect one more laptop; its name is typed next."""
        if self._plan is None:
            return
        from forum_desktop.records.exchange import PlannedStation  # noqa: PLC0415 - loaded when needed

        try:
            letter = services.exchange.free_letter(self._plan.stations, self._plan.joined)
        except Refusal as refusal:
            self.page.show_refusal(refusal)
            return
        name = self.words("exchange_view.station", letter=letter)
        self._keep((*self._plan.stations, PlannedStation(letter=letter, name=name)))
        self.list.choose(len(self._plan.stations) - 1)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def remove(self) -> None:
        """Expect the chosen laptop no more; one that joined stays one of the forum's."""
        chosen: PlannedStation | None = self.list.chosen()
        if self._plan is None or chosen is None:
            return
        at = self.list.currentIndex().row()
        self._keep(tuple(one for one in self._plan.stations if one.letter != chosen.letter))
        self.list.choose(at)

    def ask_and_make(self) -> None:
        """Ask where to, on the stick first, then write the pack."""
        if self._plan is not None:
            self.form.keep()
            self.page.look_up(services.exchange.list_places, self._ask_where)

    def make(self, target: Path) -> None:
        """Write the venue pack to a file."""
        plan, forum_id = self._plan, self.page.forum_id
        if plan is None:
            return
        stations, has_code = plan.stations, self.pack.has_code.isChecked()
        self.pack.make_button.setEnabled(False)

        def job(desk: "Desk") -> "VenuePack":
            code = services.exchange.new_join_code() if has_code else ""
            return services.exchange.make_venue_pack(desk, forum_id, target, stations, code=code)

        self.page.act(
            job,
            lambda pack: self._made(pack, target),
            refused=lambda _: self.pack.make_button.setEnabled(True),
            failed=lambda: self.pack.make_button.setEnabled(True),
        )

    def _ask_where(self, places: "tuple[ExchangePlace, ...]") -> None:
        folder = next((place.folder for place in places if place.is_there), Path.home())
        name = f"{self.overview.forum.code}.forumpack"
        title, kind = self.words("venue.make_title"), self.words("join.files")
        path, _ = QFileDialog.getSaveFileName(
            self, title, str(folder / name), f"{kind} (*.forumpack)"
        )
        if path:
            self.make(Path(path))

    def _made(self, pack: "VenuePack", target: Path) -> None:
        key = "venue.made_with_code" if pack.code else "venue.made"
        self.page.say(key, "good", path=target)
        if self._plan is not None:
            self._show(replace(self._plan, code=pack.code))

    def _change(self, changed: "PlannedStation") -> None:
        if self._plan is not None:
            stations = self._plan.stations
            self._keep(tuple(changed if one.letter == changed.letter else one for one in stations))

    def _keep(self, stations: "tuple[PlannedStation, ...]") -> None:
        """Show another plan, and keep it."""
        assert self._plan is not None
        forum_id = self.page.forum_id
        self._show(replace(self._plan, stations=stations))
        self.page.act(
            lambda desk: services.exchange.change_plan(desk, forum_id, stations), lambda _: None
        )

    def _show(self, plan: "VenuePlan | None") -> None:
        chosen: PlannedStation | None = self.list.chosen()
        self._plan = plan
        self.form.know(self.page.overview.strategies if plan and self.page.overview else ())
        stations = plan.stations if plan else ()
        self.list.set_rows(stations)
        self.list.set_hint(self.words("venue.none" if plan else "window.open_first"))
        letters = [one.letter for one in stations]
        self.list.choose(letters.index(chosen.letter) if chosen and chosen.letter in letters else 0)
        self.pack.show_plan(plan)
        self.add_button.setEnabled(plan is not None)
        self._show_chosen()

    def _show_chosen(self) -> None:
        station: PlannedStation | None = self.list.chosen()
        self.form.show_station(station)
        self.remove_button.setEnabled(station is not None)

    def _line(self, station: "PlannedStation") -> Line:
        is_here = self._plan is not None and station.letter in self._plan.joined
        return Line(
            text=station.name,
            under=joined((self.words(role_key(station.role)), self._strategy(station))),
            badge=station.letter,
            badge_color=TOKENS.good if is_here else TOKENS.primary,
            mark=self.words("venue.joined" if is_here else "venue.expected"),
            mark_color=TOKENS.good if is_here else TOKENS.ink_soft,
        )

    def _strategy(self, station: "PlannedStation") -> str:
        strategies = self.page.overview.strategies if self.page.overview else ()
        found = next((one for one in strategies if one.id == station.strategy_id), None)
        return (found.short or found.name) if found else ""

    def _lay_out(self) -> None:
        words = self.words
        listed = card(
            told(words, "venue.stations", "lead"),
            told(words, "venue.how", "soft", wraps=True),
            self.list,
            row(self.add_button, self.remove_button, None),
            gap=8,
            widest=2,
        )
        form = card(told(words, "venue.chosen", "field"), self.form, gap=6)
        body = row(listed, column(form, None), column(self.pack, None), gap=16)
        for at, share in enumerate((_LIST_SHARE, _FORM_SHARE, _PACK_SHARE)):
            body.setStretch(at, share)
        self.setLayout(column(body))
