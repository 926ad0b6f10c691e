"""Questions asked while typing, of which only the latest answer counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

PAUSE = 150
"""Milliseconds without a key before a question is asked."""


class Latest(QObject):
    """Asks `question` after a pause; answers of earlier questions are dropped."""

    def __init__(self, parent: QObject, question: Callable[[], object]) -> None:
        super().__init__(parent)
        self._number = 0
        self._question = question
        self.is_open = False
        """Whether the newest question still waits for its answer."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(question)

    def later(self) -> None:
        """Ask after the pause; the answer of an earlier question no longer counts."""
        self._number += 1
        self.is_open = True
        self._timer.start()

    def now(self) -> None:
        """Ask at once where the pause has not ended yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._question()

    def settle(self) -> None:
        """Ask nothing more, and drop what was asked."""
        self._number += 1
        self.is_open = False
        self._timer.stop()

    def only(self, show: Callable[[Any], object]) -> Callable[[Any], None]:
        """Return `show`, deaf to the answer if a newer question was asked meanwhile."""
        number = self._number

        def heard(answer: Any) -> None:
            if number == self._number:
                self.is_open = False
                show(answer)

        return heard


class AtOnce:
    """Asks without any pause: now where no question is under way, else when its answer comes.

    So each key is answered as fast as the worker can, and keys never queue up before it.
    """

    def __init__(self, question: Callable[[], object]) -> None:
        self._question = question
        self._is_asked = self._is_stale = self._is_dropped = False

    @property
    def is_open(self) -> bool:
        """Whether the newest question still waits for its answer."""
        return self._is_asked and not self._is_dropped

    def ask(self) -> None:
        """Ask for what is typed now."""
        self._is_dropped = False
        if self._is_asked:
            self._is_stale = True
            return
        self._is_asked, self._is_stale = True, False
        self._question()

    def settle(self) -> None:
        """Ask nothing more, and drop what was asked."""
        self._is_dropped, self._is_stale = True, False

    def only(self, show: Callable[[Any], object]) -> Callable[[Any], None]:
        """Return `show`, deaf to answers that are no longer wanted."""

        def heard(answer: Any) -> None:
            is_wanted = not self._is_stale and not self._is_dropped
            self.ended()
            if is_wanted:
                show(answer)

        return heard

    def ended(self) -> None:
        """Hear that a question ended, with an answer or without; ask what is due."""
        self._is_asked = False
        if self._is_stale:
            self.ask()
