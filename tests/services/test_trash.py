"""Everything withdrawn is listed with its reason, and comes back as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.opinion import Opinion, OpinionKind, Utterance
from forum_desktop.records.people import Attendee
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.records.trash import Trashed
from forum_desktop.services import assignments
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

WHY = "ใส่ผิดรายการ"


@dataclass(frozen=True)
class Meeting:
    """A forum with a person and an opinion."""

    desk: Desk
    forum_id: UUID
    person: Attendee
    opinion: Opinion


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    person = services.registration.register_walk_in(
        desk, forum_id, full_name="นางสาวทดสอบ สมมติ", sector="people"
    ).attendee
    opinion = services.opinions.take_down(
        desk, forum_id, Utterance(text="ขอไฟส่องสว่าง", kind=OpinionKind.NEED)
    )
    return Meeting(desk, forum_id, person, opinion)


def trash(at: Meeting) -> tuple[Trashed, ...]:
    return services.trash.list_trash(at.desk, at.forum_id)


def state(at: Meeting) -> str:
    """Return all rows of the tables."""
    with at.desk.look() as look:
        return repr([look.all(kind, forum_id=at.forum_id) for kind in ENTITY_TYPES.values()])


def opinion(at: Meeting) -> Callable[[], object]:
    return lambda: services.stream.withdraw(at.desk, at.opinion.id, WHY)


def support(at: Meeting) -> Callable[[], object]:
    made = services.supporting.support(at.desk, at.opinion.id, on_behalf_of="ตลาดเก่า")
    return lambda: services.supporting.withdraw_support(at.desk, made.id, WHY)


def proposal(at: Meeting) -> Callable[[], object]:
    made = services.priorities.propose_from_opinion(at.desk, at.opinion.id)
    return lambda: services.priorities.withdraw_project(at.desk, made.id, WHY)


def attendance(at: Meeting) -> Callable[[], object]:
    return lambda: services.registration.undo_check_in(at.desk, at.person.id, WHY)


def absence(at: Meeting) -> Callable[[], object]:
    member = services.attendance.roll_call(at.desk, at.forum_id, members=True)[0].row.attendee
    services.attendance.note_absence(at.desk, member.id, "ติดราชการ")
    return lambda: services.attendance.withdraw_absence(at.desk, member.id, WHY)


def ranking(at: Meeting) -> Callable[[], object]:
    made = services.rankings.record_ranking(
        at.desk, at.forum_id, title="ลำดับ", method=RankingMethod.HANDS, points={"ไฟ": 2, "ท่อ": 1}
    )
    return lambda: services.rankings.withdraw_ranking(at.desk, made.id, WHY)


def speaker_turn(at: Meeting) -> Callable[[], object]:
    made = services.speakers.ask_for_floor(at.desk, at.forum_id, label="ตลาดเก่า")
    return lambda: services.speakers.leave_queue(at.desk, made.id, WHY)


def assignment(at: Meeting) -> Callable[[], object]:
    made = assignments.assign(
        at.desk,
        at.forum_id,
        task="ซ่อมไฟ",
        ordered_by="ประธาน",
        unit="กองช่าง",
        due_on=date(2030, 1, 1),
    )
    return lambda: assignments.withdraw_assignment(at.desk, made.id, WHY)


KINDS = (opinion, support, proposal, attendance, absence, ranking, speaker_turn, assignment)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_is_listed_and_comes_back_as_it_was(
    meeting: Meeting, kind: Callable[[Meeting], Callable[[], object]]
) -> None:
    withdraw = kind(meeting)
    before = state(meeting)
    assert trash(meeting) == ()
    withdraw()
    assert state(meeting) != before
    (gone,) = trash(meeting)
    assert (gone.entity_type, gone.reason, gone.actor) == (kind.__name__, WHY, "tester")
    assert gone.label
    assert gone.station == "A"
    services.trash.restore(meeting.desk, gone.entity_type, gone.id)
    assert trash(meeting) == ()
    assert state(meeting) == before


def test_what_was_withdrawn_last_comes_first(meeting: Meeting) -> None:
    for withdraw in (support(meeting), attendance(meeting), opinion(meeting)):
        withdraw()
    assert [one.entity_type for one in trash(meeting)] == ["opinion", "attendance", "support"]


def test_who_withdrew_is_told_and_not_who_changed_something_else(meeting: Meeting) -> None:
    opinion(meeting)()
    other = Desk(meeting.desk.database, meeting.desk.clock, "somebody else")
    services.stream.mark_urgent(other, meeting.opinion.id, 2)
    assert [one.actor for one in trash(meeting)] == ["tester"]


def test_a_voice_waits_for_its_opinion(meeting: Meeting) -> None:
    support(meeting)()
    (voice,) = trash(meeting)
    opinion(meeting)()
    with pytest.raises(Refusal, match=r"trash\.opinion_first"):
        services.trash.restore(meeting.desk, "support", voice.id)
    services.trash.restore(meeting.desk, "opinion", meeting.opinion.id)
    services.trash.restore(meeting.desk, "support", voice.id)
    assert trash(meeting) == ()


def test_no_wish_becomes_two_projects(meeting: Meeting) -> None:
    proposal(meeting)()
    (gone,) = trash(meeting)
    services.priorities.propose_from_opinion(meeting.desk, meeting.opinion.id)
    with pytest.raises(Refusal, match=r"project\.already_proposed"):
        services.trash.restore(meeting.desk, "proposal", gone.id)


def test_nothing_comes_back_into_certified_minutes(meeting: Meeting) -> None:
    opinion(meeting)()
    services.forums.open_forum(meeting.desk, meeting.forum_id)
    services.forums.start_session(meeting.desk, meeting.forum_id)
    services.forums.close_forum(meeting.desk, meeting.forum_id, unsorted_reason="จะจัดภายหลัง")
    services.minutes.mark_checked(meeting.desk, meeting.forum_id)
    services.minutes.certify_minutes(
        meeting.desk, meeting.forum_id, on=date(2027, 3, 1), how="ในการประชุมครั้งถัดไป"
    )
    with pytest.raises(Refusal, match=r"minutes\.is_certified"):
        services.trash.restore(meeting.desk, "opinion", meeting.opinion.id)


def test_a_complaint_is_a_number_and_is_reopened_at_its_own_desk(meeting: Meeting) -> None:
    lodged = services.complaints.lodge_complaint(
        meeting.desk,
        meeting.forum_id,
        ComplaintIntake(
            kind="light", subject="ไฟดับ", facts="สามคืน", level=ComplaintLevel.ANONYMOUS
        ),
    )
    services.complaints.withdraw_complaint(meeting.desk, lodged.id, "ผู้ร้องขอถอน", "หัวหน้าฝ่าย")
    (gone,) = trash(meeting)
    assert (gone.label, gone.can_restore) == (lodged.reference, False)
    with pytest.raises(Refusal, match=r"trash\.own_way"):
        services.trash.restore(meeting.desk, "complaint", lodged.id)
