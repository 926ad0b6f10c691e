"""The wording read back to the hall, for its speaker to confirm."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallReadBack
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.opinion import draw_opinion
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


def draw(chalk: Chalk, area: QRectF, view: HallReadBack, words: "Words") -> None:
    """Draw the words as large as they fit, and whether they were confirmed."""
    unit = chalk.unit
    color = TOKENS.good if view.is_confirmed else TOKENS.primary_deep
    body = draw_band(chalk, area, words("hall.read_back"), color)
    foot = QRectF(body.left(), body.bottom() - unit * 1.4, body.width(), unit * 1.4)
    key = "hall.read_back_confirmed" if view.is_confirmed else "hall.read_back_ask"
    chalk.write(foot, words(key), size=1, bold=True, color=color)
    field = body.adjusted(0, 0, 0, -unit * 1.9)
    draw_opinion(chalk, field, view.line, words, largest=2)
