"""Hands at the keyboard of a real window, and eyes on what it paints."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

PATIENCE = 30.0
_PULSE = 200
"""Milliseconds after which a wait looks at the clock though nothing happened."""
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Hands:
    """Presses keys, which go to whatever has the focus, and counts them."""

    def __init__(self, window: QWidget) -> None:
        self._window, self.pressed = window, 0

    def press(self, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press and release a key."""
        self.pressed += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, 0, 0, 0, text)
            QCoreApplication.sendEvent(self._window.windowHandle(), event)

    def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for letter in text:
            self.press(Qt.Key.Key_unknown if ord(letter) > 127 else ord(letter.upper()), letter)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return, "\r")


class Eyes(QObject):
    """See when a widget is painted while something holds."""

    def __init__(self, watched: QObject, holds: Callable[[], bool]) -> None:
        super().__init__()
        self._holds, self.has_seen = holds, False
        watched.installEventFilter(self)

    def wait(self) -> None:
        """Wait for the next such painting."""
        until(lambda: self.has_seen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting and let it be."""
        if event.type() == QEvent.Type.Paint and self._holds():
            self.has_seen = True
        return False


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds; it sleeps between events, as it does in use."""
    pulse = QTimer()
    pulse.start(_PULSE)
    end = time.monotonic() + PATIENCE
    while not holds():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise TimeoutError("the window did not answer")


def settle(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)
