"""The newest opinions as they come, beside how many there are under each strategy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from forum_desktop.records.hall import HallStream, StrategyCount
from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.opinion import INDENT, draw_opinion
from forum_desktop.ui.hall.scenes.rows import Bar, draw_bars
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_SIDE, _GAP = 9.4, 0.35
_NEWEST_LINES, _OTHER_LINES = 4, 2
_SIZES = (1.15, 1.05, 0.96, SMALLEST)
_ENOUGH = 3
"""Opinions that the hall should see at once, where there are so many."""


def draw(chalk: Chalk, area: QRectF, view: HallStream, words: "Words") -> None:
    """Draw the newest opinions, newest first, and the counts at the right."""
    unit = chalk.unit
    body = draw_band(chalk, area, words("hall.stream"))
    side = QRectF(body.right() - unit * _SIDE, body.top(), unit * _SIDE, body.height())
    draw_bars(chalk, side, strategy_bars(view.by_strategy, words))
    field = QRectF(body.left(), body.top(), side.left() - body.left() - unit, body.height())
    if view.lines:
        _draw_lines(chalk, field, view, words)
    else:
        said = words("hall.nothing_said")
        chalk.fit(field, said, largest=1.4, color=TOKENS.ink_soft, centered=True)


def strategy_bars(counts: Sequence[StrategyCount], words: "Words") -> list[Bar]:
    """Return a bar for each strategy, and one for what is not sorted yet."""
    return [
        Bar(
            sign=str(row.number) if row.number else "?",
            label=row.short or words("opinions.unsorted"),
            count=row.count,
            color=strategy_color(row.number),
        )
        for row in counts
    ]


def _draw_lines(chalk: Chalk, field: QRectF, view: HallStream, words: "Words") -> None:
    """Give each opinion the height its words need; smaller words let the hall see three."""
    for size in _SIZES:
        places = _places(chalk, field, view, size)
        if len(places) >= min(_ENOUGH, len(view.lines)):
            break
    for place, line in zip(places, view.lines, strict=False):
        draw_opinion(chalk, place, line, words, line.text, largest=size)


def _places(chalk: Chalk, field: QRectF, view: HallStream, size: float) -> list[QRectF]:
    """Return where the first opinions stand, as many as there is room for."""
    unit, top = chalk.unit, field.top()
    wide, foot = field.width() - unit * INDENT, chalk.line_height(SMALLEST)
    places: list[QRectF] = []
    for at, line in enumerate(view.lines):
        most = _OTHER_LINES if at else _NEWEST_LINES
        high = chalk.height_of(line.text, wide, size, most=most) + foot
        if places and top + high > field.bottom() + 2:
            break
        places.append(QRectF(field.left(), top, field.width(), high))
        top += high + unit * _GAP
    return places
