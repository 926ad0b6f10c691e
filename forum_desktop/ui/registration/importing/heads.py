"""The heads of the columns: as they stand in the file, and what they were understood as."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from forum_desktop.records.importing import ColumnSource
from forum_desktop.ui.registration.importing.chooser import FieldChooser
from forum_desktop.ui.table_view import draw_symbol
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from forum_desktop.records.importing import ImportColumn
    from forum_desktop.ui.words import Words

_HIGH, _PAD, _ARROW = 82, 8, 14
_CHOICE_BOTTOM = 56


class ColumnHeads(QHeaderView):
    """Three lines a head: the file's word, the field as a choice, how it got it."""

    opened = Signal(int)

    def __init__(self, words: "Words") -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._words = words
        self._columns: tuple[ImportColumn, ...] = ()
        self._small, self._bold = font(TOKENS.small), font(TOKENS.body, bold=True)
        self.chooser = FieldChooser(words, self)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self.opened)

    def show_columns(self, columns: "tuple[ImportColumn, ...]") -> None:
        """Show these columns."""
        self._columns = columns
        self.viewport().update()

    def widths(self) -> tuple[int, ...]:
        """Return how wide the heads would like to be."""
        return tuple(self._wish(column) for column in self._columns)

    def said(self, column: "ImportColumn") -> tuple[str, str, str]:
        """Return the three lines of a head."""
        is_never = column.source is ColumnSource.NEVER
        known = "never" if is_never else column.source.value if column.field else "unused"
        field = self._words(f"importing.field.{column.field}") if column.field else ""
        name = column.head or self._words("importing_view.no_head", number=column.index + 1)
        return name, field or self._words("importing_view.not_used"), self._source(known)

    def open_chooser(self, at: int) -> bool:
        """Offer what a column may hold; False where it must not be kept."""
        column = self._columns[at]
        if column.source is ColumnSource.NEVER:
            return False
        over = self.chooser.parentWidget()
        assert over is not None
        corner = self.viewport().mapTo(over, QPoint(self.sectionViewportPosition(at), 0))
        head = QRect(corner, QSize(self.sectionSize(at), _CHOICE_BOTTOM))
        self.chooser.ask(column, self.said(column)[0], head)
        return True

    def sizeHint(self) -> QSize:
        """Return the height of three lines."""
        return QSize(super().sizeHint().width(), _HIGH)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw one head."""
        if not rect.isValid() or logicalIndex >= len(self._columns):
            return
        column = self._columns[logicalIndex]
        name, field, source = self.said(column)
        painter.save()
        table = self.parentWidget()
        is_here = _column_of(table) == logicalIndex
        painter.fillRect(rect, QColor(TOKENS.primary_soft if is_here else TOKENS.canvas))
        painter.setPen(QColor(TOKENS.line_strong if is_here else TOKENS.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        self._write(painter, QRect(inner.left(), rect.top() + 1, inner.width(), 22), name)
        self._write(painter, QRect(inner.left(), rect.top() + 57, inner.width(), 22), source)
        self._paint_choice(painter, rect, field, column)
        painter.restore()

    def _paint_choice(
        self, painter: QPainter, rect: QRect, field: str, column: "ImportColumn"
    ) -> None:
        is_used = column.field is not None
        place = QRect(rect.left() + 4, rect.top() + 24, rect.width() - 9, 31)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(TOKENS.line_strong))
        painter.setBrush(QColor(TOKENS.surface if is_used else TOKENS.sunken))
        painter.drawRoundedRect(place, 6, 6)
        words = place.adjusted(_PAD - 2, 0, -_ARROW - 8, 0)
        painter.setFont(self._bold)
        painter.setPen(QColor(TOKENS.primary_deep if is_used else TOKENS.ink_soft))
        fitted = QFontMetrics(self._bold).elidedText(field, _DOTS, words.width())
        painter.drawText(words, _SIDE, fitted)
        symbol = "lock" if column.source is ColumnSource.NEVER else "chevron-down"
        arrow = QRect(place.right() - _ARROW - 4, place.top() + 9, _ARROW, _ARROW)
        draw_symbol(painter, arrow, symbol, TOKENS.ink_soft)

    def _write(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(self._small)
        painter.setPen(QColor(TOKENS.ink_soft))
        fitted = QFontMetrics(self._small).elidedText(text, _DOTS, area.width())
        painter.drawText(area, _SIDE, fitted)

    def _wish(self, column: "ImportColumn") -> int:
        name, field, source = self.said(column)
        small, bold = QFontMetrics(self._small), QFontMetrics(self._bold)
        texts = max(map(small.horizontalAdvance, (name, source))) + 2 * _PAD + 2
        return min(max(texts, bold.horizontalAdvance(field) + _ARROW + 34), 240)

    def _source(self, known: str) -> str:
        return self._words(f"importing_view.source.{known}")


_DOTS = Qt.TextElideMode.ElideRight
_SIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _column_of(table: QWidget | None) -> int:
    from PySide6.QtWidgets import QTableView  # noqa: PLC0415 - only here

    return table.currentIndex().column() if isinstance(table, QTableView) else -1
