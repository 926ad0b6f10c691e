"""Who changed what of a thing, when, from what to what and why; and what is never told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import (
    Complaint,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
)
from forum_desktop.records.history import Change, Deed, History, Revision
from forum_desktop.records.opinion import Opinion, OpinionKind, Utterance
from forum_desktop.records.pack import HealthScreening
from forum_desktop.records.people import Attendee
from forum_desktop.records.screening import Screening, ScreeningResult
from forum_desktop.records.sealed import SealedPart, SealingKey
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack
from tests.services.laptops import exchange, join

DONE = Deed


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    pack = replace(make_pack(), screening=HealthScreening(is_on=True, keep_days=30))
    return services.forums.create_forum(desk, pack).id


@pytest.fixture
def opinion(desk: Desk, forum_id: UUID) -> Opinion:
    return said(desk, forum_id, "ขอไฟส่องสว่าง")


@pytest.fixture
def other(desk: Desk, forum_id: UUID, opinion: Opinion, tmp_path: Path) -> Iterator[Desk]:
    """Open another laptop that knows the opinion."""
    joined = join(tmp_path, desk, forum_id, "B", StepClock())
    yield joined
    joined.close()


def said(desk: Desk, forum_id: UUID, text: str) -> Opinion:
    return services.opinions.take_down(desk, forum_id, Utterance(text=text, kind=OpinionKind.NEED))


def somebody(desk: Desk, forum_id: UUID) -> Attendee:
    return services.registration.register_walk_in(
        desk, forum_id, full_name="นางสาวทดสอบ สมมติ", sector="people"
    ).attendee


def read(desk: Desk, entity_id: UUID) -> History:
    return services.histories.history_of(desk, entity_id)


def change_of(revision: Revision, fact: str) -> Change:
    return next(change for change in revision.changes if change.fact == fact)


def test_a_person_with_her_presence(desk: Desk, forum_id: UUID) -> None:
    her = somebody(desk, forum_id)
    services.registration.correct_attendee(desk, replace(her, community="ตลาดเก่า", sector="state"))
    services.registration.undo_check_in(desk, her.id, "ลงผิดคน")
    history = read(desk, her.id)
    assert (history.entity_type, history.label) == ("attendee", her.full_name)
    kinds = [(one.entity_type, one.deed) for one in history.revisions]
    assert kinds == [
        ("attendee", DONE.MADE),
        ("attendance", DONE.MADE),
        ("attendee", DONE.CHANGED),
        ("attendance", DONE.WITHDRAWN),
    ]
    made, came, changed, undone = history.revisions
    assert change_of(made, "last_name").before == ""
    assert change_of(came, "session").after == "การประชุม"
    assert change_of(changed, "sector") == Change(
        fact="sector", before="ประชาชนทั่วไป", after="ภาครัฐ"
    )
    assert (undone.reason, undone.actor, undone.changes) == ("ลงผิดคน", "tester", ())
    assert [one.at for one in history.revisions] == sorted(one.at for one in history.revisions)
    assert undone.station == "A"


def test_ids_are_told_by_names(desk: Desk, forum_id: UUID, opinion: Opinion) -> None:
    overview = services.forums.read_overview(desk, forum_id)
    services.stream.sort_into(desk, opinion.id, overview.strategies[1].id)
    services.stream.join(desk, (said(desk, forum_id, "ขอถนน").id, opinion.id))
    sorted_in, joined = read(desk, opinion.id).revisions[1:]
    strategy = overview.strategies[1]
    assert change_of(sorted_in, "strategy_id").after == f"2 {strategy.short or strategy.name}"
    assert change_of(joined, "joined_into").after.endswith("ขอถนน")


def test_withdrawn_and_restored_are_told_as_such(desk: Desk, opinion: Opinion) -> None:
    services.stream.withdraw(desk, opinion.id, "พูดซ้ำ")
    services.trash.restore(desk, "opinion", opinion.id)
    made, gone, back = read(desk, opinion.id).revisions
    assert [made.deed, gone.deed, back.deed] == [DONE.MADE, DONE.WITHDRAWN, DONE.RESTORED]
    assert (gone.reason, back.reason) == ("พูดซ้ำ", "")


def test_each_of_two_laptops_is_told_from_what_it_knew(
    desk: Desk, other: Desk, opinion: Opinion
) -> None:
    services.answering.correct_wording(desk, opinion.id, "ขอไฟในซอย")
    services.answering.correct_wording(other, opinion.id, "ขอไฟหน้าวัด")
    exchange((desk, other))
    told = [
        (change_of(one, "text").before, change_of(one, "text").after)
        for one in read(desk, opinion.id).revisions[1:]
    ]
    assert sorted(told) == [("ขอไฟส่องสว่าง", "ขอไฟหน้าวัด"), ("ขอไฟส่องสว่าง", "ขอไฟในซอย")]
    assert {one.station for one in read(desk, opinion.id).revisions} == {"A", "B"}


SECRET = st.text("กขคงจฉชซabcdef", min_size=6, max_size=12)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(SECRET, min_size=5, max_size=5, unique=True))
def test_nothing_sealed_is_ever_told(desk: Desk, words: list[str]) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    first, phone, subject, facts, wanted = (f"{word}{at}" for at, word in enumerate(words))
    lodged = services.complaints.lodge_complaint(
        desk,
        forum_id,
        ComplaintIntake(
            kind="light",
            subject=subject,
            facts=facts,
            wanted=wanted,
            first_name=first,
            phone=phone,
            is_sealed=True,
        ),
    )
    services.complaints.withdraw_complaint(desk, lodged.id, f"{subject} ถอน", first)
    history = read(desk, lodged.id)
    assert history.is_sealed
    assert len(history.revisions) >= 3
    assert not [word for word in (first, phone, subject, facts, wanted) if word in repr(history)]
    assert subject not in repr(services.trash.list_trash(desk, forum_id))
    with desk.look() as look:
        hidden = [one.id for one in look.all(SealedPart, forum_id=forum_id)]
        hidden += [one.id for one in look.all(SealingKey)]
    assert hidden
    for one in hidden:
        with pytest.raises(Refusal, match="not_found"):
            read(desk, one)


def test_words_from_before_the_sealing_are_not_told_either(desk: Desk, forum_id: UUID) -> None:
    intake = ComplaintIntake(
        kind="light", subject="เรื่องเดิม", facts="เล่าไว้", level=ComplaintLevel.ANONYMOUS
    )
    lodged = services.complaints.lodge_complaint(desk, forum_id, intake)
    services.complaints.take_step(
        desk, lodged.id, ComplaintState.SCREENED, reason="ตรวจที่บ้านผู้ร้อง", owner="ผู้ตรวจ"
    )
    assert "เรื่องเดิม" in repr(read(desk, lodged.id))
    with desk.act() as act:
        known = act.get(Complaint, lodged.id)
        act.put(replace(known, is_sealed=True))
    told = repr(read(desk, lodged.id))
    assert not [word for word in ("เรื่องเดิม", "เล่าไว้", "บ้านผู้ร้อง", "ผู้ตรวจ") if word in told]


def test_health_is_no_history(desk: Desk, forum_id: UUID) -> None:
    her = somebody(desk, forum_id)
    services.screening.screen(desk, her.id, ScreeningResult.NOT_PASSED)
    with desk.look() as look:
        (screening,) = look.all(Screening, forum_id=forum_id)
    with pytest.raises(Refusal, match="not_found"):
        read(desk, screening.id)
    assert "screening" not in {one.entity_type for one in read(desk, her.id).revisions}


def test_who_is_erased_by_law_leaves_no_words(desk: Desk, forum_id: UUID) -> None:
    her = somebody(desk, forum_id)
    services.privacy.erase_person(desk, her.id, "เจ้าตัวขอ")
    history = read(desk, her.id)
    assert history.revisions[-1].deed is DONE.ERASED
    assert "สมมติ" not in repr(history)
    assert history.label == ""


def test_what_is_not_known_is_refused(desk: Desk, forum_id: UUID) -> None:
    with desk.act() as act, pytest.raises(Refusal, match="not_found"):
        read(desk, act.new_id())
