"""What stands in the window and is not seen whole: texts wider or higher than their room."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from forum_desktop.ui.controls import ElidedText

_BLANKS = 12
"""Pixels of the blanks at the end of a wrapped line, which are measured and not seen."""
_SLACK = 2
"""Pixels by which a glyph may lean out of its measure."""


def clipped(window: QWidget) -> list[str]:
    """Return what is cut off in a window, by its class, text and missing pixels."""
    return [said for widget in window.findChildren(QWidget) if (said := _cut(widget))]


def _cut(widget: QWidget) -> str:
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return ""
    missing = max((need - have for need, have in _needs(widget)), default=0)
    if missing <= _SLACK:
        return ""
    return f"{type(widget).__name__} {_text(widget)!r} lacks {missing} px"


def _needs(widget: QWidget) -> Iterator[tuple[int, int]]:
    """Yield pairs of what a widget needs and what it has."""
    if isinstance(widget, QLabel) and not isinstance(widget, ElidedText) and widget.text():
        yield from _needs_of_label(widget)
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.text():
        yield _painted(widget), widget.width()
        yield widget.fontMetrics().height(), widget.height()


def _needs_of_label(label: QLabel) -> Iterator[tuple[int, int]]:
    area = label.contentsRect()
    if label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap)
        text = label.fontMetrics().boundingRect(0, 0, area.width(), 10_000, flags, label.text())
        yield text.height(), area.height()
        yield text.width() - _BLANKS, area.width()
    else:
        yield label.fontMetrics().horizontalAdvance(QLabel.text(label)), area.width()
        yield label.fontMetrics().height(), area.height() + _SLACK * 2


def _painted(widget: QAbstractButton) -> int:
    """Return the width of what is painted, which may end in dots; its tooltip tells it whole."""
    text = QAbstractButton.text(widget)
    if text == widget.text():
        return widget.minimumSizeHint().width()
    icon = 0 if widget.icon().isNull() else widget.iconSize().width()
    assert text, "nothing is left of the words"
    assert widget.toolTip() == widget.text().strip()
    return icon + widget.fontMetrics().horizontalAdvance(text)


def _text(widget: QWidget) -> str:
    return str(widget.property("text")).replace("\u200b", "")
