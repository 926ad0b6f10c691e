"""Laptops of one forum: their roles and keys, and the files that go between them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


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
    """A file that was not taken in, and why: a key of the catalogue."""

    name: str
    reason: str


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
    """One of the values that a fact has: what it is, where and when it was written."""

    value: str | int | float | bool | None
    station: str
    actor: str
    at: datetime


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
