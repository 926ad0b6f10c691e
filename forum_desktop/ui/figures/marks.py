"""How a series looks: a colour and a pattern, so that neighbours differ for every kind of eyes.

Strategies keep their colours; every second one is drawn brighter (darker on a dark ground),
because two hues side by side may look alike while light beside dark never does.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from forum_desktop.ui.figures.seeing import contrast
from forum_desktop.ui.pen import Pen
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.tokens import Tokens

LEAST_CONTRAST = 3.05
"""Of a brighter colour against the ground; the WCAG asks 3 of what carries a meaning."""
_STEPS = 40
ALONE = -1
"""The number of a series that has no others beside it."""


def series_color(number: int, tokens: Tokens = TOKENS) -> str:
    """Return the colour of a series; 0 is what belongs to none of the others."""
    if number == ALONE:
        return tokens.primary
    if number < 1:
        return tokens.ink
    color = tokens.strategies[(number - 1) % len(tokens.strategies)]
    return color if number % 2 else _nearer(color, tokens.surface)


def fill(pen: Pen, area: QRectF, number: int) -> None:
    """Fill an area with the colour and the pattern of a series."""
    pen.box(area, series_color(number), radius=0)
    stroke = QPen(QColor(TOKENS.surface), max(1.0, pen.unit / 11))
    stroke.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.painter.setPen(stroke)
    for line in pattern(area, number, pen.unit * 0.5):
        pen.painter.drawLine(line)


def pattern(area: QRectF, number: int, step: float) -> list[QLineF]:
    """Return the lines of a series' pattern: none, across, upright or slanting."""
    kind = number % 4 if number > 0 else 0
    if kind == 2:
        return [
            QLineF(area.left(), y, area.right(), y) for y in _from(area.top(), area.bottom(), step)
        ]
    if kind == 3:
        return [
            QLineF(x, area.top(), x, area.bottom()) for x in _from(area.left(), area.right(), step)
        ]
    if kind == 0 and number > 0:
        return _slanting(area, step * 1.4)
    return []


def _from(begin: float, end: float, step: float) -> list[float]:
    return [begin + (at + 0.5) * step for at in range(int((end - begin) / step + 0.5))]


def _slanting(area: QRectF, step: float) -> list[QLineF]:
    """Cut by hand: a clipped pattern would be lost in SVG."""
    lines = []
    for at in _from(area.left() - area.height(), area.right(), step):
        left, right = max(at, area.left()), min(at + area.height(), area.right())
        if left < right:
            low = QPointF(left, area.bottom() - (left - at))
            lines.append(QLineF(low, QPointF(right, area.bottom() - (right - at))))
    return lines


def _nearer(color: str, ground: str) -> str:
    """Return a colour as near to the ground as it may be to be seen."""
    for step in range(_STEPS, 0, -1):
        mixed = _mixed(color, ground, step / _STEPS)
        if contrast(mixed, ground) >= LEAST_CONTRAST:
            return mixed
    return color


def _mixed(color: str, ground: str, share: float) -> str:
    one, other = QColor(color), QColor(ground)
    red, green, blue = (
        round(a + (b - a) * share)
        for a, b in (
            (one.red(), other.red()),
            (one.green(), other.green()),
            (one.blue(), other.blue()),
        )
    )
    return QColor(red, green, blue).name()
