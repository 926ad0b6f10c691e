"""The newest opinions as they come, beside how many there are under each strategy."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.records.hall import HallLine, HallStream
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes.frame import draw_band
from forum_desktop.ui.hall.scenes.opinion import draw_opinion
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_SIDE = 7.4
_ENOUGH = 4
_SIZES = (0.95, 0.88, 0.8, 0.74)


def draw(chalk: Chalk, area: QRectF, view: HallStream, words: "Words") -> None:
    """Draw the newest opinions, newest first, and the counts at the right."""
    unit = chalk.unit
    body = draw_band(chalk, area, words("hall.stream"))
    side = QRectF(body.right() - unit * _SIDE, body.top(), unit * _SIDE, body.height())
    _draw_counts(chalk, side, view)
    field = QRectF(body.left(), body.top(), side.left() - body.left() - unit, body.height())
    if not view.lines:
        chalk.fit(
            field,
            words("hall.nothing_said"),
            largest=1.2,
            smallest=0.8,
            color=TOKENS.ink_soft,
            centered=True,
        )
    _draw_lines(chalk, field, view, words)


def _draw_lines(chalk: Chalk, field: QRectF, view: HallStream, words: "Words") -> None:
    """Give each opinion the height its words need; smaller words let the hall see four."""
    for size in _SIZES:
        places = _places(chalk, field, view.lines, size)
        if len(places) >= min(_ENOUGH, len(view.lines)):
            break
    for place, line in zip(places, view.lines, strict=False):
        draw_opinion(chalk, place, line, words, largest=size)


def _places(chalk: Chalk, field: QRectF, lines: tuple[HallLine, ...], size: float) -> list[QRectF]:
    """Return where the first opinions stand, as many as there is room for."""
    unit, top = chalk.unit, field.top()
    places: list[QRectF] = []
    for line in lines:
        needed = chalk.set(line.text, field.width() - unit * 2.4, size).height
        high = max(min(needed, field.height() * 0.4) + chalk.line_height(0.72), unit * 1.9)
        if top + high > field.bottom() + 1:
            break
        places.append(QRectF(field.left(), top, field.width(), high))
        top += high + unit * 0.45
    return places


def _draw_counts(chalk: Chalk, area: QRectF, view: HallStream) -> None:
    if not view.by_strategy:
        return
    unit = chalk.unit
    most = max(1, *(count for _, _, count in view.by_strategy))
    high = min(area.height() / len(view.by_strategy), unit * 2.7)
    names = [short for _, short, _ in view.by_strategy]
    size = chalk.common_size(names, area.width() - unit * 3.6, high * 0.66, 0.75, 0.6)
    for at, (number, short, count) in enumerate(view.by_strategy):
        place = QRectF(area.left(), area.top() + at * high, area.width(), high)
        color = strategy_color(number)
        radius = min(unit * 0.6, high * 0.26)
        center = QPointF(place.left() + radius, place.top() + high * 0.34)
        chalk.disc(center, radius, str(number), color)
        name = QRectF(place.left() + 2 * radius + unit * 0.4, place.top(), 0, high * 0.66)
        name.setRight(place.right() - unit * 1.9)
        chalk.fit(name, short, largest=size, smallest=0.5, centered=True)
        figure = QRectF(place.right() - unit * 1.8, place.top(), unit * 1.8, high * 0.66)
        chalk.write_figure(figure, f"{count:,}")
        bar = QRectF(place.left(), place.top() + high * 0.7, place.width(), high * 0.12)
        chalk.bar(bar, count / most, color)
