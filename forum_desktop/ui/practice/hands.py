"""Hands that type into the real window at a human pace: key events as a keyboard sends them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.keys import NONE

Stroke = Callable[[], bool]
"""One movement; it tells whether it was made, and is tried again where it was not."""
Strokes = Iterator[Stroke]

PACE = 90
"""Milliseconds between two strokes: a calm typist."""
_PATIENCE = 150
"""Strokes' times to wait for what must come before the next one."""


class Hands(QObject):
    """Makes one stroke after the other, and stops where what it waits for does not come."""

    def __init__(self, window: QWidget, ended: Callable[[bool], object], pace: int = PACE) -> None:
        super().__init__(window)
        self._window, self._ended = window, ended
        self._strokes: Strokes = iter(())
        self._next: Stroke | None = None
        self._waited = 0
        self.is_pressing = False
        """Whether the key that comes now is pressed by these hands."""
        self._timer = QTimer(self, interval=pace)
        self._timer.timeout.connect(self._move)

    @property
    def is_busy(self) -> bool:
        """Whether something is being typed."""
        return bool(self._timer.isActive())

    def begin(self, strokes: Strokes) -> None:
        """Type."""
        self._strokes, self._next, self._waited = strokes, None, 0
        self._timer.start()

    def stop(self) -> None:
        """Take the hands off."""
        self._timer.stop()
        self._strokes, self._next = iter(()), None

    def press(self, key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> bool:
        """Press and release one key; the window need not be in front."""
        self.is_pressing = True
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            QCoreApplication.sendEvent(self._window.windowHandle(), event)
        self.is_pressing = False
        return True

    def key(self, key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> Stroke:
        """Return the stroke of a key."""
        return lambda: self.press(key, modifiers, text)

    def enter(self, modifiers: Qt.KeyboardModifier = NONE) -> Stroke:
        """Return the stroke of Enter."""
        return self.key(Qt.Key.Key_Return, modifiers, "\r")

    def type(self, text: str) -> Strokes:
        """Yield the strokes of a text; Thai letters have no key name of their own."""
        for letter in text:
            named = Qt.Key.Key_unknown if ord(letter) > 127 else ord(letter.upper())
            yield self.key(named, text=letter)

    def tab_to(self, target: QWidget) -> Strokes:
        """Yield Tab until a control has the cursor."""
        while not target.hasFocus():
            yield self.key(Qt.Key.Key_Tab, text="\t")

    def _move(self) -> None:
        if self._next is None:
            self._next = next(self._strokes, None)
        if self._next is None:
            self._end(is_whole=True)
        elif self._next():
            self._next, self._waited = None, 0
        elif (waited := self._waited + 1) > _PATIENCE:
            self._end(is_whole=False)
        else:
            self._waited = waited

    def _end(self, *, is_whole: bool) -> None:
        self.stop()
        self._ended(is_whole)
