"""Taking in a complaint: a number at once, the person sealed before anything is written."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from forum_desktop.db import drafts
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import (
    Complainant,
    Complaint,
    ComplaintCase,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
    ComplaintStep,
    Urgency,
)
from forum_desktop.records.pack import ComplaintKind, ComplaintQuestion, EventPack
from forum_desktop.records.sealed import SealedHolds
from forum_desktop.services.complaints.due import due_day
from forum_desktop.services.complaints.numbers import next_reference, taken_reservation
from forum_desktop.services.complaints.parts import put_part
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.texts import line, long_text
from forum_desktop.thai.digits import to_arabic_digits

_DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,8})?")
_LONG = frozenset({"facts", "wanted"})
_PERSON = (
    "title",
    "first_name",
    "last_name",
    "phone",
    "email",
    "address",
    "on_behalf_of",
    "witness",
    "acting_for_paper",
)
_WORDS = (
    "subject",
    "facts",
    "wanted",
    "community",
    "place",
    "landmark",
    "latitude",
    "longitude",
    "since",
    "affected",
    "answers",
)


def lodge_complaint(
    desk: Desk, forum_id: UUID, intake: ComplaintIntake, *, reference: str = "", draft: str = ""
) -> Complaint:
    """Take in a complaint and give it its number, or the reserved one it was written under.

    An anonymous complaint keeps no name even where one was typed; a sealed one keeps none of
    its words in clear. Raises Refusal("complaint.name_needed") where the level asks for a name
    and none was given, "complaint.kind_needed", "complaint.place_unclear" for coordinates that
    are none, "text.empty" without subject or facts, and what `taken_reservation` raises.
    What was half typed at the place `draft` goes with the same act: it names who complains.
    """
    with desk.act() as act:
        made = enter_complaint(act, forum_id, intake, reference=reference)
        if draft:
            drafts.keep(act, draft, "")
    if draft:
        desk.database.settle()
    return made


def enter_complaint(
    act: Writing,
    forum_id: UUID,
    intake: ComplaintIntake,
    *,
    reference: str = "",
    from_opinion_id: UUID | None = None,
) -> Complaint:
    """Take in a complaint as a part of an act that has begun; refuses as `lodge_complaint`."""
    _require_name(intake)
    pack = pack_of(act, forum_id)
    kinds = _kinds(pack, (intake.kind, *intake.more_kinds))
    case = _case(intake, kinds)
    number = taken_reservation(act, forum_id, reference) if reference else ""
    made = replace(
        _complaint(act, forum_id, intake, pack, case),
        reference=number or next_reference(act, forum_id),
        is_sealed=_is_sealed(intake, kinds),
        from_opinion_id=from_opinion_id,
    )
    act.add(unworded(made) if made.is_sealed else made)
    _add_step(act, made)
    if made.is_sealed:
        put_part(act, made, SealedHolds.CASE, case)
        made = unworded(made)
    if intake.level is not ComplaintLevel.ANONYMOUS:
        put_part(act, made, SealedHolds.IDENTITY, complainant_of(intake))
    return made


def unworded(complaint: Complaint) -> Complaint:
    """Return a complaint without the words of its case."""
    nothing: dict[str, Any] = dict.fromkeys(_WORDS, "")
    return replace(complaint, unit="", **nothing)


def worded(complaint: Complaint, case: ComplaintCase) -> Complaint:
    """Return a complaint with the words of a case."""
    return replace(complaint, **{name: getattr(case, name) for name in _WORDS})


def kinds_of(look: Reading, forum_id: UUID, codes: Iterable[str]) -> list[ComplaintKind]:
    """Return kinds by their codes, each once; raises Refusal("complaint.kind_needed")."""
    return _kinds(pack_of(look, forum_id), codes)


def is_emergency(intake: ComplaintIntake) -> bool:
    """Tell whether the pack's sentence and number for emergencies are to be told now."""
    return intake.urgency >= Urgency.EMERGENCY


def missing_answers(pack: EventPack, intake: ComplaintIntake) -> tuple[ComplaintQuestion, ...]:
    """Return the questions of the kinds that nobody answered; none of them is compulsory."""
    told = {code for code, answer in intake.answers if line(answer)}
    chosen = {intake.kind, *intake.more_kinds}
    kinds = (kind for kind in pack.complaint_kinds if kind.code in chosen)
    asked = (question for kind in kinds for question in kind.questions)
    return tuple(question for question in asked if question.code not in told)


