"""Pages drawn from edge to edge: four cards with their cut marks, or one form."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.clipping import clip, shortened, shrink_line
from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import A4, Sheet
from forum_desktop.documents.typesetting.style import Align, TextStyle

_MARK = 26.0
"""Points of a cut mark: seen also where the printer leaves the edge white."""

_SIDE, _HEAD = 26.0, 22.0
"""Points that a card keeps free inside its edges."""

_WIDE, _HIGH = A4.width / 2, A4.height / 2
CARD_WIDTH, CARD_HEIGHT = _WIDE - 2 * _SIDE, _HIGH - 2 * _HEAD
"""What a card has room for, in points."""

FORM_MARGIN = 50.0
FORM_WIDTH, FORM_HEIGHT = A4.width - 2 * FORM_MARGIN, A4.height - 2 * FORM_MARGIN


@dataclass(frozen=True, slots=True)
class FourCards(Whole):
    """The same card four times on a page, to be cut apart in the middle."""

    card: Block

    @property
    def height(self) -> float:
        """The height of the paper."""
        return A4.height

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw cards and marks."""
        with sheet.artifact():
            for mark in _marks():
                sheet.rule(*mark, 0.4)
        for down in range(2):
            for along in range(2):
                left, high = x + along * _WIDE + _SIDE, top - down * _HIGH - _HEAD
                self.card.draw(sheet, left, high)


@dataclass(frozen=True, slots=True)
class FormPage(Whole):
    """A form on a page of its own."""

    form: Block

    @property
    def height(self) -> float:
        """The height of the paper."""
        return A4.height

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the form within its margins."""
        self.form.draw(sheet, x + FORM_MARGIN, top - FORM_MARGIN)


@dataclass(frozen=True, slots=True)
class Pen:
    """Sets the texts of a card or form in its width, in points."""

    phrases: Phrases
    style: TextStyle
    width: float

    @property
    def face(self) -> Face:
        """The face that the office writes in."""
        return self.phrases.face

    def say(self, key: str, **details: object) -> str:
        """Return the label `document.cards.<key>`."""
        return self.phrases.say(f"cards.{key}", **details)

    def text(
        self,
        text: str,
        *,
        lines: int = 1,
        bold: bool = False,
        scale: float = 1.0,
        align: Align = Align.LEFT,
        role: Role = Role.PARAGRAPH,
    ) -> Paragraph:
        """Set text on at most so many lines; a single one is set smaller where too long."""
        size, leading = scale * self.style.size, scale * self.style.leading
        style = replace(self.style, size=size, leading=leading, align=align, role=role)
        run = Run(" ".join(shortened(text).splitlines()), bold=bold)
        if lines > 1:
            return clip(set_paragraph([run], style, self.width, face=self.face), lines, self.face)
        line, smaller = shrink_line(run, style, self.width, 0.8 * size, self.face)
        return Paragraph((line,), smaller)


def _marks() -> Iterator[tuple[float, float, float, float]]:
    """Yield short lines at the edges and a cross in the middle."""
    half = _MARK / 2
    yield _WIDE, 0, _WIDE, _MARK
    yield _WIDE, A4.height - _MARK, _WIDE, A4.height
    yield 0, _HIGH, _MARK, _HIGH
    yield A4.width - _MARK, _HIGH, A4.width, _HIGH
    yield _WIDE - half, _HIGH, _WIDE + half, _HIGH
    yield _WIDE, _HIGH - half, _WIDE, _HIGH + half
