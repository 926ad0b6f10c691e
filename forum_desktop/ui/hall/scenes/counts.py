"""How many came and what they said, as bars."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallCounts
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.rows import Bar, draw_bars
from forum_desktop.ui.hall.scenes.stream import strategy_bars
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_MOST_SECTORS = 6
_FIGURES = 3.2


def draw(chalk: Chalk, area: QRectF, view: HallCounts, words: "Words") -> None:
    """Draw three figures, then opinions by strategy and people by sector."""
    unit = chalk.unit
    body = draw_band(chalk, area, words("hall.counts"))
    figures = (
        (words("hall.present"), view.present),
        (words("hall.said"), view.opinions),
        (words("hall.projects"), view.projects),
    )
    wide = body.width() / len(figures)
    for at, (name, count) in enumerate(figures):
        place = QRectF(body.left() + at * wide, body.top(), wide, unit * _FIGURES)
        _draw_figure(chalk, place, name, count)
    half = (body.width() - unit * 1.5) / 2
    top = body.top() + unit * (_FIGURES + 0.4)
    left = QRectF(body.left(), top, half, body.bottom() - top)
    right = QRectF(left.right() + unit * 1.5, top, half, left.height())
    sectors = sorted(view.by_sector, key=lambda row: -row.count)[:_MOST_SECTORS]
    draw_bars(chalk, right, [Bar("", row.label, row.count, "") for row in sectors], most=1)
    draw_bars(chalk, left, strategy_bars(view.by_strategy, words), most=1)


def _draw_figure(chalk: Chalk, area: QRectF, name: str, count: int) -> None:
    number = QRectF(area.left(), area.top(), area.width(), area.height() * 0.6)
    chalk.write(number, f"{count:,}", size=2, bold=True, color=TOKENS.primary_deep)
    label = QRectF(area.left(), number.bottom(), area.width(), area.height() * 0.4)
    chalk.write(label, name, size=SMALLEST, color=TOKENS.ink_soft)
