"""The sidebar: the pages with their keys, and the language."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout

from forum_desktop.ui.controls import Text, column
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.pages import SIGNS, PageName, PageSign
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

_EDGES = 32
_WIDTH = round(220 * TOKENS.body / 16)


class Sidebar(QFrame):
    """Says where one is and leads elsewhere."""

    def __init__(
        self,
        words: Words,
        visit: Callable[[PageName], object],
        show_commands: Callable[[], None],
        other_language: Callable[[], None],
    ) -> None:
        super().__init__()
        self._words = words
        self._visit = visit
        self._buttons: dict[PageName, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setProperty("look", "sidebar")
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 14)
        layout.setSpacing(2)
        layout.addLayout(self._head())
        for sign in SIGNS:
            if sign.in_sidebar:
                layout.addWidget(self._button(sign))
        layout.addStretch(1)
        layout.addLayout(self._foot(show_commands, other_language))

    def show_current(self, name: PageName) -> None:
        """Mark the page that is in front."""
        self._group.setExclusive(name in self._buttons)
        for other, made in self._buttons.items():
            made.setChecked(other == name)

    def button(self, name: PageName) -> QPushButton:
        """Return the button of a page."""
        return self._buttons[name]

    def _head(self) -> QVBoxLayout:
        name, motto = Text("title"), Text("small")
        self._words.tell(name.say, "app.name")
        self._words.tell(motto.say, "app.motto")
        head = column(name, motto, gap=0)
        head.setContentsMargins(20, 0, 12, 14)
        return head

    def _button(self, sign: PageSign) -> QPushButton:
        made = FittingButton(_EDGES)
        show_icon(made, sign.symbol, TOKENS.sidebar_ink)
        made.setCheckable(True)
        made.setProperty("look", "nav")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words.tell(lambda text: made.setText(f"  {text}"), sign.wording_key)
        self._words.tell(made.setAccessibleName, sign.wording_key)
        made.clicked.connect(lambda: self._visit(sign.name))
        _put_at_right(made, sign.key_name)
        self._group.addButton(made)
        self._buttons[sign.name] = made
        return made

    def _foot(
        self, show_commands: Callable[[], None], other_language: Callable[[], None]
    ) -> QVBoxLayout:
        search = self._foot_button("search", "palette.open", show_commands)
        _put_at_right(search, "Ctrl+K")
        switch = self._foot_button("languages", "window.other_language", other_language)
        self._words.tell(switch.setAccessibleName, "window.change_language")
        self._words.tell(switch.setToolTip, "window.change_language")
        foot = column(search, switch, gap=6)
        foot.setContentsMargins(16, 0, 16, 0)
        return foot

    def _foot_button(self, symbol: str, says: str, act: Callable[[], None]) -> QPushButton:
        made = FittingButton(_EDGES)
        show_icon(made, symbol, TOKENS.sidebar_ink)
        made.setProperty("look", "language")
        self._words.tell(lambda text: made.setText(f" {text}"), says)
        self._words.tell(made.setAccessibleName, says)
        made.clicked.connect(act)
        return made


def _put_at_right(button: QPushButton, text: str) -> None:
    hint = QLabel(text)
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    layout = QVBoxLayout(button)
    layout.setContentsMargins(0, 0, 14, 0)
    layout.addWidget(hint, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
