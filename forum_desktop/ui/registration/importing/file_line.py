"""The line over the table: which file and sheet it is, and whether the worker reads it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QProgressBar

from forum_desktop.ui.controls import ElidedText, Text, button, named, row, told
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.importing import ImportPreview
    from forum_desktop.ui.words import Words

_SHEET, _BAR = 180, 90


class FileLine(QFrame):
    """Offers the sheets of a workbook that has several."""

    file_wanted = Signal()
    put_away = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self.name, self.busy, self._bar = ElidedText("lead"), Text("soft"), QProgressBar()
        self.sheets, self._label = QComboBox(), told(words, "importing_view.sheet", "field")
        self.sheets.textActivated.connect(self.sheet_chosen)
        self._lay_out()
        self.show_busy("")

    @property
    def is_busy(self) -> bool:
        """Whether the worker is at it."""
        return not self.busy.isHidden()

    def show_file(self, preview: "ImportPreview") -> None:
        """Show which file and sheet it is."""
        self.name.say(preview.path.name)
        self.sheets.clear()
        self.sheets.addItems(list(preview.sheets))
        self.sheets.setCurrentText(preview.sheet)
        for part in (self.sheets, self._label):
            part.setVisible(len(preview.sheets) > 1)

    def show_busy(self, key: str) -> None:
        """Say what the worker is at; an empty key that it is done."""
        for sign in (self.busy, self._bar):
            sign.setVisible(bool(key))
        self.busy.say(self._words(key) if key else "")

    def _lay_out(self) -> None:
        words = self._words
        named(words, "importing_view.sheet", self.sheets)
        self._label.setBuddy(self.sheets)
        self.sheets.setMinimumWidth(_SHEET)
        sign = QLabel()
        show_picture(sign, "file-spreadsheet", TOKENS.primary, 22)
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(_BAR)
        named(words, "importing_view.reading", self._bar)
        other = button(
            words, "importing_view.other_file", self.file_wanted.emit, symbol="folder-open"
        )
        away = button(words, "importing_view.put_away", self.put_away.emit, symbol="eye-off")
        signs = (self._label, self.sheets, self.busy, self._bar)
        line = row(sign, self.name, *signs, other, away)
        line.setStretch(1, 1)
        self.setLayout(line)
