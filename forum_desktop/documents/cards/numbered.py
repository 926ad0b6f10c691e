"""A box that bears a number already, large enough to be read over the table."""

from dataclasses import dataclass, replace

from forum_desktop.documents.cards.paper import Pen
from forum_desktop.documents.drawing.answers import EntryBox
from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.clipping import shrink_line
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle

_LARGE, _LEAST = 16.0, 8.0
_SIDE = 6.0
_LIFT = 0.75
"""How far above the foot of its box the number stands, as a share of its size."""


@dataclass(frozen=True, slots=True)
class NumberedBox(Whole):
    """The box of a number with the number in it."""

    box: EntryBox
    number: tuple[Line, TextStyle]

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.box.height

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the box, its caption and the number in its middle."""
        self.box.draw(sheet, x, top)
        line, style = self.number
        room = line.width * style.size / 1000
        start = x + (self.box.width - room) / 2
        with sheet.element(Role.PARAGRAPH):
            sheet.text(line, style, start, top - self.box.height + _LIFT * style.size)


def set_number_line(pen: Pen, number: str, width: float) -> tuple[Line, TextStyle]:
    """Return the number as large as the box has room for; its digits are those typed."""
    large = replace(pen.style, size=_LARGE, leading=1.35 * _LARGE)
    run = Run(number, bold=True, whole=True)
    return shrink_line(run, large, width - 2 * _SIDE, _LEAST, pen.face)
