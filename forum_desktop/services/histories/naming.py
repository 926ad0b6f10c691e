"""Names for what the log knows by an id or a code, as people call it."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any
from uuid import UUID

from forum_desktop.db.codec import Primitive
from forum_desktop.db.reading import Reading
from forum_desktop.records.assignment import Assignment
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.forum import Forum
from forum_desktop.records.history import GONE
from forum_desktop.records.importing import ImportRun
from forum_desktop.records.meeting import AgendaItem, SpeakerTurn, Station
from forum_desktop.records.opinion import Opinion, Proposal, Support
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.priorities import Ranking
from forum_desktop.services.forums import pack_of

_LONGEST = 90
"""Letters of a label; the whole text stands among the facts."""

_NAMED: tuple[type, ...] = (
    *(Strategy, Approach, Attendee, Opinion, Proposal, Complaint),
    *(Assignment, Ranking, Forum, ImportRun, Station),
)
"""What a fact may name by its id, the likeliest first."""


def label_of(look: Reading, record: object) -> str:
    """Return what a thing is called: its number with its words, or a person's name.

    Of a sealed complaint, and of what comes from one, the number alone.
    """
    label = _LABELS.get(type(record))
    said = label(look, record) if label else ""
    flat = " ".join(said.splitlines())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()}{GONE}"


def _numbered(number: str, words: str) -> str:
    return f"{number} {words}".strip()


def _of_complaint(_look: Reading, item: Complaint) -> str:
    return _numbered(item.reference, "" if item.is_sealed or item.is_erased else item.subject)


def _of_support(look: Reading, item: Support) -> str:
    return _numbered(_called(look, Opinion, item.opinion_id), item.on_behalf_of)


def _of_person(look: Reading, item: Attendance | Absence) -> str:
    session = _session(look, item.forum_id, item.session)
    return f"{_called(look, Attendee, item.attendee_id)} {session}".strip()


_LABELS: MappingProxyType[type, Callable[[Reading, Any], str]] = MappingProxyType(
    {
        Strategy: lambda _, item: f"{item.number} {item.short or item.name}",
        Approach: lambda _, item: item.code,
        Attendee: lambda _, item: item.full_name,
        Opinion: lambda _, item: _numbered(item.reference, item.text),
        Proposal: lambda _, item: _numbered(item.reference, item.title),
        Complaint: _of_complaint,
        Assignment: lambda _, item: _numbered(item.number, "" if item.is_sealed else item.task),
        Ranking: lambda _, item: item.title,
        Forum: lambda _, item: _numbered(item.code, item.title),
        ImportRun: lambda _, item: item.file_name,
        Station: lambda _, item: item.name or item.letter,
        AgendaItem: lambda _, item: f"{item.number}. {item.title}",
        SpeakerTurn: lambda _, item: item.label,
        Support: _of_support,
        Attendance: _of_person,
        Absence: _of_person,
    }
)


class Names:
    """Names of one forum; each is looked up once."""

    def __init__(self, look: Reading, forum_id: UUID) -> None:
        self._look, self._forum_id = look, forum_id
        self._known: dict[str, str] = {}

    def spell(self, entity_type: str, fact: str, value: Primitive) -> str:
        """Return a value of the log as text: ids and codes by their names, yes as 1, no as 0."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return "1" if value else "0"
        told = str(value)
        codes = _CODES.get((entity_type, fact))
        if codes is not None:
            return codes(self._look, self._forum_id, told)
        return self._name(told) if _is_id(told) else told

    def _name(self, entity_id: str) -> str:
        if entity_id not in self._known:
            self._known[entity_id] = _find_name(self._look, UUID(entity_id))
        return self._known[entity_id]


def _find_name(look: Reading, entity_id: UUID) -> str:
    for record_type in _NAMED:
        record: Any = look.find(record_type, entity_id)
        if record is not None:
            return label_of(look, record)
    return GONE


def _called(look: Reading, record_type: type, entity_id: UUID) -> str:
    record: Any = look.find(record_type, entity_id)
    if record is None:
        return GONE
    return str(record.full_name if record_type is Attendee else record.reference)


def _is_id(told: str) -> bool:
    if len(told) != 36 or told.count("-") != 4:
        return False
    try:
        return str(UUID(told)) == told
    except ValueError:
        return False


def _session(look: Reading, forum_id: UUID, code: str) -> str:
    sessions = {one.code: one.name for one in pack_of(look, forum_id).sessions}
    return sessions.get(code, code)


def _sector(look: Reading, forum_id: UUID, code: str) -> str:
    sectors = {one.code: one.name for one in pack_of(look, forum_id).sectors}
    return sectors.get(code, code)


def _kinds(look: Reading, forum_id: UUID, codes: str) -> str:
    kinds = {one.code: one.name for one in pack_of(look, forum_id).complaint_kinds}
    return ", ".join(kinds.get(code, code) for code in codes.splitlines())


_CODES: MappingProxyType[tuple[str, str], Callable[[Reading, UUID, str], str]] = MappingProxyType(
    {
        ("attendance", "session"): _session,
        ("absence", "session"): _session,
        ("attendee", "sector"): _sector,
        ("speaker_turn", "sector"): _sector,
        ("complaint", "kind"): _kinds,
        ("complaint", "more_kinds"): _kinds,
    }
)
"""Facts that are codes of the forum's pack."""
