"""What an act asks before it is done, folded out in its place: a sentence and a reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from forum_desktop.ui.controls import Look, Text, button, column, named, row
from forum_desktop.ui.words import Words

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_LONGEST = 300


class Fold(QFrame):
    """Hidden until asked; Escape folds it in and gives the cursor back."""

    def __init__(self) -> None:
        super().__init__()
        self._asked_by: QWidget | None = None
        self.setProperty("look", "sunken")
        self.hide()

    def fold_out(self, first: QWidget) -> None:
        """Show what is asked, with the cursor in its first field."""
        self._asked_by = self.window().focusWidget()
        self.show()
        first.setFocus()

    def fold_in(self) -> None:
        """Ask no more."""
        had_cursor = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if had_cursor and self._asked_by is not None:
            self._asked_by.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold_in()
        else:
            super().keyPressEvent(event)


class Ask(Fold):
    """Says what will be done in the sentence of `key`; Enter gives the line to `give`."""

    def __init__(
        self,
        words: Words,
        key: str,
        give: Callable[[str], object],
        *,
        line: str = "person.reason",
        look: Look = "primary",
    ) -> None:
        super().__init__()
        self._words, self._key, self._give = words, key, give
        self.sentence = Text(wraps=True)
        self.line = named(words, line or "person.reason", QLineEdit())
        self.line.setMaxLength(_LONGEST)
        self.line.setVisible(bool(line))
        if line:
            words.tell(self.line.setPlaceholderText, line)
        self.go_button = button(words, f"{key}_go", self.go_on, look=look)
        back = button(words, "person.fold_in", self.fold_in, look="quiet")
        self._has_line = bool(line)
        self._lay_out(back)

    def begin(self, **details: object) -> None:
        """Ask; `details` fill the sentence."""
        self.sentence.say(self._words(self._key, **details))
        self.line.clear()
        self.fold_out(self.line if self._has_line else self.go_button)

    def go_on(self) -> None:
        """Give what was asked."""
        self._give(self.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, wherever in the fold the cursor is but on the way back."""
        here = self.window().focusWidget()
        if event.key() in ENTER and (here is self.line or here is self.go_button):
            self.go_on()
        elif event.key() in ENTER and isinstance(here, QPushButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, back: QPushButton) -> None:
        line = row(self.line, self.go_button, back, gap=8)
        if self._has_line:
            line.setStretch(0, 1)
        else:
            line.addStretch(1)
        body = column(self.sentence, line, gap=6)
        body.setContentsMargins(12, 8, 12, 10)
        self.setLayout(body)
