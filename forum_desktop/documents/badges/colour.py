"""A calm colour for each sector, on a band that is seen in black and white too."""

from forum_desktop.documents.drawing.ink import Area
from forum_desktop.documents.typesetting.operators import number
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.records.pack import EventPack

Colour = tuple[float, float, float]

NO_SECTOR: Colour = (0.42, 0.45, 0.48)

_CALM: tuple[Colour, ...] = (
    (0.16, 0.40, 0.56),
    (0.20, 0.47, 0.33),
    (0.66, 0.40, 0.16),
    (0.45, 0.32, 0.56),
    (0.60, 0.27, 0.33),
    (0.14, 0.47, 0.50),
    (0.48, 0.44, 0.18),
    (0.34, 0.38, 0.60),
    (0.55, 0.35, 0.26),
)
"""Red, green and blue from 0 to 1, about equally dark: none shouts, all print grey alike."""


def sector_colours(pack: EventPack) -> dict[str, Colour]:
    """Return the colour of each sector, in the order of the pack."""
    return {sector.code: _CALM[place % len(_CALM)] for place, sector in enumerate(pack.sectors)}


def tint(sheet: Sheet, area: Area, colour: Colour) -> None:
    """Fill an area with a colour."""
    paint = " ".join(map(number, colour))
    sheet.operators.append(f"q {paint} rg {area.operators} f Q")
