"""A ranking, best first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallRanking
from forum_desktop.ui.display import joined
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_MOST = 8


def draw(chalk: Chalk, area: QRectF, view: HallRanking, words: "Words") -> None:
    """Draw the first eight with bars of their points, and how they were found."""
    unit, table = chalk.unit, view.table
    body = draw_band(chalk, area, table.title)
    voters = words("hall.voters", count=f"{table.voters:,}") if table.voters else ""
    how = joined((words(f"hall.method.{table.method}"), voters, table.tie_rule))
    foot = QRectF(body.left(), body.bottom() - unit, body.width(), unit)
    chalk.write(foot, how, size=0.7, color=TOKENS.ink_soft)
    lines = table.lines[:_MOST]
    if not lines:
        return
    most = max(1, *(line.points for line in lines))
    high = min((body.height() - unit * 1.3) / len(lines), unit * 2.8)
    labels = [line.label for line in lines]
    size = chalk.common_size(labels, body.width() - unit * 4.7, high * 0.72, 1, 0.6)
    for at, line in enumerate(lines):
        place = QRectF(body.left(), body.top() + at * high, body.width(), high)
        radius = min(unit * 0.75, high * 0.36)
        center = QPointF(place.left() + radius, place.center().y())
        color = TOKENS.primary if line.place <= 3 else TOKENS.line_strong
        chalk.disc(center, radius, str(line.place), color)
        words_place = QRectF(center.x() + radius + unit * 0.6, place.top(), 0, high * 0.72)
        words_place.setRight(place.right() - unit * 2.6)
        chalk.fit(words_place, line.label, largest=size, smallest=0.6, centered=True)
        figure = QRectF(place.right() - unit * 2.5, place.top(), unit * 2.5, high * 0.72)
        chalk.write_figure(figure, f"{line.points:,}", size=1.1)
        bar = QRectF(words_place.left(), place.top() + high * 0.76, 0, high * 0.12)
        bar.setRight(place.right())
        chalk.bar(bar, line.points / most, color)
