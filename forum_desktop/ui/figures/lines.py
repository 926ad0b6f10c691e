"""Figures line by line: the ranking's bars, and the crossing of sectors with strategies."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from forum_desktop.ui.figures.marks import fill
from forum_desktop.ui.figures.telling import row_name, series_name
from forum_desktop.ui.pen import LEFT, RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.figures import Figure, FigureRow
    from forum_desktop.ui.words import Words

_LOWEST, _HIGHEST = 1.4, 4.8
_HIGHEST_CROSSED, _THICKEST = 3.0, 2.0
_NAMES, _COUNT = 17.0, 4.5


def draw_ranking(pen: Pen, area: QRectF, words: "Words", figure: "Figure") -> None:
    """Draw a bar for each thing ranked, the first place at the top."""
    unit = pen.unit
    most = max(row.total for row in figure.rows)
    shown, high = _fitting(len(figure.rows), area.height(), unit)
    names = min(area.width() * 0.42, unit * 34)
    for at, row in enumerate(figure.rows[:shown]):
        line = QRectF(area.left(), area.top() + at * high, area.width(), high)
        pen.write(line.adjusted(0, 0, 0, 0), f"{row.place}", bold=True, color=TOKENS.primary)
        name = QRectF(line.left() + unit * 2, line.top(), names - unit * 2.6, high)
        pen.write(name, row_name(words, row))
        room = line.width() - names - unit * _COUNT
        bar = QRectF(line.left() + names, 0, 0, min(high * 0.6, unit * _THICKEST))
        bar.moveTop(line.center().y() - bar.height() / 2)
        bar.setWidth(room * row.total / most)
        if row.total > 0:
            fill(pen, bar, figure.series[0].number)
        count = QRectF(bar.right() + unit * 0.5, line.top(), unit * _COUNT, high)
        pen.write(count, f"{row.total:,}", bold=True)
    _tell_rest(pen, area, words, len(figure.rows) - shown)


class Grid(NamedTuple):
    """The crossing's columns: how wide the names are, and each strategy, in pixels."""

    words: "Words"
    figure: "Figure"
    names: float
    wide: float

    def place(self, line: QRectF, at: int) -> QRectF:
        """Return where a line crosses a strategy."""
        left = line.left() + self.names + at * self.wide
        return QRectF(left, line.top(), self.wide, line.height())


def draw_crossing(pen: Pen, area: QRectF, words: "Words", figure: "Figure") -> None:
    """Draw how many opinions each sector has under each strategy, with sums at both edges."""
    unit = pen.unit
    names = min(unit * _NAMES, area.width() * 0.3)
    grid = Grid(words, figure, names, (area.width() - names - unit * _COUNT) / len(figure.series))
    shown, high = _fitting(len(figure.rows), area.height() - 2 * unit * _LOWEST, unit)
    rest = len(figure.rows) - shown
    lines = shown + 2 + bool(rest)
    line = QRectF(area.left(), area.top(), area.width(), min(high, area.height() / lines))
    line.setHeight(min(line.height(), unit * _HIGHEST_CROSSED))
    _draw_heads(pen, line, grid)
    for row in figure.rows[:shown]:
        line.translate(0, line.height())
        _draw_sector(pen, line, grid, row)
    if rest:
        line.translate(0, line.height())
        pen.write(line, words("figures.more", count=rest), color=TOKENS.ink_soft)
    line.translate(0, line.height())
    _draw_sums(pen, line, grid)


def _draw_heads(pen: Pen, line: QRectF, grid: Grid) -> None:
    for at, series in enumerate(grid.figure.series):
        place = grid.place(line, at).adjusted(0, 0, -pen.unit * 0.6, 0)
        pen.write(place, series_name(grid.words, series), size=0.9, color=TOKENS.ink_soft)
    pen.write(line, grid.words("figures.total"), size=0.9, color=TOKENS.ink_soft, side=RIGHT)


def _draw_sector(pen: Pen, line: QRectF, grid: Grid, row: "FigureRow") -> None:
    most = max(max(one.counts) for one in grid.figure.rows)
    _rule(pen, line)
    name = QRectF(line.left(), line.top(), grid.names - pen.unit, line.height())
    pen.write(name, row_name(grid.words, row))
    pen.write(line, f"{row.total:,}", bold=True, side=RIGHT)
    for at, count in enumerate(row.counts):
        _draw_cell(pen, grid.place(line, at), count, most, grid.figure.series[at].number)


def _draw_cell(pen: Pen, area: QRectF, count: int, most: int, number: int) -> None:
    unit = pen.unit
    color = TOKENS.ink if count else TOKENS.ink_soft
    figures = QRectF(area.left(), area.top(), unit * 2.6, area.height())
    pen.write(figures, f"{count:,}" if count else "–", bold=bool(count), color=color, side=LEFT)
    room = area.width() - unit * 3.6
    if count:
        high = min(unit * 1.1, area.height() * 0.5)
        bar = QRectF(figures.right(), area.center().y() - high / 2, room * count / most, high)
        fill(pen, bar, number)


def _draw_sums(pen: Pen, line: QRectF, grid: Grid) -> None:
    rows = grid.figure.rows
    _rule(pen, line, TOKENS.line_strong)
    pen.write(line, grid.words("figures.total"), bold=True)
    for at in range(len(grid.figure.series)):
        pen.write(grid.place(line, at), f"{sum(row.counts[at] for row in rows):,}", bold=True)
    pen.write(line, f"{sum(row.total for row in rows):,}", bold=True, side=RIGHT)


def _rule(pen: Pen, line: QRectF, color: str = TOKENS.line) -> None:
    pen.painter.setPen(QPen(QColor(color), max(1.0, pen.unit / 16)))
    pen.painter.drawLine(QLineF(line.topLeft(), line.topRight()))


def _fitting(count: int, high: float, unit: float) -> tuple[int, float]:
    """Return how many of `count` lines fit, and how high each is."""
    fits = int(high / (unit * _LOWEST))
    shown = count if count <= fits else fits - 1
    return shown, min(high / max(shown, 1), unit * _HIGHEST)


def _tell_rest(pen: Pen, area: QRectF, words: "Words", rest: int) -> None:
    if rest > 0:
        place = QRectF(area.left(), area.bottom() - pen.unit * 1.5, area.width(), pen.unit * 1.5)
        pen.write(place, words("figures.more", count=rest), color=TOKENS.ink_soft)
