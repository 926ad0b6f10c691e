"""Whether texts stand out, measured on the pixels that are painted."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

LEAST = 4.5
"""WCAG 2.2, 1.4.3 (AA); it asks less of large letters, this house does not."""
_EDGE = 4
"""Pixels at the sides that belong to borders and round corners."""

_INSIDE = QPoint(_EDGE, _EDGE)


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.2), from 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2), from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def faint(window: QWidget) -> list[str]:
    """Return the texts in sight that stand out too little, with their colours."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [said for widget in _texts(window) if (said := _fault(widget, window, picture))]


def _texts(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if _is_seen(widget, window) and _text(widget).strip():
            yield widget


def _is_seen(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a widget is in sight with nothing over it."""
    region = widget.visibleRegion()
    if not widget.isVisible() or region.isEmpty():
        return False
    place = region.boundingRect()
    corners = (place.center(), place.topLeft() + _INSIDE, place.bottomRight() - _INSIDE)
    tops = [window.childAt(widget.mapTo(window, corner)) for corner in corners]
    # What lets the mouse through lies on its parent.
    return all(
        top is not None and (top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget))
        for top in tops
    )


def _text(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return str(widget.property("text")).replace("\u200b", "")
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QPlainTextEdit():
            return widget.toPlainText() or widget.placeholderText()
        case _:
            return ""


def _fault(widget: QWidget, window: QWidget, picture: QImage) -> str:
    seen = widget.visibleRegion().boundingRect().adjusted(_EDGE, 1, -_EDGE, -1)
    if isinstance(widget, QLabel):
        seen = widget.visibleRegion().boundingRect()
    if seen.width() < 8 or seen.height() < 8:
        return ""
    ground, ink = _pair(widget, seen.translated(widget.mapTo(window, QPoint())), picture)
    reached = contrast(ground, ink)
    if reached >= LEAST - 0.01:
        return ""
    who = f"{type(widget).__name__} {_text(widget)[:40]!r}"
    return f"{who}: {ink.name()} on {ground.name()} is {reached:.2f}"


def _pair(widget: QWidget, area: QRect, picture: QImage) -> tuple[QColor, QColor]:
    """Return the ground (the colour seen most) and the ink of a text."""
    ratio = picture.devicePixelRatio()
    inside = QRect(area.topLeft() * ratio, area.size() * ratio).intersected(picture.rect())
    colors = Counter(
        picture.pixel(x, y)
        for y in range(inside.top(), inside.bottom() + 1)
        for x in range(inside.left(), inside.right() + 1)
    )
    ground = QColor(colors.most_common(1)[0][0])
    return ground, _ink(widget, [QColor(color) for color in colors], ground)


def _ink(widget: QWidget, colors: list[QColor], ground: QColor) -> QColor:
    """Return the colour of the strokes: the named one if it is painted, else the strongest."""
    if isinstance(widget, QPushButton | QLabel):
        named = widget.palette().color(widget.foregroundRole())
        if named.name() in {color.name() for color in colors} and named != ground:
            return named
    return max(colors, key=lambda color: contrast(color, ground))
