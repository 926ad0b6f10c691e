"""A list of very many records: a row is measured when it comes into sight, never before."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.row_heights import RowHeights

Index = QModelIndex | QPersistentModelIndex
_Moves = QAbstractItemView.CursorAction

_GUESS = 62
"""Two lines and the small one: what a row is taken for until it is measured."""
_STEP = 24


class LongList(RecordList):
    """Draws itself; the base class would measure every row at each change."""

    end_is_near = Signal()
    """Less than two heights of the list follow below what is seen."""

    def __init__(self, line_of: Callable[[Any], Line], *, badge_width: int = 0) -> None:
        # Qt asks for places while the list is being made.
        self._heights = RowHeights(_GUESS)
        self._is_settling = False
        super().__init__(line_of, badge_width=badge_width)
        self.records.modelReset.connect(self._begin)
        self.records.rowsInserted.connect(self._inserted)
        self.records.rowsRemoved.connect(self._removed)
        self.records.dataChanged.connect(self._changed)

    def place(self) -> tuple[int, int]:
        """Return the first row in sight, and how far it has gone above the edge."""
        row = self._heights.row_at(self.verticalOffset())
        return row, self.verticalOffset() - self._heights.top(row)

    def go_to(self, row: int, above: int) -> None:
        """Come back to a place."""
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._heights.top(row) + above)

    def doItemsLayout(self) -> None:
        """Place the rows: their heights are known or guessed."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Let the scroll bar reach over all rows."""
        QAbstractItemView.updateGeometries(self)
        high, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setRange(0, max(0, self._heights.total() - high))
        bar.setPageStep(high)
        bar.setSingleStep(_STEP)
        self._look_ahead()

    def horizontalOffset(self) -> int:
        """Return 0: lines wrap."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is drawn."""
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        top = self._heights.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point."""
        row = self._heights.row_at(point.y() + self.verticalOffset())
        return self.records.index(row) if row < self.records.rowCount() else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight."""
        if not index.isValid():
            return
        self._measure_around(index.row())
        self.updateGeometries()
        top = self._heights.top(index.row())
        room = self.viewport().height() - self._heights.height(index.row())
        offset = max(self.verticalOffset(), top - max(0, room))
        self.verticalScrollBar().setValue(min(offset, top))

    def moveCursor(
        self, cursor_action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to."""
        last, row = self.records.rowCount() - 1, self.currentIndex().row()
        if row < 0:
            return self.records.index(0)
        page = self.viewport().height()
        top = self._heights.top(row)
        rows = {
            _Moves.MoveUp: row - 1,
            _Moves.MovePrevious: row - 1,
            _Moves.MoveDown: row + 1,
            _Moves.MoveNext: row + 1,
            _Moves.MoveHome: 0,
            _Moves.MoveEnd: last,
            _Moves.MovePageUp: min(row - 1, self._heights.row_at(max(0, top - page))),
            _Moves.MovePageDown: max(row + 1, self._heights.row_at(top + page)),
        }
        return self.records.index(max(0, min(rows.get(cursor_action, row), last)))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row that was pressed."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the selected rows are drawn."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw anew; what comes into sight is measured then."""
        self.viewport().update()
        if not self._is_settling:
            self._look_ahead()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take all heights for guesses where the width is another; stay at the same row."""
        if event.size().width() == event.oldSize().width():
            QAbstractItemView.resizeEvent(self, event)
            return
        row, _ = self.place()
        self._heights.forget()
        QAbstractItemView.resizeEvent(self, event)
        self.go_to(row, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight."""
        self._settle()
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for index in self._in_sight():
            option.rect = self.visualRect(index)
            if option.rect.intersects(event.rect()):
                self._paint_row(painter, option, index)
        painter.end()
        self.paint_hint()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        # Its many enums are slow to load, so the first page waits with them.
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - loaded when needed

        state = QStyle.StateFlag
        option.state = state.State_Enabled
        if self.selectionModel().isSelected(index):
            option.state |= state.State_Selected
        elif self._is_under_mouse(option.rect):
            option.state |= state.State_MouseOver
        self.itemDelegate().paint(painter, option, index)

    def _is_under_mouse(self, area: QRect) -> bool:
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        return self.viewport().underMouse() and area.contains(pointer)

    def _in_sight(self) -> "Sequence[QModelIndex]":
        top = self.verticalOffset()
        first = self._heights.row_at(top)
        last = self._heights.row_at(top + self.viewport().height())
        rows = range(first, min(last + 1, self.records.rowCount()))
        return [self.records.index(row) for row in rows]

    def _settle(self) -> None:
        """Measure what is in sight; rows below an edge that was guessed wrongly stay in place."""
        changed = True
        while changed:
            changed = False
            for index in self._in_sight():
                if not self._heights.is_measured(index.row()):
                    self._measure_in_sight(index.row())
                    changed = True
        self._is_settling = True
        self.updateGeometries()
        self._is_settling = False

    def _measure_in_sight(self, row: int) -> None:
        is_above = self._heights.top(row) < self.verticalOffset()
        change = self._measure(row)
        if change and is_above:
            self._is_settling = True
            bar = self.verticalScrollBar()
            bar.setMaximum(max(bar.maximum(), bar.value() + change))
            bar.setValue(bar.value() + change)
            self._is_settling = False

    def _measure_around(self, row: int) -> None:
        """Measure the rows that are seen together with a row, above or below it."""
        for step in (-1, 1):
            room, at = self.viewport().height(), row
            while 0 <= at < len(self._heights) and room > 0:
                self._measure(at)
                room -= self._heights.height(at)
                at += step

    def _measure(self, row: int) -> int:
        if self._heights.is_measured(row):
            return 0
        option = QStyleOptionViewItem()
        high = self.itemDelegate().sizeHint(option, self.records.index(row)).height()
        return self._heights.measure(row, high)

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < 2 * self.viewport().height():
            self.end_is_near.emit()

    def _begin(self) -> None:
        self._heights.begin(self.records.rowCount())
        self.updateGeometries()

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.insert(first, last - first + 1)
        self.updateGeometries()
        self.viewport().update()

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        for _ in range(first, last + 1):
            self._heights.remove(first)
        self.updateGeometries()
        self.viewport().update()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._heights.guess_again(row)
        self.viewport().update()
