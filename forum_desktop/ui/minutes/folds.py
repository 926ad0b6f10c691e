"""What a step asks before it is taken, folded out in its place: a day and a way, or a reason."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QPushButton, QWidget

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import button, field, row
from forum_desktop.ui.date_field import DateField
from forum_desktop.ui.words import Words
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from datetime import date

_WAYS = ("same_meeting", "next_meeting", "circulated")
_DAY_WIDTH = 170


class Fold(QFrame):
    """Opens under the strip; Enter goes on, Escape folds it in again."""

    def __init__(self, words: Words, go_on: QPushButton) -> None:
        super().__init__()
        self._words, self.go_on = words, go_on
        self._asked_by: QWidget | None = None
        self.back = button(words, "minutes.fold_back", self.fold_in, look="quiet")
        self.hide()

    def fold_out(self, first: QLineEdit) -> None:
        """Show the fields with the cursor in the first."""
        self._asked_by = self.window().focusWidget()
        self.show()
        first.setFocus()
        first.selectAll()

    def fold_in(self) -> None:
        """Ask no more; the cursor goes back to where it came from."""
        self.hide()
        if self._asked_by is not None:
            self._asked_by.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in on Escape, go on with Enter."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape or (is_enter and self.back.hasFocus()):
            self.fold_in()
        elif is_enter:
            self.go_on.click()
        else:
            super().keyPressEvent(event)

    def lay_out(self, *fields: QLayout) -> None:
        """Put the fields in a row before the two buttons."""
        line = row(*fields, self.go_on, self.back)
        line.setStretch(len(fields) - 1, 1)
        for made in (self.go_on, self.back):
            line.setAlignment(made, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(line)


class CertifyFold(Fold):
    """On which day and in which way the minutes were certified."""

    def __init__(self, words: Words, certify: Callable[[], object]) -> None:
        super().__init__(
            words, button(words, "minutes.certify", certify, look="primary", symbol="badge-check")
        )
        self.on, self.how = DateField(), TypedChoice()
        self.on.setFixedWidth(_DAY_WIDTH)
        words.tell(self.on.setPlaceholderText, "minutes.certified_on_hint")
        self.lay_out(
            field(words, "minutes.certified_on", self.on),
            field(words, "minutes.certified_how", self.how),
        )

    def begin(self, today: "date") -> None:
        """Ask, with today and the usual way filled in."""
        self.how.clear()
        self.how.offer(self._words(f"minutes.certified_how.{way}") for way in _WAYS)
        self.how.setCurrentIndex(0)
        self.on.show_day(today, self._words.language)
        self.fold_out(self.on)

    def said_how(self) -> str:
        """Return the way as the minutes print it: in Thai where it is one of the usual ways."""
        at = self.how.findText(self.how.currentText())
        if at < 0:
            return self.how.currentText()
        return Wording("th")(f"minutes.certified_how.{_WAYS[at]}")


class ReopenFold(Fold):
    """Why the minutes are opened again."""

    def __init__(self, words: Words, reopen: Callable[[], object]) -> None:
        super().__init__(words, button(words, "minutes.reopen", reopen, look="primary"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        words.tell(self.reason.setPlaceholderText, "minutes.reopen_hint")
        self.lay_out(field(words, "minutes.reopen_reason", self.reason))

    def begin(self) -> None:
        """Ask."""
        self.reason.clear()
        self.fold_out(self.reason)
