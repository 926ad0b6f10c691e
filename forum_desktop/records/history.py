"""What the log tells of one thing: who changed what of it, when, from what to what, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

GONE = "…"
"""Stands for the name of something that is no longer, or not yet, in this file."""


class Deed(StrEnum):
    """What an act did with a thing."""

    MADE = "made"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact before and after somebody changed it, as text; ids are told by their names."""

    fact: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one act changed: of which kind of thing, when, by whom, at which station and why.

    `actor` and `station` are empty where nobody said. `reason` is what was given with it.
    """

    at: datetime
    actor: str
    changes: tuple[Change, ...]
    entity_type: str = ""
    deed: Deed = Deed.CHANGED
    station: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A thing by its kind and its name, with all that was done to it and its parts, in order.

    Where `is_sealed` the words of it are left out.
    """

    id: UUID
    entity_type: str
    label: str
    revisions: tuple[Revision, ...]
    is_sealed: bool = False
