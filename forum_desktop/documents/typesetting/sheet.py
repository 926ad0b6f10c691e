"""A page being drawn: operators in order, and the headings that stand on it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.marks import ONE, Marker, Span
from forum_desktop.documents.typesetting.operators import draw_line, number
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.style import TextStyle


class Paper(NamedTuple):
    """The size of a sheet, in points (ISO 216)."""

    width: float
    height: float


A4 = Paper(595.28, 841.89)
A4_LANDSCAPE = Paper(841.89, 595.28)
A5 = Paper(419.53, 595.28)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading as the outline lists it; `top` is its place on the page in points."""

    title: str
    level: int
    top: float


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle (left, bottom, right, top in points) that leads to a heading.

    `heading` counts the headings of the whole document that the outline lists, from 0.
    """

    area: tuple[float, float, float, float]
    heading: int


@dataclass(slots=True)
class Sheet:
    """One page. Points, from the lower left corner.

    Its `name` is how it is numbered in print, if it is: a number or a letter.
    """

    fonts: DocumentFonts
    paper: Paper = A4
    name: str = ""
    operators: list[str] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marker: Marker = field(init=False)

    def __post_init__(self) -> None:
        self.marker = Marker(self.operators)

    def text(self, line: Line, style: TextStyle, x: float, y: float) -> None:
        """Draw a line of text with its baseline from `x`, `y`."""
        operators = draw_line(self.fonts, line, style, x, y)
        if operators and not self.marker.is_marking:
            with self.marker.element(Role.PARAGRAPH):
                self.operators.append(operators)
        else:
            self.operators.append(operators)

    def rule(self, x: float, y: float, to_x: float, to_y: float, width: float = 0.5) -> None:
        """Draw a straight line."""
        ends = f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S"
        self.operators.append(f"{number(width)} w {ends}")

    def shade(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle; grey 0 is black, 1 white."""
        box = " ".join(map(number, (x, y, width, height)))
        self.operators.append(f"q {number(grey)} g {box} re f Q")

    def element(
        self, role: Role, *, continues: bool = False, alt: str = "", span: Span = ONE
    ) -> AbstractContextManager[None]:
        """Mark what is drawn inside as a part of the text; `alt` tells what a figure shows.

        A part that `continues` goes on with the last one of its role, on another page;
        `span` tells of a cell how many columns and rows it takes up.
        """
        return self.marker.element(role, continues=continues, alt=alt, span=span)

    def artifact(self) -> AbstractContextManager[None]:
        """Mark what is drawn inside as no part of the text, like a page number."""
        return self.marker.artifact()

    @contextmanager
    def transformed(self, matrix: str) -> Iterator[None]:
        """Draw inside in coordinates turned or moved by a PDF matrix."""
        self.operators.append(f"q {matrix} cm")
        yield
        self.operators.append("Q")
