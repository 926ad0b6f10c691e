"""Chalk for the hall: text that wraps between Thai words and grows as large as its place allows.

The unit is an eighteenth of the screen's height. Plain text is one unit high: on a picture of
2.25 metres 12 centimetres, which is read from 30 metres.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from forum_desktop.ui.display import flowing
from forum_desktop.ui.pen import RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

UNITS_HIGH = 18
_STEP = 0.92
"""How much smaller each try is that looks for a size at which a text fits."""
_DOTS = " …"


class Written(NamedTuple):
    """Lines ready to be drawn, and how high they stand."""

    layout: QTextLayout
    height: float
    lines: int


class Chalk(Pen):
    """Draws scenes."""

    def __init__(self, painter: QPainter, height: float) -> None:
        super().__init__(painter, height / UNITS_HIGH)

    def set(self, text: str, width: float, size: float, *, bold: bool = False) -> Written:
        """Return a text set in lines of a width in pixels."""
        layout = QTextLayout(flowing(text).replace("\n", "\u2028"), self.face(size, bold=bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        high, count = 0.0, 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, self.unit))
            line.setPosition(QPointF(0, high))
            high += line.height()
            count += 1
        layout.endLayout()
        return Written(layout, high, count)

    def fit(
        self,
        area: QRectF,
        text: str,
        *,
        largest: float,
        smallest: float,
        bold: bool = False,
        color: str = TOKENS.ink,
        centered: bool = False,
    ) -> float:
        """Write a text as large as it fits; cut where even the smallest size is too large.

        Returns the height it takes, in pixels.
        """
        size = largest
        written = self.set(text, area.width(), size, bold=bold)
        while written.height > area.height() and size > smallest:
            size = max(size * _STEP, smallest)
            written = self.set(text, area.width(), size, bold=bold)
        if written.height > area.height():
            written = self._cut(text, area, size, bold=bold)
        top = area.top() + (area.height() - written.height) / 2 if centered else area.top()
        self.painter.setPen(QColor(color))
        written.layout.draw(self.painter, QPointF(area.left(), top))
        return written.height

    def common_size(
        self, texts: Iterable[str], width: float, height: float, largest: float, smallest: float
    ) -> float:
        """Return the size at which each of several texts fits, so that a list stands in one."""
        size = largest
        for text in texts:
            while size > smallest and self.set(text, width, size).height > height:
                size = max(size * _STEP, smallest)
        return size

    def _cut(self, text: str, area: QRectF, size: float, *, bold: bool) -> Written:
        """Return as much of a text as fits, ended by dots: half the letters at each try."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            shorter = self.set(text[:middle].rstrip() + _DOTS, area.width(), size, bold=bold)
            low, high = (middle, high) if shorter.height <= area.height() else (low, middle - 1)
        return self.set(text[:low].rstrip() + _DOTS, area.width(), size, bold=bold)

    def fill(self, area: QRectF, color: str) -> None:
        """Fill a rectangle."""
        self.painter.fillRect(area, QColor(color))

    def write_figure(self, area: QRectF, text: str, *, size: float = 0.9) -> None:
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
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def line_height(self, size: float) -> float:
        """Return how high a line stands, in pixels."""
        return QFontMetricsF(self.face(size)).height()
