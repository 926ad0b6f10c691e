"""A code for the camera of a telephone, drawn as rectangles (QR, ISO/IEC 18004)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.ink import Area
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet

QUIET_ZONE = 4
"""Modules of white that the standard asks for on each side."""

_DOT = 72 / 300
"""Points of a dot of an office printer: modules of whole dots print all alike."""

Modules = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class QrCode(Whole):
    """A code with its quiet zone within a square; `side` in points."""

    modules: Modules
    side: float
    alt: str

    @property
    def height(self) -> float:
        """The side of the square."""
        return self.side

    @property
    def module(self) -> float:
        """The side of a module in points, whole dots where there is room for one."""
        exact = self.side / (len(self.modules) + 2 * QUIET_ZONE)
        return exact // _DOT * _DOT or exact

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the code in the middle of its square."""
        size = len(self.modules) * self.module
        margin = (self.side - size) / 2
        with sheet.element(Role.FIGURE, alt=self.alt):
            path = " ".join(area.operators for area in self._areas(x + margin, top - margin))
            sheet.operators.append(f"q 0 g {path} f Q")

    def _areas(self, left: float, top: float) -> Iterator[Area]:
        """Yield the dark stretches of each row."""
        side = self.module
        for row, modules in enumerate(self.modules, start=1):
            for start, count in _stretches(modules):
                yield Area(left + start * side, top - row * side, count * side, side)


def encode(text: str, level: str = "m") -> Modules | None:
    """Return the modules of a text, True for dark; None for one empty or too long for a code.

    Level M mends a code of which 15 % is soiled or torn, level Q one of 25 %.
    """
    if not text:
        return None
    try:
        code = segno.make(text, error=level, micro=False, boost_error=False)
    except (segno.DataOverflowError, ValueError):
        return None
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _stretches(modules: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of dark modules begins, and how many there are."""
    start = 0
    for is_dark, group in groupby(modules):
        count = len(list(group))
        if is_dark:
            yield start, count
        start += count
