"""One badge or name tag, set in the room of its label."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forum_desktop.documents.badges.colour import NO_SECTOR, Colour, sector_colours, tint
from forum_desktop.documents.badges.pen import Pen
from forum_desktop.documents.drawing.arranging import Gap, Stack, Whole, stack
from forum_desktop.documents.drawing.ink import Area, dotted
from forum_desktop.documents.drawing.qr import QrCode, encode
from forum_desktop.documents.house.affiliation import community_name
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.paragraph import Paragraph
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.badge import MARK
from forum_desktop.records.badges import Badge, LabelUse
from forum_desktop.records.documents import BadgesContent

MILLIMETRE = CENTIMETRE / 10

_USUAL_HEIGHT = 54 * MILLIMETRE
"""The height of a business card, for which the type sizes are meant."""

_SMALL = 0.85
"""Labels lower than this share of a card have fewer lines beside the name."""

_ASKED_GAP = 0.4
"""Between what is asked and the dots, in type sizes."""

_HAND = 30.0
"""Points that a name written by hand needs on a card."""

_QR_LEVEL = "q"
_CODE_GROUP = 5

_MARK_ROOM = 4.0
"""Points under the band for tone marks that rise above their line."""


@dataclass(frozen=True, slots=True)
class Band(Whole):
    """A stripe of the sector's colour, in points."""

    width: float
    thickness: float
    colour: Colour

    @property
    def height(self) -> float:
        """How thick it is."""
        return self.thickness

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it, as no part of the text."""
        with sheet.artifact():
            area = Area(x, top - self.thickness, self.width, self.thickness)
            tint(sheet, area, self.colour)


@dataclass(frozen=True, slots=True)
class WritingLine(Whole):
    """Dots to write on behind what is asked, `hand` points below the line above."""

    asked: Paragraph
    width: float
    hand: float

    @property
    def height(self) -> float:
        """The room that a hand needs."""
        return self.hand

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it at the foot of its room."""
        y, (line,), style = top - 0.85 * self.hand, self.asked.lines, self.asked.style
        with sheet.element(style.role):
            sheet.text(line._replace(room=line.width), style, x, y)
        start = x + (line.width / 1000 + _ASKED_GAP) * style.size
        with sheet.artifact():
            dotted(sheet, start, y, x + self.width)


