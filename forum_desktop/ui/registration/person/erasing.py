"""What is asked before a person is erased: why, and the word or the second key that means it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from forum_desktop.ui.controls import Text, button, column, field, row, told
from forum_desktop.ui.folding import ENTER, Fold
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.words import Words

ERASING_WORD = "ลบ"
_WIDTH = 150


class EraseFold(Fold):
    """Erases only when the word is typed or Ctrl+Delete is pressed here, and never unasked."""

    def __init__(self, words: Words, erase: Callable[[str], object]) -> None:
        super().__init__()
        self._words, self._erase = words, erase
        self.trouble = Text(wraps=True)
        self.trouble.setProperty("tone", "bad")
        self.reason, self.word = QLineEdit(), QLineEdit()
        self.reason.setMaxLength(300)
        self.word.setMaxLength(20)
        self.word.setFixedWidth(_WIDTH)
        for line in (self.reason, self.word):
            line.installEventFilter(self)
        self.go_button = button(words, "person.erase_go", self.erase, symbol="trash-2")
        self._lay_out(button(words, "person.fold_in", self.fold_in, look="quiet"))

    def begin(self) -> None:
        """Ask."""
        self.reason.clear()
        self.word.clear()
        self.trouble.hide()
        self.fold_out(self.reason)

    def erase(self) -> None:
        """Erase where the word stands."""
        typed = self.word.text().strip().casefold()
        if typed in {ERASING_WORD, self._words("person.erase_word").casefold()}:
            self._go_on()
        else:
            self._refuse("person.erase_word_needed", self.word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Enter from the reason to the word and on; Ctrl+Delete means it too."""
        here = self.window().focusWidget()
        if event.key() in ENTER and here is self.reason:
            self.word.setFocus()
        elif event.key() in ENTER and isinstance(here, QPushButton):
            here.click()
        elif event.key() in ENTER:
            self.erase()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Delete from the lines, where it would delete a word of the typing."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & CTRL and event.key() == Qt.Key.Key_Delete:
            self.second_key()
            return True
        return False

    def second_key(self) -> None:
        """Erase by the key instead of the word."""
        self._go_on()

    def _go_on(self) -> None:
        if self.reason.text().strip():
            self._erase(self.reason.text())
        else:
            self._refuse("person.erase_reason_needed", self.reason)

    def _refuse(self, key: str, field_with_fault: QLineEdit) -> None:
        self.trouble.say(self._words(key))
        self.trouble.show()
        field_with_fault.setFocus()

    def _lay_out(self, back: QPushButton) -> None:
        words = self._words
        reason = field(words, "person.reason", self.reason)
        fields = row(reason, field(words, "person.erase_word_ask", self.word), gap=8)
        fields.setStretch(0, 1)
        body = column(
            told(words, "person.erase_ask", "lead", wraps=True),
            told(words, "person.erase_stays", wraps=True),
            fields,
            self.trouble,
            row(self.go_button, back, None, gap=8),
            gap=6,
        )
        body.setContentsMargins(12, 8, 12, 10)
        self.setLayout(body)
        self.setProperty("look", "message")
        self.setProperty("tone", "bad")
