"""What stands before each row, wherever the table is scrolled: its number, its mark, its fate."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from forum_desktop.ui.registration.importing.looks import look_of, said_decision
from forum_desktop.ui.table_view import ROW_HEIGHT, TableModel, draw_symbol
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from forum_desktop.ui.registration.importing.open_file import SheetRow
    from forum_desktop.ui.words import Words

_NUMBER, _PAD, _MARK, _WIDE = 52, 8, 22, 204


class RowSigns(QHeaderView):
    """The row's number in the file, and in a word what is done with it."""

    def __init__(self, words: "Words") -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._words = words
        self._small, self._bold = font(TOKENS.small), font(TOKENS.small, bold=True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedWidth(_WIDE)

    def sizeHint(self) -> QSize:
        """Return the width of number, mark and word."""
        return QSize(_WIDE, super().sizeHint().height())

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's name
        """Return the one size of all: ten thousand rows are not measured."""
        return QSize(_WIDE, ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw one row's sign."""
        table = self.parentWidget()
        assert isinstance(table, QTableView)
        model = table.model()
        assert isinstance(model, TableModel)
        rows = model.rows()
        if not rect.isValid() or logicalIndex >= len(rows):
            return
        is_here = table.currentIndex().row() == logicalIndex
        painter.save()
        self._paint(painter, rect, rows[logicalIndex], is_here=is_here)
        painter.restore()

    def _paint(self, painter: QPainter, rect: QRect, told: "SheetRow", *, is_here: bool) -> None:
        look = look_of(told.row) if told.row else None
        painter.fillRect(rect, QColor(look.ground if look else TOKENS.surface))
        number = QRect(rect.left(), rect.top(), _NUMBER, rect.height() - 1)
        painter.fillRect(number, QColor(TOKENS.primary if is_here else TOKENS.canvas))
        painter.setPen(QColor(TOKENS.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(TOKENS.line_strong))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setFont(self._bold if is_here else self._small)
        painter.setPen(QColor(TOKENS.on_primary if is_here else TOKENS.ink_soft))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number.adjusted(0, 0, -_PAD, 0), right, f"{told.line.number:,}")
        if told.row is None or look is None:
            return
        rest = rect.adjusted(_NUMBER + _PAD, 0, -_PAD, 0)
        draw_symbol(painter, rest, look.symbol, look.ink)
        words = rest.adjusted(_MARK, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        said = said_decision(self._words, told.row)
        dots = Qt.TextElideMode.ElideRight
        painter.setFont(self._bold)
        painter.setPen(QColor(look.ink))
        fitted = QFontMetrics(self._bold).elidedText(said, dots, words.width())
        painter.drawText(words, left, fitted)
