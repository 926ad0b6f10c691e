"""Bars lying beside their names, each with its number written at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.ink import Area, Fill, middle_of, outline, paint
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import baseline
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle

_GUTTER = 8.0
"""Points between a name and its bar."""

_NUMBER_GAP = 4.0
"""Points between the end of a bar and its number."""

_BETWEEN = 14.0
"""Points between legends."""

_SAMPLE = 0.62
"""The side of a sample of a fill, in sizes of the type."""

_LEAST_BAR = 1.0
"""Points: one of a thousand must still be seen."""

_BAR, _FRAME = 0.46, 0.78
"""How high a bar and the frame of what was expected are, in line heights."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, a value and how it is written; `expected` is drawn as a frame around the bar."""

    name: tuple[Line, ...]
    value: int
    number: Line
    fill: Fill = Fill.SOLID
    expected: int | None = None

    @property
    def reach(self) -> int:
        """How far the drawing goes."""
        return max(self.value, self.expected or 0)


@dataclass(frozen=True, slots=True)
class Legend:
    """What a fill means, written beside a sample of it."""

    fill: Fill
    text: Line


@dataclass(frozen=True, slots=True)
class BarChart(Whole):
    """Bars on one scale; lengths in points, `alt` tells all that they show."""

    bars: tuple[Bar, ...]
    style: TextStyle
    width: float
    name_width: float
    alt: str
    legends: tuple[Legend, ...] = ()

    @property
    def height(self) -> float:
        """A line height for each line of a name, and one for the legend."""
        lines = sum(len(bar.name) for bar in self.bars) + bool(self.legends)
        return lines * self.style.leading

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the chart as one figure."""
        with sheet.element(Role.FIGURE, alt=self.alt):
            if self.legends:
                self._draw_legends(sheet, x + self.width, top)
                top -= self.style.leading
            for bar, bar_top in zip(self.bars, self._tops(top), strict=True):
                self._draw_bar(sheet, bar, x, bar_top)
            self._draw_axis(sheet, x + self.name_width + _GUTTER, top)

    def _tops(self, top: float) -> Iterator[float]:
        for bar in self.bars:
            yield top
            top -= len(bar.name) * self.style.leading

    def _draw_axis(self, sheet: Sheet, x: float, top: float) -> None:
        lines = sum(len(bar.name) for bar in self.bars)
        sheet.rule(x, top, x, top - lines * self.style.leading)

    def _draw_bar(self, sheet: Sheet, bar: Bar, x: float, top: float) -> None:
        style, y = self.style, top - baseline(self.style)
        for number, line in enumerate(bar.name):
            sheet.text(line, style, x, y - number * style.leading)
        start = x + self.name_width + _GUTTER
        paint(sheet, self._area(start, y, bar.value, _BAR), bar.fill)
        if bar.expected:
            outline(sheet, self._area(start, y, bar.expected, _FRAME), 0.6)
        end = start + self.length(bar.reach) + _NUMBER_GAP
        sheet.text(bar.number, style, end, y)

    def _area(self, x: float, y: float, value: int, share: float) -> Area:
        height = share * self.style.leading
        return Area(x, middle_of(self.style, y) - height / 2, self.length(value), height)

    def length(self, value: int) -> float:
        """Return the length of a value: the longest bar leaves room for every number."""
        longest = max(bar.reach for bar in self.bars)
        numbers = max(bar.number.width for bar in self.bars) * self.style.size / 1000
        room = self.width - self.name_width - _GUTTER - _NUMBER_GAP - numbers
        return max(_LEAST_BAR, room * value / longest) if value > 0 else 0.0

    def _draw_legends(self, sheet: Sheet, right: float, top: float) -> None:
        """Draw the legends in their order, so that the last one ends at the right."""
        style, y = self.style, top - baseline(self.style)
        side, scale = _SAMPLE * style.size, style.size / 1000
        texts = sum(legend.text.width for legend in self.legends) * scale
        samples = len(self.legends) * (side + _NUMBER_GAP)
        x = right - texts - samples - (len(self.legends) - 1) * _BETWEEN
        for legend in self.legends:
            box = Area(x, middle_of(style, y) - side / 2, side, side)
            paint(sheet, box, legend.fill)
            sheet.text(legend.text, style, x + side + _NUMBER_GAP, y)
            x += side + _NUMBER_GAP + legend.text.width * scale + _BETWEEN
