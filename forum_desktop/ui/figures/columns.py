"""Counts over time: a column for each stretch, its parts on top of each other."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from forum_desktop.ui.figures.marks import fill
from forum_desktop.ui.figures.telling import row_name, series_name
from forum_desktop.ui.pen import CENTER, RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.figures import Figure, FigureRow
    from forum_desktop.ui.words import Words

_LEGEND, _AXIS, _FOOT = 15.5, 3.2, 1.8
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000)
_LINES, _WIDEST = 6, 4.5


def draw_columns(pen: Pen, area: QRectF, words: "Words", figure: "Figure") -> None:
    """Draw the columns over their times, and beside them what their parts are."""
    unit, field = pen.unit, QRectF(area)
    if len(figure.series) > 1:
        legend = QRectF(area.right() - unit * _LEGEND, area.top(), unit * _LEGEND, area.height())
        draw_legend(pen, legend, words, figure)
        field.setRight(legend.left() - unit * 1.2)
    field.adjust(unit * _AXIS, unit * 1.4, 0, -unit * _FOOT)
    step = step_of(max(row.total for row in figure.rows))
    top = ceil(max(row.total for row in figure.rows) / step) * step
    _draw_lines(pen, field, step, top)
    wide = field.width() / len(figure.rows)
    for at, row in enumerate(figure.rows):
        thick = min(wide * 0.78, unit * _WIDEST)
        left = field.left() + at * wide + (wide - thick) / 2
        _draw_column(pen, QRectF(left, field.top(), thick, field.height()), row, figure, top)
    _draw_times(pen, field, words, figure.rows)


def step_of(most: int) -> int:
    """Return the step between the lines behind a plot whose highest count is `most`."""
    return next((step for step in _STEPS if most / step <= _LINES), _STEPS[-1])


def draw_legend(pen: Pen, area: QRectF, words: "Words", figure: "Figure") -> None:
    """Name the parts from the top of a column to its foot, with how many there are of each."""
    unit = pen.unit
    shown = [at for at in range(len(figure.series)) if sum(row.counts[at] for row in figure.rows)]
    high = min(unit * 2.1, area.height() / max(len(shown), 1))
    for line, at in enumerate(reversed(shown)):
        place = QRectF(area.left(), area.top() + line * high, area.width(), high)
        swatch = QRectF(place.left(), place.center().y() - unit * 0.6, unit * 1.8, unit * 1.2)
        fill(pen, swatch, figure.series[at].number)
        count = sum(row.counts[at] for row in figure.rows)
        pen.write(place, f"{count:,}", bold=True, side=RIGHT)
        name = place.adjusted(unit * 2.4, 0, -unit * 2.6, 0)
        pen.write(name, series_name(words, figure.series[at]))


def _draw_lines(pen: Pen, field: QRectF, step: int, top: int) -> None:
    for count in range(0, top + 1, step):
        y = field.bottom() - field.height() * count / top
        color = TOKENS.line if count else TOKENS.line_strong
        pen.painter.setPen(QPen(QColor(color), max(1.0, pen.unit / 16)))
        pen.painter.drawLine(QLineF(field.left(), y, field.right(), y))
        wide, half = pen.unit * _AXIS, pen.unit * 0.7
        place = QRectF(field.left() - wide, y - half, wide - pen.unit * 0.5, 2 * half)
        pen.write(place, f"{count:,}", size=0.9, color=TOKENS.ink_soft, side=RIGHT)


def _draw_column(pen: Pen, area: QRectF, row: "FigureRow", figure: "Figure", top: int) -> None:
    foot, gap = area.bottom(), max(1.0, pen.unit / 12)
    for series, count in zip(figure.series, row.counts, strict=True):
        high = area.height() * count / top
        part = QRectF(area.left(), foot - high, area.width(), max(high - gap, min(high, 1.0)))
        if count:
            fill(pen, part, series.number)
            _number(pen, part, series.number)
            foot -= high
    if row.total:
        half = max(pen.unit * 2, area.width()) / 2
        place = QRectF(area.center().x() - half, foot - pen.unit * 1.35, 2 * half, pen.unit * 1.3)
        pen.write(place, f"{row.total:,}", size=0.85, bold=True, side=CENTER)


def _number(pen: Pen, part: QRectF, number: int) -> None:
    """Write a strategy's number into its part, where there is room for it."""
    size = pen.unit * 1.25
    if number > 0 and min(part.height(), part.width()) > size * 1.2:
        place = QRectF(part.center().x() - size / 2, part.center().y() - size / 2, size, size)
        pen.box(place, TOKENS.surface, radius=0.3)
        pen.write(place, f"{number}", size=0.85, bold=True, side=CENTER)


def _draw_times(pen: Pen, field: QRectF, words: "Words", rows: Sequence["FigureRow"]) -> None:
    wide = field.width() / len(rows)
    room = pen.width("00.00", 0.9) + pen.unit * 0.8
    every = next((n for n in (1, 2, 3, 4, 6, 8, 12, 24, 48) if n * wide >= room), 96)
    for at in range(0, len(rows), every):
        middle = field.left() + (at + 0.5) * wide
        place = QRectF(middle - room / 2, field.bottom() + 2, room, pen.unit * _FOOT)
        said = row_name(words, rows[at])
        pen.write(place, said, size=0.9, color=TOKENS.ink_soft, side=CENTER)
