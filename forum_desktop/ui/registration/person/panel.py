"""What the cards about one person share: a head with its key, and the one who is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QWidget

from forum_desktop.ui.controls import Text, card, column, row, told
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.registration.person.reading import Shown


class Panel(QFrame):
    """One card. It acts through its page; the news bring it what came of it."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self.page, self.words = page, page.words
        self.shown: Shown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_person(self, shown: "Shown | None") -> None:
        """Show a person, or nobody."""
        self.shown = shown
        self.tell()

    def tell(self) -> None:
        """Say what the card shows, in the current language."""

    def first(self) -> QWidget | None:
        """Return where the cursor comes to: the first control that can be used."""
        controls = self.findChildren(QWidget)
        return next((c for c in controls if _takes_cursor(c) and c.isVisibleTo(self)), None)

    def lay_out(
        self,
        key: str,
        symbol: str,
        *items: QWidget | QLayout,
        sign: str = "",
        aside: QWidget | None = None,
    ) -> None:
        """Put the items into the card under its head; `sign` is the key that leads to it."""
        picture = QLabel()
        show_picture(picture, symbol, TOKENS.primary)
        shortcut = Text("small")
        shortcut.say(sign)
        head = row(picture, told(self.words, key, "lead"), shortcut, None, gap=8)
        if aside is not None:
            head.addWidget(aside)
        self.setLayout(column(card(head, *items, gap=8)))


def _takes_cursor(control: QWidget) -> bool:
    return control.isEnabled() and bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)
