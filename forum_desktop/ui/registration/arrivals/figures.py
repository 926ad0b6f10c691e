"""The head of the board: how many came, of how many, and where they are now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.ui.pen import CENTER, LEFT, Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.arrivals import Arrivals
    from forum_desktop.ui.words import Words


def small_figures(words: "Words", arrivals: "Arrivals") -> tuple[tuple[str, int], ...]:
    """Return the lesser figures with their names, in the order they stand."""
    return (
        (words("arrivals.in_hall"), arrivals.present - arrivals.left),
        (words("arrivals.left"), arrivals.left),
        (words("arrivals.registered"), arrivals.registered),
        (words("arrivals.from_paper"), arrivals.from_paper),
    )


def said_of_expected(words: "Words", arrivals: "Arrivals") -> str:
    """Tell how many were expected, or that nobody said a number."""
    if all(row.expected is None for row in arrivals.by_sector) or not arrivals.expected:
        return words("arrivals.no_expected", registered=f"{arrivals.registered:,}")
    share = round(100 * arrivals.present / arrivals.expected)
    return words("arrivals.of_expected", expected=f"{arrivals.expected:,}", share=share)


def draw_head(pen: Pen, area: QRectF, words: "Words", arrivals: "Arrivals") -> None:
    """Draw the large count at the left and the lesser figures at the right."""
    big = QRectF(area.left(), area.top(), area.width() * 0.46, area.height())
    _draw_count(pen, big, words, arrivals)
    rest = QRectF(big.right() + pen.unit, area.top(), 0, area.height())
    rest.setRight(area.right())
    figures = small_figures(words, arrivals)
    wide = (rest.width() - pen.unit * 0.75 * (len(figures) - 1)) / len(figures)
    for at, (name, count) in enumerate(figures):
        left = rest.left() + at * (wide + pen.unit * 0.75)
        _draw_figure(pen, QRectF(left, rest.top(), wide, rest.height()), name, count)


def _draw_count(pen: Pen, area: QRectF, words: "Words", arrivals: "Arrivals") -> None:
    unit = pen.unit
    pen.box(area, TOKENS.surface, line=TOKENS.line)
    inner = area.adjusted(unit, unit * 0.5, -unit, -unit * 0.9)
    number = f"{arrivals.present:,}"
    wide = pen.width(number, 3.6, bold=True)
    high = inner.height() - unit * 1.1
    top = QRectF(inner.left(), inner.top(), wide, high)
    pen.write(top, number, size=3.6, bold=True, color=TOKENS.primary_deep)
    beside = QRectF(top.right() + unit, inner.top(), inner.right() - top.right() - unit, high)
    half = high / 2
    upper = QRectF(beside.left(), beside.top() + half * 0.22, beside.width(), half * 0.85)
    lower = QRectF(beside.left(), upper.bottom(), beside.width(), half * 0.85)
    pen.write(upper, words("arrivals.present"), size=1.25, bold=True, side=LEFT)
    pen.write(lower, said_of_expected(words, arrivals), size=0.95, color=TOKENS.ink_soft)
    whole = arrivals.expected or arrivals.registered
    share = arrivals.present / whole if whole else 0.0
    bar = QRectF(inner.left(), inner.bottom() - unit * 0.7, inner.width(), unit * 0.7)
    pen.bar(bar, share, TOKENS.primary)


def _draw_figure(pen: Pen, area: QRectF, name: str, count: int) -> None:
    pen.box(area, TOKENS.surface, line=TOKENS.line)
    inner = area.adjusted(pen.unit * 0.4, pen.unit * 0.7, -pen.unit * 0.4, -pen.unit * 0.6)
    high = inner.height() * 0.62
    number = QRectF(inner.left(), inner.top(), inner.width(), high)
    label = QRectF(inner.left(), number.bottom(), inner.width(), inner.height() - high)
    pen.write(number, f"{count:,}", size=2, bold=True, side=CENTER)
    pen.write(label, name, size=0.9, color=TOKENS.ink_soft, side=CENTER)
