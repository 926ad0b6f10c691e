"""What is looked for in the register: words or a number, which part of it, kind, state, urgency."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QSizePolicy

from forum_desktop.records.complaint import ComplaintState, RegisterFilter, RegisterShow, Urgency
from forum_desktop.ui.complaints.register.lines import URGENCIES, kind_name
from forum_desktop.ui.controls import column, named, row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words

_NUMBER = re.compile(r"(?=.*[0-9๐-๙])[A-Za-z0-9๐-๙ .-]{8,}")
_BELLS = {RegisterShow.DUE: TOKENS.warn, RegisterShow.OVERDUE: TOKENS.bad}


class RegisterFilters(QFrame):
    """Four parts of the register, each by Alt and a digit; under them what narrows it."""

    changed = Signal()
    left = Signal()
    """The arrow down was pressed in the text: to the list."""
    asked = Signal(str)
    """Enter was pressed behind what looks like a number."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._pack: EventPack | None = None
        self._counts = {RegisterShow.DUE: 0, RegisterShow.OVERDUE: 0}
        self.search = _SearchLine(self)
        self.kind, self.state, self.urgency = QComboBox(), QComboBox(), QComboBox()
        self.parts = {show: self._part(show) for show in RegisterShow}
        self._lay_out()
        self.search.textChanged.connect(lambda _: self.changed.emit())
        for choice in (self.kind, self.state, self.urgency):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.show_part(RegisterShow.NEWEST)

    def show_pack(self, pack: "EventPack") -> None:
        """Offer this forum's kinds."""
        self._pack = pack
        self.retranslate()

    def show_counts(self, overdue: int, soon: int) -> None:
        """Ring: so many are overdue, so many due within seven days."""
        self._counts = {RegisterShow.DUE: soon, RegisterShow.OVERDUE: overdue}
        self._name_parts()

    def show_part(self, show: RegisterShow) -> None:
        """List one part of the register."""
        for name, made in self.parts.items():
            made.setChecked(name is show)
        self.changed.emit()

    def retranslate(self) -> None:
        """Name the choices in the current language; what is chosen stays."""
        words = self._words
        kinds = self._pack.complaint_kinds if self._pack else ()
        named_kinds = [(kind_name(kinds, kind.code, words.language), kind.code) for kind in kinds]
        states = [(words(f"complaint.state.{state}"), state.value) for state in ComplaintState]
        urgencies = [
            (words(f"complaint.urgency.{URGENCIES[level]}"), level.value) for level in Urgency
        ]
        _offer(self.kind, words("case_register.all_kinds"), named_kinds)
        _offer(self.state, words("case_register.all_states"), states)
        _offer(self.urgency, words("case_register.all_urgencies"), urgencies)
        self._name_parts()

    def wanted(self) -> RegisterFilter:
        """Return what is looked for."""
        state = self.state.currentData()
        return RegisterFilter(
            show=next(show for show, made in self.parts.items() if made.isChecked()),
            typed=self.search.text(),
            kind=self.kind.currentData() or "",
            state=ComplaintState(state) if state else None,
            urgency=self.urgency.currentData(),
        )

    def clear(self) -> None:
        """Leave everything in."""
        with QSignalBlocker(self):
            self.search.clear()
            for choice in (self.kind, self.state, self.urgency):
                choice.setCurrentIndex(0)
        self.show_part(RegisterShow.NEWEST)

    def enter(self) -> None:
        """Look up what looks like a number; go to the list otherwise."""
        typed = self.search.text().strip()
        if _NUMBER.fullmatch(typed):
            self.asked.emit(typed)
        else:
            self.left.emit()

    def _part(self, show: RegisterShow) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "kind")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.show_part(show))
        return made

    def _name_parts(self) -> None:
        for show, made in self.parts.items():
            count = self._counts.get(show, 0)
            name = self._words(f"case_register.show.{show}")
            space = " " if show in _BELLS else ""
            made.setText(f"{space}{name}  {count}" if count else f"{space}{name}")
            made.setAccessibleName(made.text().strip())
            if show in _BELLS:
                show_icon(made, "bell", _BELLS[show] if count else TOKENS.line_strong, 18)

    def _lay_out(self) -> None:
        words = self._words
        named(words, "case_register.search", self.search)
        words.tell(self.search.setPlaceholderText, "case_register.search_hint")
        for key, choice in (
            ("complaint.kind", self.kind),
            ("case_register.state", self.state),
            ("complaint.urgency", self.urgency),
        ):
            named(words, key, choice)
            words.tell(choice.setToolTip, key)
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        chosen = row(self.kind, self.state, self.urgency, gap=8)
        for at in range(3):
            chosen.setStretch(at, 1)
        parts = row(*self.parts.values(), None, gap=6)
        self.setLayout(column(parts, self.search, chosen, gap=8))


class _SearchLine(QLineEdit):
    def __init__(self, filters: RegisterFilters) -> None:
        super().__init__()
        self._filters = filters
        self.setMaxLength(200)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._filters.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._filters.enter()
        else:
            super().keyPressEvent(event)


def _offer(choice: QComboBox, all_of_them: str, offers: "Sequence[tuple[str, object]]") -> None:
    with QSignalBlocker(choice):
        chosen = choice.currentData()
        choice.clear()
        choice.addItem(all_of_them, None)
        for name, value in offers:
            choice.addItem(name, value)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
