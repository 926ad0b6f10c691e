"""Filling pages with blocks: nothing parted from its heading, no lone lines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.sheet import Sheet

A4_WIDTH = 595.28
A4_HEIGHT = 841.89


@dataclass(frozen=True, slots=True)
class Frame:
    """An upright A4 page and its margins, in points."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """The width of the text."""
        return A4_WIDTH - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text."""
        return A4_HEIGHT - self.top - self.bottom


def fill_pages(
    blocks: Iterable[Block],
    frame: Frame,
    fonts: DocumentFonts,
    start_page: Callable[[Sheet, int], None],
) -> list[Sheet]:
    """Place blocks one under the other; `start_page` draws what each page (from 1) begins with."""
    filler = _Filler(frame, fonts, start_page)
    for group in _groups(blocks):
        filler.place_group(group)
    return filler.sheets


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
    def __init__(
        self, frame: Frame, fonts: DocumentFonts, start_page: Callable[[Sheet, int], None]
    ) -> None:
        self._frame = frame
        self._fonts = fonts
        self._start_page = start_page
        self.sheets: list[Sheet] = []
        self._next_page()

    def place_group(self, group: list[Block]) -> None:
        least = _least_height(group)
        if least > self._left and least <= self._frame.height:
            self._next_page()
        for block in group:
            self._place(block)

    def _place(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            self._space(rest.before)
            head, rest = rest.split(self._left)
            if head is None and self._is_empty:
                head, rest = rest, None
            if head is not None:
                self._draw(head)
            if rest is not None:
                self._next_page()

    def _draw(self, block: Block) -> None:
        top = self._frame.bottom + self._left
        block.draw(self.sheets[-1], self._frame.left, top)
        self._left -= block.height
        self._is_empty = False
        self._space(block.after)

    def _space(self, height: float) -> None:
        if not self._is_empty:
            self._left -= height

    def _next_page(self) -> None:
        sheet = Sheet(self._fonts)
        self.sheets.append(sheet)
        self._start_page(sheet, len(self.sheets))
        self._left = self._frame.height
        self._is_empty = True


def _least_height(group: list[Block]) -> float:
    """Return the room that a heading and the least of what follows need."""
    headings = list(takewhile(lambda block: block.keeps_next, group))
    spaces = sum(block.before + block.after for block in headings) + group[-1].before
    last = 0.0 if group[-1].keeps_next else group[-1].least_height
    return sum(block.height for block in headings) + spaces + last
