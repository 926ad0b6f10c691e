"""The three levels of a complaint, each explained where it is chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.ui.controls import column, row, told
from forum_desktop.ui.icons import icon
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

_SYMBOLS = {
    ComplaintLevel.OPEN: "user-round",
    ComplaintLevel.WITHHELD: "lock",
    ComplaintLevel.ANONYMOUS: "eye-off",
}


class LevelChoice(QWidget):
    """One level is always chosen; under the three the chosen one is explained."""

    def __init__(self, words: Words, changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._group = QButtonGroup(self)
        self._buttons = {level: self._button(level) for level in ComplaintLevel}
        self._meaning = told(words, "complaint.level_how.open", "small", wraps=True)
        self._meaning.setMinimumHeight(54)
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(row(*self._buttons.values(), gap=8), self._meaning, gap=4))
        self.choose(ComplaintLevel.OPEN)

    def level(self) -> ComplaintLevel:
        """Return the chosen level."""
        return next(level for level, button in self._buttons.items() if button.isChecked())

    def choose(self, level: ComplaintLevel) -> None:
        """Choose a level."""
        self._buttons[level].setChecked(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Explain the chosen level in the current language."""
        self._meaning.say(self._words(f"complaint.level_how.{self.level()}"))

    def _clicked(self) -> None:
        self.retranslate()
        self._changed()

    def _button(self, level: ComplaintLevel) -> QPushButton:
        made = QPushButton(icon(_SYMBOLS[level], TOKENS.primary), "")
        made.setCheckable(True)
        made.setProperty("look", "choice")
        self._words.tell(made.setText, f"complaint.level.{level}")
        self._words.tell(made.setAccessibleName, f"complaint.level.{level}")
        made.clicked.connect(self._clicked)
        self._group.addButton(made)
        return made
