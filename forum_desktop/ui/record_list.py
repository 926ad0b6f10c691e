"""A list over records: a pure model, and a delegate that wraps Thai and measures once."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from forum_desktop.ui.display import flowing
from forum_desktop.ui.theme import TOKENS, font
from forum_desktop.ui.wrapped_text import laid_out, lit

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y, _GAP = 12, 6, 12
_TICK_SIZE, _TICK = 18, ((4, 9), (8, 13), (14, 5))


class Line(NamedTuple):
    """How a record appears: a badge, a text that wraps, a small line, a word at the right.

    `spans` are the parts of the text that were searched for: where each begins and has ended.
    A quiet line is told softly; a ticked one is marked for what is done next.
    """

    text: str
    under: str = ""
    badge: str = ""
    badge_color: str = ""
    mark: str = ""
    mark_color: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    is_quiet: bool = False
    is_ticked: bool = False


class RecordModel(QAbstractListModel):
    """Records in order; the view asks how each appears."""

    def __init__(self, line_of: Callable[[Any], Line]) -> None:
        super().__init__()
        self.line_of = line_of
        self._rows: tuple[Any, ...] = ()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Any, ...]:
        """Return the records shown."""
        return self._rows

    def insert(self, at: int, rows: Sequence[Any]) -> None:
        """Show more records, from row `at` on."""
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows = (*self._rows[:at], *rows, *self._rows[at:])
            self.endInsertRows()

    def replace(self, at: int, record: Any) -> None:
        """Show another record in a row."""
        self._rows = (*self._rows[:at], record, *self._rows[at + 1 :])
        self.dataChanged.emit(self.index(at), self.index(at))

    def remove(self, at: int) -> None:
        """Show a record no more."""
        self.beginRemoveRows(QModelIndex(), at, at)
        self._rows = (*self._rows[:at], *self._rows[at + 1 :])
        self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the record, or its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return record
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.line_of(record)
            return " ".join(part for part in (line.badge, line.text, line.under, line.mark) if part)
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line; heights are kept, because measuring Thai costs."""

    def __init__(self, view: QListView, *, badge_width: int = 0, pixels: int = TOKENS.body) -> None:
        super().__init__(view)
        self._view = view
        self._badge_width = badge_width
        self._font, self._small = font(pixels), font(TOKENS.small)
        self._bold = font(TOKENS.small, bold=True)
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the wrapped text needs."""
        line = _line(index)
        width = self._view.viewport().width()
        height = self._text_height(line, width - self._inset(line) - _PAD_X)
        height += QFontMetrics(self._small).height() if line.under else 0
        return QSize(width, height + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line, area = _line(index), option.rect
        painter.save()
        self._paint_ground(painter, area, option)
        if line.badge:
            self._paint_badge(painter, area, line)
        if line.is_ticked:
            self._paint_tick(painter, area)
        left = area.left() + self._inset(line)
        wide = area.width() - self._inset(line) - _PAD_X
        inner = QRect(left, area.top() + _PAD_Y, wide, area.height())
        self._paint_words(painter, inner, line)
        painter.restore()

    def _inset(self, line: Line) -> int:
        return _PAD_X + (self._badge_width + _GAP if self._badge_width else 0)

    def _text_height(self, line: Line, width: int) -> int:
        known = self._heights.get((line.text, width))
        if known is None:
            known = int(laid_out(line.text, self._font, width).boundingRect().height())
            self._heights[line.text, width] = known
        return known

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        # Its many enums are slow to load, so the first page waits with them.
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - loaded when needed

        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(TOKENS.primary_soft))
            painter.fillRect(QRect(area.topLeft(), QSize(4, area.height())), QColor(TOKENS.primary))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(TOKENS.sunken))
        painter.setPen(QPen(QColor(TOKENS.line)))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _paint_badge(self, painter: QPainter, area: QRect, line: Line) -> None:
        high = QFontMetrics(self._bold).height()
        place = QRect(area.left() + _PAD_X, area.top() + _PAD_Y + 1, self._badge_width, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(line.badge_color or TOKENS.ink_soft))
        painter.drawRoundedRect(place, 6, 6)
        painter.setPen(QColor(TOKENS.on_primary))
        painter.setFont(self._bold)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line.badge)

    def _paint_tick(self, painter: QPainter, area: QRect) -> None:
        """Draw a ticked box under the badge."""
        high = QFontMetrics(self._bold).height()
        left = area.left() + _PAD_X + (self._badge_width - _TICK_SIZE) // 2
        box = QRect(left, area.top() + _PAD_Y + high + 6, _TICK_SIZE, _TICK_SIZE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TOKENS.primary))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(QColor(TOKENS.on_primary), 2))
        painter.drawPolyline([box.topLeft() + QPoint(*step) for step in _TICK])

    def _paint_words(self, painter: QPainter, area: QRect, line: Line) -> None:
        painter.setPen(QColor(TOKENS.ink_soft if line.is_quiet else TOKENS.ink))
        wrapped = laid_out(line.text, self._font, area.width())
        wrapped.draw(painter, area.topLeft(), lit(line.text, line.spans, wrapped.text()))
        metrics = QFontMetrics(self._small)
        high = metrics.height()
        top = area.top() + self._text_height(line, area.width())
        under = QRect(area.left(), top, area.width(), high)
        mark_width = metrics.horizontalAdvance(line.mark) + _GAP if line.mark else 0
        painter.setFont(self._small)
        painter.setPen(QColor(TOKENS.ink_soft))
        room = under.adjusted(0, 0, -mark_width, 0)
        fitted = metrics.elidedText(line.under, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, fitted)
        painter.setPen(QColor(line.mark_color or TOKENS.ink_soft))
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, line.mark)


class RecordList(QListView):
    """A list of records, drawn line by line."""

    def __init__(
        self,
        line_of: Callable[[Any], Line],
        *,
        badge_width: int = 0,
        pixels: int = TOKENS.body,
        focusable: bool = True,
    ) -> None:
        super().__init__()
        self.records = RecordModel(line_of)
        self.setModel(self.records)
        self.setItemDelegate(LineDelegate(self, badge_width=badge_width, pixels=pixels))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Without it lines keep their height when a scroll bar takes some of their width.
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setMinimumHeight(60)
        self._hint = ""
        if not focusable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these records."""
        self.records.set_rows(rows)

    def chosen(self) -> Any | None:
        """Return the record that is selected, if any."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None

    def set_hint(self, hint: str) -> None:
        """Say what an empty list means."""
        self._hint = hint
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, or the hint where there are none."""
        super().paintEvent(event)
        self.paint_hint()

    def paint_hint(self) -> None:
        """Draw the hint where there are no lines."""
        if self.records.rowCount() or not self._hint:
            return
        painter = QPainter(self.viewport())
        painter.setFont(font(TOKENS.body))
        painter.setPen(QColor(TOKENS.ink_soft))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        area = self.viewport().rect().adjusted(32, 0, -32, 0)
        painter.drawText(area, flags, flowing(self._hint))
        painter.end()

    def choose(self, row: int) -> None:
        """Select a row, as near as there is one."""
        last = self.records.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.records.index(max(0, min(row, last))))


def _line(index: Index) -> Line:
    model = index.model()
    assert isinstance(model, RecordModel)
    return model.line_of(index.data(Qt.ItemDataRole.UserRole))
