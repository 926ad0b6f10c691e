"""Rectangles, lines and hatching that stay apart when printed in black and white."""

from dataclasses import dataclass
from enum import Enum

from forum_desktop.documents.typesetting.operators import number
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle

_HATCH_STEP = 2.6
"""Points between the lines of a hatching, along the base."""

_HAIRLINE = 0.5

_MIDDLE = 0.29
"""How far above the baseline a Thai consonant has its middle, in type sizes."""


class Fill(Enum):
    """How an area is filled; each is told from the others without colour."""

    SOLID = "solid"
    HATCHED = "hatched"
    EMPTY = "empty"


_GREY = 0.38
"""How light a solid area is: dark on paper, and sparing with ink."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in points, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def operators(self) -> str:
        """The path of it."""
        return " ".join(map(number, (self.x, self.y, self.width, self.height))) + " re"


def paint(sheet: Sheet, area: Area, fill: Fill) -> None:
    """Fill an area; one without width or height is left out."""
    if area.width <= 0 or area.height <= 0:
        return
    if fill is Fill.SOLID:
        sheet.shade(area.x, area.y, area.width, area.height, _GREY)
        return
    if fill is Fill.HATCHED:
        sheet.operators.append(_hatching(area))
    outline(sheet, area)


def outline(sheet: Sheet, area: Area, width: float = _HAIRLINE) -> None:
    """Draw the edges of an area, `width` points thick."""
    sheet.operators.append(f"q {number(width)} w {area.operators} S Q")


def dashed(sheet: Sheet, x: float, y: float, to_x: float) -> None:
    """Draw a level line of dashes, to cut along."""
    sheet.operators.append(f"q 0.7 w [5 3] 0 d {_path(x, y, to_x, y)} S Q")


def dotted(sheet: Sheet, x: float, y: float, to_x: float) -> None:
    """Draw a level line of dots, to write on."""
    sheet.operators.append(f"q 0.35 G 0.8 w 1 J [0 2.4] 0 d {_path(x, y, to_x, y)} S Q")


def middle_of(style: TextStyle, y: float) -> float:
    """Return the height of the middle of a line of text with its baseline at `y`."""
    return y + _MIDDLE * style.size


def _hatching(area: Area) -> str:
    """Return slanting lines within the area."""
    count = int((area.width + area.height) / _HATCH_STEP) + 1
    starts = [area.x - area.height + step * _HATCH_STEP for step in range(count)]
    bottom, top, rise = area.y, area.y + area.height, area.height
    lines = " ".join(_path(x, bottom, x + rise, top) for x in starts)
    return f"q {area.operators} W n {number(_HAIRLINE)} w {lines} S Q"


def _path(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l"
