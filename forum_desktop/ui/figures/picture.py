"""A plot as a file: a picture of dots (PNG), or of lines whose text stays text (SVG)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from forum_desktop.ui.figures.canvas import FigureCanvas

SIZE = QSize(1600, 900)
_DENSITY = 2
"""PNGs have so many dots a side for each of the size: sharp in print."""


def draw_picture(canvas: "FigureCanvas", ending: str, title: str) -> bytes:
    """Return the plot as the bytes of a file: SVG for ".svg", else PNG."""
    return _svg(canvas, title) if ending.lower() == ".svg" else _png(canvas)


def _png(canvas: "FigureCanvas") -> bytes:
    image = QImage(SIZE * _DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_DENSITY)
    painter = QPainter(image)
    canvas.draw(painter, QRect(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data().data())


def _svg(canvas: "FigureCanvas", title: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - loaded when needed

    kept, made = QBuffer(), QSvgGenerator()
    made.setOutputDevice(kept)
    made.setSize(SIZE)
    made.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    made.setTitle(title)
    painter = QPainter(made)
    canvas.draw(painter, QRect(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    return bytes(kept.data().data())
