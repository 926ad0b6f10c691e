"""What a facilitator sees before the first forum: the four steps of the day."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from forum_desktop.ui.controls import button, column, row, told
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

_STEPS = (
    ("landmark", "welcome.create", "welcome.create_how"),
    ("user-check", "welcome.register", "welcome.register_how"),
    ("message-square-text", "welcome.capture", "welcome.capture_how"),
    ("file-text", "welcome.minutes", "welcome.minutes_how"),
)
_WIDEST = 640


class Welcome(QFrame):
    """Teaches by naming what comes first."""

    def __init__(
        self, words: Words, begin_guide: Callable[[], object], look_over: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        inner = QFrame()
        inner.setMaximumWidth(_WIDEST)
        steps = [_step(words, *step) for step in _STEPS]
        head = told(words, "welcome.title", "title")
        lead = told(words, "welcome.lead", "soft", wraps=True)
        ready = button(words, "preflight.open", look_over, symbol="list-checks")
        guide = button(words, "guide.begin", begin_guide, look="primary", symbol="list-checks")
        inner.setLayout(column(head, lead, *steps, row(guide, ready, None), gap=18))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        line = row(None, inner, None)
        line.setStretch(1, 8)
        layout.addLayout(line)
        layout.addStretch(3)


def _step(words: Words, symbol: str, name: str, how: str) -> QVBoxLayout:
    sign = QLabel()
    show_picture(sign, symbol, TOKENS.primary, 30)
    sign.setFixedWidth(48)
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    texts = column(told(words, name, "lead"), told(words, how, "soft", wraps=True), gap=0)
    line = row(sign, texts)
    line.setStretch(1, 1)
    return column(line)
