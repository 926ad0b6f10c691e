"""What may stand for a person where everybody reads it: a community, a sector, never a name."""

from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.people import Attendee
from forum_desktop.services.texts import line
from forum_desktop.thai.names import split_full_name

_PERSONAL = frozenset({"นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "น.ส."})
"""Titles that only a person's name begins with."""


def names_person(look: Reading, forum_id: UUID, label: str) -> bool:
    """Tell whether a label is a person's name: by its title, or because she is registered."""
    said = line(label)
    name = split_full_name(said)
    # นายก is the head of something, not a man.
    if name.title in _PERSONAL and not said.startswith("นายก"):
        return True
    known = name.last_name and look.all(
        Attendee,
        limit=1,
        forum_id=forum_id,
        first_name=name.first_name,
        last_name=name.last_name,
    )
    return bool(known)
