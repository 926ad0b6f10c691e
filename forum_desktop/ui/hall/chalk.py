"""Chalk for the hall: text that wraps between Thai words and grows as large as its place allows.

The unit is an eighteenth of the picture's height. What must be read from the last row follows one
rule: the body of a letter, a consonant without its marks, appears there under ten minutes of arc,
twice what full sight needs, which is a 344th of the distance. The last row is at most ten heights
of the picture away: 30 metres from a picture 3 metres high. No letter is written smaller.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from forum_desktop.ui.display import flowing
from forum_desktop.ui.pen import RIGHT, Pen
from forum_desktop.ui.theme import TOKENS, font

UNITS_HIGH = 18
SMALLEST = 0.9
"""The size in units at which a consonant's body is a 34th of the picture's height."""
_LEADING, _ASCENT = 1.42, 1.03
"""From one line to the next, and from a line's top to its foot, by the size of the letters: room
for the highest marks and the deepest tails, and no more."""
_STEP = 0.94
"""How much smaller each try is that looks for a size at which a text fits."""
_DOTS = " …"
_BREAK = "\u200b"
_LETTERS = re.compile(r".[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*", re.DOTALL)
"""A letter with the marks above and below it."""
Page = TypeVar("Page")


class Written(NamedTuple):
    """Lines ready to be drawn, and how high they stand."""

    layout: QTextLayout
    height: float
    lines: int


class Chalk(Pen):
    """Draws scenes. `part` is which page of a scene too long for one is wanted, from 0."""

    def __init__(self, painter: QPainter, height: float, part: int = 0) -> None:
        super().__init__(painter, height / UNITS_HIGH)
        self.part, self.parts = part, 1

    def face(self, size: float = 1, *, bold: bool = False) -> QFont:
        """Return the font at a size in units, never smaller than can be read."""
        return font(max(4, round(max(size, SMALLEST) * self.unit)), bold=bold)

    def line_height(self, size: float) -> float:
        """Return how high a line stands, in pixels."""
        return max(size, SMALLEST) * self.unit * _LEADING

    def set(
        self, text: str, width: float, size: float, *, bold: bool = False, color: str = TOKENS.ink
    ) -> Written:
        """Return a text set in lines of a width in pixels."""
        face = self.face(size, bold=bold)
        layout = QTextLayout(flowing(text).replace("\n", "\u2028"), face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        advance, count = self.line_height(size), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, self.unit))
            above = line.ascent() - face.pixelSize() * _ASCENT
            line.setPosition(QPointF(0, count * advance - above))
            count += 1
        layout.endLayout()
        return Written(layout, advance * count, count)

    def height_of(
        self, text: str, width: float, size: float, *, bold: bool = False, most: int = 99
    ) -> float:
        """Return how high a text stands in at most `most` lines, in pixels."""
        return min(self.set(text, width, size, bold=bold).lines, most) * self.line_height(size)

    def fit(
        self,
        area: QRectF,
        text: str,
        *,
        largest: float,
        bold: bool = False,
        color: str = TOKENS.ink,
        centered: bool = False,
    ) -> float:
        """Write a text as large as it fits; cut where even the smallest size is too large.

        Returns the height it takes, in pixels.
        """
        size = self.size_for((text,), area.width(), area.height(), largest, bold=bold)
        written = self.set(text, area.width(), size, bold=bold)
        if written.height > area.height() + 1:
            written = self._cut(text, area, size, bold=bold)
        top = area.top() + (area.height() - written.height) / 2 if centered else area.top()
        self.painter.setPen(QColor(color))
        written.layout.draw(self.painter, QPointF(area.left(), top))
        return written.height

    def size_for(
        self,
        texts: Sequence[str],
        width: float,
        height: float,
        largest: float,
        *,
        bold: bool = False,
    ) -> float:
        """Return the largest size at which all texts, one under the other, fit in a height."""
        size = largest
        while size > SMALLEST and self._sum(texts, width, size, bold=bold) > height + 1:
            size = max(size * _STEP, SMALLEST)
        return size

    def turn_to(self, pages: Sequence[Page]) -> Page:
        """Return the page wanted of one or more; the last where there are fewer."""
        self.parts = max(self.parts, len(pages))
        return pages[min(self.part, len(pages) - 1)]

    def fill(self, area: QRectF, color: str) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(area, QColor(color))

    def write_figure(self, area: QRectF, text: str, *, size: float = 1) -> None:
        """Write a number at the right of an area."""
        self.write(area, text, size=size, bold=True, side=RIGHT)

    def disc(self, center: QPointF, radius: float, text: str, color: str) -> None:
        """Draw a filled disc with a number in it."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(color))
        self.painter.drawEllipse(center, radius, radius)
        place = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        size = radius / self.unit * (1.15 if len(text) == 1 else 0.85)
        self.painter.setFont(self.face(size, bold=True))
        self.painter.setPen(QColor(TOKENS.on_primary))
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter | _UNCUT, text)

    def _sum(self, texts: Sequence[str], width: float, size: float, *, bold: bool) -> float:
        return sum(self.height_of(text, width, size, bold=bold) for text in texts)

    def _cut(self, text: str, area: QRectF, size: float, *, bold: bool) -> Written:
        """Return as much of a text as fits, ended by dots: half the words at each try."""
        pieces = _pieces(text)
        low, high = 0, len(pieces)
        while low < high:
            middle = (low + high + 1) // 2
            shorter = self.set(_ended(pieces[:middle]), area.width(), size, bold=bold)
            low, high = (middle, high) if shorter.height <= area.height() + 1 else (low, middle - 1)
        return self.set(_ended(pieces[:low]), area.width(), size, bold=bold)


_UNCUT = Qt.TextFlag.TextDontClip


def _pieces(text: str) -> Sequence[str]:
    """Return the words of a text, with the marks and blanks after them; else its letters."""
    words = flowing(text).split(_BREAK)
    return words if len(words) > 1 else _LETTERS.findall(text)


def _ended(pieces: Sequence[str]) -> str:
    return "".join(pieces).rstrip() + _DOTS
