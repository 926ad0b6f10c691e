"""Icons drawn from line art in the colour of the text beside them."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from forum_desktop.paths import resource

_SHARPNESS = 2
"""Pixels drawn for each pixel of size, so that icons stay sharp on dense screens."""


@cache
def icon(name: str, color: str, size: int = 20) -> QIcon:
    """Return an icon of the set in a colour."""
    return QIcon(picture(name, color, size))


def picture(name: str, color: str, size: int = 20) -> QPixmap:
    """Return an icon of the set as a picture `size` pixels wide and high."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", color)
    pixmap = QPixmap(QSize(size, size) * _SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
