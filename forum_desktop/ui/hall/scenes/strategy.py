"""A strategy with its approaches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallStrategy
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_CODE_WIDTH = 2.4


def draw(chalk: Chalk, area: QRectF, view: HallStrategy, words: "Words") -> None:
    """Draw the strategy in its colour, then a line for each approach."""
    color = strategy_color(view.number)
    title = f"{view.level} {view.number}  {view.name}"
    body = draw_band(chalk, area, title, color)
    unit = chalk.unit
    foot = QRectF(body.left(), body.bottom() - unit * 1.2, body.width(), unit * 1.2)
    said = words("hall.opinions", count=f"{view.opinions:,}")
    chalk.write(foot, said, size=0.85, color=TOKENS.ink_soft)
    if view.approaches:
        head = QRectF(body.left(), body.top(), body.width(), unit * 1.3)
        chalk.write(head, view.approach_level, size=0.9, bold=True, color=color)
        lines = QRectF(body.left(), head.bottom(), body.width(), foot.top() - head.bottom())
        _draw_approaches(chalk, lines, view, color)


def _draw_approaches(chalk: Chalk, area: QRectF, view: HallStrategy, color: str) -> None:
    unit = chalk.unit
    high = min(area.height() / len(view.approaches), unit * 3)
    wide = area.width() - unit * _CODE_WIDTH
    texts = [text for _, text in view.approaches]
    size = chalk.common_size(texts, wide, high - unit * 0.2, 1.1, 0.85)
    for at, (code, text) in enumerate(view.approaches):
        place = QRectF(area.left(), area.top() + at * high, area.width(), high)
        mark = QRectF(place.left(), place.top(), unit * _CODE_WIDTH, high)
        chalk.write(mark, code, size=1.1, bold=True, color=color)
        chalk.fit(
            place.adjusted(unit * _CODE_WIDTH, unit * 0.1, 0, -unit * 0.1),
            text,
            largest=size,
            smallest=0.6,
            centered=True,
        )
