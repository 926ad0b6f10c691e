"""Blocks that fill a page of their own together."""

from dataclasses import dataclass

from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one under the other, never parted, in a `height` of points."""

    blocks: tuple[Block, ...]
    height: float
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False

    @property
    def least_height(self) -> float:
        """The height of it all."""
        return self.height

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Take the stack as it is: its least height is all of it, so it fits or has no page."""
        return self, None

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`."""
        for place, block in enumerate(self.blocks):
            top -= block.before if place else 0.0
            block.draw(sheet, x, top)
            top -= block.height + block.after


def height_of(blocks: tuple[Block, ...]) -> float:
    """Return the height that blocks need one under the other, in points."""
    return sum(
        (block.before if place else 0.0) + block.height + block.after
        for place, block in enumerate(blocks)
    )
