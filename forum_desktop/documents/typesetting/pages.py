"""Filling pages with blocks: nothing parted from its heading, no lone lines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.paragraph import Paragraph
from forum_desktop.documents.typesetting.sheet import A4, Bookmark, Paper, Sheet


@dataclass(frozen=True, slots=True)
class Frame:
    """A page and its margins, in points."""

    left: float
    right: float
    top: float
    bottom: float
    paper: Paper = A4

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.paper.width - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text."""
        return self.paper.height - self.top - self.bottom


class Placement(NamedTuple):
    """A block and where its upper left corner lies on the page, in points."""

    block: Block
    x: float
    top: float


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page whose blocks have their places, and that can be drawn at any time."""

    paper: Paper
    placements: tuple[Placement, ...]

    @property
    def bookmarks(self) -> Iterator[Bookmark]:
        """The headings on the page that the outline lists."""
        for block, _, top in self.placements:
            if isinstance(block, Paragraph) and block.is_listed:
                yield block.bookmark(top)


StartPage = Callable[[Sheet, int], None]
"""Draws what a page begins with, like its number (from 1)."""


def lay_out(blocks: Iterable[Block], frame: Frame) -> Iterator[PlacedPage]:
    """Place blocks one under the other; yield each page, at least one, as soon as it is full."""
    filler = _Filler(frame)
    for group in _groups(blocks):
        filler.place_group(group)
        yield from filler.take_full()
    yield filler.last_page()


def draw_page(page: PlacedPage, number: int, fonts: DocumentFonts, start_page: StartPage) -> Sheet:
    """Return a page as drawn; `number` is what `start_page` hears."""
    sheet = Sheet(fonts, page.paper)
    start_page(sheet, number)
    for block, x, top in page.placements:
        block.draw(sheet, x, top)
    return sheet


def _groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield each heading together with what must follow it on its page."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keeps_next:
            yield group
            group = []
    if group:
        yield group


class _Filler:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._full: list[PlacedPage] = []
        self._placements: list[Placement] = []
        self._left = frame.height

    def place_group(self, group: list[Block]) -> None:
        least = _least_height(group)
        if least > self._left and least <= self._frame.height:
            self._next_page()
        for block in group:
            self._place(block)

    def take_full(self) -> list[PlacedPage]:
        """Return the pages filled since the last call."""
        full, self._full = self._full, []
        return full

    def last_page(self) -> PlacedPage:
        return PlacedPage(self._frame.paper, tuple(self._placements))

    def _place(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            self._space(rest.before)
            head, rest = rest.split(self._left)
            if head is None and not self._placements:
                head, rest = rest, None
            if head is not None:
                self._put(head)
            if rest is not None:
                self._next_page()

    def _put(self, block: Block) -> None:
        top = self._frame.bottom + self._left
        self._placements.append(Placement(block, self._frame.left, top))
        self._left -= block.height
        self._space(block.after)

    def _space(self, height: float) -> None:
        if self._placements:
            self._left -= height

    def _next_page(self) -> None:
        self._full.append(self.last_page())
        self._placements = []
        self._left = self._frame.height


def _least_height(group: list[Block]) -> float:
    """Return the room that a heading and the least of what follows need."""
    headings = list(takewhile(lambda block: block.keeps_next, group))
    spaces = sum(block.before + block.after for block in headings) + group[-1].before
    last = 0.0 if group[-1].keeps_next else group[-1].least_height
    return sum(block.height for block in headings) + spaces + last
