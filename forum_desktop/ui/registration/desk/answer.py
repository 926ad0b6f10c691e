"""The big answer of the registration desk, read from across the table."""

from typing import Literal

from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import Text, column, restyle

AnswerTone = Literal["good", "warn", "info"]


class Answer(QFrame):
    """One coloured panel: what the desk did, or what Enter will do."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self._detail = Text("title", wraps=True), Text("body", wraps=True)
        layout = column(self._head, self._detail, gap=0)
        layout.setContentsMargins(16, 6, 16, 8)
        self.setLayout(layout)
        self.setMinimumHeight(88)

    def say(self, head: str, detail: str, tone: AnswerTone) -> None:
        """Show an answer."""
        self._head.say(head)
        self._detail.say(detail)
        self.setAccessibleName(f"{head} {detail}")
        restyle(self, look="message", tone=tone)
        for text in (self._head, self._detail):
            restyle(text, tone=tone)

    def head(self) -> str:
        """Return the head of the answer."""
        return self._head.said()
