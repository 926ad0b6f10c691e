"""From set blocks to pages, and from pages to the bytes of a PDF."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.house.pausing import collector_paused
from forum_desktop.documents.pdf import Flavour, write_pdf
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.pages import (
    Frame,
    PlacedPage,
    StartPage,
    draw_page,
    lay_out,
)
from forum_desktop.documents.typesetting.sheet import Paper, Sheet

__all__ = ["ContentsLine", "Front", "Label", "LaidOut", "SetPage", "lay_out_pages", "print_pages"]


class ContentsLine(NamedTuple):
    """A heading that the outline lists, and the number of its page (from 1).

    `order` is its place among those headings, from 0.
    """

    title: str
    level: int
    page: int
    order: int


Front = Callable[[Sequence[ContentsLine]], Iterable[Block]]
"""Composes what stands before page 1, like a table of contents, from the headings."""


class SetPage(NamedTuple):
    """A page, its number among the front or the others, and what draws its head."""

    placed: PlacedPage
    number: int
    start: StartPage
    is_front: bool = False

    def draw(self, fonts: DocumentFonts) -> Sheet:
        """Draw the page with fonts that hold what others draw too."""
        return draw_page(self.placed, self.number, fonts, self.start)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document set in pages, not drawn yet; pages are counted from 1, front matter first."""

    label: Label
    paper: Paper
    pages: tuple[SetPage, ...]

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    def page_pdf(self, page: int) -> bytes:
        """Return one page as a PDF of its own, for a preview; raises IndexError beyond the last."""
        if not 1 <= page <= self.page_count:
            raise IndexError(page)
        return _write(self.pages[page - 1 : page], replace(self.label, attachment=None))

    def pdf(self, flavour: Flavour | None = None) -> bytes:
        """Return the whole document; the same blocks and label give the same bytes."""
        return _write(self.pages, self.label, flavour)


def print_pages(
    blocks: Iterable[Block],
    frame: Frame,
    start_page: StartPage,
    label: Label,
    *,
    front: Front | None = None,
    front_start: StartPage | None = None,
) -> bytes:
    """Return the PDF; the same blocks and label give the same bytes. See `lay_out_pages`."""
    laid = lay_out_pages(blocks, frame, start_page, label, front=front, front_start=front_start)
    return laid.pdf()


@collector_paused()
def lay_out_pages(
    blocks: Iterable[Block],
    frame: Frame,
    start_page: StartPage,
    label: Label,
    *,
    front: Front | None = None,
    front_start: StartPage | None = None,
) -> LaidOut:
    """Set blocks in pages; what `front` composes of their headings stands before page 1.

    Where it composes nothing there is no front. Its pages are numbered from 1 for
    `front_start` (without it for `start_page`), and the others as if it were not there.
    """
    body = _pages(blocks, frame, start_page)
    if front is None:
        return LaidOut(label, frame.paper, body)
    composed = tuple(front(_contents(body)))
    before = _pages(composed, frame, front_start or start_page) if composed else ()
    marked = tuple(page._replace(is_front=True) for page in before)
    return LaidOut(label, frame.paper, marked + body)


def _pages(blocks: Iterable[Block], frame: Frame, start: StartPage) -> tuple[SetPage, ...]:
    return tuple(SetPage(page, n, start) for n, page in enumerate(lay_out(blocks, frame), start=1))


def _contents(pages: Iterable[SetPage]) -> tuple[ContentsLine, ...]:
    listed = ((bookmark, page.number) for page in pages for bookmark in page.placed.bookmarks)
    return tuple(
        ContentsLine(bookmark.title, bookmark.level, number, order)
        for order, (bookmark, number) in enumerate(listed)
    )


@collector_paused()
def _write(pages: Sequence[SetPage], label: Label, flavour: Flavour | None = None) -> bytes:
    fonts = DocumentFonts()
    return write_pdf([page.draw(fonts) for page in pages], fonts, label, flavour)
