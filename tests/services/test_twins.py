"""Entries that may be one person: told, merged and parted, on several laptops too."""

from dataclasses import replace
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.db.merged import roots
from forum_desktop.errors import Refusal
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack
from tests.services.laptops import join, take


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def enter(desk: Desk, forum_id: UUID, full_name: str, **facts: str) -> Attendee:
    told = {"sector": "people", **facts}
    return services.registration.register_walk_in(
        desk,
        forum_id,
        full_name=full_name,
        **told,  # type: ignore[arg-type]
    ).attendee


def likely(desk: Desk, forum_id: UUID, full_name: str, **facts: str) -> list[str]:
    found = services.twins.likely_twins(desk, forum_id, full_name=full_name, **facts)  # type: ignore[arg-type]
    return [row.attendee.full_name for row in found]


def present(desk: Desk, forum_id: UUID) -> tuple[int, int]:
    counts = services.forums.read_overview(desk, forum_id).counts
    return counts.registered, counts.present


def test_likely_twins_come_likeliest_first(desk: Desk, forum_id: UUID) -> None:
    enter(desk, forum_id, "นางสาวสมหญิง ใจดี", community="ตลาดเก่า")
    enter(desk, forum_id, "นางสาวสมหญิง ใจดี", community="ริมน้ำ 1", phone="0812345678")
    enter(desk, forum_id, "สมหยิง ไจดี", community="ริมน้ำ 1")
    enter(desk, forum_id, "นายสมหญิง ใจดี", community="ริมน้ำ 1")
    enter(desk, forum_id, "นางสาวอื่น คนละคน", community="ริมน้ำ 1")
    told = {"community": "ริมน้ำตอน 1", "phone": "081-234-5678"}
    assert likely(desk, forum_id, "น.ส.สมหญิง ใจดี", **told) == [
        "นางสาวสมหญิง  ใจดี",
        "สมหยิง  ไจดี",
        "นางสาวสมหญิง  ใจดี",
    ]
    assert likely(desk, forum_id, "นายประทีป ไม่มีใคร", community="ริมน้ำ 1") == []
    assert likely(desk, forum_id, "") == []


def test_who_is_asked_about_is_not_her_own_twin(desk: Desk, forum_id: UUID) -> None:
    person = enter(desk, forum_id, "นางสาวสมหญิง ใจดี")
    found = services.twins.likely_twins(
        desk, forum_id, full_name="นางสาวสมหญิง ใจดี", leave_out=person.id
    )
    assert found == ()


def test_two_entries_become_one_person_with_the_facts_of_both(desk: Desk, forum_id: UUID) -> None:
    older = enter(desk, forum_id, "สมหญิง ใจดี", sector="")
    younger = enter(desk, forum_id, "นางสาวสมหญิง ใจดี", phone="0812345678", community="ตลาดเก่า")
    assert present(desk, forum_id) == (4, 2)
    survivor = services.twins.merge_people(desk, younger.id, older.id, "คนเดียวกัน")
    assert survivor.id == older.id
    assert (survivor.phone, survivor.community, survivor.zone) == ("0812345678", "ตลาดเก่า", "เขต 2")
    assert present(desk, forum_id) == (3, 1)
    assert [t.id for t in services.twins.list_twins(desk, younger.id)] == [younger.id]
    with pytest.raises(Refusal, match="same_person"):
        services.twins.merge_people(desk, younger.id, older.id, "อีกครั้ง")


def test_parting_is_as_if_they_had_never_been_merged(desk: Desk, forum_id: UUID) -> None:
    older = enter(desk, forum_id, "สมหญิง ใจดี", sector="")
    younger = enter(desk, forum_id, "นางสาวสมหญิง ใจดี", phone="0812345678", community="ตลาดเก่า")
    survivor = services.twins.merge_people(desk, older.id, younger.id, "คนเดียวกัน")
    services.registration.correct_attendee(desk, replace(survivor, phone="0899999999"))
    parted = services.twins.part_people(desk, younger.id, "คนละคน")
    assert parted.same_as is None
    with desk.look() as look:
        again = look.get(Attendee, older.id)
    assert (again.community, again.zone, again.sector) == ("", "", "")
    assert again.phone == "0899999999"
    assert present(desk, forum_id) == (4, 2)
    with pytest.raises(Refusal, match="not_merged"):
        services.twins.part_people(desk, younger.id, "อีกครั้ง")


def test_what_was_corrected_right_after_a_merge_stays(desk: Desk, forum_id: UUID) -> None:
    older, younger = (enter(desk, forum_id, "นายหนึ่ง ทดสอบ", phone="0812345678") for _ in range(2))
    survivor = services.twins.merge_people(desk, older.id, younger.id, "คนเดียวกัน")
    services.registration.correct_attendee(desk, replace(survivor, phone="0899999999"))
    services.twins.part_people(desk, younger.id, "คนละคน")
    with desk.look() as look:
        assert look.get(Attendee, older.id).phone == "0899999999"
        assert look.get(Attendee, younger.id).phone == "0812345678"


