"""One question with one line for its answer, under the list that it is about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.ui.controls import Text, button, card, column, field, row

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page


class AskLine(QFrame):
    """Hidden until it asks. Enter gives the answer, Esc goes back; both hide it."""

    def __init__(self, page: "Page", key: str, back: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._back = page, back
        self._give: Callable[[str], object] = lambda _: None
        self._question = Text("lead", wraps=True)
        self.line = QLineEdit()
        self.line.setMaxLength(300)
        self.line.returnPressed.connect(self.give)
        save = button(page.words, "ask_line.give", self.give, look="primary")
        leave = button(page.words, "registration.back", self.leave)
        answer = row(field(page.words, key, self.line), save, leave)
        answer.setStretch(0, 1)
        for made in (save, leave):
            answer.setAlignment(made, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(card(self._question, answer, gap=6)))
        self.hide()

    def ask(self, question: str, give: Callable[[str], object], *, ready: str = "") -> None:
        """Ask; `give` gets the answer. `ready` stands in the line, chosen to be typed over."""
        self._give = give
        self._question.say(question)
        self.line.setText(ready)
        self.line.selectAll()
        self.show()
        self.line.setFocus()

    def give(self) -> None:
        """Give the answer; an empty one is none."""
        answer = self.line.text().strip()
        if not answer:
            self._page.say("ask_line.needed", "warn")
            self.line.setFocus()
            return
        self.leave()
        self._give(answer)

    def leave(self) -> None:
        """Go back without an answer."""
        self.hide()
        self._back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
