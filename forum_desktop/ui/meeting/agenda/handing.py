"""A handover while the meeting runs: in the place of the notes, the moment filled in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import column
from forum_desktop.ui.minutes.handover import Handover
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from forum_desktop.ui.page import Page

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Handing(QFrame):
    """Enter records, Esc folds in again."""

    def __init__(self, page: "Page", back: Callable[[], object]) -> None:
        super().__init__()
        self._back = back
        self.form = Handover(page, Kind.MEETING, tells_made=False)
        self.form.saved.connect(self.fold_in)
        self.setLayout(column(self.form))
        self.hide()

    def begin(self, now: "datetime") -> None:
        """Ask who hands what to whom, at this moment."""
        self.show()
        self.form.begin(now)

    def fold_in(self) -> None:
        """Ask no more."""
        self.hide()
        self._back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record on Enter, go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold_in()
        elif event.key() in _ENTER:
            self.form.save()
        else:
            super().keyPressEvent(event)
