"""Putting blocks under and beside each other on one page; none of it is ever parted."""

from collections.abc import Iterable
from dataclasses import dataclass

from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.sheet import Sheet

_ROUNDING = 1e-6


class Whole:
    """What every block has that stays in one piece and needs no space around it."""

    __slots__ = ()

    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False

    @property
    def height(self) -> float:
        """The height of it all, in points; each kind of block tells its own."""
        raise NotImplementedError

    @property
    def least_height(self) -> float:
        """All of it, as it is never parted."""
        return self.height

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Return itself as the head where it fits `room`, else as the rest."""
        return (self, None) if self.height <= room + _ROUNDING else (None, self)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it with the upper left corner at `x`, `top`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Gap(Whole):
    """Nothing, `size` points high."""

    size: float

    @property
    def height(self) -> float:
        """The size."""
        return self.size

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Stack(Whole):
    """Blocks under each other; the spaces they want are kept, also above the first."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """The height of all with the spaces around them."""
        return sum(block.before + block.height + block.after for block in self.blocks)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw one after the other, downwards."""
        for block in self.blocks:
            top -= block.before
            block.draw(sheet, x, top)
            top -= block.height + block.after


@dataclass(frozen=True, slots=True)
class Beside(Whole):
    """Blocks beside each other, each with how far to the right it begins, in points."""

    columns: tuple[tuple[float, Block], ...]

    @property
    def height(self) -> float:
        """The height of the highest."""
        return max(block.height for _, block in self.columns)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw all from the same top, so that their lines meet."""
        for offset, block in self.columns:
            block.draw(sheet, x + offset, top)


@dataclass(frozen=True, slots=True)
class Sides(Whole):
    """A page from head to foot: one block at the top, another at the bottom."""

    room: float
    head: Block
    foot: Block

    @property
    def height(self) -> float:
        """The room of the page, whatever the blocks take of it."""
        return self.room

    @property
    def spare(self) -> float:
        """What is left between the two; below 0 they would meet."""
        return self.room - self.head.height - self.foot.height

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the head from the top, the foot down to the bottom."""
        self.head.draw(sheet, x, top)
        self.foot.draw(sheet, x, top - self.room + self.foot.height)


def stack(blocks: Iterable[Block]) -> Stack:
    """Return blocks under each other."""
    return Stack(tuple(blocks))


def start_bare(sheet: Sheet, number: int) -> None:
    """Begin a page that has neither a number nor a mark."""
