"""News: after an act, which kinds of things changed; pages never know each other."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Kind(StrEnum):
    """A kind of thing that an act changes."""

    FORUM = "forum"
    ATTENDEES = "attendees"
    OPINIONS = "opinions"
    COMPLAINTS = "complaints"
    MINUTES = "minutes"
    MEETING = "meeting"
    HALL = "hall"
    PROTECTION = "protection"


class News(QObject):
    """Tells every listener what changed; each decides what to read again."""

    changed = Signal(object)

    def announce(self, *kinds: Kind) -> None:
        """Say that these kinds of things changed."""
        self.changed.emit(frozenset(kinds))
