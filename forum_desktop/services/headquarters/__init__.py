"""Acts at headquarters: its keys, and taking in the bundles of all forums."""

from forum_desktop.services.headquarters.filing import file_bundle
from forum_desktop.services.headquarters.keys import make_keys, read_keys
from forum_desktop.services.headquarters.office import Office, open_office
from forum_desktop.services.headquarters.receipts import read_receipt
from forum_desktop.services.headquarters.watching import watch

__all__ = [
    "Office",
    "file_bundle",
    "make_keys",
    "open_office",
    "read_keys",
    "read_receipt",
    "watch",
]
