"""The minutes that everybody may speak; kept on this laptop for each forum."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forum_desktop import services
from forum_desktop.thai.digits import to_arabic_digits

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page

_USUAL = 3
_WIDTH = 64


class LimitLine(QLineEdit):
    """Holds minutes; an empty line or 0 is no limit."""

    def __init__(
        self, page: "Page", changed: Callable[[], object], back: Callable[[], object]
    ) -> None:
        super().__init__()
        self._page, self._changed, self._back = page, changed, back
        self.setMaxLength(3)
        self.setFixedWidth(_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setText(str(_USUAL))
        self.textEdited.connect(lambda _: self._keep())

    def seconds(self) -> int:
        """Return the limit in seconds; 0 is none."""
        digits = to_arabic_digits(self.text()).strip()
        return int(digits) * 60 if digits.isdecimal() else 0

    def forum_opened(self) -> None:
        """Read what was set for this forum."""
        place = self._place()
        self.setText(str(_USUAL))
        self._page.look_up(lambda desk: services.drafts.read_draft(desk, place), self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Enter and Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self._back()
        else:
            super().keyPressEvent(event)

    def _show(self, kept: str) -> None:
        if kept:
            self.setText(kept)
        self._changed()

    def _keep(self) -> None:
        # An empty draft would be forgotten, and the usual limit come back.
        place, typed = self._place(), self.text().strip() or "0"
        self._page.look_up(
            lambda desk: services.drafts.keep_draft(desk, place, typed), lambda _: None
        )
        self._changed()

    def _place(self) -> str:
        return f"{self._page.forum_id}/speakers/limit"
