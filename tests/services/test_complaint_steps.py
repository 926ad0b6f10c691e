"""The history of a complaint: nothing closes without a reason and somebody who answers for it."""

from dataclasses import replace
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import (
    Complaint,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
)
from forum_desktop.services import complaints
from forum_desktop.services.complaints.states import CLOSING, FOLLOWING
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

S = ComplaintState
WHY = {"reason": "ตรวจแล้ว", "owner": "หัวหน้าฝ่ายสมมติ"}
INTAKE = ComplaintIntake(
    kind="light",
    subject="ไฟดับ",
    facts="สามคืน",
    place="ซอยวัด",
    level=ComplaintLevel.ANONYMOUS,
)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


@pytest.fixture
def case(desk: Desk, forum_id: UUID) -> Complaint:
    return complaints.lodge_complaint(desk, forum_id, INTAKE)


def states(desk: Desk, complaint_id: UUID) -> list[ComplaintState]:
    return [step.state for step in complaints.read_history(desk, complaint_id)]


def test_every_state_can_be_reached_and_left_or_reopened() -> None:
    assert set(FOLLOWING) == set(S)
    reached = {S.RECEIVED} | {state for following in FOLLOWING.values() for state in following}
    assert reached == set(S)
    assert {state for state in S if not FOLLOWING[state]} == CLOSING


def test_a_case_goes_its_way_from_the_forum_to_its_end(desk: Desk, case: Complaint) -> None:
    complaints.take_step(desk, case.id, S.SCREENED)
    complaints.send_to(desk, case.id, "กองช่าง")
    complaints.take_step(desk, case.id, S.UNDER_WAY, owner="นายช่าง")
    complaints.take_step(desk, case.id, S.TOLD, reason="เปลี่ยนหลอดแล้ว")
    done = complaints.take_step(desk, case.id, S.CLOSED, **WHY)
    assert (done.state, done.owner, done.reference) == (S.CLOSED, WHY["owner"], case.reference)
    way = [S.RECEIVED, S.SCREENED, S.SENT, S.UNDER_WAY, S.TOLD, S.CLOSED]
    assert states(desk, case.id) == way


@pytest.mark.parametrize("state", sorted(CLOSING - {S.CLOSED}))
def test_closing_takes_a_reason_and_a_name(
    desk: Desk, case: Complaint, state: ComplaintState
) -> None:
    complaints.take_step(desk, case.id, S.SCREENED)
    for lacking, refusal in (("reason", "reason_needed"), ("owner", "owner_needed")):
        with pytest.raises(Refusal, match=refusal):
            complaints.take_step(desk, case.id, state, **{**WHY, lacking: " "})
    assert complaints.read_complaint(desk, case.id).state is S.SCREENED
    assert complaints.take_step(desk, case.id, state, **WHY).state is state


def test_a_step_that_is_not_allowed_changes_nothing(desk: Desk, case: Complaint) -> None:
    assert complaints.allowed_steps(case) == FOLLOWING[S.RECEIVED]
    with pytest.raises(Refusal, match="step_not_allowed"):
        complaints.take_step(desk, case.id, S.CLOSED, **WHY)
    assert states(desk, case.id) == [S.RECEIVED]


def test_sent_elsewhere_it_keeps_its_number_and_history(desk: Desk, case: Complaint) -> None:
    complaints.send_to(desk, case.id, "กองช่าง")
    with pytest.raises(Refusal, match="reason_needed"):
        complaints.send_to(desk, case.id, "กองสาธารณสุข")
    sent = complaints.send_to(desk, case.id, "กองสาธารณสุข", reason="ไม่ใช่งานช่าง")
    assert (sent.unit, sent.reference) == ("กองสาธารณสุข", case.reference)
    assert [step.unit for step in complaints.read_history(desk, case.id)] == [
        "กองช่าง",
        "กองช่าง",
        "กองสาธารณสุข",
    ]


def test_a_closed_case_is_reopened_and_that_is_counted(desk: Desk, case: Complaint) -> None:
    with pytest.raises(Refusal, match="not_closed"):
        complaints.reopen(desk, case.id, "ยังดับอยู่")
    complaints.take_step(desk, case.id, S.NOTED, **WHY)
    again = complaints.reopen(desk, case.id, "ยังดับอยู่")
    assert (again.state, again.times_reopened) == (S.SCREENED, 1)
    complaints.send_to(desk, case.id, "กองช่าง")
    complaints.withdraw_complaint(desk, case.id, "ผู้ร้องขอถอน", WHY["owner"])
    with pytest.raises(Refusal, match=r"text\.empty"):
        complaints.reopen(desk, case.id, " ")
    again = complaints.reopen(desk, case.id, "ผู้ร้องขอยื่นใหม่")
    assert (again.state, again.times_reopened) == (S.UNDER_WAY, 2)


def test_duplicates_are_linked_and_both_go_on(desk: Desk, forum_id: UUID, case: Complaint) -> None:
    other = complaints.lodge_complaint(desk, forum_id, INTAKE)
    linked = complaints.link_duplicate(desk, other.id, case.id)
    assert (linked.duplicate_of, linked.state) == (case.id, S.RECEIVED)
    for one, two in ((case.id, case.id), (case.id, other.id)):
        with pytest.raises(Refusal, match="same_complaint"):
            complaints.link_duplicate(desk, one, two)
    assert complaints.link_duplicate(desk, other.id, None).duplicate_of is None
    joined = complaints.join_duplicate(desk, other.id, case.id, **WHY)
    assert (joined.duplicate_of, joined.state) == (case.id, S.JOINED)


def test_into_the_plan_and_back_each_names_the_other(desk: Desk, case: Complaint) -> None:
    complaints.take_step(desk, case.id, S.SCREENED)
    project = complaints.into_plan(desk, case.id, reason=WHY["reason"], owner=WHY["owner"])
    now = complaints.read_complaint(desk, case.id)
    assert (now.state, now.proposal_id, project.complaint_id) == (S.IN_PLAN, project.id, case.id)
    assert (project.title, project.place, project.unit) == ("ไฟดับ", "ซอยวัด", "กองช่าง")
    assert project.reference.startswith("A-P")
    revised = services.priorities.revise_project(desk, replace(project, title="ติดตั้งไฟ"))
    assert revised.complaint_id == case.id


def test_nothing_goes_into_the_plan_half(desk: Desk, case: Complaint) -> None:
    complaints.take_step(desk, case.id, S.SCREENED)
    with pytest.raises(Refusal, match="owner_needed"):
        complaints.into_plan(desk, case.id, reason="สมควร", owner="")
    assert services.priorities.list_projects(desk, case.forum_id) == ()


def test_a_sealed_case_tells_no_reason_and_goes_into_no_plan(desk: Desk, forum_id: UUID) -> None:
    sealed = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    complaints.take_step(desk, sealed.id, S.SCREENED, reason="เล่าถึงใคร", owner="ผู้ตรวจการ")
    step = complaints.read_history(desk, sealed.id)[-1]
    assert (step.state, step.reason, step.owner) == (S.SCREENED, "", "")
    words = complaints.open_step(desk, step.id, "ตรวจสอบ")
    assert (words.reason, words.owner) == ("เล่าถึงใคร", "ผู้ตรวจการ")
    with pytest.raises(Refusal, match="is_sealed"):
        complaints.into_plan(desk, sealed.id, reason=WHY["reason"], owner=WHY["owner"])
