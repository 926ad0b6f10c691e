"""A list whose records take one line each: number, name, what is told softly, a state."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from forum_desktop.ui.record_list import Index, Line, RecordList
from forum_desktop.ui.theme import TOKENS, font

_PAD, _GAP, _HIGH = 12, 12, 40
_EDGE = 90
"""How opaque the edge of a state is; it keeps the state apart from a selected line."""
_GROUNDS = {
    TOKENS.good: TOKENS.good_soft,
    TOKENS.warn: TOKENS.warn_soft,
    TOKENS.bad: TOKENS.bad_soft,
    TOKENS.primary: TOKENS.primary_soft,
}
"""The soft ground under a state in each colour; others stand on the sunken one."""


class Ink(NamedTuple):
    """A font and its colour."""

    face: QFont
    color: str


class OneLineDelegate(QStyledItemDelegate):
    """Draws a record in one line of the same height; the state stands at the right."""

    def __init__(self, view: "OneLineList", number_width: int) -> None:
        super().__init__(view)
        self._view, self._number_width = view, number_width
        self._plain = Ink(font(TOKENS.lead), TOKENS.ink)
        self._soft = Ink(font(TOKENS.small), TOKENS.ink_soft)
        self._bold = font(TOKENS.small, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every line."""
        return QSize(self._view.viewport().width(), _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line: Line = self._view.records.line_of(index.data(Qt.ItemDataRole.UserRole))
        area = option.rect
        painter.save()
        self._paint_ground(painter, area, index)
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        if self._number_width:
            place = QRect(inner.left(), inner.top(), self._number_width, inner.height())
            right = Qt.AlignmentFlag.AlignRight
            _write(painter, place, line.badge, self._soft, right)
            inner.setLeft(inner.left() + self._number_width + _GAP)
        if line.mark:
            inner.setRight(self._paint_mark(painter, inner, line) - _GAP)
        self._paint_words(painter, inner, line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, index: Index) -> None:
        if index == self._view.currentIndex():
            painter.fillRect(area, QColor(TOKENS.primary_soft))
            painter.fillRect(QRect(area.topLeft(), QSize(4, area.height())), QColor(TOKENS.primary))
        painter.setPen(QColor(TOKENS.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _paint_mark(self, painter: QPainter, inner: QRect, line: Line) -> int:
        metrics = QFontMetrics(self._bold)
        color = line.mark_color or TOKENS.ink_soft
        wide = min(metrics.horizontalAdvance(line.mark) + 28, inner.width() * 3 // 5)
        place = QRect(inner.right() - wide, inner.top() + 7, wide, inner.height() - 15)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(color if color in _GROUNDS else TOKENS.line_strong)
        edge.setAlpha(_EDGE)
        painter.setPen(edge)
        painter.setBrush(QColor(_GROUNDS.get(color, TOKENS.sunken)))
        painter.drawRoundedRect(place, 12, 12)
        words = place.adjusted(10, 0, -10, 0)
        _write(painter, words, line.mark, Ink(self._bold, color), Qt.AlignmentFlag.AlignHCenter)
        return place.left()

    def _paint_words(self, painter: QPainter, area: QRect, line: Line) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        _write(painter, area, line.text, self._plain, left)
        taken = QFontMetrics(self._plain.face).horizontalAdvance(line.text) + _GAP
        rest = area.adjusted(taken, 0, 0, 0)
        if line.under and rest.width() > 2 * _GAP:
            _write(painter, rest, line.under, self._soft, left)


class OneLineList(RecordList):
    """A list of records in one line each; `number_width` keeps room for a number before it."""

    def __init__(
        self, line_of: Callable[[Any], Line], *, number_width: int = 0, focusable: bool = True
    ) -> None:
        super().__init__(line_of, focusable=focusable)
        self.setItemDelegate(OneLineDelegate(self, number_width))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)

    def choose_where(self, fits: Callable[[Any], bool]) -> bool:
        """Select the first record that fits; tell whether there is one."""
        places = (at for at, record in enumerate(self.records.rows()) if fits(record))
        found = next(places, None)
        if found is not None:
            self.choose(found)
        return found is not None


def _write(painter: QPainter, area: QRect, text: str, ink: Ink, side: Qt.AlignmentFlag) -> None:
    metrics = QFontMetrics(ink.face)
    fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(ink.face)
    painter.setPen(QColor(ink.color))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, fitted)
