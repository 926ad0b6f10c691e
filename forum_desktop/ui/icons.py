"""Icons drawn from line art in the colour of the text beside them."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel

from forum_desktop.paths import resource

_SHARPNESS = 2
"""Pixels drawn for each pixel of size, so that icons stay sharp on dense screens."""


def show_icon(button: QAbstractButton, name: str, color: str, size: int = 20) -> None:
    """Put an icon on a button right after the window was painted; its room is kept free."""
    button.setIconSize(QSize(size, size))
    button.setIcon(_blank(size))
    QTimer.singleShot(0, button, lambda: button.setIcon(icon(name, color, size)))


def show_picture(label: QLabel, name: str, color: str, size: int = 20) -> None:
    """Put an icon on a label right after the window was painted; its room is kept free."""
    label.setMinimumSize(size, size)
    QTimer.singleShot(0, label, lambda: label.setPixmap(picture(name, color, size)))


@cache
def _blank(size: int) -> QIcon:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


@cache
def icon(name: str, color: str, size: int = 20) -> QIcon:
    """Return an icon of the set in a colour."""
    return QIcon(picture(name, color, size))


@cache
def picture(name: str, color: str, size: int = 20) -> QPixmap:
    """Return an icon of the set as a picture `size` pixels wide and high."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not before the first paint

    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", color)
    pixmap = QPixmap(QSize(size, size) * _SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
