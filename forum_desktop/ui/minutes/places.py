"""Where the pages of a document lie under each other, and how a place in them is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect

_MARGIN, _GAP = 14, 12
_NARROWEST = 100


class Spot(NamedTuple):
    """A place in a document: a page (from 0), and a share of its height from its top.

    `beyond` is how many pixels it lies past the page's end (or before its head) in the gap
    between pages, which is as wide at any zoom.
    """

    page: int
    share: float
    beyond: int = 0


@dataclass(frozen=True)
class Places:
    """Pages as rectangles in pixels, centred where the room is wider than they are."""

    rectangles: tuple[QRect, ...] = ()
    width: int = 0
    height: int = 0

    @classmethod
    def of(cls, sizes: Sequence[tuple[float, float]], room: int, zoom: float) -> "Places":
        """Return the places of pages of these sizes; at a zoom of 1 the widest fills `room`."""
        across = max((wide for wide, _ in sizes), default=1.0)
        scale = max(_NARROWEST, room - 2 * _MARGIN) * zoom / across
        width = max(room, int(across * scale) + 2 * _MARGIN)
        rectangles, top = [], _MARGIN
        for wide, high in sizes:
            broad, tall = int(wide * scale), int(high * scale)
            rectangles.append(QRect((width - broad) // 2, top, broad, tall))
            top += tall + _GAP
        return cls(tuple(rectangles), width, top - _GAP + _MARGIN)

    def seen(self, top: int, height: int) -> Iterator[int]:
        """Yield the pages that a window `height` pixels high shows from `top` on."""
        for number, place in enumerate(self.rectangles):
            if place.bottom() >= top and place.top() <= top + height:
                yield number

    def spot(self, top: int) -> Spot:
        """Return the place in the document that lies at `top`."""
        if not self.rectangles:
            return Spot(0, 0.0)
        last = len(self.rectangles) - 1
        ends = (place.bottom() + _GAP for place in self.rectangles)
        page = next((number for number, end in enumerate(ends) if end >= top), last)
        place = self.rectangles[page]
        inside = min(max(top, place.top()), place.top() + place.height())
        return Spot(page, (inside - place.top()) / max(1, place.height()), top - inside)

    def top_of(self, spot: Spot) -> int:
        """Return where a place in the document lies; a page that is gone is the last one."""
        if not self.rectangles:
            return 0
        place = self.rectangles[min(spot.page, len(self.rectangles) - 1)]
        return round(place.top() + spot.share * place.height()) + spot.beyond

    def beginning(self, page: int) -> int:
        """Return where a page begins, with a little room above it."""
        return self.rectangles[page].top() - _MARGIN if self.rectangles else 0
