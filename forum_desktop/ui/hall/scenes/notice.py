"""Words that the operator typed for the hall."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallNotice
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words


def draw(chalk: Chalk, area: QRectF, view: HallNotice, words: "Words") -> None:
    """Draw the words as large as they fit."""
    unit = chalk.unit
    chalk.fill(area, TOKENS.surface)
    edge = QRectF(area.left(), area.top(), unit * 0.5, area.height())
    chalk.fill(edge, TOKENS.mark)
    inner = area.adjusted(unit * 2, unit, -unit * 1.5, -unit)
    chalk.fit(inner, view.text, largest=2.6, bold=True, centered=True)
