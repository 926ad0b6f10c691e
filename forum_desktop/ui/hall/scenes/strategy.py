"""A strategy with its approaches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallStrategy
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.rows import lay
from forum_desktop.ui.pen import RIGHT
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_CODE_WIDTH = 2.6


def draw(chalk: Chalk, area: QRectF, view: HallStrategy, words: "Words") -> None:
    """Draw the strategy in its colour, then a line for each approach."""
    color = strategy_color(view.number)
    title = f"{view.level} {view.number}  {view.name}"
    body = draw_band(chalk, area, title, color)
    unit = chalk.unit
    head = QRectF(body.left(), body.top(), body.width(), unit * 1.3)
    said = words("hall.opinions", count=f"{view.opinions:,}")
    chalk.write(head, said, size=SMALLEST, color=TOKENS.ink_soft, side=RIGHT)
    if view.approaches:
        chalk.write(head, view.approach_level, size=1, bold=True, color=color)
        lines = QRectF(body.left(), head.bottom() + unit * 0.3, body.width(), 0)
        lines.setBottom(body.bottom())
        _draw_approaches(chalk, lines, view, color)


def _draw_approaches(chalk: Chalk, area: QRectF, view: HallStrategy, color: str) -> None:
    indent = chalk.unit * _CODE_WIDTH
    texts = [text for _, text in view.approaches]
    laid = lay(chalk, area, texts, area.width() - indent, largest=1.3)
    for at, place in chalk.turn_to(laid.pages):
        code, text = view.approaches[at]
        mark = QRectF(place.left(), place.top(), indent, chalk.line_height(laid.size))
        chalk.write(mark, code, size=laid.size, bold=True, color=color)
        chalk.fit(place.adjusted(indent, 0, 0, 0), text, largest=laid.size)
