"""Erasing a person: what goes, and the nameless entry that keeps the head count."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db import drafts, presence, privacy
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import Delegation, SpeakerTurn
from forum_desktop.records.opinion import Opinion, SpeakerLink
from forum_desktop.records.people import Absence, Attendance, Attendee, AttendeeRole
from forum_desktop.records.privacy import Consent
from forum_desktop.records.screening import Screening
from forum_desktop.services.registering.presence import attendance_id
from forum_desktop.services.twins import twins_of

_HERS = (Attendance, Absence, Consent, Screening, SpeakerLink)
_DRAFTS = ("person", "paper", "walk-in")
"""Where the registration desk keeps what is half typed."""


def erase_all_of(act: Writing, person: Attendee) -> None:
    """Erase a person and all that names or describes her; nameless entries keep the count.

    There is one for each entry that was hers, merged as they were, so that what another laptop
    still knows of any of them can be counted once. Raises Refusal("privacy.member_acted" or
    "privacy.minutes_certified") for whom the minutes must name.
    """
    entries = (person, *twins_of(act, person))
    _refuse_named(act, entries)
    first, *others = [_erase(act, entry) for entry in entries]
    for other in others:
        _be_one(act, first, other)


def finish_erasing(act: Writing, forum_id: UUID) -> int:
    """Erase what arrived late of people who were erased; return how much that was.

    Another laptop, before it heard of the erasing, may have checked such a person in, asked
    her something, or said that another entry is she too.
    """
    gone = privacy.erased_people(act, forum_id)
    if not gone:
        return 0
    late = tuple(privacy.left_of(act, Attendee, "same_as", forum_id, gone))
    done = sum(_erase_late_twin(act, entry) for entry in late)
    for kind in _HERS:
        for item in privacy.left_of(act, kind, "attendee_id", forum_id, gone):
            _carry(act, item)
            act.erase(item)
            done += 1
    _let_go(act, forum_id, gone)
    return done


def _erase_late_twin(act: Writing, entry: Attendee) -> bool:
    erased = _nameless_id(entry.same_as) if entry.same_as else None
    try:
        erase_all_of(act, entry)
    except Refusal:
        return False
    known = act.find(Attendee, erased) if erased else None
    if known is not None:
        _be_one(act, known, act.get(Attendee, _nameless_id(entry.id)))
    return True


def _erase(act: Writing, entry: Attendee) -> Attendee:
    """Erase one entry; return the nameless one in its place."""
    nameless = act.put(
        Attendee(
            id=_nameless_id(entry.id),
            forum_id=entry.forum_id,
            title="",
            first_name="",
            sector=entry.sector,
            zone=entry.zone,
        )
    )
    for kind in _HERS:
        hers: tuple[Any, ...] = act.all(kind, attendee_id=entry.id)
        for item in hers:
            _carry(act, item)
            act.erase(item)
    _let_go(act, entry.forum_id, frozenset({str(entry.id)}))
    _forget_drafts(act, entry)
    act.erase(entry)
    return nameless


def _carry(act: Writing, item: Any) -> None:
    """Keep a check-in that stands under the nameless entry."""
    if not isinstance(item, Attendance) or item.undone:
        return
    nameless = act.find(Attendee, _nameless_id(item.attendee_id))
    if nameless is None:
        return
    moved = attendance_id(nameless, item.session)
    if act.find(Attendance, moved) is None:
        act.put(replace(item, id=moved, attendee_id=nameless.id, in_place_of=None))


def _be_one(act: Writing, one: Attendee, other: Attendee) -> None:
    """Merge two nameless entries, the younger id into the older one."""
    pair = {presence.root_of(act, act.get(Attendee, entry.id)) for entry in (one, other)}
    older, *younger = sorted(pair, key=lambda entry: entry.id)
    for entry in younger:
        act.put(replace(entry, same_as=older.id))


def _let_go(act: Writing, forum_id: UUID, gone: frozenset[str]) -> None:
    """Let nothing that stays point at those who go."""
    for turn in privacy.left_of(act, SpeakerTurn, "attendee_id", forum_id, gone):
        act.put(replace(turn, attendee_id=None))
    for item in privacy.left_of(act, Attendance, "in_place_of", forum_id, gone):
        act.put(replace(item, in_place_of=None))


def _forget_drafts(act: Writing, entry: Attendee) -> None:
    """Drop what is half typed at the registration desk with her name or telephone in it."""
    places = tuple(f"{entry.forum_id}/{place}" for place in _DRAFTS)
    for place, text in tuple(privacy.drafts_at(act, places)):
        is_named = all(name in text for name in (entry.first_name, entry.last_name))
        has_phone = bool(entry.phone) and entry.phone in text
        if is_named or has_phone or place.endswith(str(entry.id)):
            drafts.keep(act, place, "")


def _refuse_named(look: Reading, entries: tuple[Attendee, ...]) -> None:
    if any(any(_acts_of(look, entry)) for entry in entries):
        raise Refusal("privacy.member_acted")
    forum = look.get(Forum, entries[0].forum_id)
    if forum.state is ForumState.CERTIFIED and any(_stands_in_minutes(look, e) for e in entries):
        raise Refusal("privacy.minutes_certified")


def _stands_in_minutes(look: Reading, entry: Attendee) -> bool:
    """Tell whether minutes list an entry by name: members, and those in a member's place."""
    came = look.all(Attendance, attendee_id=entry.id)
    stood_in = any(item.in_place_of and not item.undone for item in came)
    return entry.role is AttendeeRole.MEMBER or stood_in


def _acts_of(look: Reading, entry: Attendee) -> Iterator[object]:
    """Yield what an entry did that minutes tell with the name."""
    yield from look.all(Delegation, limit=1, delegator_id=entry.id)
    yield from look.all(Delegation, limit=1, delegate_id=entry.id)
    yield from look.all(Opinion, limit=1, answered_by=entry.id)


def _nameless_id(entry_id: UUID) -> UUID:
    """Return the id that every laptop gives to the nameless entry in the place of another."""
    return same_id(entry_id, "erased")
