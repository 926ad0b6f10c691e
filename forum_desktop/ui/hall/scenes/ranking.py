"""A ranking, best first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallRanking
from forum_desktop.ui.display import joined
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.rows import lay
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_FIRST = 3
_INDENT, _FIGURE, _UNDER = 2.3, 3.2, 0.55


def draw(chalk: Chalk, area: QRectF, view: HallRanking, words: "Words") -> None:
    """Draw the things ranked with bars of their points, and how they were found."""
    unit, table = chalk.unit, view.table
    body = draw_band(chalk, area, table.title)
    voters = words("hall.voters", count=f"{table.voters:,}") if table.voters else ""
    how = joined((words(f"hall.method.{table.method}"), voters, table.tie_rule))
    foot = QRectF(body.left(), body.bottom() - unit * 1.2, body.width(), unit * 1.2)
    chalk.write(foot, how, size=SMALLEST, color=TOKENS.ink_soft)
    if table.lines:
        _draw_lines(chalk, body.adjusted(0, 0, 0, -unit * 1.3), view)


def _draw_lines(chalk: Chalk, area: QRectF, view: HallRanking) -> None:
    unit, lines = chalk.unit, view.table.lines
    most = max(1, *(line.points for line in lines))
    wide = area.width() - unit * (_INDENT + _FIGURE)
    labels = [line.label for line in lines]
    laid = lay(chalk, area, labels, wide, largest=1.2, under=_UNDER, most=2, least=2)
    for at, place in chalk.turn_to(laid.pages):
        line = lines[at]
        words = place.adjusted(unit * _INDENT, 0, -unit * _FIGURE, -unit * _UNDER)
        center = QPointF(place.left() + unit * 0.85, words.top() + unit * 0.8)
        color = TOKENS.primary if line.place <= _FIRST else TOKENS.line_strong
        chalk.disc(center, unit * 0.78, str(line.place), color)
        chalk.fit(words, line.label, largest=laid.size, centered=True)
        figure = QRectF(words.right(), words.top(), unit * _FIGURE, words.height())
        chalk.write_figure(figure, f"{line.points:,}", size=1.1)
        bar = QRectF(words.left(), words.bottom() + unit * 0.05, 0, unit * 0.26)
        bar.setRight(place.right())
        chalk.bar(bar, line.points / most, color)
