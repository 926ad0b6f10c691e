"""Erasing a person: what goes, and the nameless entry that keeps the head count."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db import drafts
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import Delegation, SpeakerTurn
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.privacy import Consent
from forum_desktop.records.screening import Screening
from forum_desktop.services.registering.presence import attendance_id
from forum_desktop.services.twins import twins_of

_HERS = (Attendance, Absence, Consent, Screening, SpeakerLink)


def erase_all_of(act: Writing, person: Attendee) -> Attendee:
    """Erase a person and all that names or describes her; return the nameless entry.

    Raises Refusal("privacy.member_acted") for whom the minutes must name.
    """
    entries = (person, *twins_of(act, person))
    if any(_has_acted(act, entry) for entry in entries):
        raise Refusal("privacy.member_acted")
    nameless = act.add(_nameless(act, person))
    for entry in entries:
        _carry_presence(act, entry, nameless)
        _let_go(act, entry)
        drafts.keep(act, f"{entry.forum_id}/person/{entry.id}", "")
        act.erase(entry)
    return nameless


def _nameless(act: Writing, person: Attendee) -> Attendee:
    """Return an entry of the same id on every laptop, with nothing but sector and zone."""
    return Attendee(
        id=same_id(person.id, "erased"),
        forum_id=person.forum_id,
        title="",
        first_name="",
        sector=person.sector,
        zone=person.zone,
    )


def _carry_presence(act: Writing, entry: Attendee, nameless: Attendee) -> None:
    for item in act.all(Attendance, attendee_id=entry.id):
        if item.undone:
            continue
        moved = attendance_id(nameless, item.session)
        kept = replace(item, id=moved, attendee_id=nameless.id, in_place_of=None)
        if act.find(Attendance, moved) is None:
            act.put(kept)


def _let_go(act: Writing, entry: Attendee) -> None:
    for kind in _HERS:
        hers: tuple[Any, ...] = act.all(kind, attendee_id=entry.id)
        for item in hers:
            act.erase(item)
    for turn in act.all(SpeakerTurn, attendee_id=entry.id):
        act.put(replace(turn, attendee_id=None))
    for item in act.all(Attendance, in_place_of=entry.id):
        act.put(replace(item, in_place_of=None))


def _has_acted(look: Reading, entry: Attendee) -> bool:
    """Tell whether the minutes name an entry for what it did."""
    acts: tuple[tuple[type, str], ...] = (
        (Delegation, "delegator_id"),
        (Delegation, "delegate_id"),
        (Opinion, "answered_by"),
    )
    return any(_named(look, kind, fact, entry.id) for kind, fact in acts)


def _named(look: Reading, kind: type, fact: str, entry_id: UUID) -> bool:
    equal: dict[str, Any] = {fact: entry_id}
    return bool(look.all(kind, limit=1, **equal))
