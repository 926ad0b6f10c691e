"""Figures line by line: the ranking's bars, and the crossing of sectors with strategies."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from forum_desktop.ui.figures.marks import fill
from forum_desktop.ui.figures.telling import row_name, series_name
from forum_desktop.ui.pen import LEFT, RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.figures import Figure
    from forum_desktop.ui.words import Words

_LOWEST, _HIGHEST = 1.9, 3.4
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
        bar = QRectF(line.left() + names, line.top() + high * 0.2, 0, high * 0.6)
        bar.setWidth(room * row.total / most)
        if row.total > 0:
            fill(pen, bar, figure.series[0].number)
        count = QRectF(bar.right() + unit * 0.5, line.top(), unit * _COUNT, high)
        pen.write(count, f"{row.total:,}", bold=True)
    _tell_rest(pen, area, words, len(figure.rows) - shown)


def draw_crossing(pen: Pen, area: QRectF, words: "Words", figure: "Figure") -> None:
    """Draw how many opinions each sector has under each strategy, with sums at both edges."""
    unit, columns = pen.unit, len(figure.series)
    names = min(unit * _NAMES, area.width() * 0.3)
    wide = (area.width() - names - unit * _COUNT) / columns
    lines, high = _fitting(len(figure.rows) + 2, area.height(), unit)
    most = max(max(row.counts) for row in figure.rows)
    head = QRectF(area.left(), area.top(), area.width(), high)
    for at, series in enumerate(figure.series):
        place = QRectF(head.left() + names + at * wide, head.top(), wide - unit * 0.8, high)
        pen.write(place, series_name(words, series), size=0.9, color=TOKENS.ink_soft)
    pen.write(head, words("figures.total"), size=0.9, color=TOKENS.ink_soft, side=RIGHT)
    for number, row in enumerate(figure.rows[: lines - 2], start=1):
        line = head.translated(0, number * high)
        _rule(pen, line)
        pen.write(QRectF(line.left(), line.top(), names - unit, high), row_name(words, row))
        pen.write(line, f"{row.total:,}", bold=True, side=RIGHT)
        for at, count in enumerate(row.counts):
            place = QRectF(line.left() + names + at * wide, line.top(), wide - unit * 0.8, high)
            _draw_cell(pen, place, count, most, figure.series[at].number)
    _draw_sums(pen, head.translated(0, (lines - 1) * high), words, figure, (names, wide))


def _draw_cell(pen: Pen, area: QRectF, count: int, most: int, number: int) -> None:
    unit = pen.unit
    color = TOKENS.ink if count else TOKENS.ink_soft
    figures = QRectF(area.left(), area.top(), unit * 2.6, area.height())
    pen.write(figures, f"{count:,}" if count else "–", bold=bool(count), color=color, side=LEFT)
    room = area.width() - unit * 2.8
    if count:
        high = min(unit * 1.1, area.height() * 0.5)
        bar = QRectF(figures.right(), area.center().y() - high / 2, room * count / most, high)
        fill(pen, bar, number)


def _draw_sums(
    pen: Pen, line: QRectF, words: "Words", figure: "Figure", widths: tuple[float, float]
) -> None:
    names, wide = widths
    _rule(pen, line, TOKENS.line_strong)
    pen.write(line, words("figures.total"), bold=True)
    for at in range(len(figure.series)):
        place = QRectF(line.left() + names + at * wide, line.top(), wide, line.height())
        pen.write(place, f"{sum(row.counts[at] for row in figure.rows):,}", bold=True)
    pen.write(line, f"{sum(row.total for row in figure.rows):,}", bold=True, side=RIGHT)


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
