"""The plan that a forum discusses, in two levels."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A strategy (ยุทธศาสตร์) of the plan; `number` is what the key 1-9 means."""

    id: UUID
    forum_id: UUID
    number: int
    name: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """A development approach (แนวทางการพัฒนา); `code` is read as 1.4."""

    id: UUID
    forum_id: UUID
    strategy_id: UUID
    code: str
    text: str
