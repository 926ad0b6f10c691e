"""A card that stands on a table, folded: the name on both sides, one of them upside down."""

from dataclasses import dataclass

from forum_desktop.documents.badges.badge import MILLIMETRE
from forum_desktop.documents.badges.pen import Pen
from forum_desktop.documents.drawing.arranging import Gap, Whole, stack
from forum_desktop.documents.house.affiliation import community_name
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.sheet import A4, Sheet
from forum_desktop.documents.typesetting.style import Align
from forum_desktop.records.badges import Badge
from forum_desktop.records.documents import BadgesContent

_MEETING_SIZE, _FACT_SIZE = 13.0, 21.0
_LARGEST = 110.0
_NAME_ROOM = 74 * MILLIMETRE
_GAP = 5 * MILLIMETRE
_FOLD_MARK = 6 * MILLIMETRE
_FACT_LINES = 2


@dataclass(frozen=True, slots=True)
class Tent(Whole):
    """What stands on each half; it is drawn from the corner within the padding."""

    half: Block
    padding: float

    @property
    def height(self) -> float:
        """The height of the paper within the padding."""
        return A4.height - 2 * self.padding

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the lower half as it is read, then the upper one turned round."""
        middle = A4.height / 2
        left, start = x, middle / 2 + self.half.height / 2
        self.half.draw(sheet, left, start)
        with sheet.artifact():
            for edge in (0.0, A4.width - _FOLD_MARK):
                sheet.rule(edge, middle, edge + _FOLD_MARK, middle)
            with sheet.transformed(f"-1 0 0 -1 {A4.width:.2f} {A4.height:.2f}"):
                self.half.draw(sheet, left, start)


def set_tent(phrases: Phrases, content: BadgesContent, badge: Badge) -> Tent:
    """Return the card of a person; without a name it has room to write one by hand."""
    padding = content.layout.padding * MILLIMETRE
    pen = Pen(phrases, A4.width - 2 * padding, Align.CENTRED)
    meeting = pen.line(content.forum.municipality, _MEETING_SIZE)
    name: Block = Gap(_NAME_ROOM)
    if not badge.is_blank:
        name = pen.name(badge.given, badge.last_name, _NAME_ROOM, _LARGEST)
    place = community_name(phrases, content.pack, badge.community)
    told = dict.fromkeys((badge.position, badge.organisation or place))
    facts = pen.lines(filter(None, told), _FACT_SIZE, _FACT_LINES)
    return Tent(stack((meeting, Gap(_GAP), name, Gap(_GAP), *facts)), padding)
