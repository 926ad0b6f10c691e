"""A little longer after each wrong try, so that nobody tries a hundred."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_FREE = 3
"""Tries that cost no waiting: fingers slip."""

_LONGEST = 30
_SECOND = 1000


class Patience(QObject):
    """Counts wrong tries and the seconds until the next; `tell` hears the seconds left."""

    def __init__(self, parent: QObject, tell: Callable[[int], object]) -> None:
        super().__init__(parent)
        self._tell = tell
        self._wrong = self._left = 0
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._tick)

    @property
    def is_waiting(self) -> bool:
        """Whether the next try has to wait."""
        return self._left > 0

    def wrong(self) -> None:
        """Count a wrong try: the third costs a second, each later one twice as many."""
        self._wrong += 1
        if self._wrong >= _FREE:
            self._left = min(2 ** (self._wrong - _FREE), _LONGEST)
            self._timer.start()
            self._tell(self._left)

    def right(self) -> None:
        """Begin anew."""
        self._wrong = self._left = 0
        self._timer.stop()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
        self._tell(self._left)
