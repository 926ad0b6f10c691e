"""What the parts of the page are made of: headings, and lines of text that fit."""

from dataclasses import dataclass, replace

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.clipping import clip, shortened
from forum_desktop.documents.fonts.coverage import clean
from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.summary.measures import Fit
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import (
    Paragraph,
    baseline,
    set_line,
    set_paragraph,
)
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle

_RULE_DROP = 5.0
"""Points from the baseline of a heading to the rule under it."""


@dataclass(frozen=True, slots=True)
class Heading(Whole):
    """The name of a part over a rule; what is counted is told at the right."""

    title: Line
    aside: Line
    style: TextStyle
    width: float

    @property
    def height(self) -> float:
        """One line and a half: the text, and the rule with its space."""
        return 1.5 * self.style.leading

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the text and the rule."""
        y = top - baseline(self.style)
        with sheet.element(Role.HEADING):
            sheet.text(self.title, self.style, x, y)
        if self.aside.atoms:
            with sheet.element(Role.PARAGRAPH):
                aside = x + self.width - self.aside.width * self.style.size / 1000
                sheet.text(self.aside, self.style, aside, y)
        with sheet.artifact():
            sheet.rule(x, y - _RULE_DROP, x + self.width, y - _RULE_DROP, 0.7)


@dataclass(frozen=True, slots=True)
class Part:
    """Sets the matter of one part of the page in its width, in points."""

    phrases: Phrases
    fit: Fit
    width: float

    @property
    def face(self) -> Face:
        """The face that the office writes in."""
        return self.phrases.face

    def heading(self, title_text: str, aside: str) -> Heading:
        """Set the heading of a part, and at its right what is counted."""
        style = self.fit.style
        title = self.line(Run(title_text, bold=True))
        return Heading(title, self.line(aside), style, self.width)

    def say(self, key: str, **details: object) -> str:
        """Return the label `document.summary.<key>`."""
        return self.phrases.say(f"summary.{key}", **details)

    def text(self, *runs: Run, lines: int, style: TextStyle | None = None) -> Paragraph:
        """Set text on at most so many lines."""
        style = style or self.fit.style
        shown = [replace(run, text=shortened(one_line(run.text))) for run in runs]
        return clip(set_paragraph(shown, style, self.width, face=self.face), lines, self.face)

    def line(self, text: str | Run) -> Line:
        """Set text on one line, however long."""
        return set_line(text, self.fit.style, face=self.face)


def one_line(text: str) -> str:
    """Return text without line ends and without what no one sees."""
    return " ".join(clean(text).splitlines())
