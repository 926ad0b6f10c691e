"""What was withdrawn: nothing is thrown away, and most of it can come back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """One thing withdrawn: its name, the reason given, by whom, at which station and when.

    What cannot be restored here (`can_restore` is False) has a way of its own, or none.
    """

    id: UUID
    entity_type: str
    label: str
    reason: str
    at: datetime
    actor: str
    station: str = ""
    can_restore: bool = True
