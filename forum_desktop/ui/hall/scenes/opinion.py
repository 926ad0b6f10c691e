"""One opinion as the hall sees it: its place in the plan, the words, on whose behalf."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallLine
from forum_desktop.ui.display import joined
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

INDENT = 2.5
"""Where the words begin, in units: right of the disc."""
_RADIUS = 0.95


def said_under(view: HallLine, words: "Words") -> str:
    """Return the small line under the words."""
    voices = words("hall.voices", count=f"{view.weight:,}") if view.weight > 1 else ""
    kind = words(f"opinion.kind.{view.kind}")
    return joined((kind, view.on_behalf_of, voices, view.reference))


def draw_opinion(
    chalk: Chalk, area: QRectF, view: HallLine, words: "Words", text: str, *, largest: float
) -> None:
    """Draw it, or the part `text` of it, in an area; the words grow up to `largest` units."""
    unit = chalk.unit
    radius = unit * _RADIUS
    sign = view.code or (str(view.strategy) if view.strategy else "?")
    center = QPointF(area.left() + radius, area.top() + radius)
    chalk.disc(center, radius, sign, strategy_color(view.strategy))
    left, foot = area.left() + unit * INDENT, chalk.line_height(SMALLEST)
    body = QRectF(left, area.top(), area.right() - left, area.height() - foot)
    high = chalk.fit(body, text, largest=largest)
    under = QRectF(left, area.top() + high, body.width(), foot)
    chalk.write(under, said_under(view, words), size=SMALLEST, color=TOKENS.ink_soft)
