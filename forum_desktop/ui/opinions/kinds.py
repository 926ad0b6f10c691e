"""The kinds of opinion as a row of buttons, F7 to F12: these keys fire under any layout."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.controls import row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.keys import NONE, Shortcuts
from forum_desktop.ui.words import Words

_FIRST_KEY = Qt.Key.Key_F7


class KindChoice(QWidget):
    """One kind is always chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons = {kind: self._button(words, at, kind) for at, kind in enumerate(OpinionKind)}
        self.setLayout(row(*self._buttons.values(), None, gap=6))
        self.choose(OpinionKind.NEED)

    def kind(self) -> OpinionKind:
        """Return the chosen kind."""
        return next(kind for kind, button in self._buttons.items() if button.isChecked())

    def choose(self, kind: OpinionKind) -> None:
        """Choose a kind."""
        self._buttons[kind].setChecked(True)

    def shortcuts(self) -> Shortcuts:
        """Return the keys that choose a kind."""
        return {
            (NONE, _FIRST_KEY + at): button.click
            for at, button in enumerate(self._buttons.values())
        }

    def _button(self, words: Words, at: int, kind: OpinionKind) -> QPushButton:
        made = FittingButton()
        made.setCheckable(True)
        made.setProperty("look", "kind")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words.tell(lambda text: made.setText(f"{text}  F{7 + at}"), f"opinion.kind.{kind}")
        words.tell(made.setAccessibleName, f"opinion.kind.{kind}")
        self._group.addButton(made)
        return made
