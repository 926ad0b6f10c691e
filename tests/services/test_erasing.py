"""Who is erased is nowhere: not in the file, not in a document, not on another laptop."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.documents import DocumentKind, DocumentOrder
from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.identity import same_id
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.people import Attendance, Attendee
from forum_desktop.records.privacy import ConsentPurpose, RequestKind
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.services.desk import Desk
from tests.documents.unpacking import everything_in
from tests.factory import StepClock
from tests.services.laptops import exchange, join
from tests.services.somebody import (
    LAST_NAME,
    NAME,
    PHONE,
    TRACES,
    enter_once,
    enter_somebody,
    everything,
    open_forum,
    traces,
)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return open_forum(desk)


@pytest.fixture
def her(desk: Desk, forum_id: UUID) -> Attendee:
    return enter_somebody(desk, forum_id)


@pytest.fixture
def other(desk: Desk, forum_id: UUID, her: Attendee, tmp_path: Path) -> Iterator[Desk]:
    """Open another laptop that knows her too."""
    joined = join(tmp_path, desk, forum_id, "B", StepClock())
    yield joined
    joined.close()


def heads(desk: Desk, forum_id: UUID) -> tuple[int, int]:
    counts = services.forums.read_overview(desk, forum_id).counts
    return counts.registered, counts.present


def finish(forum_id: UUID, *desks: Desk) -> None:
    """Let all laptops know everything, and erase what came late."""
    exchange(desks)
    for desk in desks:
        services.privacy.finish_erasures(desk, forum_id)
    exchange(desks)


def documents(desk: Desk, forum_id: UUID) -> Iterator[tuple[str, str]]:
    number = services.complaints.recent_complaints(desk, forum_id)[0].reference
    for offer in services.documents.offered():
        for edition in offer.editions:
            for made_as in offer.formats:
                order = DocumentOrder(
                    kind=offer.kind, edition=edition, format=made_as, complaint=number
                )
                made = services.documents.render_document(desk, forum_id, order)
                yield f"{offer.kind} {edition} {made_as}", everything_in(made)


def test_the_count_stays_and_nothing_else_of_her(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    before = heads(desk, forum_id)
    assert traces(desk) == list(TRACES)
    services.privacy.erase_person(desk, her.id, "เจ้าของข้อมูลร้องขอ")
    assert heads(desk, forum_id) == before
    assert traces(desk) == []
    assert "ขอไฟส่องสว่าง" in everything(desk)
    assert services.registration.find_attendees(desk, forum_id, NAME) == ()
    with desk.look() as look:
        nameless = look.get(Attendee, same_id(her.id, "erased"))
    assert (nameless.full_name, nameless.sector, nameless.zone) == ("", "people", "เขต 2")
    (request,) = services.privacy.list_requests(desk, forum_id)
    assert request.kind is RequestKind.ERASE
    assert services.storage.check(desk).is_sound


def test_nothing_of_her_stays_beside_the_file(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    log = desk.database.path.with_name(f"{desk.database.path.name}-wal")
    assert log.stat().st_size > 0
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    assert log.stat().st_size == 0


def test_what_others_have_half_typed_stays(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    kept = {f"{forum_id}/walk-in": "นายอื่น คนละคน", f"{forum_id}/opinion": f"{NAME} กล่าวว่า"}
    for place, text in kept.items():
        services.drafts.keep_draft(desk, place, text)
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    for place, text in kept.items():
        assert services.drafts.read_draft(desk, place) == text
    assert services.drafts.read_draft(desk, f"{forum_id}/paper") == ""


def test_no_document_in_any_format_has_her_name(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    intake = ComplaintIntake(kind="light", subject="ไฟ", facts="ดับ", first_name="ใครอื่น")
    services.complaints.lodge_complaint(desk, forum_id, intake)
    named = [name for name, text in documents(desk, forum_id) if NAME in text]
    assert f"{DocumentKind.MINUTES} {Edition.PUBLIC} pdf" in named  # she agreed to be named
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    for name, text in documents(desk, forum_id):
        assert [word for word in TRACES if word in text] == [], name


def test_her_complaint_stays_with_the_complaint_desk(
    desk: Desk, forum_id: UUID, her: Attendee
) -> None:
    intake = ComplaintIntake(
        kind="light", subject="ไฟ", facts="ดับ", first_name=NAME, last_name=LAST_NAME, phone=PHONE
    )
    services.complaints.lodge_complaint(desk, forum_id, intake)
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    (left,) = services.complaints.recent_complaints(desk, forum_id)
    assert services.complaints.open_identity(desk, left.id, "ตรวจ").first_name == NAME


def test_she_goes_from_the_other_laptops_too(
    desk: Desk, forum_id: UUID, her: Attendee, other: Desk
) -> None:
    with other.look() as look:
        late = replace(look.get(Attendee, her.id), position=f"ผู้แทน{NAME}")
    before = heads(desk, forum_id)
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    services.registration.correct_attendee(other, late)
    services.drafts.keep_draft(other, f"{forum_id}/paper", "")
    services.drafts.keep_draft(other, f"{forum_id}/person/{her.id}", "")
    finish(forum_id, desk, other)
    for laptop in (desk, other):
        assert traces(laptop) == []
        assert heads(laptop, forum_id) == before
        assert services.storage.check(laptop).is_sound


def test_what_another_laptop_did_meanwhile_goes_too_and_is_counted_once(
    desk: Desk, forum_id: UUID, her: Attendee, other: Desk
) -> None:
    services.registration.undo_check_in(desk, her.id, "ลงผิดคน")
    exchange((desk, other))
    third = enter_once(other, forum_id)
    services.registration.undo_check_in(other, third.id, "กรอกซ้ำ")
    services.twins.merge_people(other, her.id, third.id, "คนเดียวกัน")
    services.registration.check_in(other, her.id, "afternoon")
    services.privacy.say_consent(other, her.id, ConsentPurpose.CONTACTED, is_given=True)
    services.screening.screen(other, her.id, ScreeningResult.NOT_PASSED)
    services.opinions.capture_opinion(
        other, forum_id, text="ขอสะพาน", kind=OpinionKind.NEED, speaker_id=her.id
    )
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    registered, present = heads(desk, forum_id)
    finish(forum_id, desk, other)
    for laptop in (desk, other):
        assert traces(laptop) == []
        assert heads(laptop, forum_id) == (registered, present + 1)
        assert services.storage.check(laptop).is_sound
        with laptop.look() as look:
            for name in ("consent", "screening", "speaker_link", "absence"):
                assert look.driver.execute(f"SELECT count(*) FROM {name}").fetchone()[0] == 0
    assert services.privacy.finish_erasures(desk, forum_id) == 0


def test_minutes_are_made_although_her_words_come_late(
    desk: Desk, forum_id: UUID, her: Attendee, other: Desk
) -> None:
    services.opinions.capture_opinion(
        other, forum_id, text="ขอสะพาน", kind=OpinionKind.NEED, speaker_id=her.id
    )
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    exchange((desk, other))
    order = services.documents.order_of(DocumentKind.MINUTES, edition="public")
    assert "ขอสะพาน" in everything_in(services.documents.render_document(desk, forum_id, order))


def test_two_laptops_that_erase_her_agree(
    desk: Desk, forum_id: UUID, her: Attendee, other: Desk
) -> None:
    before = heads(desk, forum_id)
    for laptop in (desk, other):
        services.privacy.erase_person(laptop, her.id, "ร้องขอ")
    finish(forum_id, desk, other)
    assert heads(desk, forum_id) == heads(other, forum_id) == before
    assert traces(desk) == traces(other) == []


def test_who_acted_is_not_erased(desk: Desk, forum_id: UUID) -> None:
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


def test_whom_certified_minutes_list_is_not_erased(
    desk: Desk, forum_id: UUID, her: Attendee
) -> None:
    member = services.delegations.list_members(desk, forum_id)[1].attendee
    with desk.act() as act:
        act.put(replace(act.get(Forum, forum_id), state=ForumState.CERTIFIED))
    with pytest.raises(Refusal, match="minutes_certified"):
        services.privacy.erase_person(desk, member.id, "ร้องขอ")
    services.privacy.erase_person(desk, her.id, "ร้องขอ")
    assert traces(desk) == []


def test_whoever_came_in_her_place_stays(desk: Desk, forum_id: UUID, her: Attendee) -> None:
    member = services.delegations.list_members(desk, forum_id)[1].attendee
    services.attendance.stand_in(desk, her.id, member.id)
    services.privacy.erase_person(desk, member.id, "ร้องขอ")
    with desk.look() as look:
        came = look.all(Attendance, attendee_id=her.id)
    assert [item.in_place_of for item in came if not item.undone] == [None]
    assert services.registration.read_attendee(desk, her.id).is_present
