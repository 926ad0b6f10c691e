"""Reading again what a view shows: news in a row lead to one more reading, not to many."""

from collections.abc import Callable


class Rereading:
    """Asks `ask` at once, or once more when the reading that is on its way has ended."""

    def __init__(self, ask: Callable[[], object]) -> None:
        self._ask = ask
        self._is_on = self._is_stale = False

    def again(self) -> None:
        """Read again."""
        if self._is_on:
            self._is_stale = True
            return
        self._is_on, self._is_stale = True, False
        self._ask()

    def ended(self) -> None:
        """Hear that the reading has ended, with an answer or without."""
        self._is_on = False
        if self._is_stale:
            self.again()
