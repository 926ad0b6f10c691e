"""Telling how far a long work is, and heeding a wish to stop."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from forum_desktop.errors import Cancelled

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]
_Item = TypeVar("_Item")

_SETTING_SHARE = 0.9
"""The part of the work that is setting text; the rest is writing the file."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on: `progress` hears shares from 0 to 1, `cancelled` says when to stop."""

    progress: Progress | None = None
    cancelled: IsCancelled | None = None

    def over(self, items: Iterable[_Item], expected: int) -> Iterator[_Item]:
        """Pass items on, about `expected` of them; raises Cancelled soon after a wish to stop."""
        for done, item in enumerate(items):
            if self.cancelled and self.cancelled():
                raise Cancelled
            if self.progress:
                self.progress(_SETTING_SHARE * min(1.0, done / max(expected, 1)))
            yield item

    def finish(self) -> None:
        """Tell that all is done."""
        if self.progress:
            self.progress(1.0)
