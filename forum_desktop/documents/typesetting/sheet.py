"""A page being drawn: operators in order, and the headings that stand on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.operators import draw_line, number
from forum_desktop.documents.typesetting.style import TextStyle


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading as the outline lists it; `top` is its place on the page in points."""

    title: str
    level: int
    top: float


@dataclass(slots=True)
class Sheet:
    """One page. Points, from the lower left corner."""

    fonts: DocumentFonts
    operators: list[str] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)

    def text(self, line: Line, style: TextStyle, x: float, y: float) -> None:
        """Draw a line of text with its baseline from `x`, `y`."""
        self.operators.append(draw_line(self.fonts, line, style, x, y))

    def rule(self, x: float, y: float, to_x: float, to_y: float, width: float = 0.5) -> None:
        """Draw a straight line."""
        ends = f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S"
        self.operators.append(f"{number(width)} w {ends}")

    def shade(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle; grey 0 is black, 1 white."""
        box = " ".join(map(number, (x, y, width, height)))
        self.operators.append(f"q {number(grey)} g {box} re f Q")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn inside as no part of the text, like a page number."""
        self.operators.append("/Artifact BMC")
        yield
        self.operators.append("EMC")

    @contextmanager
    def transformed(self, matrix: str) -> Iterator[None]:
        """Draw inside in coordinates turned or moved by a PDF matrix."""
        self.operators.append(f"q {matrix} cm")
        yield
        self.operators.append("Q")
