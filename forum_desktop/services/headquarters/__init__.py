"""Acts at headquarters: its keys, and taking in the bundles of all forums."""

from forum_desktop.services.headquarters.desk import keep_place, last_place, office_at
from forum_desktop.services.headquarters.filing import file_bundle
from forum_desktop.services.headquarters.keys import make_keys, read_keys
from forum_desktop.services.headquarters.minutes import forum_of_code, write_document
from forum_desktop.services.headquarters.office import Office, open_office
from forum_desktop.services.headquarters.opening import list_openings, open_identity
from forum_desktop.services.headquarters.receipts import read_receipt
from forum_desktop.services.headquarters.reporting import read_report, search, write_report
from forum_desktop.services.headquarters.watching import watch

__all__ = [
    "Office",
    "file_bundle",
    "forum_of_code",
    "keep_place",
    "last_place",
    "list_openings",
    "make_keys",
    "office_at",
    "open_identity",
    "open_office",
    "read_keys",
    "read_receipt",
    "read_report",
    "search",
    "watch",
    "write_document",
    "write_report",
]
