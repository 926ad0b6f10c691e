"""A pen whose text and lines grow with the board: everything is measured in its unit."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from forum_desktop.ui.theme import TOKENS, font

LEFT, RIGHT, CENTER = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignHCenter,
)


class Pen:
    """Draws on the board. `unit` is the height of plain text in pixels."""

    def __init__(self, painter: QPainter, unit: float) -> None:
        self.painter, self.unit = painter, unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def face(self, size: float = 1, *, bold: bool = False) -> QFont:
        """Return the font at a size in units."""
        return font(max(8, round(size * self.unit)), bold=bold)

    def width(self, text: str, size: float = 1, *, bold: bool = False) -> float:
        """Return how wide a text stands, in pixels."""
        return QFontMetricsF(self.face(size, bold=bold)).horizontalAdvance(text)

    def write(
        self,
        area: QRectF,
        text: str,
        *,
        size: float = 1,
        bold: bool = False,
        color: str = TOKENS.ink,
        side: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Write a line in the middle of an area's height; what does not fit ends in dots."""
        face = self.face(size, bold=bold)
        elide = Qt.TextElideMode.ElideRight
        fitted = QFontMetricsF(face).elidedText(text, elide, area.width())
        self.painter.setFont(face)
        self.painter.setPen(QColor(color))
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self.painter.drawText(area, flags, fitted)

    def box(self, area: QRectF, ground: str, *, radius: float = 0.5, line: str = "") -> None:
        """Fill a rounded box."""
        self.painter.setPen(QColor(line) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ground))
        round_by = min(radius * self.unit, area.height() / 2)
        self.painter.drawRoundedRect(area, round_by, round_by)

    def bar(self, area: QRectF, share: float, color: str, ground: str = TOKENS.line) -> None:
        """Fill a share of a bar, from nothing (0) to all (1)."""
        self.box(area, ground, radius=0.35)
        filled = QRectF(area)
        filled.setWidth(area.width() * min(max(share, 0.0), 1.0))
        if filled.width() >= 1:
            self.painter.save()
            self.painter.setClipRect(filled)
            self.box(area, color, radius=0.35)
            self.painter.restore()
