"""One opinion as the hall sees it: its place in the plan, the words, on whose behalf."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallLine
from forum_desktop.ui.display import joined
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


def said_under(view: HallLine, words: "Words") -> str:
    """Return the small line under the words."""
    voices = words("hall.voices", count=view.weight) if view.weight > 1 else ""
    kind = words(f"opinion.kind.{view.kind}")
    return joined((kind, view.on_behalf_of, voices, view.reference))


def draw_opinion(
    chalk: Chalk, area: QRectF, view: HallLine, words: "Words", *, largest: float
) -> None:
    """Draw it in an area; the words grow up to `largest` units."""
    unit = chalk.unit
    color = strategy_color(view.strategy)
    radius = unit * 0.85
    sign = view.code or (str(view.strategy) if view.strategy else "?")
    chalk.disc(QPointF(area.left() + radius, area.top() + radius), radius, sign, color)
    left = area.left() + 2 * radius + unit * 0.7
    foot = chalk.line_height(0.72)
    body = QRectF(left, area.top(), area.right() - left, area.height() - foot)
    high = chalk.fit(body, view.text, largest=largest, smallest=0.72)
    under = QRectF(left, area.top() + high, body.width(), foot)
    chalk.write(under, said_under(view, words), size=0.68, color=TOKENS.ink_soft)
