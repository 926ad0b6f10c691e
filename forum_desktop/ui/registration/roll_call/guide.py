"""What stands where names would be while no group is open: the keys of a roll call."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from forum_desktop.ui.controls import card, column, row, told
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_KEYS = ("open", "here", "away", "undo", "substitute", "close")


class Guide(QFrame):
    """Says how to open a group and what each key does then."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        head = told(words, "roll_call.how", "title", wraps=True)
        privacy = told(words, "roll_call.privacy", "soft", wraps=True)
        shield = QLabel()
        show_picture(shield, "shield-check", TOKENS.ink_soft, 20)
        note = row(shield, privacy, gap=8)
        note.setStretch(1, 1)
        body = column(head, self._keys(words), note, gap=24)
        body.setContentsMargins(24, 0, 24, 0)
        sides = column(None, body, None)
        sides.setStretch(2, 1)
        self.setLayout(column(card(sides)))

    def _keys(self, words: "Words") -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(_KEYS):
            grid.addWidget(told(words, f"roll_call.key_{name}", "field"), at, 0)
            grid.addWidget(told(words, f"roll_call.does_{name}", wraps=True), at, 1)
        return grid
