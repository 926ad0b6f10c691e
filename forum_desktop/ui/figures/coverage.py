"""Which communities have not come, which came and have not spoken, and which spoke: by name."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from forum_desktop.ui.figures.telling import STATES
from forum_desktop.ui.pen import RIGHT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.figures import Figure
    from forum_desktop.ui.words import Words

_HIGH, _NARROWEST, _WIDEST = 1.75, 11.5, 22.0
_INKS = {"missing": TOKENS.bad, "silent": TOKENS.warn, "spoken": TOKENS.good}


class Line(NamedTuple):
    """A line of the list: the head of a state, or a community under it."""

    state: str
    text: str
    beside: str = ""
    is_head: bool = False


def draw_coverage(pen: Pen, area: QRectF, words: "Words", figure: "Figure") -> None:
    """Write the lists in columns, from left to right; a mark and the head tell the state."""
    lines = lines_of(words, figure)
    high = pen.unit * _HIGH
    rows = max(int(area.height() / high), 2)
    most = max(int(area.width() / (pen.unit * _NARROWEST)), 1)
    room = rows * most
    if len(lines) > room:
        lines = [*lines[: room - 1], Line("", words("figures.more", count=len(lines) - room + 1))]
    columns = -(-len(lines) // rows)
    wide = min(area.width() / columns, pen.unit * _WIDEST)
    for at, line in enumerate(lines):
        left, top = area.left() + at // rows * wide, area.top() + at % rows * high
        _draw_line(pen, QRectF(left, top, wide - pen.unit, high), line)


def lines_of(words: "Words", figure: "Figure") -> list[Line]:
    """Return the lists under their heads, those missing first."""
    lines = []
    for state in STATES:
        rows = [row for row in figure.rows if row.state == state]
        head = words(f"figures.state.{state}")
        lines.append(Line(state, head, f"{len(rows):,}", is_head=True))
        lines += [Line(state, row.name, row.group) for row in rows]
        if not rows:
            lines.append(Line("", words("figures.nobody")))
    return lines


def _draw_line(pen: Pen, area: QRectF, line: Line) -> None:
    unit = pen.unit
    if line.state:
        _draw_mark(pen, QPointF(area.left() + unit * 0.6, area.center().y()), line.state)
    text = area.adjusted(unit * 1.6, 0, 0, 0)
    ink = _INKS[line.state] if line.is_head else TOKENS.ink
    size = 1.0 if line.is_head else 0.8
    beside = pen.width(line.beside, size, bold=line.is_head) + unit * 0.5
    # A name is worth more than the zone beside it; a count is worth more than its head.
    if line.is_head or pen.width(line.text) + beside <= text.width():
        soft = ink if line.is_head else TOKENS.ink_soft
        pen.write(text, line.beside, size=size, bold=line.is_head, color=soft, side=RIGHT)
        text.setRight(text.right() - beside)
    pen.write(text, line.text, bold=line.is_head, color=ink)


def _draw_mark(pen: Pen, middle: QPointF, state: str) -> None:
    """Draw an empty, half-full or full circle: the state is told without its colour."""
    painter, size = pen.painter, pen.unit * 0.42
    color = QColor(_INKS[state])
    circle = QRectF(middle.x() - size, middle.y() - size, 2 * size, 2 * size)
    painter.setPen(QPen(color, max(1.2, pen.unit / 9)))
    painter.setBrush(color if state == "spoken" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if state == "silent":
        painter.setBrush(color)
        painter.drawPie(circle, 90 * 16, 180 * 16)
