"""Sheets of labels, with marks to cut along where the paper is whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from forum_desktop.documents.badges.badge import MILLIMETRE
from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.sheet import A4, Sheet
from forum_desktop.records.badges import LabelLayout

_ARM = 2.5 * MILLIMETRE
"""How far a cut mark reaches from the corner of a label."""

_HAIRLINE = 0.35

Corner = tuple[float, float]
"""Where something lies: to the right and down from the upper left of the paper, in points."""


@dataclass(frozen=True, slots=True)
class LabelSheet(Whole):
    """A sheet of paper with a block on each of its labels, or None on one that stays free."""

    layout: LabelLayout
    labels: tuple[Block | None, ...]

    @property
    def height(self) -> float:
        """The height of the paper."""
        return A4.height

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw marks, then the labels line by line."""
        if self.layout.cut_marks:
            with sheet.artifact():
                for corner in sorted(set(_corners(self.layout))):
                    _cross(sheet, x + corner[0], top - corner[1])
        padding = self.layout.padding * MILLIMETRE
        for place, label in enumerate(self.labels):
            if label is not None:
                right, down = label_corner(self.layout, place)
                label.draw(sheet, x + right + padding, top - down - padding)


def sheets_of(layout: LabelLayout, labels: Sequence[Block], skip: int) -> Iterator[LabelSheet]:
    """Yield the sheets that labels fill; the first `skip` are used up already."""
    waiting: Iterator[Block | None] = chain([None] * skip, labels)
    filled = list(waiting)
    for start in range(0, len(filled), layout.count):
        yield LabelSheet(layout, tuple(filled[start : start + layout.count]))


def label_corner(layout: LabelLayout, place: int) -> Corner:
    """Return the upper left corner of a label, counted from 0 line by line."""
    row, column = divmod(place, layout.columns)
    right = layout.left + column * (layout.width + layout.gap_across)
    down = layout.top + row * (layout.height + layout.gap_down)
    return right * MILLIMETRE, down * MILLIMETRE


def _corners(layout: LabelLayout) -> Iterator[Corner]:
    wide, high = layout.width * MILLIMETRE, layout.height * MILLIMETRE
    for place in range(layout.count):
        right, down = label_corner(layout, place)
        for x in (right, right + wide):
            for y in (down, down + high):
                yield round(x, 2), round(y, 2)


def _cross(sheet: Sheet, x: float, y: float) -> None:
    sheet.rule(x - _ARM, y, x + _ARM, y, _HAIRLINE)
    sheet.rule(x, y - _ARM, x, y + _ARM, _HAIRLINE)
