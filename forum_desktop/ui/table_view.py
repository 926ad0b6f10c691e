"""A table over records: a pure model, cells of one height drawn with their mark, a cursor."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from forum_desktop.ui.controls import Text
from forum_desktop.ui.display import flowing
from forum_desktop.ui.icons import picture
from forum_desktop.ui.keys import Shortcuts
from forum_desktop.ui.record_list import Index
from forum_desktop.ui.theme import TOKENS, font

ROW_HEIGHT = 34
_PAD, _GAP, _SYMBOL, _SLACK = 8, 6, 15, 4
_SAMPLE = 200
"""Rows that are measured for the widths of the columns."""
_NARROWEST, _WIDEST = 84, 300


class Cell(NamedTuple):
    """How a cell appears: a mark, a text, and what stood there `before`, small and struck out.

    `told` is what screen readers say after the text.
    """

    text: str = ""
    before: str = ""
    symbol: str = ""
    ink: str = TOKENS.ink
    ground: str = TOKENS.surface
    told: str = ""


class TableModel(QAbstractTableModel):
    """Records in order, a row each; the table asks how each cell appears."""

    def __init__(self, cell_of: Callable[[Any, int], Cell]) -> None:
        super().__init__()
        self.cell_of = cell_of
        self.heads: tuple[str, ...] = ()
        self._rows: tuple[Any, ...] = ()

    def show_rows(self, rows: Sequence[Any], heads: Sequence[str]) -> None:
        """Show these records under these heads."""
        self.beginResetModel()
        self._rows, self.heads = tuple(rows), tuple(heads)
        self.endResetModel()

    def put(self, at: int, record: Any) -> None:
        """Show another record in one row."""
        self._rows = (*self._rows[:at], record, *self._rows[at + 1 :])
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.heads) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, at, at)

    def rows(self) -> tuple[Any, ...]:
        """Return the records shown."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the cell, or its words for screen readers."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self.cell_of(self._rows[index.row()], index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            cell = self.cell_of(self._rows[index.row()], index.column())
            return " ".join(part for part in (cell.text, cell.told, cell.before) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        is_column = orientation is Qt.Orientation.Horizontal
        if is_column and role == Qt.ItemDataRole.DisplayRole and section < len(self.heads):
            return self.heads[section]
        return None


class CellDelegate(QStyledItemDelegate):
    """Draws a cell in one line."""

    def __init__(self, table: "TableView") -> None:
        super().__init__(table)
        self._table = table
        self._font, self._small = font(TOKENS.body), font(TOKENS.small)
        self._small.setStrikeOut(True)

    def width_of(self, cell: Cell) -> int:
        """Return how wide a cell would like to be."""
        wide = QFontMetrics(self._font).horizontalAdvance(cell.text) + 2 * _PAD + _SLACK
        if cell.before:
            wide += QFontMetrics(self._small).horizontalAdvance(cell.before) + _GAP
        return wide + (_SYMBOL + _GAP if cell.symbol else 0)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Draw the ground, the mark, the text and what stood there before."""
        cell: Cell = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        painter.save()
        painter.fillRect(area, QColor(cell.ground))
        painter.setPen(QColor(TOKENS.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        if cell.symbol:
            draw_symbol(painter, inner, cell.symbol, cell.ink)
            inner.setLeft(inner.left() + _SYMBOL + _GAP)
        self._paint_words(painter, inner, cell)
        if index == self._table.currentIndex():
            color = TOKENS.primary if self._table.hasFocus() else TOKENS.line_strong
            painter.setPen(QPen(QColor(color), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        metrics = QFontMetrics(self._font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        fitted = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(self._font)
        painter.setPen(QColor(cell.ink))
        painter.drawText(area, flags, fitted)
        rest = area.adjusted(metrics.horizontalAdvance(fitted) + _GAP, 0, 0, 0)
        if cell.before and rest.width() > 3 * _GAP:
            small = QFontMetrics(self._small)
            fitted = small.elidedText(cell.before, Qt.TextElideMode.ElideRight, rest.width())
            painter.setFont(self._small)
            painter.setPen(QColor(TOKENS.ink_soft))
            painter.drawText(rest, flags, fitted)


class TableView(QTableView):
    """A table with one cursor, which arrows move; `keys` are its further keys.

    `corner` says what stands in the column before the first.
    """

    moved = Signal()

    def __init__(
        self, cell_of: Callable[[Any, int], Cell], columns: QHeaderView, rows: QHeaderView
    ) -> None:
        super().__init__()
        self.records = TableModel(cell_of)
        self.keys: Shortcuts = {}
        self._hint = ""
        self._cells = CellDelegate(self)
        self.corner = Text("small")
        self.setHorizontalHeader(columns)
        self.setVerticalHeader(rows)
        self.setModel(self.records)
        self.setItemDelegate(self._cells)
        self.corner.setParent(self)
        self._behave()

    def show_rows(self, rows: Sequence[Any], heads: Sequence[str]) -> None:
        """Show these records; where the cursor stands then is for others to say."""
        self.records.show_rows(rows, heads)

    def choose(self, row: int, column: int) -> None:
        """Put the cursor on a cell, or as near as there is one."""
        last, widest = self.records.rowCount() - 1, self.records.columnCount() - 1
        if last < 0 or widest < 0:
            self.moved.emit()
            return
        at = self.records.index(max(0, min(row, last)), max(0, min(column, widest)))
        self.setCurrentIndex(at)

    def chosen(self) -> Any | None:
        """Return the record under the cursor, if any."""
        at = self.currentIndex().row()
        rows = self.records.rows()
        return rows[at] if 0 <= at < len(rows) else None

    def fit(self, heads: Sequence[int]) -> None:
        """Make the columns as wide as what they hold, `heads` at least; none stays barren."""
        rows = self.records.rows()[:_SAMPLE]
        wishes = [
            min(max((self._wish(record, at) for record in rows), default=0), _WIDEST)
            for at in range(len(heads))
        ]
        wide = [max(wish, head, _NARROWEST) for wish, head in zip(wishes, heads, strict=True)]
        spare = self.viewport().width() - sum(wide)
        for at, width in enumerate(wide):
            more = spare * width // sum(wide) if spare > 0 else 0
            self.setColumnWidth(at, width + more)

    def set_hint(self, hint: str) -> None:
        """Say what an empty table means."""
        self._hint = hint
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the table's own keys do; move the cursor by the others."""
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key()
        if pressed in self.keys:
            self.keys[pressed]()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that the cursor moved, and draw both rows anew."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.verticalHeader().viewport().update()
        if current.column() != previous.column():
            self.horizontalHeader().viewport().update()
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is said in the corner there."""
        super().resizeEvent(event)
        wide, high = self.verticalHeader().width(), self.horizontalHeader().height()
        self.corner.setGeometry(_PAD + 2, high - 28, wide - 2 * _PAD, 26)
        self.corner.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, or the hint where there are none."""
        super().paintEvent(event)
        if self.records.rowCount() or not self._hint:
            return
        painter = QPainter(self.viewport())
        painter.setFont(font(TOKENS.body))
        painter.setPen(QColor(TOKENS.ink_soft))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(32, 0, -32, 0), flags, flowing(self._hint))
        painter.end()

    def _wish(self, record: Any, column: int) -> int:
        return self._cells.width_of(self.records.cell_of(record, column))

    def _behave(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)


def draw_symbol(painter: QPainter, area: QRect, name: str, color: str) -> None:
    """Draw an icon of the set at the left of an area."""
    top = area.top() + (area.height() - _SYMBOL) // 2
    painter.drawPixmap(QRect(area.left(), top, _SYMBOL, _SYMBOL), _drawn(name, color))


@cache
def _drawn(name: str, color: str) -> QPixmap:
    return picture(name, color, _SYMBOL)
