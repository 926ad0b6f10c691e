"""Everything about one person: found, copied, consented to, refused, kept no longer."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.opinion import OpinionKind, SpeakerLink
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import ConsentPurpose, DataClass, RequestKind
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.services.desk import Desk
from tests.documents.reading import pypdf_pages, squeezed
from tests.factory import StepClock
from tests.services.somebody import (
    LAST_NAME,
    NAME,
    PHONE,
    enter_once,
    enter_somebody,
    open_forum,
)

NAMED, PHOTOGRAPHED = ConsentPurpose.NAMED, ConsentPurpose.PHOTOGRAPHED


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return open_forum(desk)


@pytest.fixture
def her(desk: Desk, forum_id: UUID) -> Attendee:
    return enter_somebody(desk, forum_id)


def links(desk: Desk, forum_id: UUID) -> tuple[SpeakerLink, ...]:
    with desk.look() as look:
        return look.all(SpeakerLink, forum_id=forum_id)


def pass_days(desk: Desk, days: int) -> None:
    assert isinstance(desk.clock, StepClock)
    desk.clock.now += timedelta(days=days)


def test_all_that_is_kept_about_her_is_found(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    first = ComplaintIntake(kind="light", subject="ไฟ", facts="ดับ", first_name=NAME)
    for phone, last in ((PHONE, LAST_NAME), ("0811111111", LAST_NAME), ("", "อื่น")):
        services.complaints.lodge_complaint(
            desk, forum_id, replace(first, last_name=last, phone=phone)
        )
    file = services.privacy.person_file(desk, her.id)
    assert len(file.twins) == 1
    assert len(file.attendances) == 2
    assert [consent.purpose for consent in file.consents] == [NAMED]
    assert file.screening is not None
    assert [opinion.text for opinion in file.opinions] == ["ขอไฟส่องสว่าง"]
    assert file.complaints == ()  # sealed: the complaint desk alone can find them
    assert len(file.turns) == 1


def test_her_word_on_a_purpose_takes_the_place_of_the_last(desk: Desk, her: Attendee) -> None:
    services.privacy.say_consent(desk, her.id, NAMED, is_given=False)
    services.privacy.say_consent(desk, her.id, PHOTOGRAPHED, is_given=True)
    consents = services.privacy.list_consents(desk, her.id)
    assert [(c.purpose, c.is_given) for c in consents] == [(NAMED, False), (PHOTOGRAPHED, True)]
    with desk.look() as look:
        assert not services.privacy.agreed(look, her.id, NAMED)
        assert services.privacy.agreed(look, her.id, PHOTOGRAPHED)


def test_of_two_entries_the_last_word_and_outcome_count(desk: Desk, forum_id: UUID) -> None:
    one, other = (enter_once(desk, forum_id) for _ in range(2))
    services.privacy.say_consent(desk, one.id, NAMED, is_given=False)
    services.privacy.say_consent(desk, other.id, NAMED, is_given=True)
    services.screening.screen(desk, other.id, ScreeningResult.SENT_FOR_TEST)
    services.twins.merge_people(desk, one.id, other.id, "คนเดียวกัน")
    (last,) = services.privacy.list_consents(desk, one.id)
    assert last.is_given
    screening = services.screening.read_screening(desk, one.id)
    assert screening is not None
    assert screening.result is ScreeningResult.SENT_FOR_TEST
    assert len(services.privacy.person_file(desk, one.id).consents) == 2


def test_who_agreed_to_be_named_need_not_be_asked_again(
    desk: Desk, forum_id: UUID, her: Attendee
) -> None:
    assert [link.may_be_named for link in links(desk, forum_id)] == [True]
    services.privacy.say_consent(desk, her.id, NAMED, is_given=False)
    services.opinions.capture_opinion(
        desk, forum_id, text="ขอท่อ", kind=OpinionKind.NEED, speaker_id=her.id
    )
    assert [link.may_be_named for link in links(desk, forum_id)] == [False, False]


def test_she_gets_a_copy_that_names_nobody_outside_its_pages(
    desk: Desk, forum_id: UUID, her: Attendee, tmp_path: Path
) -> None:
    target = services.privacy.export_person(desk, her.id, tmp_path / "copy.pdf")
    text = squeezed("".join(pypdf_pages(target.read_bytes())))
    for word in (NAME, PHONE, "ขอไฟส่องสว่าง", "ตลาดเก่า", "มาตรา๒๔(๔)", "มาตรา๓๐"):
        assert word in text
    requests = services.privacy.list_requests(desk, forum_id)
    assert [request.kind for request in requests] == [RequestKind.ACCESS]
    with pytest.raises(Refusal, match="unknown_format"):
        services.privacy.export_person(desk, her.id, tmp_path / "copy.doc")
    with pytest.raises(Refusal, match="persons_own"):
        services.checking.check_document(desk, target)


def test_another_program_can_read_her_copy(desk: Desk, her: Attendee, tmp_path: Path) -> None:
    target = services.privacy.export_person(desk, her.id, tmp_path / "copy.json")
    read = json.loads(target.read_bytes())
    assert read["attendee"]["first_name"] == NAME
    assert read["attendee"]["same_as"] is None
    assert read["twins"][0]["same_because"] == "คนเดียวกัน"
    assert (
        read["consents"][0] | {"purpose": "named", "way": "paper", "is_given": True}
        == (read["consents"][0])
    )
    assert read["screening"]["result"] == "passed"
    assert read["made_on"] == date(2021, 10, 14).isoformat()
    assert read["kept_days"]["screening"] == 30
    assert set(read) >= {"forum", "attendances", "absences", "opinions", "complaints", "rights"}


def test_a_refusal_needs_and_keeps_its_reason(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    with pytest.raises(Refusal, match=r"text\.empty"):
        services.privacy.refuse_request(desk, her.id, " ")
    services.privacy.refuse_request(desk, her.id, "รายงานรับรองแล้ว")
    (request,) = services.privacy.list_requests(desk, forum_id)
    assert (request.kind, request.reason) == (RequestKind.REFUSED, "รายงานรับรองแล้ว")


def test_what_is_over_its_time_is_erased_and_lists_are_only_told(
    desk: Desk, forum_id: UUID, her: Attendee
) -> None:
    lines = {line.data: line for line in services.privacy.retention(desk, forum_id)}
    assert set(lines) == set(DataClass)
    assert lines[DataClass.SCREENING].until == date(2021, 11, 13)
    assert not any(line.is_due for line in lines.values())
    assert services.privacy.purge_due(desk, forum_id) == ()
    pass_days(desk, 20_000)
    gone = {line.data: line.count for line in services.privacy.purge_due(desk, forum_id)}
    assert gone == {DataClass.SCREENING: 1, DataClass.SPEAKERS: 1}
    assert services.privacy.purge_due(desk, forum_id) == ()
    file = services.privacy.person_file(desk, her.id)
    assert (file.screening, file.opinions) == (None, ())
    (people,) = (x for x in services.privacy.retention(desk, forum_id) if x.is_due)
    assert people.data is DataClass.ATTENDEES


def test_only_what_is_due_goes(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    pass_days(desk, 20)
    late = enter_once(desk, forum_id)
    services.screening.screen(desk, late.id, ScreeningResult.NOT_PASSED)
    pass_days(desk, 15)
    (line,) = services.privacy.purge_due(desk, forum_id)
    assert (line.data, line.count, line.until) == (DataClass.SCREENING, 1, date(2021, 11, 13))
    assert services.screening.read_screening(desk, late.id) is not None
    assert services.screening.read_screening(desk, her.id) is None
    counts = {c.subject: c.count for c in services.screening.count_screenings(desk, forum_id)}
    assert counts == {"passed": 1, "not_passed": 1, "sent_for_test": 0}
