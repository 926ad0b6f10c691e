"""What people fill in by hand: boxes to tick, lines to write on, boxes for a number."""

from dataclasses import dataclass, replace

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.clipping import shortened, shrink_line
from forum_desktop.documents.drawing.ink import Area, dashed, dotted, middle_of, outline
from forum_desktop.documents.fonts.face import Face
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import baseline, set_line
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle

HAND = 8.3 * 72 / 25.4
"""Points between lines for handwriting: 8 mm and a little, as lined paper has."""

_BOX = 8.5
"""Points: the side of a box to tick."""

_GAP = 5.0
_BASE = 4.0
"""Points from the foot of a line for handwriting to its dots."""

_SMALLEST = 0.75
"""How far a choice may shrink, in sizes of its style."""


@dataclass(frozen=True, slots=True)
class Choices(Whole):
    """Boxes with what they mean, filled row by row; lines as they are set and drawn."""

    rows: tuple[tuple[tuple[Line, TextStyle], ...], ...]
    style: TextStyle
    column: float

    @property
    def height(self) -> float:
        """A line height for each row."""
        return len(self.rows) * self.style.leading

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the boxes and their texts."""
        for number, row in enumerate(self.rows):
            y = top - number * self.style.leading - baseline(self.style)
            for place, (line, style) in enumerate(row):
                left = x + place * self.column
                with sheet.artifact():
                    bottom = middle_of(self.style, y) - _BOX / 2
                    outline(sheet, Area(left, bottom, _BOX, _BOX), 0.7)
                with sheet.element(Role.PARAGRAPH):
                    sheet.text(line, style, left + _BOX + _GAP, y)


def set_choices(
    texts: list[str], style: TextStyle, width: float, columns: int, face: Face
) -> Choices:
    """Set choices in so many columns within `width` points; all smaller where one is long."""
    column = width / columns
    room, least = column - _BOX - 2 * _GAP, _SMALLEST * style.size
    runs = [Run(text) for text in texts]
    size = min(shrink_line(run, style, room, least, face)[1].size for run in runs)
    lines = [shrink_line(run, replace(style, size=size), room, least, face) for run in runs]
    rows = tuple(tuple(lines[n : n + columns]) for n in range(0, len(lines), columns))
    return Choices(rows, style, column)


def fits_columns(
    texts: list[str], style: TextStyle, width: float, columns: int, face: Face
) -> bool:
    """Tell whether choices stand in so many columns without being set smaller."""
    room = width / columns - _BOX - 2 * _GAP
    return all(
        set_line(shortened(text), style, room, face).width <= room * 1000 / style.size
        for text in texts
    )


@dataclass(frozen=True, slots=True)
class WritingLines(Whole):
    """Dotted lines to write on, `width` points long."""

    count: int
    width: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.count * HAND

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the dots."""
        with sheet.artifact():
            for number in range(1, self.count + 1):
                y = top - number * HAND + _BASE
                dotted(sheet, x, y, x + self.width)


@dataclass(frozen=True, slots=True)
class Blank(Whole):
    """What is asked, and a dotted line behind it up to `width` points."""

    label: Line
    style: TextStyle
    width: float

    @property
    def height(self) -> float:
        """A line for handwriting."""
        return HAND

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the text and the dots on one baseline."""
        y = top - HAND + _BASE
        with sheet.element(Role.PARAGRAPH):
            sheet.text(self.label, self.style, x, y + 1)
        start = x + self.label.width * self.style.size / 1000 + _GAP
        with sheet.artifact():
            dotted(sheet, start, y, x + self.width)


def set_blank(label: str, style: TextStyle, width: float, face: Face) -> Blank:
    """Set a question of one line that leaves room for its answer."""
    return Blank(set_line(Run(label, bold=True), style, face=face), style, width)


@dataclass(frozen=True, slots=True)
class EntryBox(Whole):
    """A box to write a number in, with what belongs there in its upper corner."""

    caption: Line
    style: TextStyle
    width: float
    room: float

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.room

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the box and its caption."""
        with sheet.artifact():
            outline(sheet, Area(x, top - self.room, self.width, self.room), 0.7)
        with sheet.element(Role.PARAGRAPH):
            sheet.text(self.caption, self.style, x + _BASE, top - 1.5 - baseline(self.style))


@dataclass(frozen=True, slots=True)
class CutLine(Whole):
    """A line of dashes to cut along, told in its middle; lengths in points."""

    text: Line
    style: TextStyle
    width: float

    @property
    def height(self) -> float:
        """One line."""
        return self.style.leading

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw dashes, the text, dashes."""
        y = top - baseline(self.style)
        room = self.text.width * self.style.size / 1000
        start = x + (self.width - room) / 2
        middle = middle_of(self.style, y)
        with sheet.artifact():
            dashed(sheet, x, middle, start - _GAP)
            dashed(sheet, start + room + _GAP, middle, x + self.width)
        with sheet.element(Role.PARAGRAPH):
            sheet.text(self.text, self.style, start, y)
