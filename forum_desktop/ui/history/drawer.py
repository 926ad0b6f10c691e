"""The drawer at the right of the window: what was done to the thing that is chosen (Ctrl+H).

It lies in the window's own body, so that what covers the window covers it too.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from forum_desktop import services
from forum_desktop.ui.controls import ElidedText, Text, button, column, named, row, told
from forum_desktop.ui.history.lines import BADGE_WIDTH, HistoryLines
from forum_desktop.ui.history.spelling import thing_name
from forum_desktop.ui.history.subject import chosen_id
from forum_desktop.ui.keys import CTRL, NONE, Shortcuts
from forum_desktop.ui.long_list import LongList

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.history import History
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.words import Words

_NARROWEST, _SHARE = 520, 0.46


class HistoryDrawer(QFrame):
    """Shows one history, the newest first; nothing can be changed here."""

    def __init__(self, window: QMainWindow, pages: QStackedWidget, words: "Words") -> None:
        super().__init__(window.centralWidget())
        self._pages, self.words = pages, words
        self._history: History | None = None
        self._wanted: UUID | None = None
        self._came_from: QWidget | None = None
        self._lines = HistoryLines(words)
        self.shortcuts: Shortcuts = {
            (NONE, Qt.Key.Key_Escape): self.close_drawer,
            (CTRL, Qt.Key.Key_H): self.close_drawer,
        }
        self.setProperty("look", "popup")
        self._kind, self._label = Text("soft"), ElidedText("lead")
        self._note = Text("soft", wraps=True)
        self.revisions = named(
            words, "history.title", LongList(self._lines.line, badge_width=BADGE_WIDTH)
        )
        self._lay_out()
        self.hide()
        words.tell(lambda _: self._show(), "history.title")
        pages.currentChanged.connect(self.hide)
        pages.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def open_for(self, page: "Page") -> None:
        """Show the history of what is chosen on a page, of the forum where nothing is."""
        wanted = chosen_id(page)
        if wanted is None:
            wanted = page.overview.forum.id if page.overview else None
        if wanted is None:
            page.say("history.choose_first", "warn")
            return
        self._wanted, self._came_from = wanted, QApplication.focusWidget()
        entity = wanted
        page.look_up(lambda desk: services.histories.history_of(desk, entity), self._take)

    def close_drawer(self) -> None:
        """Go back to where the cursor was."""
        self.hide()
        came_from = self._came_from
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()

    def history(self) -> "History | None":
        """Return what is shown."""
        return self._history

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing stay of what was shown."""
        super().hideEvent(event)
        self._wanted = self._history = None
        self.revisions.set_rows(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right of the pages."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _take(self, history: "History") -> None:
        if history.id != self._wanted:
            return
        self._history = history
        self._lines.about = history.entity_type
        self._show()
        self._place()
        self.show()
        self.raise_()
        self.revisions.choose(0)
        self.revisions.setFocus()

    def _show(self) -> None:
        history = self._history
        if history is None:
            return
        words, count = self.words, len(history.revisions)
        self._kind.say(words("history.of", kind=thing_name(words, history.entity_type), n=count))
        self._label.say(history.label or words("history.no_label"))
        self._note.say(words("history.sealed"))
        self._note.setVisible(history.is_sealed)
        self.revisions.set_rows(history.revisions[::-1])

    def _place(self) -> None:
        area = self._pages.geometry()
        wide = min(area.width(), max(_NARROWEST, int(area.width() * _SHARE)))
        self.setGeometry(area.right() - wide + 1, area.top(), wide, area.height())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Who goes on working beside it has done with it: the page's keys are hers again.
        if now is None or not self.isVisible() or now is self or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self.hide()

    def _lay_out(self) -> None:
        words = self.words
        close = button(words, "history.close", self.close_drawer, look="quiet", symbol="x")
        head = row(told(words, "history.title", "title"), None, close)
        body = column(head, self._kind, self._label, self._note, self.revisions, gap=6)
        body.setContentsMargins(18, 12, 18, 14)
        body.setStretch(4, 1)
        self.setLayout(body)