def complainant_of(intake: ComplaintIntake) -> Complainant:
    """Return who complains, cleaned."""
    return Complainant(**{name: line(getattr(intake, name)) for name in _PERSON})


def cleaned_case(case: ComplaintCase) -> ComplaintCase:
    """Return a case as it is kept; raises as `lodge_complaint`."""
    long = {name: long_text(getattr(case, name), needed=name == "facts") for name in _LONG}
    short = {
        name: line(getattr(case, name), needed=name == "subject")
        for name in _WORDS
        if name not in {*_LONG, "answers", "latitude", "longitude"}
    }
    latitude, longitude = _coordinates(case.latitude, case.longitude)
    return replace(
        case, **long, **short, latitude=latitude, longitude=longitude, unit=line(case.unit)
    )


def _case(intake: ComplaintIntake, kinds: list[ComplaintKind]) -> ComplaintCase:
    told = {name: getattr(intake, name) for name in _WORDS if name != "answers"}
    unit = intake.unit or kinds[0].unit
    return cleaned_case(ComplaintCase(**told, unit=unit, answers=_answers(intake, kinds)))


def _complaint(
    act: Writing, forum_id: UUID, intake: ComplaintIntake, pack: EventPack, case: ComplaintCase
) -> Complaint:
    is_named = intake.level is not ComplaintLevel.ANONYMOUS
    return Complaint(
        **{name: getattr(case, name) for name in _WORDS},
        id=act.new_id(),
        forum_id=forum_id,
        reference="",
        kind=intake.kind,
        more_kinds="\n".join(c for c in dict.fromkeys(intake.more_kinds) if c != intake.kind),
        level=intake.level,
        unit=case.unit,
        lodged_at=act.now,
        updated_at=act.now,
        due_on=due_day(act.now.date(), pack),
        urgency=max(Urgency.USUAL, min(Urgency.EMERGENCY, intake.urgency)),
        can_reply=is_named and any(line(t) for t in (intake.phone, intake.email, intake.address)),
        read_back_at=intake.read_back_at,
        from_paper=intake.from_paper,
    )


def _add_step(act: Writing, made: Complaint) -> None:
    act.add(
        ComplaintStep(
            id=act.new_id(),
            forum_id=made.forum_id,
            complaint_id=made.id,
            state=ComplaintState.RECEIVED,
            at=act.now,
            unit="" if made.is_sealed else made.unit,
        )
    )


def _is_sealed(intake: ComplaintIntake, kinds: list[ComplaintKind]) -> bool:
    """Tell whether the case is sealed; the officer may add to what the pack seals, not undo it."""
    return bool(intake.is_sealed) or any(kind.sealed for kind in kinds)


def _answers(intake: ComplaintIntake, kinds: list[ComplaintKind]) -> str:
    known = {question.code for kind in kinds for question in kind.questions}
    told = {code: line(text) for code, text in intake.answers if code in known and line(text)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""


def _coordinates(latitude: str, longitude: str) -> tuple[str, str]:
    pair = tuple(to_arabic_digits(line(text)).replace(" ", "") for text in (latitude, longitude))
    if not any(pair):
        return "", ""
    bounds = zip(pair, (90, 180), strict=True)
    if not all(_DEGREES.fullmatch(text) and abs(float(text)) <= most for text, most in bounds):
        raise Refusal("complaint.place_unclear")
    return pair[0], pair[1]


def _kinds(pack: EventPack, codes: Iterable[str]) -> list[ComplaintKind]:
    found = [_kind(pack, code) for code in dict.fromkeys(codes)]
    if not found:
        raise Refusal("complaint.kind_needed")
    return found


def _kind(pack: EventPack, code: str) -> ComplaintKind:
    for kind in pack.complaint_kinds:
        if kind.code == code:
            return kind
    raise Refusal("complaint.kind_needed")


def _require_name(intake: ComplaintIntake) -> None:
    if intake.level is not ComplaintLevel.ANONYMOUS and not line(intake.first_name):
        raise Refusal("complaint.name_needed")
