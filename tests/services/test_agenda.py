"""The agenda against the clock, breaks, and the queue of speakers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import CourseKind
from forum_desktop.services.desk import Desk
from tests.factory import BANGKOK, StepClock, make_pack


@pytest.fixture
def forum(desk: Desk) -> Forum:
    return services.forums.create_forum(desk, make_pack())


def clock_of(desk: Desk) -> StepClock:
    assert isinstance(desk.clock, StepClock)
    return desk.clock


def at(desk: Desk, forum: Forum, minutes: int) -> None:
    """Set the desk's clock to minutes after the meeting's planned start."""
    start = StepClock().now.replace(
        year=forum.held_on.year, month=forum.held_on.month, day=forum.held_on.day, tzinfo=BANGKOK
    )
    clock_of(desk).now = start + timedelta(minutes=minutes)


def test_one_item_at_a_time_is_taken_up(desk: Desk, forum: Forum) -> None:
    first, second, *_ = services.minutes.list_agenda(desk, forum.id)
    services.agenda.take_up(desk, first.id)
    services.agenda.begin_break(desk, forum.id)
    assert services.agenda.read_clock(desk, forum.id).on_break_since is not None
    services.agenda.take_up(desk, second.id)
    clock = services.agenda.read_clock(desk, forum.id)
    assert clock.now is not None
    assert clock.now.id == second.id
    assert clock.on_break_since is None
    assert clock.lines[0].item.ended_at is not None
    ended = services.agenda.end_item(desk, second.id)
    assert services.agenda.end_item(desk, second.id) == ended
    assert services.agenda.read_clock(desk, forum.id).now is None


def test_what_has_not_begun_does_not_end(desk: Desk, forum: Forum) -> None:
    item, *_ = services.minutes.list_agenda(desk, forum.id)
    with pytest.raises(Refusal, match="not_begun"):
        services.agenda.end_item(desk, item.id)
    with pytest.raises(Refusal, match="no_break"):
        services.agenda.end_break(desk, forum.id)


def test_running_over_and_late_are_told_in_minutes(desk: Desk, forum: Forum) -> None:
    first, second, third, *_ = services.minutes.list_agenda(desk, forum.id)
    for item, minutes in ((first, 15), (second, 30), (third, 60)):
        services.agenda.plan_minutes(desk, item.id, minutes)
    at(desk, forum, 10)
    services.agenda.take_up(desk, first.id)
    at(desk, forum, 40)
    services.agenda.take_up(desk, second.id)
    at(desk, forum, 60)
    clock = services.agenda.read_clock(desk, forum.id)
    assert [line.over for line in clock.lines[:3]] == [15, 0, 0]
    assert clock.late == 25
    start = clock.lines[0].planned_begin
    begins = [(line.planned_begin - start).seconds // 60 for line in clock.lines]
    assert begins == [0, 15, 45, 105]


def test_the_floor_is_given_in_turn_and_its_time_told(desk: Desk, forum: Forum) -> None:
    person = services.registration.register_walk_in(
        desk, forum.id, full_name="นายทดสอบ สมมติ", sector="people", community="ตลาดเก่า"
    ).attendee
    first = services.speakers.ask_for_floor(desk, forum.id, attendee_id=person.id)
    second = services.speakers.ask_for_floor(desk, forum.id, label="ผู้ค้าในตลาด", sector="people")
    assert first.label == "ตลาดเก่า"
    services.speakers.give_floor(desk, first.id)
    clock_of(desk).now += timedelta(seconds=90)
    services.speakers.give_floor(desk, second.id)
    spoken, speaking = services.speakers.list_turns(desk, forum.id)
    assert spoken.ended_at is not None
    assert 90 <= services.speakers.seconds_of(spoken, clock_of(desk).now) <= 92
    assert speaking.ended_at is None
    services.speakers.ask_for_floor(desk, forum.id, label="หน่วยงาน", sector="state")
    least, most = services.speakers.balance(
        services.speakers.list_turns(desk, forum.id), clock_of(desk).now
    )
    assert (least.sector, least.turns, least.waiting) == ("state", 0, 1)
    assert (most.sector, most.turns, most.waiting) == ("people", 2, 0)


def test_nobody_is_shown_by_name_and_no_label_is_refused(desk: Desk, forum: Forum) -> None:
    person = services.registration.register_walk_in(
        desk, forum.id, full_name="นายทดสอบ สมมติ", sector="state"
    ).attendee
    turn = services.speakers.ask_for_floor(desk, forum.id, attendee_id=person.id)
    assert turn.label == "ภาครัฐ"
    with pytest.raises(Refusal, match=r"text\.empty"):
        services.speakers.ask_for_floor(desk, forum.id)
    services.speakers.leave_queue(desk, turn.id, "กลับก่อน")
    assert services.speakers.list_turns(desk, forum.id) == ()


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_at_most_one_speaks(desk: Desk, order: list[int]) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    turns = [services.speakers.ask_for_floor(desk, forum.id, label=f"กลุ่ม {n}") for n in range(4)]
    for number in order:
        services.speakers.give_floor(desk, turns[number].id)
        speaking = [
            turn
            for turn in services.speakers.list_turns(desk, forum.id)
            if turn.begun_at and not turn.ended_at
        ]
        assert [turn.id for turn in speaking] == [turns[number].id]


def test_what_happened_is_told_in_its_order(desk: Desk, forum: Forum) -> None:
    first, second, *_ = services.minutes.list_agenda(desk, forum.id)
    chair, deputy = (row.attendee for row in services.delegations.list_members(desk, forum.id))
    services.agenda.take_up(desk, first.id)
    services.agenda.take_up(desk, second.id)
    services.agenda.begin_break(desk, forum.id)
    services.agenda.end_break(desk, forum.id)
    services.delegations.delegate(
        desk,
        forum.id,
        delegator_id=chair.id,
        delegate_id=deputy.id,
        task="รับฟัง",
        takes_chair=True,
    )
    services.agenda.end_item(desk, second.id)
    course = services.agenda.read_course(desk, forum.id)
    kinds = CourseKind
    assert [event.kind for event in course] == [
        kinds.ITEM_BEGUN,
        kinds.ITEM_BEGUN,
        kinds.BREAK_BEGUN,
        kinds.BREAK_ENDED,
        kinds.CHAIR_HANDED,
        kinds.ITEM_ENDED,
    ]
    assert (course[4].giver, course[4].taker) == (chair.full_name, deputy.full_name)


def test_what_runs_ends_when_the_meeting_is_closed(desk: Desk, forum: Forum) -> None:
    services.forums.start_session(desk, forum.id)
    first, second, *_ = services.minutes.list_agenda(desk, forum.id)
    services.agenda.take_up(desk, first.id)
    services.agenda.begin_break(desk, forum.id)
    speaks, waits = (
        services.speakers.ask_for_floor(desk, forum.id, label=label)
        for label in ("ตลาดเก่า", "สถานีรถไฟ")
    )
    services.speakers.give_floor(desk, speaks.id)
    services.forums.close_forum(desk, forum.id)
    clock = services.agenda.read_clock(desk, forum.id)
    assert (clock.now, clock.on_break_since) == (None, None)
    ended = {item.id: item.ended_at for item in services.minutes.list_agenda(desk, forum.id)}
    assert ended[first.id] is not None
    assert ended[second.id] is None
    turns = {turn.id: turn.ended_at for turn in services.speakers.list_turns(desk, forum.id)}
    assert turns[speaks.id] is not None
    assert turns[waits.id] is None


def test_an_item_taken_up_by_mistake_is_put_back(desk: Desk, forum: Forum) -> None:
    item, *_ = services.minutes.list_agenda(desk, forum.id)
    services.agenda.take_up(desk, item.id)
    put_back = services.agenda.put_back(desk, item.id)
    assert (put_back.begun_at, put_back.ended_at) == (None, None)
    assert services.agenda.read_course(desk, forum.id) == ()


def test_lateness_is_not_guessed_where_an_item_has_no_planned_minutes(
    desk: Desk, forum: Forum
) -> None:
    first, second, *_ = services.minutes.list_agenda(desk, forum.id)
    at(desk, forum, 12)
    services.agenda.take_up(desk, first.id)
    assert services.agenda.read_clock(desk, forum.id).late == 12
    at(desk, forum, 90)
    services.agenda.take_up(desk, second.id)
    assert services.agenda.read_clock(desk, forum.id).late == 0


def test_a_meeting_held_on_another_day_is_planned_from_its_own_morning(
    desk: Desk, forum: Forum
) -> None:
    first, *_ = services.minutes.list_agenda(desk, forum.id)
    at(desk, forum, 60 * 24 * 3 + 5)
    services.agenda.take_up(desk, first.id)
    clock = services.agenda.read_clock(desk, forum.id)
    assert clock.late == 5
    assert clock.lines[0].planned_begin.date() == clock.at.date()


def test_words_written_while_the_meeting_runs_leave_times_and_votes(
    desk: Desk, forum: Forum
) -> None:
    stale, *_ = services.minutes.list_agenda(desk, forum.id)
    services.minutes.save_agenda_item(desk, replace(stale, votes_for=3, votes_against=1))
    services.agenda.take_up(desk, stale.id)
    services.minutes.write_of_item(desk, stale.id, notes="แจ้งแล้ว", resolution="รับทราบ")
    services.minutes.save_agenda_item(desk, replace(stale, notes="จากหน้ารายงาน"))
    item, *_ = services.minutes.list_agenda(desk, forum.id)
    assert item.begun_at is not None
    assert item.notes == "จากหน้ารายงาน"
    assert item.votes_for is None


def test_certified_minutes_keep_their_times(desk: Desk, forum: Forum) -> None:
    item, *_ = services.minutes.list_agenda(desk, forum.id)
    services.forums.open_forum(desk, forum.id)
    services.forums.close_forum(desk, forum.id)
    services.minutes.mark_checked(desk, forum.id)
    services.minutes.certify_minutes(desk, forum.id, on=forum.held_on, how="ในที่ประชุม")
    acts = services.agenda
    for change in (
        lambda: acts.take_up(desk, item.id),
        lambda: acts.put_back(desk, item.id),
        lambda: acts.plan_minutes(desk, item.id, 5),
        lambda: acts.begin_break(desk, forum.id),
        lambda: services.minutes.write_of_item(desk, item.id, notes="ก", resolution=""),
    ):
        with pytest.raises(Refusal, match="is_certified"):
            change()


@pytest.mark.parametrize("label", ["นายทดสอบ สมมติ", "นางสาวตัวอย่าง", "ด.ช.สมมติ", "ทดสอบ  สมมติ"])
def test_a_label_is_never_a_persons_name(desk: Desk, forum: Forum, label: str) -> None:
    services.registration.register_walk_in(
        desk, forum.id, full_name="นายทดสอบ สมมติ", sector="people"
    )
    with pytest.raises(Refusal, match="label_is_name"):
        services.speakers.ask_for_floor(desk, forum.id, label=label)


@pytest.mark.parametrize("label", ["นายกสมาคมตลาด", "ชุมชนริมน้ำ 1", "กลุ่มผู้ค้า ตลาดเก่า"])
def test_a_label_may_be_an_office_or_a_group(desk: Desk, forum: Forum, label: str) -> None:
    assert services.speakers.ask_for_floor(desk, forum.id, label=label).label == label


def test_sectors_that_never_asked_are_told_first(desk: Desk, forum: Forum) -> None:
    turn = services.speakers.ask_for_floor(desk, forum.id, label="ผู้ค้า", sector="people")
    services.speakers.give_floor(desk, turn.id)
    queue = services.speakers.read_queue(desk, forum.id)
    shares = services.speakers.balance(queue.turns, queue.at, ("people", "state"))
    assert [share.sector for share in shares] == ["state", "people"]
    assert queue.speaking is not None
    assert queue.waiting == ()
