"""Rows one under the other: as large as all of them fit, on further pages where they do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from forum_desktop.ui.hall.chalk import SMALLEST, Chalk
from forum_desktop.ui.theme import TOKENS

_STEP = 0.94
_BAR, _ABOVE_BAR, _BAR_ROOM = 0.24, 0.1, 0.5
_WIDEST_GAP = 0.8
_ROUNDING = 2


class Rows(NamedTuple):
    """The size of the letters, and for each page which row stands where."""

    size: float
    pages: tuple[tuple[tuple[int, QRectF], ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A row with a number and its bar: what it is about, and in which colour."""

    sign: str
    label: str
    count: int
    color: str


def lay(
    chalk: Chalk,
    area: QRectF,
    texts: Sequence[str],
    width: float,
    *,
    largest: float,
    under: float = 0,
    bold: bool = False,
    most: int = 9,
    least: int = 9,
) -> Rows:
    """Return where texts of a width in pixels stand in an area.

    `under` is the room under each in units. Where the smallest letters are too large still,
    texts are cut to `most` lines, then to fewer down to `least`, and then there are more pages.
    """
    extra = under * chalk.unit
    size, room = largest, area.height() + _ROUNDING
    heights = _heights(chalk, texts, width, size, bold=bold, most=most)
    while size > SMALLEST and sum(heights) + extra * len(texts) > room:
        size = max(size * _STEP, SMALLEST)
        heights = _heights(chalk, texts, width, size, bold=bold, most=most)
    for lines in range(most, least - 1, -1):
        if sum(heights) + extra * len(texts) <= room:
            break
        heights = _heights(chalk, texts, width, size, bold=bold, most=lines)
    return Rows(size, tuple(_pages(chalk, area, [high + extra for high in heights])))


def draw_bars(chalk: Chalk, area: QRectF, bars: Sequence[Bar], *, most: int = 2) -> None:
    """Draw rows with bars; those with most voices fill theirs. One too many is on the next page."""
    unit = chalk.unit
    has_signs = any(bar.sign for bar in bars)
    indent, figure = unit * (2.0 if has_signs else 0), unit * 2.4
    width = area.width() - indent - figure
    labels = [bar.label for bar in bars]
    laid = lay(chalk, area, labels, width, largest=1, under=_BAR_ROOM, most=most, least=1)
    highest = max([1, *(bar.count for bar in bars)])
    for at, place in chalk.turn_to(laid.pages):
        bar, words = bars[at], place.adjusted(indent, 0, -figure, -unit * _BAR_ROOM)
        if bar.sign:
            center = QPointF(place.left() + unit * 0.75, words.top() + unit * 0.7)
            chalk.disc(center, unit * 0.7, bar.sign, bar.color)
        chalk.fit(words, bar.label, largest=laid.size, centered=True)
        number = QRectF(words.right(), words.top(), figure, words.height())
        chalk.write_figure(number, f"{bar.count:,}")
        line = QRectF(words.left(), words.bottom() + unit * _ABOVE_BAR, 0, unit * _BAR)
        line.setRight(place.right())
        chalk.bar(line, bar.count / highest, bar.color or TOKENS.primary)


def _heights(
    chalk: Chalk, texts: Sequence[str], width: float, size: float, *, bold: bool, most: int
) -> list[float]:
    return [chalk.height_of(text, width, size, bold=bold, most=most) for text in texts]


def _pages(
    chalk: Chalk, area: QRectF, heights: Sequence[float]
) -> list[tuple[tuple[int, QRectF], ...]]:
    """Return pages of rows, the room left shared out between the rows of a page."""
    pages: list[list[int]] = [[]]
    for at, high in enumerate(heights):
        taken = sum(heights[other] for other in pages[-1])
        if pages[-1] and taken + high > area.height() + _ROUNDING:
            pages.append([])
        pages[-1].append(at)
    return [_places(chalk, area, rows, heights) for rows in pages]


def _places(
    chalk: Chalk, area: QRectF, rows: Sequence[int], heights: Sequence[float]
) -> tuple[tuple[int, QRectF], ...]:
    spare = max(0.0, area.height() - sum(heights[at] for at in rows))
    gap = min(spare / max(1, len(rows)), chalk.unit * _WIDEST_GAP)
    top, places = area.top(), []
    for at in rows:
        places.append((at, QRectF(area.left(), top, area.width(), heights[at])))
        top += heights[at] + gap
    return tuple(places)
