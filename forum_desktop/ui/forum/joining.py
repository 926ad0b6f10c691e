"""Becoming one of a forum's laptops: which pack, which station of its plan, which code."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSizePolicy, QWidget

from forum_desktop.ui.controls import Text, button, card, column, field, named, row, told
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from forum_desktop.records.exchange import PackPlan, PlannedStation
    from forum_desktop.ui.words import Words

_BADGE_WIDTH = 44
_LONGEST_CODE, _LONGEST_NAME = 20, 300
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class Joined(NamedTuple):
    """What was chosen: the pack, the name of this laptop, the code as it was typed."""

    pack: "PackPlan"
    name: str
    code: str


class StationChoice(RecordList):
    """The stations of a plan; a station's letter leads to it, whatever layout is active."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the station whose letter was pressed."""
        letter = chr(key) if (key := latin_key(event)) < ord("[") else ""
        letters = [station.letter for station in self.records.rows()]
        if letter in letters and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.choose(letters.index(letter))
        else:
            super().keyPressEvent(event)


class Joining(QFrame):
    """Asks, and tells `join`; Escape goes back by `leave`."""

    def __init__(
        self,
        words: "Words",
        join: Callable[[Joined], object],
        choose_file: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._words, self._join, self._leave = words, join, leave
        self._packs: Sequence[PackPlan] = ()
        self.packs = QComboBox()
        self.packs.currentIndexChanged.connect(lambda _: self._show_pack())
        self.stations = named(
            words, "join.which", StationChoice(self._line, badge_width=_BADGE_WIDTH)
        )
        self.stations.selectionModel().currentChanged.connect(lambda *_: self._show_station())
        self.name, self.code = QLineEdit(), QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.code.setMaxLength(_LONGEST_CODE)
        self.code.setFont(font(TOKENS.body, bold=True))
        self._forum, self._asked = Text("title"), Text("lead", wraps=True)
        self.join_button = button(words, "join.go", self.go_on, look="primary", symbol="log-in")
        self.file_button = button(words, "join.other_pack", choose_file, look="quiet")
        self.back_button = button(words, "join.back", leave)
        self._lay_out()

    def begin(self, packs: "Sequence[PackPlan]") -> None:
        """Ask about these packs, the cursor on the first station that is free."""
        self._packs = packs
        self.packs.blockSignals(True)
        self.packs.clear()
        self.packs.addItems([str(pack.path) for pack in packs])
        self.packs.blockSignals(False)
        self._pack_field.setVisible(len(packs) > 1)
        self.code.clear()
        self._show_pack()
        self.show()
        self.stations.setFocus()

    def go_on(self) -> None:
        """Join, or ask for the code first where one is needed."""
        pack = self._pack()
        if pack is None:
            return
        if not self.name.text().strip():
            self.name.setFocus()
        elif pack.needs_code and not self.code.text().strip():
            self._ask("join.type_code")
            self.code.setFocus()
        else:
            self.setEnabled(False)
            self._ask("join.working")
            self._join(Joined(pack, self.name.text(), self.code.text()))

    def ended(self) -> None:
        """Let it be tried again after a refusal, the code whole under the cursor."""
        self.setEnabled(True)
        self._ask("")
        pack = self._pack()
        if pack is not None and pack.needs_code:
            self.code.setFocus()
            self.code.selectAll()
        else:
            self.stations.setFocus()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self._show_forum()
        self.stations.records.layoutChanged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, back by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _ENTER:
            pressed = next((one for one in self._side_buttons if one.hasFocus()), self.join_button)
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _pack(self) -> "PackPlan | None":
        at = self.packs.currentIndex()
        return self._packs[at] if 0 <= at < len(self._packs) else None

    def _show_pack(self) -> None:
        pack = self._pack()
        stations = pack.stations if pack else ()
        self._show_forum()
        self._ask("")
        self._code_field.setVisible(pack is not None and pack.needs_code)
        self.stations.set_rows(stations)
        free = (at for at, one in enumerate(stations) if pack and one.letter not in pack.taken)
        self.stations.choose(next(free, 0))
        self._show_station()

    def _show_forum(self) -> None:
        pack = self._pack()
        self._forum.say(self._words("join.forum", forum=pack.forum) if pack else "")
        self.stations.set_hint(self._words("join.none_planned"))

    def _show_station(self) -> None:
        station: PlannedStation | None = self.stations.chosen()
        self.name.setText(station.name if station else "")

    def _ask(self, key: str) -> None:
        self._asked.say(self._words(key) if key else "")
        self._asked.setVisible(bool(key))

    def _line(self, station: "PlannedStation") -> Line:
        pack = self._pack()
        is_taken = pack is not None and station.letter in pack.taken
        return Line(
            text=station.name,
            under=self._words("join.taken" if is_taken else "join.free"),
            badge=station.letter,
            badge_color=TOKENS.ink_soft if is_taken else TOKENS.primary,
            is_quiet=is_taken,
        )

    def _lay_out(self) -> None:
        words = self._words
        self._side_buttons = (self.file_button, self.back_button)
        self._pack_field, self._code_field = QWidget(), QWidget()
        self._pack_field.setLayout(field(words, "join.pack", self.packs))
        self._code_field.setLayout(field(words, "join.code", self.code))
        named_so = QWidget()
        named_so.setLayout(field(words, "join.name", self.name))
        for part in (self._pack_field, self._code_field, named_so):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        fields = row(named_so, self._code_field)
        fields.setStretch(0, 3)
        fields.setStretch(1, 2)
        inner = card(
            row(self._forum, None, self.file_button),
            self._pack_field,
            told(words, "join.which", "field"),
            self.stations,
            fields,
            self._asked,
            row(self.join_button, self.back_button, None),
            gap=8,
            widest=3,
        )
        self.setLayout(column(inner))
