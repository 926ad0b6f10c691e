"""A line in which a few letters choose, and the shelf below that shows what they mean."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from forum_desktop.ui.record_list import Index, Line, RecordList
from forum_desktop.ui.registration.desk.walk_in.options import Offer, Option
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forum_desktop.ui.words import Words

_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}
_PASSING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
_HIGH, _COLUMN, _NUMBER, _PAD = 36, 250, 26, 8
_WIDEST = 420


class ShelfDelegate(QStyledItemDelegate):
    """Draws an option in one line: its number, its name, softly what is told of it."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__(shelf)
        self._shelf = shelf
        self._plain, self._small = font(TOKENS.body), font(TOKENS.small)
        self._bold = font(TOKENS.small, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every option."""
        return self._shelf.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the option."""
        meant: Option = index.data(Qt.ItemDataRole.UserRole)
        area = option.rect.adjusted(2, 2, -2, -2)
        painter.save()
        if index == self._shelf.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(TOKENS.primary))
            painter.setBrush(QColor(TOKENS.primary_soft))
            painter.drawRoundedRect(area, 6, 6)
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        if meant.number:
            place = QRect(inner.left(), inner.top(), _NUMBER - _PAD, inner.height())
            self._write(painter, place, meant.number, self._bold, TOKENS.primary)
            inner.setLeft(inner.left() + _NUMBER)
        name = self._shelf.name_of(meant)
        taken = self._write(painter, inner, name, self._plain, TOKENS.ink) + _PAD
        rest = inner.adjusted(taken, 0, 0, 0)
        if meant.under and rest.width() > _NUMBER:
            self._write(painter, rest, meant.under, self._small, TOKENS.ink_soft)
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, area: QRect, text: str, face: QFont, color: str) -> int:
        metrics = QFontMetrics(face)
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(face)
        painter.setPen(QColor(color))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitted)
        return metrics.horizontalAdvance(fitted)


class Shelf(RecordList):
    """The options of the line in which one types, in columns."""

    def __init__(self, words: "Words") -> None:
        super().__init__(self._line, focusable=False)
        self._words = words
        self.setItemDelegate(ShelfDelegate(self))
        self.setUniformItemSizes(True)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setProperty("look", "plain")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make as many columns as fit."""
        super().resizeEvent(event)
        self._fit()

    def set_rows(self, rows: "Sequence[Option]") -> None:
        """Show these options."""
        super().set_rows(rows)
        self._fit()

    def columns(self) -> int:
        """Return in how many columns the options stand: as few as they need."""
        most = max(self.viewport().width() // _COLUMN, 1)
        high = max(self.viewport().height() // _HIGH, 1)
        return max(min(-(-self.records.rowCount() // high), most), 1)

    def name_of(self, option: Option) -> str:
        """Return how an option is shown: a text that the pack does not know says so."""
        if option.is_known:
            return option.text
        return self._words("desk.as_organisation", name=option.text)

    def _line(self, option: Option) -> Line:
        return Line(text=self.name_of(option), under=option.under, badge=option.number)

    def _fit(self) -> None:
        wide = (self.viewport().width() - 2) // self.columns()
        grid = QSize(max(min(wide, _WIDEST), 80), _HIGH)
        if grid != self.gridSize():
            self.setGridSize(grid)


class ChoiceLine(QLineEdit):
    """Typing offers, arrows choose, Enter or leaving takes. Free of any popup."""

    def __init__(self, shelf: Shelf, offer: Callable[[str], Offer]) -> None:
        super().__init__()
        self._shelf, self._offer = shelf, offer
        self._taken: Option | None = None
        self._pointed: Option | None = None
        self.came: Callable[[], object] = lambda: None
        self.meant: Callable[[Option | None], object] = lambda _: None
        self.setMaxLength(200)
        self.textEdited.connect(lambda _: self._edited())

    def taken(self) -> Option | None:
        """Return what was chosen."""
        return self._taken

    def put(self, option: Option | None) -> None:
        """Stand for an option, as after a restart."""
        self._taken = self._pointed = option
        self.setText(option.text if option else "")
        self.meant(option)

    def take(self) -> bool:
        """Take what letters or arrows point at; False where the letters mean nothing."""
        if self._taken is None and self._pointed is not None:
            self.put(self._pointed)
        return self._taken is not None or not self.text().strip()

    def mean_again(self) -> None:
        """Tell once more what is meant, as after a change of language."""
        self.meant(self._pointed)

    def offer_again(self) -> None:
        """Show the options of what is typed; of what is taken, all there are."""
        offer = self._offer("" if self._taken else self.text())
        self._shelf.set_rows(offer.options)
        at = offer.chosen
        if self._taken in offer.options:
            at = offer.options.index(self._taken)
        if at >= 0:
            self._shelf.choose(at)
        self._point(self._taken or self._shelf.chosen())

    def point_at_typed(self) -> None:
        """Mean what stands here without being asked, as after a restart."""
        offer = self._offer(self.text())
        self._point(offer.options[offer.chosen] if offer.chosen >= 0 else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the options."""
        super().focusInEvent(event)
        self.came()
        self.offer_again()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what the letters mean when she goes on by Tab or by hand."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the options; everything else is typing."""
        step = _STEPS.get(event.key(), 0)
        if not step or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self._shelf.choose(self._shelf.currentIndex().row() + step)
        self._taken = None
        self._point(self._shelf.chosen())

    def _edited(self) -> None:
        self._taken = None
        self.offer_again()

    def _point(self, option: Option | None) -> None:
        self._pointed = option
        self.meant(option)
