"""What the parts of a page are, for readers that do not see it."""

from enum import StrEnum


class Role(StrEnum):
    """What a part of the page is, by the standard structure types of PDF (ISO 32000-1, 14.8.4)."""

    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
