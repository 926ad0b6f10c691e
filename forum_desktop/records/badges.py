"""Badges and name tags: the sheets they are printed on, and who gets one."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BLANKS = 2_000
"""Blank badges of one order: more than a city's forum has walk-ins."""


class LabelUse(StrEnum):
    """What a label becomes: a badge with a code, a name alone, or a card that stands folded."""

    BADGE = "badge"
    NAME_TAG = "name-tag"
    TENT = "tent"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLayout:
    """Labels on a sheet of A4, in millimetres from its upper left corner.

    `code_side` is the square that a code gets with its quiet zone, 0 for none. With
    `name_across` the name has the whole width and the code stands below it, else beside it.
    """

    key: str
    name: str
    english: str
    use: LabelUse
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_across: float = 0.0
    gap_down: float = 0.0
    padding: float = 4.0
    code_side: float = 0.0
    name_across: bool = False
    cut_marks: bool = False

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows


class BadgeGroup(StrEnum):
    """Who gets a badge; blank ones wait for people who come unannounced."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    ZONE = "zone"
    COMMUNITY = "community"
    IMPORT = "import"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeOrder:
    """Badges that somebody wants: `of` is the zone, the community or the id of the import.

    An empty `layout` is the first there is. `skip` labels of the first sheet are used already.
    `blanks` are the codes of blank badges; without any, `blank_count` new ones are drawn.
    """

    group: BadgeGroup = BadgeGroup.EVERYONE
    of: str = ""
    layout: str = ""
    skip: int = 0
    blank_count: int = 0
    blanks: tuple[str, ...] = ()


FOR_EVERYBODY = BadgeOrder()
"""What is ordered where nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What one badge shows: no telephone, nothing of presence. A blank one has only a code.

    `given` is the title glued to the first name; `sector` is a code of the pack.
    """

    code: str
    given: str = ""
    last_name: str = ""
    position: str = ""
    organisation: str = ""
    community: str = ""
    zone: str = ""
    sector: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether a name is still to be written on it."""
        return not self.given


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeChoice:
    """A group that badges can be made for: `name` is what people call it, `of` what an order does.

    Of an import the name is that of its file.
    """

    group: BadgeGroup
    count: int
    of: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeChoices:
    """All that an order of badges can choose among; blanks can be had of any forum."""

    groups: tuple[BadgeChoice, ...]
    layouts: tuple[LabelLayout, ...]
