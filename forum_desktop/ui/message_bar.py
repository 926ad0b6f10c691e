"""One plain sentence at the head of a page: what happened, what is safe, what to do."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from forum_desktop.ui.controls import Text, restyle
from forum_desktop.ui.icons import picture, show_icon
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

Tone = Literal["good", "warn", "bad"]
_SYMBOLS = {"good": "circle-check", "warn": "info", "bad": "triangle-alert"}


class MessageBar(QFrame):
    """Hidden until there is something to say; stays until the next act or until closed."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._symbol = QLabel()
        self._sentence = Text(wraps=True)
        # Ignored would let the bar shrink to one line of a long sentence.
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._symbol)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._closer(words))
        self.hide()

    def say(self, sentence: str, tone: Tone = "bad") -> None:
        """Show a sentence."""
        color = {"good": TOKENS.good, "warn": TOKENS.warn, "bad": TOKENS.bad}[tone]
        self._symbol.setPixmap(picture(_SYMBOLS[tone], color))
        self._sentence.say(sentence)
        self.setAccessibleName(sentence)
        restyle(self, look="message", tone=tone)
        restyle(self._sentence, tone=tone)
        self.show()

    def sentence(self) -> str:
        """Return what is being said; empty when nothing is."""
        return self._sentence.said() if not self.isHidden() else ""

    def _closer(self, words: Words) -> QPushButton:
        closer = QPushButton()
        closer.setProperty("look", "quiet")
        show_icon(closer, "x", TOKENS.ink_soft, 16)
        words.tell(closer.setAccessibleName, "message.close")
        words.tell(closer.setToolTip, "message.close")
        closer.clicked.connect(self.hide)
        return closer
