"""Paragraphs that stay with what follows them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.paragraph import Paragraph

_SHORT = 4
"""Only a paragraph of no more lines than this is moved to another page for what follows it."""


def kept(paragraph: Paragraph, *, keeps_next: bool = True) -> Paragraph:
    """Return a paragraph that is, or is not, parted from what follows."""
    return replace(paragraph, style=replace(paragraph.style, keeps_next=keeps_next))


def with_end(blocks: Iterable[Block], end: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and their end, which does not stand alone on a page but for long ones."""
    last: Block | None = None
    closing = list(end)
    for block in blocks:
        if last is not None:
            yield last
        last = block
    if isinstance(last, Paragraph) and closing and len(last.lines) <= _SHORT:
        last = kept(last)
    if last is not None:
        yield last
    yield from closing
