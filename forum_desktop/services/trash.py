"""The trash: everything withdrawn, with who did it, when and why; and the way back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from forum_desktop.db import histories as queries
from forum_desktop.db.reading import Reading
from forum_desktop.db.tables import ENTITY_TYPES, NAMES
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import Assignment
from forum_desktop.records.complaint import Complaint, ComplaintState
from forum_desktop.records.evidence import Evidence
from forum_desktop.records.history import GONE
from forum_desktop.records.meeting import SpeakerTurn
from forum_desktop.records.operation import Operation
from forum_desktop.records.opinion import Opinion, Proposal, Support
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.priorities import Ranking
from forum_desktop.records.trash import Trashed
from forum_desktop.services.desk import Desk
from forum_desktop.services.histories import label_of, last_writing, zone_of
from forum_desktop.services.minutes import refuse_certified

_REASON = MappingProxyType(
    {
        **dict.fromkeys((Opinion, Support, Proposal, Ranking, SpeakerTurn), "withdrawn"),
        **dict.fromkeys((Attendee, Absence), "withdrawn"),
        Attendance: "undone",
    }
)
"""Kinds that are withdrawn by a reason, and brought back by taking the reason away."""

_MARKS = frozenset(("withdrawn", "undone", "withdrawn_at", "state"))
"""Facts whose last writing was the withdrawal."""


def list_trash(desk: Desk, forum_id: UUID) -> tuple[Trashed, ...]:
    """Return what was withdrawn in a forum, what was withdrawn last first.

    Complaints and what was handed in with them are named by their number alone.
    """
    with desk.look() as look:
        records = {str(record.id): record for record in _withdrawn(look, forum_id)}
        stations = queries.station_names(look, str(forum_id))
        zone = zone_of(look, desk, forum_id)
        found = []
        for operations in queries.operations_by_entity(look, records.keys()):
            act = last_writing(operations, _MARKS) or operations[-1]
            at = datetime.fromtimestamp(act.at / 1000, zone)
            found.append((act.clock, _trashed(look, records[act.entity], act, at, stations)))
    found.sort(key=lambda one: one[0], reverse=True)
    return tuple(trashed for _, trashed in found)


def restore(desk: Desk, entity_type: str, entity_id: UUID) -> None:
    """Bring back what was withdrawn, as it was; that it was withdrawn stays in its history.

    What stands already is left alone. Raises Refusal("minutes.is_certified"),
    "trash.opinion_first" where the opinion it belongs to is withdrawn itself,
    "project.already_proposed", or "trash.own_way" for what comes back in its own way only.
    """
    record_type = ENTITY_TYPES[entity_type]
    if record_type not in _REASON and record_type is not Assignment:
        raise Refusal("trash.own_way")
    with desk.act() as act:
        record: Any = act.get(record_type, entity_id)
        refuse_certified(act, record.forum_id)
        _refuse_without_opinion(act, record)
        if isinstance(record, Assignment):
            act.put(replace(record, withdrawn="", withdrawn_at=None))
        else:
            act.put(replace(record, **{_REASON[record_type]: ""}))


def _withdrawn(look: Reading, forum_id: UUID) -> list[Any]:
    kinds = (*_REASON.items(), (Assignment, "withdrawn_at"), (Evidence, "withdrawn_at"))
    found: list[Any] = []
    for record_type, fact in kinds:
        found += queries.withdrawn(look, record_type, forum_id, fact)
    return [*found, *look.all(Complaint, forum_id=forum_id, state=ComplaintState.WITHDRAWN)]


def _trashed(
    look: Reading, record: Any, act: Operation, at: datetime, stations: dict[str, str]
) -> Trashed:
    record_type = type(record)
    label = _LABELS.get(record_type, label_of)
    reason = "" if record_type is Complaint else getattr(record, _REASON.get(record_type, ""), "")
    return Trashed(
        id=record.id,
        entity_type=NAMES[record_type],
        label=label(look, record),
        reason=reason or (record.withdrawn if record_type is Assignment else ""),
        at=at,
        actor=act.actor,
        station=stations.get(act.replica, ""),
        can_restore=record_type in _REASON or record_type is Assignment,
    )


def _number(_look: Reading, complaint: Complaint) -> str:
    return complaint.reference


def _number_of_complaint(look: Reading, evidence: Evidence) -> str:
    complaint = look.find(Complaint, evidence.complaint_id)
    return complaint.reference if complaint else GONE


_LABELS: MappingProxyType[type, Callable[[Reading, Any], str]] = MappingProxyType(
    {Complaint: _number, Evidence: _number_of_complaint}
)


def _refuse_without_opinion(act: Writing, record: object) -> None:
    if not isinstance(record, Support | Proposal) or record.opinion_id is None:
        return
    opinion = act.find(Opinion, record.opinion_id)
    if opinion is not None and opinion.withdrawn:
        raise Refusal("trash.opinion_first", number=opinion.reference)
    if isinstance(record, Proposal) and record.withdrawn:
        others = act.all(Proposal, opinion_id=record.opinion_id, withdrawn="")
        if others:
            raise Refusal("project.already_proposed", number=others[0].reference)
