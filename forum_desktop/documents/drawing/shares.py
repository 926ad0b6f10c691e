"""One bar parted into shares, each share named beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.ink import Area, Fill, middle_of, outline, paint
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import baseline
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle

_GAP = 4.0
_BETWEEN = 14.0
_BAR, _SAMPLE = 0.46, 0.62
"""How high the bar and the samples of its fills are, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole and how it is written."""

    value: int
    text: Line
    fill: Fill


@dataclass(frozen=True, slots=True)
class ShareBar(Whole):
    """Shares written one after the other, then the bar in what is left of `width` points."""

    shares: tuple[Share, ...]
    style: TextStyle
    width: float
    alt: str

    @property
    def height(self) -> float:
        """One line."""
        return self.style.leading

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it as one figure."""
        y, right = top - baseline(self.style), x + self.width
        with sheet.element(Role.FIGURE, alt=self.alt):
            for share in self.shares:
                x = self._draw_name(sheet, share, x, y)
            self._draw_bar(sheet, Area(x, y, right - x, 2 * _BAR * self.style.size))

    def _draw_name(self, sheet: Sheet, share: Share, x: float, y: float) -> float:
        """Draw a sample of the fill and the text; return where the next one begins."""
        side = _SAMPLE * self.style.size
        paint(sheet, Area(x, middle_of(self.style, y) - side / 2, side, side), share.fill)
        x += side + _GAP
        sheet.text(share.text, self.style, x, y)
        return x + share.text.width * self.style.size / 1000 + _BETWEEN

    def _draw_bar(self, sheet: Sheet, area: Area) -> None:
        bottom = middle_of(self.style, area.y) - area.height / 2
        if area.width <= 0 or not any(share.value for share in self.shares):
            return
        for x, width, fill in self._parts(area.x, area.width):
            paint(sheet, Area(x, bottom, width, area.height), fill)
        outline(sheet, Area(area.x, bottom, area.width, area.height))

    def _parts(self, x: float, width: float) -> Iterator[tuple[float, float, Fill]]:
        whole = sum(share.value for share in self.shares)
        for share in self.shares:
            part = width * share.value / whole
            yield x, part, share.fill
            x += part
