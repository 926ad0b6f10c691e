"""Everything about one person: found, copied, refused, erased everywhere, kept no longer."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.opinion import OpinionKind, SpeakerLink
from forum_desktop.records.pack import HealthScreening
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import ConsentPurpose, ConsentWay, DataClass, RequestKind
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.services.desk import Desk
from tests.documents.reading import pypdf_pages, squeezed
from tests.factory import StepClock, make_pack
from tests.services.laptops import join, take

NAME = "ปลายฟ้าเฉพาะกิจ"
NAMED, PHOTOGRAPHED = ConsentPurpose.NAMED, ConsentPurpose.PHOTOGRAPHED


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    pack = replace(make_pack(), screening=HealthScreening(is_on=True))
    return services.forums.create_forum(desk, pack).id


@pytest.fixture
def her(desk: Desk, forum_id: UUID) -> Attendee:
    """Enter somebody twice, and let her do all that a person can do at a forum."""
    one, other = (
        services.registration.register_walk_in(
            desk,
            forum_id,
            full_name=f"นางสาว{NAME} สมมติกร",
            phone="0877766655",
            sector="people",
            community="ตลาดเก่า",
        ).attendee
        for _ in range(2)
    )
    survivor = services.twins.merge_people(desk, one.id, other.id, "คนเดียวกัน")
    services.privacy.say_consent(desk, one.id, NAMED, is_given=True, way=ConsentWay.PAPER)
    services.screening.screen(desk, one.id, ScreeningResult.PASSED)
    services.opinions.capture_opinion(
        desk, forum_id, text="ขอไฟส่องสว่าง", kind=OpinionKind.NEED, speaker_id=other.id
    )
    services.speakers.ask_for_floor(desk, forum_id, attendee_id=one.id)
    services.drafts.keep_draft(desk, f"{forum_id}/person/{one.id}", f'{{"first": "{NAME}"}}')
    return survivor


def everything(desk: Desk) -> str:
    """Return all text in all tables of the file."""
    with desk.look() as look:
        tables = look.driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [row[0] for row in tables.fetchall()]
        rows = (look.driver.execute(f"SELECT * FROM {name}").fetchall() for name in names)
        return "\n".join(map(str, rows))


def test_all_that_is_kept_about_her_is_found(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    first = ComplaintIntake(kind="light", subject="ไฟ", facts="ดับ", first_name=NAME)
    for phone, last in (("0877766655", "สมมติกร"), ("0811111111", "สมมติกร"), ("", "อื่น")):
        services.complaints.lodge_complaint(
            desk, forum_id, replace(first, last_name=last, phone=phone)
        )
    file = services.privacy.person_file(desk, her.id)
    assert len(file.twins) == 1
    assert len(file.attendances) == 2
    assert [consent.purpose for consent in file.consents] == [NAMED]
    assert file.screening is not None
    assert [opinion.text for opinion in file.opinions] == ["ขอไฟส่องสว่าง"]
    assert len(file.complaints) == 1


def test_her_word_on_a_purpose_takes_the_place_of_the_last(desk: Desk, her: Attendee) -> None:
    services.privacy.say_consent(desk, her.id, NAMED, is_given=False)
    services.privacy.say_consent(desk, her.id, PHOTOGRAPHED, is_given=True)
    consents = services.privacy.list_consents(desk, her.id)
    assert [(c.purpose, c.is_given) for c in consents] == [(NAMED, False), (PHOTOGRAPHED, True)]
    with desk.look() as look:
        assert not services.privacy.agreed(look, her.id, NAMED)
        assert services.privacy.agreed(look, her.id, PHOTOGRAPHED)


def test_she_gets_a_copy_that_names_nobody_outside_its_pages(
    desk: Desk, forum_id: UUID, her: Attendee, tmp_path: Path
) -> None:
    target = services.privacy.export_person(desk, her.id, tmp_path / "copy.pdf")
    text = squeezed("".join(pypdf_pages(target.read_bytes())))
    for word in (NAME, "0877766655", "ขอไฟส่องสว่าง", "ตลาดเก่า", "มาตรา๒๔(๔)และ(๖)"):
        assert word in text
    read = json.loads(
        services.privacy.export_person(desk, her.id, tmp_path / "c.json").read_bytes()
    )
    assert read["attendee"]["first_name"] == NAME
    requests = services.privacy.list_requests(desk, forum_id)
    assert [request.kind for request in requests] == [RequestKind.ACCESS] * 2
    with pytest.raises(Refusal, match="unknown_format"):
        services.privacy.export_person(desk, her.id, tmp_path / "copy.doc")
    with pytest.raises(Refusal, match="persons_own"):
        services.checking.check_document(desk, target)


def test_a_refusal_needs_and_keeps_its_reason(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    with pytest.raises(Refusal, match=r"text\.empty"):
        services.privacy.refuse_request(desk, her.id, " ")
    services.privacy.refuse_request(desk, her.id, "รายงานรับรองแล้ว")
    (request,) = services.privacy.list_requests(desk, forum_id)
    assert (request.kind, request.reason) == (RequestKind.REFUSED, "รายงานรับรองแล้ว")


def test_erased_she_is_nowhere_and_the_count_stays(
    desk: Desk, forum_id: UUID, her: Attendee, tmp_path: Path
) -> None:
    before = services.forums.read_overview(desk, forum_id).counts
    services.privacy.erase_person(desk, her.id, "เจ้าของข้อมูลร้องขอ")
    after = services.forums.read_overview(desk, forum_id).counts
    assert (after.registered, after.present) == (before.registered, before.present)
    kept = everything(desk)
    assert "ขอไฟส่องสว่าง" in kept
    for word in (NAME, "สมมติกร", "0877766655"):
        assert word not in kept
    assert services.registration.find_attendees(desk, forum_id, NAME) == ()
    for kind in (DocumentKind.ATTENDEES, DocumentKind.MINUTES, DocumentKind.SIGN_IN):
        order = services.documents.order_of(kind, edition="internal")
        path = tmp_path / f"{kind}.pdf"
        services.documents.export_document(desk, forum_id, order, path)
        assert NAME not in squeezed("".join(pypdf_pages(path.read_bytes())))
    assert services.storage.check(desk).is_sound


def test_who_was_erased_on_one_laptop_goes_from_the_others(
    desk: Desk, forum_id: UUID, her: Attendee, tmp_path: Path
) -> None:
    other = join(tmp_path, desk, forum_id, "B", StepClock())
    try:
        with other.look() as look:
            late = replace(look.get(Attendee, her.id), position=f"ผู้แทน{NAME}")
        services.privacy.erase_person(desk, her.id, "ร้องขอ")
        services.registration.correct_attendee(other, late)
        take(desk, other)
        take(other, desk)
        for laptop in (desk, other):
            assert NAME not in everything(laptop)
            assert services.storage.check(laptop).is_sound
        counts = [services.forums.read_overview(d, forum_id).counts for d in (desk, other)]
        assert counts[0].present == counts[1].present
    finally:
        other.close()


def test_whom_the_minutes_must_name_is_not_erased(desk: Desk, forum_id: UUID) -> None:
    chair, deputy, *_ = services.delegations.list_members(desk, forum_id)
    services.delegations.delegate(
        desk,
        forum_id,
        delegator_id=chair.attendee.id,
        delegate_id=deputy.attendee.id,
        task="รับฟังความคิดเห็น",
    )
    with pytest.raises(Refusal, match="member_acted"):
        services.privacy.erase_person(desk, deputy.attendee.id, "ร้องขอ")
    assert services.privacy.list_requests(desk, forum_id) == ()


def test_what_is_over_its_time_is_erased_and_lists_are_only_told(
    desk: Desk, forum_id: UUID, her: Attendee
) -> None:
    lines = {line.data: line for line in services.privacy.retention(desk, forum_id)}
    assert set(lines) == set(DataClass)
    assert not any(line.is_due for line in lines.values())
    assert isinstance(desk.clock, StepClock)
    desk.clock.now += timedelta(days=20_000)
    gone = {line.data: line.count for line in services.privacy.purge_due(desk, forum_id)}
    assert gone == {DataClass.SCREENING: 1, DataClass.SPEAKERS: 1}
    assert services.privacy.purge_due(desk, forum_id) == ()
    file = services.privacy.person_file(desk, her.id)
    assert (file.screening, file.opinions) == (None, ())
    (people,) = (x for x in services.privacy.retention(desk, forum_id) if x.is_due)
    assert people.data is DataClass.ATTENDEES


def test_who_agreed_to_be_named_need_not_be_asked_again(
    desk: Desk, forum_id: UUID, her: Attendee
) -> None:
    with desk.look() as look:
        (link,) = look.all(SpeakerLink, forum_id=forum_id)
    assert link.may_be_named
    services.privacy.say_consent(desk, her.id, NAMED, is_given=False)
    services.opinions.capture_opinion(
        desk, forum_id, text="ขอท่อ", kind=OpinionKind.NEED, speaker_id=her.id
    )
    with desk.look() as look:
        *_, link = look.all(SpeakerLink, forum_id=forum_id)
    assert not link.may_be_named
