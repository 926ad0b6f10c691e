"""Lengths as Word counts them: twentieths of a point."""

from dataclasses import dataclass

from forum_desktop.records.pack import DocumentSettings

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4."""

PARAGRAPH_INDENT = 1417
"""2.5 cm, the first line of a paragraph."""

LIST_LABEL = 709
"""1.25 cm, where the number of a list item stands."""

SIGNATURE_SPACE = 680
"""34 points above a line, for a hand to sign in."""

NUMBER_DROP = 709
"""1.25 cm from the upper edge to the page number."""

_PER_CENTIMETRE = 1440 / 2.54


@dataclass(frozen=True, slots=True)
class Page:
    """The page with the margins of the office."""

    left: int
    right: int
    top: int
    bottom: int

    @property
    def width(self) -> int:
        """The width of the text."""
        return PAGE_WIDTH - self.left - self.right


def page_of(settings: DocumentSettings) -> Page:
    """Return the page with the margins of the pack."""
    return Page(
        left=twips(settings.margin_left),
        right=twips(settings.margin_right),
        top=twips(settings.margin_top),
        bottom=twips(settings.margin_bottom),
    )


def twips(centimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(centimetres * _PER_CENTIMETRE)
