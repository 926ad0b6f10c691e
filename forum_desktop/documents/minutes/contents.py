"""The table of contents, which stands before page 1 of long minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.printing import ContentsLine
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import Paragraph, baseline
from forum_desktop.documents.typesetting.sheet import Link, Sheet
from forum_desktop.documents.typesetting.style import CENTIMETRE, TITLE, Align, TextStyle

_HANGING = 0.8 * CENTIMETRE
"""How far the further lines of a long title stand in."""

_NUMBER_ROOM = 1.6 * CENTIMETRE
"""What no title may run into, so that numbers stand free."""

_TITLE = replace(TITLE, after=2)
_COLUMN = TextStyle(align=Align.RIGHT, after=2, keeps_next=True)
_CHAPTER = TextStyle(align=Align.LEFT, left=_HANGING, first=-_HANGING, right=_NUMBER_ROOM, before=3)
_SECTION = replace(_CHAPTER, left=2 * _HANGING + 0.2 * CENTIMETRE, before=0)
_LONGEST = 240
"""Characters of a title; the page itself bears the whole of it."""

_DOT, _DOT_GAP, _CLEAR = 0.8, 4.2, 6.0
"""The leader in points: how thick its dots are, how far apart, and how far from the words."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A title and, at the right edge of `width` points, the number of its page.

    All of it leads to the heading, the `heading`-th of the document.
    """

    title: Paragraph
    number: Line
    width: float
    heading: int

    @property
    def before(self) -> float:
        """Space above."""
        return self.title.before

    @property
    def after(self) -> float:
        """Space below."""
        return self.title.after

    @property
    def keeps_next(self) -> bool:
        """Entries may be parted."""
        return False

    @property
    def height(self) -> float:
        """The height of the title."""
        return self.title.height

    @property
    def least_height(self) -> float:
        """An entry is not parted."""
        return self.title.height

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Take the entry whole or not at all."""
        return (self, None) if self.height <= room + 1e-6 else (None, self)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw with the upper left corner at `x`, `top`."""
        style = self.title.style
        y = top - self.height + style.leading - baseline(style)
        with sheet.element(style.role):
            for number, line in enumerate(self.title.lines):
                indent = 0.0 if number else style.first
                up = (len(self.title.lines) - 1 - number) * style.leading
                sheet.text(line, style, x + style.left + indent, y + up)
            sheet.text(self.number, replace(style, align=Align.RIGHT), x, y)
        with sheet.artifact():
            self._draw_leader(sheet, x, y)
        area = (x, top - self.height, x + self.width, top)
        sheet.links.append(Link(area, self.heading))

    def _draw_leader(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw round dots on a raster of the page, so that those of all lines stand in columns."""
        style, last = self.title.style, self.title.lines[-1]
        indent = style.first if len(self.title.lines) == 1 else 0.0
        words = style.left + indent + last.width * style.size / 1000 + _CLEAR
        number = self.width - self.number.width * style.size / 1000 - _CLEAR
        start = -(-words // _DOT_GAP) * _DOT_GAP
        if start < number:
            sheet.operators.append(f"q 1 J [0 {_DOT_GAP}] 0 d")
            sheet.rule(x + start, y + _DOT / 2, x + number, y + _DOT / 2, _DOT)
            sheet.operators.append("Q")


def compose_contents(composer: Composer, lines: Iterable[ContentsLine]) -> Iterator[Block]:
    """Yield the table: each heading with the number of its page."""
    phrases = composer.phrases
    yield composer.paragraph(Run(phrases.say("contents"), bold=True), style=_TITLE)
    yield composer.paragraph(Run(phrases.say("contents.page"), bold=True), style=_COLUMN)
    for line in lines:
        yield _entry(composer, line)


def _entry(composer: Composer, line: ContentsLine) -> Block:
    style = _SECTION if line.level else _CHAPTER
    title = composer.paragraph(Run(_shortened(line.title)), style=style)
    number = composer.line(composer.phrases.count(line.page), style, composer.width)
    return _Entry(title, number, composer.width, line.order)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()} …"
