"""What the cards of this view share: a head with its picture, over what the card holds."""

from PySide6.QtWidgets import QFrame, QLabel, QLayout, QWidget

from forum_desktop.ui.controls import Text, card, row, told
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words


def headed(
    words: Words,
    key: str,
    symbol: str,
    *items: QWidget | QLayout,
    sign: str = "",
    widest: int = -1,
) -> QFrame:
    """Return a card under its head; `sign` is the key that leads to it, `widest` as in `card`."""
    picture, shortcut = QLabel(), Text("small")
    show_picture(picture, symbol, TOKENS.primary)
    shortcut.say(sign)
    head = row(picture, told(words, key, "lead"), shortcut, None, gap=8)
    return card(head, *items, gap=6, widest=widest)
