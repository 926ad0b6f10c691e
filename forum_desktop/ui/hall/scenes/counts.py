"""How many came and what they said, as bars."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallCounts
from forum_desktop.records.minutes import CountRow
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_MOST_SECTORS = 6


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
        place = QRectF(body.left() + at * wide, body.top(), wide, unit * 3.3)
        _draw_figure(chalk, place, name, count)
    half = (body.width() - unit * 1.5) / 2
    top = body.top() + unit * 3.8
    left = QRectF(body.left(), top, half, body.bottom() - top)
    right = QRectF(left.right() + unit * 1.5, top, half, left.height())
    colors = [strategy_color(n) for n in range(1, len(view.by_strategy) + 1)]
    _draw_bars(chalk, left, view.by_strategy, colors)
    sectors = sorted(view.by_sector, key=lambda row: -row.count)[:_MOST_SECTORS]
    _draw_bars(chalk, right, sectors, [TOKENS.primary] * len(sectors))


def _draw_figure(chalk: Chalk, area: QRectF, name: str, count: int) -> None:
    number = QRectF(area.left(), area.top(), area.width(), area.height() * 0.62)
    chalk.write(number, f"{count:,}", size=2.1, bold=True, color=TOKENS.primary_deep)
    label = QRectF(area.left(), number.bottom(), area.width(), area.height() * 0.38)
    chalk.write(label, name, size=0.8, color=TOKENS.ink_soft)


def _draw_bars(chalk: Chalk, area: QRectF, rows: Sequence[CountRow], colors: Sequence[str]) -> None:
    if not rows:
        return
    unit = chalk.unit
    most = max(1, *(row.count for row in rows))
    high = min(area.height() / len(rows), unit * 2)
    labels = [row.label for row in rows]
    size = chalk.common_size(labels, area.width() - unit * 2, high * 0.72, 0.72, 0.5)
    for at, (row, color) in enumerate(zip(rows, colors, strict=True)):
        place = QRectF(area.left(), area.top() + at * high, area.width(), high)
        label = QRectF(place.left(), place.top(), place.width() - unit * 2, high * 0.72)
        chalk.fit(label, row.label, largest=size, smallest=0.5, centered=True)
        figure = QRectF(place.right() - unit * 2, place.top(), unit * 2, high * 0.72)
        chalk.write_figure(figure, f"{row.count:,}")
        bar = QRectF(place.left(), place.top() + high * 0.76, place.width(), high * 0.12)
        chalk.bar(bar, row.count / most, color)
