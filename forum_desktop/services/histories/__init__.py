"""What the log tells of a thing: who changed what of it, when, from what to what, and why."""

from forum_desktop.services.histories.naming import Names, label_of
from forum_desktop.services.histories.reading import history_of, last_writing
from forum_desktop.services.histories.zones import zone_of

__all__ = ["Names", "history_of", "label_of", "last_writing", "zone_of"]