@dataclass(frozen=True, slots=True)
class Placed(Whole):
    """Blocks at places of their own within a label: right and down from its corner, in points."""

    blocks: tuple[tuple[float, float, Block], ...]
    room: float

    @property
    def height(self) -> float:
        """The height of the label within its padding."""
        return self.room

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw each at its place."""
        for right, down, block in self.blocks:
            block.draw(sheet, x + right, top - down)


def code_in_groups(code: str) -> str:
    """Return "K7M2Q 9X4PD", as it is read aloud and typed."""
    return f"{code[:_CODE_GROUP]} {code[_CODE_GROUP:]}"


class BadgeSetter:
    """Sets the badges of one document; what they all share is set once."""

    def __init__(self, phrases: Phrases, content: BadgesContent) -> None:
        self._phrases, self._content = phrases, content
        layout = content.layout
        self._width = (layout.width - 2 * layout.padding) * MILLIMETRE
        self._height = (layout.height - 2 * layout.padding) * MILLIMETRE
        self._scale = min(max(layout.height * MILLIMETRE / _USUAL_HEIGHT, 0.8), 1.4)
        self._is_small = layout.height * MILLIMETRE < _SMALL * _USUAL_HEIGHT
        is_tag = layout.use is LabelUse.NAME_TAG
        self._pen = Pen(phrases, self._width, Align.CENTRED if is_tag else Align.LEFT)
        self._colours = sector_colours(content.pack)
        self._sectors = {sector.code: sector.name for sector in content.pack.sectors}
        self._meeting = tuple(self._meeting_lines())

    def set(self, badge: Badge) -> Placed:
        """Return a badge."""
        layout = self._content.layout
        colour = self._colours.get(badge.sector, NO_SECTOR)
        gap, mark_room = Gap(2 * self._scale), Gap(_MARK_ROOM * self._scale)
        head = stack((*self._meeting, gap, self._band(colour), mark_room))
        room = self._height - head.height
        body = self._with_code(badge, room) if layout.code_side else self._alone(badge, room)
        moved = [(right, head.height + down, block) for right, down, block in body]
        return Placed(((0.0, 0.0, head), *moved), self._height)

    def _meeting_lines(self) -> Iterator[Block]:
        forum, pen, scale = self._content.forum, self._pen, self._scale
        meeting = self._phrases.written(forum.meeting_name)
        if self._is_small:
            told = f"{forum.municipality}  {meeting}"
            yield pen.line(meeting if forum.municipality in meeting else told, 6.2, bold=True)
        else:
            yield pen.line(forum.municipality, 7.4 * scale, bold=True)
            yield pen.line(meeting, 6.6 * scale)

    def _band(self, colour: Colour) -> Band:
        return Band(self._width, 2.4 * self._scale, colour)

    def _with_code(self, badge: Badge, room: float) -> Iterator[tuple[float, float, Block]]:
        """Yield the name, its facts and the code, which stands in the lower right corner."""
        layout, code = self._content.layout, self._qr(badge)
        dark = len(code.modules) * code.module
        # The white around a code may lie in the white around the label.
        taken = (code.side + dark) / 2
        narrow = self._width - taken
        foot = self._foot(badge, narrow)
        if layout.name_across:
            yield from self._name(badge, self._width, room - max(foot.height, taken))
        else:
            yield from self._name(badge, narrow, room - foot.height)
        yield 0.0, room - foot.height, foot
        yield self._width - taken, room - taken, code

    def _alone(self, badge: Badge, room: float) -> Iterator[tuple[float, float, Block]]:
        facts = stack(self._facts(badge, self._width))
        yield from self._name(badge, self._width, room - facts.height)
        yield 0.0, room - facts.height, facts

    def _name(
        self, badge: Badge, width: float, room: float
    ) -> Iterator[tuple[float, float, Block]]:
        """Yield the name in the middle of its room, or lines to write it on."""
        if badge.is_blank:
            yield 0.0, 0.0, self._writing_line("name", width, min(room, _HAND * self._scale))
            return
        pen = replace(self._pen, width=width)
        name = pen.name(badge.given, badge.last_name, room, 34 * self._scale)
        yield 0.0, (room - name.height) / 2, name

    def _foot(self, badge: Badge, width: float) -> Stack:
        """Return what stands at the foot, beside the code: the facts and the code in letters."""
        code = replace(self._pen, width=width)
        told = code.line(code_in_groups(badge.code), self._size_of_code(), bold=True)
        return stack((*self._facts(badge, width), Gap(1.5 * self._scale), told))

    def _size_of_code(self) -> float:
        return 8.0 if self._is_small else 9.6 * self._scale

    def _facts(self, badge: Badge, width: float) -> Iterator[Block]:
        pen, small = replace(self._pen, width=width), self._is_small
        if badge.is_blank:
            yield self._writing_line("affiliation", width, (0.6 if small else 0.7) * _HAND)
            return
        size = 7.0 if small else 8.4 * self._scale
        yield from pen.lines(self._told(badge), size, 2 if small else 4)

    def _writing_line(self, asked: str, width: float, hand: float) -> WritingLine:
        caption = self._pen.line(self._phrases.say(f"badges.{asked}"), 6.2 * self._scale)
        return WritingLine(caption, width, hand)

    def _told(self, badge: Badge) -> Iterator[str]:
        """Yield position, organisation, community with its zone, and sector, each once."""
        phrases = self._phrases
        place = community_name(phrases, self._content.pack, badge.community)
        where = "  ".join(filter(None, (place, phrases.written(badge.zone))))
        sector = self._sectors.get(badge.sector, "")
        facts = dict.fromkeys((badge.position, badge.organisation, where, sector))
        yield from filter(None, facts)

    def _qr(self, badge: Badge) -> QrCode:
        modules = encode(MARK + badge.code, _QR_LEVEL)
        assert modules is not None, "a code of twelve letters always fits"
        side = self._content.layout.code_side * MILLIMETRE
        alt = self._phrases.plain("badges.code_alt", code=code_in_groups(badge.code))
        return QrCode(modules, side, alt)