def test_facts_that_went_on_through_a_chain_come_back(desk: Desk, forum_id: UUID) -> None:
    first, second, third = (
        enter(desk, forum_id, "นายหนึ่ง ทดสอบ", **facts)
        for facts in ({}, {"position": "ประธาน"}, {"phone": "0812345678"})
    )
    services.twins.merge_people(desk, second.id, third.id, "คนเดียวกัน")
    services.twins.merge_people(desk, first.id, second.id, "คนเดียวกัน")
    with desk.look() as look:
        joined = look.get(Attendee, first.id)
    assert (joined.position, joined.phone) == ("ประธาน", "0812345678")
    services.twins.part_people(desk, third.id, "คนละคน")
    with desk.look() as look:
        facts = [(p.position, p.phone) for p in (look.get(Attendee, first.id),)]
        facts += [(p.position, p.phone) for p in (look.get(Attendee, second.id),)]
    assert facts == [("ประธาน", ""), ("ประธาน", "")]
    assert [twin.id for twin in services.twins.list_twins(desk, first.id)] == [second.id]


def test_who_was_withdrawn_is_nobodys_twin(desk: Desk, forum_id: UUID) -> None:
    person = enter(desk, forum_id, "นางสาวสมหญิง ใจดี")
    assert likely(desk, forum_id, "นางสาวสมหญิง ใจดี") == ["นางสาวสมหญิง  ใจดี"]
    with desk.act() as act:
        act.put(replace(act.get(Attendee, person.id), withdrawn="นำเข้าผิด"))
    assert len(likely(desk, forum_id, "นางสาวสมหญิง ใจดี")) == 1  # she is here all the same
    services.registration.undo_check_in(desk, person.id, "ลงผิดคน")
    assert likely(desk, forum_id, "นางสาวสมหญิง ใจดี") == []


def test_a_merge_needs_a_reason(desk: Desk, forum_id: UUID) -> None:
    one, other = enter(desk, forum_id, "นายหนึ่ง ทดสอบ"), enter(desk, forum_id, "นายสอง ทดสอบ")
    with pytest.raises(Refusal, match=r"text\.empty"):
        services.twins.merge_people(desk, one.id, other.id, " ")


MERGE, PART, CHECK_IN, UNDO, EXCHANGE = range(5)
STEP = st.tuples(
    st.integers(0, 2),
    st.sampled_from([MERGE, MERGE, PART, CHECK_IN, UNDO, EXCHANGE]),
    st.integers(0, 4),
    st.integers(0, 4),
)


@settings(max_examples=12, deadline=None)
@given(steps=st.lists(STEP, max_size=10), order=st.permutations(list(combinations(range(3), 2))))
def test_laptops_agree_on_who_is_one_whatever_they_did(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[int, int, int, int]],
    order: list[tuple[int, int]],
) -> None:
    folder = tmp_path_factory.mktemp("laptops")
    first = Desk.open(folder / "A", "tester", StepClock())
    desks = [first]
    try:
        forum_id = services.forums.create_forum(first, make_pack()).id
        ids = [enter(first, forum_id, f"นายคนที่{n} ทดสอบ").id for n in range(5)]
        desks += [join(folder, first, forum_id, letter, StepClock()) for letter in "BC"]
        for laptop, step, one, other in steps:
            _do(desks, laptop, step, (ids[one], ids[other]))
        for _ in range(2):
            for a, b in order:
                take(desks[a], desks[b])
                take(desks[b], desks[a])
        views = [_view(desk, forum_id) for desk in desks]
        assert views[0] == views[1] == views[2]
        same, registered, here = views[0]
        assert set(same) | set(same.values()) <= set(ids)
        assert not set(same) & set(same.values())
        assert registered == 2 + 5 - len(same)
        assert here == len({same.get(one, one) for one in _checked_in(first, forum_id)})
        assert all(len(_listed(first, forum_id, n)) == 1 for n in range(5))
    finally:
        for desk in desks:
            desk.close()


def _do(desks: list[Desk], laptop: int, step: int, pair: tuple[UUID, UUID]) -> None:
    desk, (one, other) = desks[laptop], pair
    try:
        if step == MERGE:
            services.twins.merge_people(desk, one, other, "คนเดียวกัน")
        elif step == PART:
            services.twins.part_people(desk, one, "คนละคน")
        elif step == CHECK_IN:
            services.registration.check_in(desk, one)
        elif step == UNDO:
            services.registration.undo_check_in(desk, one, "ลงผิดคน")
        else:
            take(desk, desks[(laptop + 1) % 3])
    except Refusal:
        return


def _view(desk: Desk, forum_id: UUID) -> tuple[dict[UUID, UUID], int, int]:
    with desk.look() as look:
        same = roots(look, forum_id)
    return (same, *present(desk, forum_id))


def _checked_in(desk: Desk, forum_id: UUID) -> set[UUID]:
    """Return whose check-ins stand, by the records alone."""
    with desk.look() as look:
        return {item.attendee_id for item in look.all(Attendance, forum_id=forum_id, undone="")}


def _listed(desk: Desk, forum_id: UUID, number: int) -> tuple[AttendeeRow, ...]:
    return services.registration.find_attendees(desk, forum_id, f"คนที่{number}")
