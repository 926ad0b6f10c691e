"""Blocks printed by themselves, on plain pages."""

from forum_desktop.documents.house.printing import Label, print_pages
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition

FRAME = Frame(left=70, right=70, top=70, bottom=56)
LABEL = Label(
    title="เอกสารทดสอบ",
    kind=DocumentKind.MINUTES,
    edition=Edition.PUBLIC,
    forum_code="NP69",
    fingerprint="0000-0000-0000-0000",
)


def start_plain(sheet: Sheet, number: int) -> None:
    """Begin a page with nothing."""


def printed(*blocks: Block) -> bytes:
    """Return a PDF of the blocks."""
    return print_pages(blocks, FRAME, start_plain, LABEL)
