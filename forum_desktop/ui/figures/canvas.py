"""The plot, painted whole: on the page, into a picture and into an SVG alike."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.display import flowing, joined, said_date
from forum_desktop.ui.figures.columns import draw_columns
from forum_desktop.ui.figures.coverage import draw_coverage
from forum_desktop.ui.figures.lines import draw_crossing, draw_ranking
from forum_desktop.ui.figures.telling import (
    ARRIVALS,
    COMMUNITIES,
    CROSSING,
    OVER_TIME,
    RANKING,
    said,
    title_of,
)
from forum_desktop.ui.pen import CENTER, RIGHT, Pen
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from forum_desktop.records.figures import Figure
    from forum_desktop.records.forum import Forum
    from forum_desktop.ui.words import Words

_UNITS_WIDE, _UNITS_HIGH = 72, 36
_SMALLEST = TOKENS.body * 0.8
_DRAWINGS = {
    OVER_TIME: draw_columns,
    ARRIVALS: draw_columns,
    CROSSING: draw_crossing,
    RANKING: draw_ranking,
    COMMUNITIES: draw_coverage,
}


class FigureCanvas(QWidget):
    """Shows the figure it was given; an empty one teaches how it fills."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._figure: Figure | None = None
        self._forum: Forum | None = None
        self.setMinimumSize(480, 300)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_figure(self, figure: "Figure | None", forum: "Forum | None") -> None:
        """Show a figure of a forum."""
        self._figure, self._forum = figure, forum
        self.setAccessibleDescription(said(self._words, figure) if figure else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figure in the size there is."""
        painter = QPainter(self)
        self.draw(painter, self.rect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(TOKENS.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Draw the figure into an area of any painter."""
        unit = max(min(area.width() / _UNITS_WIDE, area.height() / _UNITS_HIGH), _SMALLEST)
        pen, whole = Pen(painter, unit), QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        pen.box(whole, TOKENS.surface, line=TOKENS.line)
        if self._figure is None or self._forum is None:
            return
        inner = whole.adjusted(unit * 1.2, unit * 0.8, -unit * 1.2, -unit * 0.8)
        head = QRectF(inner.left(), inner.top(), inner.width(), unit * 2)
        told = joined(
            (self._forum.municipality, said_date(self._forum.held_on, self._words.language))
        )
        side = pen.width(told, 0.9) + unit
        pen.write(
            head.adjusted(0, 0, -side, 0), title_of(self._words, self._figure), size=1.2, bold=True
        )
        pen.write(head, told, size=0.9, color=TOKENS.ink_soft, side=RIGHT)
        body = inner.adjusted(0, unit * 2.8, 0, 0)
        if self._figure.is_empty:
            self._teach(pen, body, self._figure)
        else:
            _DRAWINGS[str(self._figure.name)](pen, body, self._words, self._figure)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _teach(self, pen: Pen, area: QRectF, figure: "Figure") -> None:
        pen.painter.setFont(font(max(TOKENS.body, round(pen.unit * 1.1))))
        pen.painter.setPen(QColor(TOKENS.ink_soft))
        flags = CENTER | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        side = area.width() * 0.2
        hint = flowing(self._words(f"figures.empty.{figure.name}"))
        pen.painter.drawText(area.adjusted(side, 0, -side, 0), flags, hint)
