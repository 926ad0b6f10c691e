"""The house style: Sarabun sized to look like TH Sarabun 16 pt, as Thai offices set it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from forum_desktop.documents.typesetting.roles import Role

CENTIMETRE = 72 / 2.54
PARAGRAPH_INDENT = 2.5 * CENTIMETRE
BODY_SIZE = 10.9
"""Points. TH Sarabun at 16 pt is as large as Sarabun at 10.7-11 pt."""


class Align(StrEnum):
    """How the lines of a paragraph meet its edges."""

    JUSTIFIED = "justified"
    LEFT = "left"
    CENTRED = "centred"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set; lengths in points.

    `first` is the first line's indent beyond `left`; `label_at` is where a list label stands.
    A style with `keeps_next` is never parted from what follows; `level` lists it in the outline.
    """

    size: float = BODY_SIZE
    leading: float = 18.0
    align: Align = Align.JUSTIFIED
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    label_at: float = 0.0
    keeps_next: bool = False
    level: int | None = None
    role: Role = Role.PARAGRAPH


BODY = TextStyle(first=PARAGRAPH_INDENT, after=2)
TITLE = TextStyle(size=13.6, leading=22, align=Align.CENTRED, keeps_next=True, role=Role.TITLE)
SUBTITLE = TextStyle(size=12, leading=19.5, align=Align.CENTRED, keeps_next=True)
HEADING = TextStyle(
    align=Align.LEFT, before=10, after=2, keeps_next=True, level=0, role=Role.HEADING
)
SUBHEADING = replace(HEADING, before=8, after=1, level=1, role=Role.SUBHEADING)
MINOR_HEADING = replace(HEADING, left=1.25 * CENTIMETRE, before=4, after=1, label_at=0, level=None)
ITEM = TextStyle(left=PARAGRAPH_INDENT, label_at=1.25 * CENTIMETRE, after=2)
FOLLOWING = TextStyle(left=PARAGRAPH_INDENT, after=2)
CELL = TextStyle(size=BODY_SIZE, leading=17, align=Align.LEFT)
CELL_NUMBER = replace(CELL, align=Align.RIGHT)
CELL_HEAD = replace(CELL, align=Align.CENTRED)
SIGNATURE = TextStyle(align=Align.LEFT, left=6.2 * CENTIMETRE, keeps_next=True)
NOTE = TextStyle(size=9, leading=14, align=Align.LEFT, before=12)
PAGE_NUMBER = TextStyle(align=Align.CENTRED)
