"""How many rows there are of each kind; a press shows only those."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from forum_desktop.records.importing import ImportState
from forum_desktop.ui.controls import row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.registration.importing.looks import LOOKS
from forum_desktop.ui.registration.importing.open_file import Filter
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.registration.importing.open_file import OpenFile
    from forum_desktop.ui.words import Words

_SIGNS = {
    Filter.ROWS: ("file-spreadsheet", TOKENS.ink_soft),
    Filter.CELLS: ("search", TOKENS.warn),
    Filter.SKIPPED: ("minus", TOKENS.warn),
}


class FilterChips(QFrame):
    """One chip a kind of row, with its count; Alt and its number press it."""

    chosen = Signal(object)

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._group = QButtonGroup(self)
        self.chips = {kind: self._chip(kind) for kind in Filter}
        self.setLayout(row(*self.chips.values(), None, gap=6))

    @property
    def filter(self) -> Filter:
        """The rows that are shown."""
        pressed = (kind for kind, chip in self.chips.items() if chip.isChecked())
        return next(pressed, Filter.ROWS)

    def press(self, kind: Filter) -> None:
        """Show the rows of a kind, where there are any."""
        if self.chips[kind].isEnabled():
            self.chips[kind].click()

    def show_counts(self, file: "OpenFile") -> None:
        """Show how many rows there are of each kind."""
        for number, (kind, chip) in enumerate(self.chips.items(), start=1):
            count = file.counts[kind]
            said = f"{self._words(f'importing_view.filter.{kind}')}  {count:,}"
            chip.setText(f" {said}")
            chip.setAccessibleName(said)
            chip.setToolTip(f"Alt+{number}")
            chip.setEnabled(count > 0 or kind is Filter.ROWS or chip.isChecked())

    def _chip(self, kind: Filter) -> QPushButton:
        made = FittingButton()
        made.setProperty("look", "kind")
        made.setCheckable(True)
        made.setChecked(kind is Filter.ROWS)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind in _SIGNS:
            symbol, color = _SIGNS[kind]
        else:
            look = LOOKS[ImportState(kind.value)]
            symbol, color = look.symbol, look.ink
        show_icon(made, symbol, color, 16)
        made.clicked.connect(lambda: self.chosen.emit(kind))
        self._group.addButton(made)
        return made
