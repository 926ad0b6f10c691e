"""The box of Ctrl+K: type a part of what you want to do, Enter does it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget
from shiboken6 import isValid

from forum_desktop.ui.controls import Text, column, named
from forum_desktop.ui.keys import CTRL, NONE, Shortcuts
from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.palette.commands import Command, found
from forum_desktop.ui.record_list import Line

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_WIDE, _HIGH, _TOP = 720, 460, 84
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandBox(QFrame):
    """Lies in the window's own body, so that what covers the window covers it too."""

    def __init__(
        self, body: QWidget, words: "Words", collect: Callable[[], Sequence[Command]]
    ) -> None:
        super().__init__(body)
        self._body, self._words, self._collect = body, words, collect
        self._all: Sequence[Command] = ()
        self._came_from: QWidget | None = None
        self.shortcuts: Shortcuts = {
            (NONE, Qt.Key.Key_Escape): self.close_box,
            (CTRL, Qt.Key.Key_K): self.close_box,
        }
        self.setProperty("look", "popup")
        self.line = named(words, "palette.ask", QLineEdit())
        words.tell(self.line.setPlaceholderText, "palette.ask")
        self.list = named(words, "palette.found", LongList(_line))
        self._none = Text("soft", wraps=True)
        words.tell(self._none.say, "palette.none")
        self._lay_out()
        self.hide()

    def open_box(self) -> None:
        """Show what can be done now."""
        self._came_from = QApplication.focusWidget()
        self._all = self._collect()
        self.line.clear()
        self._show(found(self._all, ""))
        area = self._body.rect()
        wide, high = min(_WIDE, area.width() - 40), min(_HIGH, area.height() - 2 * _TOP)
        self.setGeometry((area.width() - wide) // 2, _TOP, wide, high)
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_box(self) -> None:
        """Go back to where the cursor was."""
        self.hide()
        came_from = self._came_from
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()

    def begin(self) -> None:
        """Do what is chosen."""
        command = self.list.chosen()
        if command is not None:
            self.close_box()
            command.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the line."""
        is_pressed = event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _type(self, typed: str) -> None:
        self._show(found(self._all, typed))

    def _show(self, held: Sequence[Command]) -> None:
        self.list.set_rows(held)
        self._none.setVisible(not held)
        if held:
            self.list.choose(0)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        is_elsewhere = now is not None and now is not self and not self.isAncestorOf(now)
        if self.isVisible() and is_elsewhere:
            self.hide()

    def _lay_out(self) -> None:
        self.line.textEdited.connect(self._type)
        self.line.returnPressed.connect(self.begin)
        self.line.installEventFilter(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _: self.begin())
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        body = column(self.line, self._none, self.list, gap=6)
        body.setContentsMargins(12, 12, 12, 12)
        body.setStretch(2, 1)
        self.setLayout(body)


def _line(command: Command) -> Line:
    return Line(text=command.name, under=command.place, mark=command.key)
