"""The privacy notice of the pack, large enough to turn the screen round and let a person read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import Text, button, card, column, row
from forum_desktop.ui.registration.person.fitted import FittedText

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.pack import Notice
    from forum_desktop.ui.words import Words

_SIZES = (40, 36, 33, 30, 27, 24, 22)
_CLOSING = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PAGES = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1}


class NoticePoster(QFrame):
    """As large as it fits; arrows turn the page of a long one, Esc or Enter puts it away."""

    def __init__(self, words: "Words", back: "Callable[[], object]") -> None:
        super().__init__()
        self._words, self._back = words, back
        self.title, self.text = Text("display", wraps=True), FittedText(_SIZES)
        self.version = Text("small")
        self.back_button = button(words, "person.notice_close", back, look="quiet")
        foot = row(self.version, None, self.back_button)
        self.setLayout(column(card(self.title, self.text, foot, widest=1)))

    def show_notice(self, notice: "Notice | None") -> None:
        """Show a notice."""
        self.title.say(notice.title if notice else "")
        self.text.say(notice.text if notice else self._words("person.notice_none"))
        version = self._words("person.notice_version", version=notice.version) if notice else ""
        self.version.say(version)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page, or put the notice away."""
        if event.key() in _CLOSING:
            self._back()
        elif event.key() in _PAGES:
            self.text.turn(_PAGES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
