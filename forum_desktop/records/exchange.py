"""Laptops of one forum: their roles and keys, and the files that go between them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from forum_desktop.records.people import Attendee


class StationRole(StrEnum):
    """What a laptop is there for. It may do everything: the role says what it opens with."""

    LEAD = "lead"
    REGISTRATION = "registration"
    TABLE = "table"
    COMPLAINTS = "complaints"
    OTHER = ""


class Purpose(StrEnum):
    """What a file between laptops is: it sets a laptop up, or brings what another one did."""

    VENUE_PACK = "venue-pack"
    BUNDLE = "bundle"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumKeys:
    """The public halves of a forum's keys, the same on all its laptops.

    What is sealed to `recipient` (age) every laptop of the forum reads; a laptop whose signing
    key bears a signature by `member_key` (Ed25519) belongs to the forum.
    """

    id: UUID
    forum_id: UUID
    recipient: str
    member_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StationKey:
    """A laptop's public signing key, and the forum's signature that it belongs to it."""

    id: UUID
    forum_id: UUID
    station_id: UUID
    key: str
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStation:
    """A laptop that the forum expects: its letter, its name, what it is there for."""

    letter: str
    name: str
    role: StationRole = StationRole.OTHER
    strategy_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePack:
    """A venue pack as it was written; `code` opens it, empty where none is needed."""

    stations: tuple[PlannedStation, ...]
    code: str
    operations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuePlan:
    """The stations as they are planned here, and what a venue pack is made with.

    `joined` are the letters heard of; `code` opens the pack made last, empty where none is
    needed or none was made. `hq_recipient` is headquarters' public key, empty where the forum
    has none; `is_hq_key_good` tells that something can be sealed to it.
    """

    stations: tuple[PlannedStation, ...]
    joined: frozenset[str]
    code: str
    hq_recipient: str
    is_hq_key_good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReport:
    """A part of a file between laptops as its outside tells it; lengths in bytes."""

    name: str
    packed: str
    entries: int
    length: int
    unpacked: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """All that the outside of a file between laptops tells, without any key."""

    purpose: Purpose
    forum: str
    forum_id: UUID
    station: str
    replica: str
    key: str
    parts: tuple[PartReport, ...]

    @property
    def operations(self) -> int:
        """How many operations it holds."""
        return sum(part.entries for part in self.parts if "/" not in part.name)

    @property
    def attachments(self) -> int:
        """How many attachments it holds."""
        return sum(part.entries for part in self.parts if part.name.startswith("attachment/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What a bundle brought.

    `sealed_attachments` are for other laptops' keys; `clock_ahead` is by how many minutes the
    other laptop's clock runs before this one's; `is_cloned` tells that another laptop writes
    under this one's number, so that this one took a new one.
    """

    forum_id: UUID
    station: str
    new: int
    known: int
    attachments: int = 0
    sealed_attachments: int = 0
    clock_ahead: int = 0
    is_cloned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StationStanding:
    """How far this laptop knows another one of its forum.

    `missing` are the stretches of its chain that have not arrived, first and last number of
    each; `last_at` is when it wrote the last operation known here.
    """

    letter: str
    name: str
    is_own: bool
    operations: int
    last_at: datetime | None
    missing: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that was not taken in, and why: a key of the catalogue and what fills it."""

    name: str
    reason: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangePlace:
    """A stick or a folder by which laptops exchange, and how many files lie there."""

    folder: Path
    is_there: bool
    is_stick: bool
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlan:
    """What a venue pack tells before it is opened: whose it is, and which stations it expects.

    `taken` are the letters that laptops have already; `needs_code` tells that its keys are
    wrapped.
    """

    path: Path
    forum: str
    forum_id: UUID
    stations: tuple[PlannedStation, ...]
    taken: frozenset[str]
    needs_code: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StickExchange:
    """What an exchange by a stick or a shared folder did.

    `unchanged` are files that had been taken in before; `left` is this laptop's own file.
    """

    taken: tuple[Received, ...]
    unchanged: int
    refused: tuple[RefusedFile, ...]
    left: str
    operations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One of the values that a fact has: what it is, where and when it was written.

    `told` is the value as people call it.
    """

    value: str | int | float | bool | None
    station: str
    actor: str
    at: datetime
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairEntry:
    """One of two entries of people: who, and where and when she was entered.

    `facts` are what is known of her beside her name, codes by their names.
    """

    attendee: Attendee
    facts: tuple[tuple[str, str], ...]
    station: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyPair:
    """Two entries that may be one person, the older first."""

    one: PairEntry
    other: PairEntry

    @property
    def key(self) -> tuple[str, str]:
        """What names the pair."""
        return str(self.one.attendee.id), str(self.other.attendee.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A fact that two laptops wrote without knowing of each other; the first value counts now.

    `item` is how people know the entity: its reference, or a name.
    """

    entity_type: str
    entity_id: UUID
    item: str
    fact: str
    values: tuple[ConflictValue, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What names the conflict."""
        return str(self.entity_id), self.fact
