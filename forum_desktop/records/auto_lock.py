"""When the window covers itself."""

from dataclasses import dataclass

LOCK_MINUTES = (2, 5, 10, 20, 30, 60)
"""Minutes without a key or a click from which the user chooses."""


@dataclass(frozen=True, slots=True)
class AutoLock:
    """After how many idle minutes the window is covered; only a protected file has that."""

    is_on: bool
    minutes: int
