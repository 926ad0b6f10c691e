"""The strip of the board: how many came in each minute of an hour."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.pen import CENTER, RIGHT, Pen
from forum_desktop.ui.registration.arrivals.hour import MINUTES, Hour
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_LOWEST_TOP = 4
"""People a minute at which a bar fills the strip at least, so that one person is no peak."""
_QUARTER = 15


def said_of_hour(words: "Words", hour: Hour) -> str:
    """Tell the peak and the present rate."""
    if hour.peak_at is None:
        return words("arrivals.nobody_yet")
    peak = words("arrivals.peak", count=hour.peak, time=said_time(hour.peak_at))
    if hour.is_past:
        return peak
    return joined((words("arrivals.rate", rate=f"{hour.rate:g}"), peak))


def draw_strip(pen: Pen, area: QRectF, words: "Words", hour: Hour) -> None:
    """Draw the bars over their quarter hours, under a line that tells peak and rate."""
    unit = pen.unit
    pen.box(area, TOKENS.surface, line=TOKENS.line)
    inner = area.adjusted(unit, unit * 0.4, -unit, -unit * 0.3)
    head = QRectF(inner.left(), inner.top(), inner.width(), unit * 1.5)
    title = words("arrivals.last_hour" if hour.is_past else "arrivals.this_hour")
    pen.write(head, title, bold=True)
    pen.write(head, said_of_hour(words, hour), size=0.95, color=TOKENS.ink_soft, side=RIGHT)
    feet = unit * 1.15
    field = QRectF(inner.left(), head.bottom() + unit * 0.3, inner.width(), 0)
    field.setBottom(inner.bottom() - feet)
    _draw_bars(pen, field, hour)
    _draw_quarters(pen, field, feet, hour)


def _draw_bars(pen: Pen, field: QRectF, hour: Hour) -> None:
    top = max(*hour.counts, _LOWEST_TOP)
    step = field.width() / MINUTES
    for at, count in enumerate(hour.counts):
        high = field.height() * count / top
        left = field.left() + at * step + step * 0.12
        bar = QRectF(left, field.bottom() - high, step * 0.76, high)
        if count:
            pen.box(bar, TOKENS.primary, radius=0.12)
    pen.painter.setPen(QPen(QColor(TOKENS.line_strong), max(1.0, pen.unit / 16)))
    pen.painter.drawLine(QLineF(field.bottomLeft(), field.bottomRight()))


def _draw_quarters(pen: Pen, field: QRectF, feet: float, hour: Hour) -> None:
    step = field.width() / MINUTES
    for at in range(MINUTES):
        moment = hour.begins_at + timedelta(minutes=at)
        if moment.minute % _QUARTER:
            continue
        middle = field.left() + (at + 0.5) * step
        wide = pen.unit * 4
        left = min(max(middle - wide / 2, field.left() - pen.unit), field.right() + pen.unit - wide)
        place = QRectF(left, field.bottom() + 2, wide, feet)
        pen.write(place, said_time(moment), size=0.8, color=TOKENS.ink_soft, side=CENTER)
