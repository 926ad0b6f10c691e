"""Taking a check-in back: needs a reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.ui.controls import Text, button, card, column, field, row, told
from forum_desktop.ui.words import Words


class ReasonLine(QLineEdit):
    """Enter gives the reason; Esc goes back."""

    def __init__(self, give: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._back = back
        self.setMaxLength(300)
        self.returnPressed.connect(give)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)


class UndoForm(QFrame):
    """Asks why, in one line."""

    def __init__(
        self, words: Words, give: Callable[[], object], back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._who = Text("lead", wraps=True)
        self.reason = ReasonLine(give, back)
        self.save_button = button(words, "registration.undo_save", give, look="primary")
        self.setFocusProxy(self.reason)
        form = card(
            told(words, "registration.undo", "lead"),
            self._who,
            field(words, "registration.reason", self.reason),
            row(self.save_button, button(words, "registration.back", back), None),
        )
        self.setLayout(column(form, None))

    def begin(self, name: str) -> None:
        """Ask for the reason of a person."""
        self._who.say(name)
        self.reason.clear()
        self.reason.setFocus()
