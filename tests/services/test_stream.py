"""The stream of opinions: sorted, split, joined, supported, answered, and undone."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.history import Deed
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import Opinion, OpinionFilter, OpinionKind, OpinionRow, ReadBack
from forum_desktop.records.overview import ForumOverview
from forum_desktop.services.desk import Desk
from forum_desktop.services.similar import SaidBefore
from tests.documents.composing import minutes_of
from tests.factory import make_pack

NEED, PROBLEM = OpinionKind.NEED, OpinionKind.PROBLEM


@pytest.fixture
def overview(desk: Desk) -> ForumOverview:
    forum = services.forums.create_forum(desk, make_pack())
    return services.forums.read_overview(desk, forum.id)


def said(desk: Desk, overview: ForumOverview, text: str, **facts: object) -> Opinion:
    told: dict[str, object] = {"kind": NEED, **facts}
    return services.opinions.capture_opinion(desk, overview.forum.id, text=text, **told)  # type: ignore[arg-type]


def rows(desk: Desk, overview: ForumOverview, **wanted: object) -> tuple[OpinionRow, ...]:
    chosen = OpinionFilter(**wanted)  # type: ignore[arg-type]
    return services.opinions.search_opinions(desk, overview.forum.id, chosen)


def texts(found: tuple[OpinionRow, ...]) -> list[str]:
    return [row.opinion.text for row in found]


def test_an_utterance_is_called_something_else_and_back(
    desk: Desk, overview: ForumOverview
) -> None:
    opinion = said(desk, overview, "ถนนมืด")
    edits = services.stream.call_it(desk, opinion.id, PROBLEM)
    (row,) = rows(desk, overview)
    assert (row.opinion.kind, row.opinion.reference) == (PROBLEM, opinion.reference)
    again = services.stream.reverse(desk, edits)
    assert [row.opinion for row in rows(desk, overview)] == [opinion]
    services.stream.reverse(desk, again)
    assert rows(desk, overview) == (row,)


def test_nothing_is_undone_that_was_changed_since(desk: Desk, overview: ForumOverview) -> None:
    opinion = said(desk, overview, "ถนนมืด")
    edits = services.stream.call_it(desk, opinion.id, PROBLEM)
    services.stream.mark_urgent(desk, opinion.id, 2)
    with pytest.raises(Refusal, match="changed_since"):
        services.stream.reverse(desk, edits)


def test_a_capture_undone_is_withdrawn_and_comes_back(desk: Desk, overview: ForumOverview) -> None:
    opinion = said(desk, overview, "ถนนมืด")
    edits = services.stream.captured(opinion, "เลิกทำ")
    again = services.stream.reverse(desk, edits)
    assert rows(desk, overview) == ()
    services.stream.reverse(desk, again)
    assert [row.opinion for row in rows(desk, overview)] == [opinion]


def test_an_opinion_speaks_to_two_approaches(desk: Desk, overview: ForumOverview) -> None:
    first, second, *_ = overview.approaches
    opinion = said(desk, overview, "ถนนมืด")
    with pytest.raises(Refusal, match="needs_first_approach"):
        services.stream.add_approach(desk, opinion.id, second.id)
    services.stream.sort_into(desk, opinion.id, None, first.id)
    services.stream.add_approach(desk, opinion.id, second.id)
    (row,) = rows(desk, overview)
    assert row.opinion.strategy_id == first.strategy_id
    assert (row.opinion.approach_id, row.opinion.other_approach_id) == (first.id, second.id)


def test_voices_add_up_when_opinions_are_joined(desk: Desk, overview: ForumOverview) -> None:
    one, two, three = (said(desk, overview, text) for text in ("ไฟมืด", "ขอไฟ", "ขอไฟในซอย"))
    services.supporting.support(desk, one.id, on_behalf_of="ตลาดเก่า")
    services.stream.join(desk, [two.id, three.id])
    edits = services.stream.join(desk, [one.id, two.id], "ขอไฟส่องสว่าง")
    (row,) = rows(desk, overview)
    assert (row.opinion.text, row.supports, row.joined, row.weight) == ("ขอไฟส่องสว่าง", 1, 2, 4)
    assert {item.text for item in services.stream.list_joined(desk, one.id)} == {
        "ขอไฟ",
        "ขอไฟในซอย",
    }
    with pytest.raises(Refusal, match="stands_no_more"):
        services.supporting.support(desk, two.id)
    services.stream.reverse(desk, edits)
    assert sorted(texts(rows(desk, overview))) == ["ขอไฟ", "ไฟมืด"]
    services.stream.take_out(desk, three.id)
    assert len(rows(desk, overview)) == 3
    assert services.forums.read_overview(desk, overview.forum.id).counts.opinions == 3


def test_who_supported_a_joined_opinion_supports_the_one_it_was_joined_into(
    desk: Desk, overview: ForumOverview
) -> None:
    one, two = (said(desk, overview, text) for text in ("ไฟมืด", "ขอไฟ"))
    services.supporting.support(desk, one.id, on_behalf_of="ตลาดเก่า")
    services.supporting.support(desk, two.id, on_behalf_of="สถานีรถไฟ")
    taken_back = services.supporting.support(desk, two.id)
    services.supporting.withdraw_support(desk, taken_back.id, "นับซ้ำ")
    services.stream.join(desk, [one.id, two.id])
    (row,) = rows(desk, overview)
    assert (row.supports, row.joined, row.weight) == (2, 1, 4)
    (printed,) = minutes_of(desk, overview.forum.id, Edition.PUBLIC).opinions
    assert (printed.supports, printed.joined, printed.voices) == (2, 1, 4)
    services.stream.take_out(desk, two.id)
    assert {found.supports for found in rows(desk, overview)} == {1}


def test_a_part_keeps_speaker_and_place(desk: Desk, overview: ForumOverview) -> None:
    row = services.registration.register_walk_in(
        desk, overview.forum.id, full_name="นายทดสอบ สมมติ", sector="people"
    )
    strategy = overview.strategies[2]
    whole = said(
        desk,
        overview,
        "ขอไฟ และขอซ่อมท่อ",
        strategy_id=strategy.id,
        speaker_id=row.attendee.id,
        on_behalf_of="ตลาดเก่า",
    )
    edits = services.stream.split(desk, whole.id, ["ขอไฟ", " ", "ขอซ่อมท่อ"])
    part, kept = rows(desk, overview)
    assert (kept.opinion.id, kept.opinion.text) == (whole.id, "ขอไฟ")
    assert (part.opinion.text, part.opinion.split_from) == ("ขอซ่อมท่อ", whole.id)
    assert (part.opinion.reference, part.opinion.strategy_id) == ("A-0002", strategy.id)
    assert part.opinion.on_behalf_of == "ตลาดเก่า"
    services.stream.reverse(desk, edits)
    assert texts(rows(desk, overview)) == ["ขอไฟ และขอซ่อมท่อ"]
    with pytest.raises(Refusal, match="nothing_to_split"):
        services.stream.split(desk, whole.id, ["ขอไฟ", ""])


def test_the_panel_answers_and_promises(desk: Desk, overview: ForumOverview) -> None:
    opinion, later = said(desk, overview, "ไฟเสีย"), said(desk, overview, "ท่อตัน")
    (chair, *_) = services.delegations.list_members(desk, overview.forum.id)
    with pytest.raises(Refusal, match="promise_needed"):
        services.answering.answer(desk, opinion.id, "รับทราบ", promised_until=date(2027, 3, 1))
    services.answering.answer(
        desk,
        opinion.id,
        "จะซ่อมให้",
        answered_by=chair.attendee.id,
        promise="ซ่อมไฟสามจุด",
        promised_until=date(2027, 3, 1),
    )
    services.answering.answer(
        desk, later.id, "จะขุดลอก", promise="ขุดลอก", promised_until=date(2027, 2, 20)
    )
    assert [item.id for item in services.answering.list_promises(desk, overview.forum.id)] == [
        later.id,
        opinion.id,
    ]
    assert rows(desk, overview, is_unanswered=True) == ()


def test_only_the_panel_answers(desk: Desk, overview: ForumOverview) -> None:
    row = services.registration.register_walk_in(
        desk, overview.forum.id, full_name="นายทดสอบ สมมติ", sector="people"
    )
    opinion = said(desk, overview, "ไฟเสีย")
    with pytest.raises(Refusal, match="not_of_panel"):
        services.answering.answer(desk, opinion.id, "ครับ", answered_by=row.attendee.id)


def test_a_speaker_confirms_or_corrects_the_wording(desk: Desk, overview: ForumOverview) -> None:
    opinion = said(desk, overview, "ขอไฟ")
    confirmed = services.answering.confirm_wording(desk, opinion.id)
    assert confirmed.read_back is ReadBack.CONFIRMED
    corrected = services.answering.correct_wording(desk, opinion.id, "ขอไฟในซอย 5")
    assert (corrected.read_back, corrected.text) == (ReadBack.CORRECTED, "ขอไฟในซอย 5")
    assert corrected.read_back_at is not None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"typed": "สวาง"}, ["ขอไฟส่องสว่างในซอย ๕"]),
        ({"typed": "ซอย5"}, ["ขอไฟส่องสว่างในซอย ๕"]),
        ({"typed": "ไฟ"}, ["ไฟแดงเสีย", "ขอไฟส่องสว่างในซอย ๕"]),
        ({"typed": "A-0002"}, ["ท่อระบายน้ำตัน"]),
        ({"typed": "ตลาด"}, ["ท่อระบายน้ำตัน"]),
        ({"kind": PROBLEM}, ["ไฟแดงเสีย"]),
        ({"behalf": "ตลาดเก่า"}, ["ท่อระบายน้ำตัน"]),
        ({"is_unsorted": True}, ["ไฟแดงเสีย", "ท่อระบายน้ำตัน"]),
        ({"urgency": 1}, ["ไฟแดงเสีย"]),
        ({"typed": "%"}, []),
    ],
)
def test_opinions_are_searched_and_filtered(
    desk: Desk, overview: ForumOverview, wanted: dict[str, object], found: list[str]
) -> None:
    said(desk, overview, "ขอไฟส่องสว่างในซอย ๕", strategy_id=overview.strategies[0].id)
    said(desk, overview, "ท่อระบายน้ำตัน", on_behalf_of="ตลาดเก่า")
    urgent = said(desk, overview, "ไฟแดงเสีย", kind=PROBLEM)
    services.stream.mark_urgent(desk, urgent.id, 2)
    assert texts(rows(desk, overview, **wanted)) == found


def test_what_was_said_before_is_offered_until_it_is_withdrawn(
    desk: Desk, overview: ForumOverview
) -> None:
    before = SaidBefore(overview.forum.id)
    opinion = said(desk, overview, "ขอให้เทศบาลติดตั้งไฟส่องสว่างในซอยหลังตลาด")
    said(desk, overview, "ขอให้เทศบาลขุดลอกท่อระบายน้ำหน้าโรงเรียน")
    typed = "ติดตั้งไฟส่องสว่างซอยหลังตลาด"
    assert before.like(desk, typed) == (opinion,)
    assert before.like(desk, "ไฟ") == ()
    services.stream.withdraw(desk, opinion.id, "พูดซ้ำ")
    assert before.like(desk, typed) == ()


def test_the_history_tells_every_change(desk: Desk, overview: ForumOverview) -> None:
    opinion = said(desk, overview, "ขอไฟ")
    services.stream.call_it(desk, opinion.id, PROBLEM)
    services.answering.correct_wording(desk, opinion.id, "ขอไฟในซอย")
    made, first, second = services.histories.history_of(desk, opinion.id).revisions
    assert (made.deed, first.deed) == (Deed.MADE, Deed.CHANGED)
    assert [(c.fact, c.before, c.after) for c in first.changes] == [("kind", "need", "problem")]
    assert ("text", "ขอไฟ", "ขอไฟในซอย") in {(c.fact, c.before, c.after) for c in second.changes}
    assert first.at < second.at
    assert first.actor == "tester"


def test_what_moves_to_the_complaint_desk_leaves_a_trace_without_words(
    desk: Desk, overview: ForumOverview
) -> None:
    row = services.registration.register_walk_in(
        desk, overview.forum.id, full_name="นายทดสอบ สมมติ", sector="people"
    )
    opinion = said(desk, overview, "เรียกเก็บเงินแปลกประหลาด", speaker_id=row.attendee.id)
    services.stream.call_it(desk, opinion.id, PROBLEM)
    complaint = services.stream.move_to_complaints(
        desk,
        opinion.id,
        ComplaintIntake(
            kind="light",
            subject="เรื่องเงิน",
            facts="เล่าใหม่ที่โต๊ะ",
            level=ComplaintLevel.ANONYMOUS,
            first_name="",
        ),
    )
    assert complaint.facts == "เล่าใหม่ที่โต๊ะ"
    assert rows(desk, overview) == ()
    (trace,) = services.stream.list_moved(desk, overview.forum.id)
    assert trace.reference == opinion.reference
    with desk.look() as look:
        kept = look.driver.execute("SELECT group_concat(payload) FROM operation").fetchone()[0]
        assert "แปลกประหลาด" not in kept
        assert look.driver.execute("SELECT count(*) FROM speaker_link").fetchone()[0] == 0


STEP = st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 3))
ONE_DESK = [HealthCheck.function_scoped_fixture]


@settings(max_examples=12, deadline=None, suppress_health_check=ONE_DESK)
@given(steps=st.lists(STEP, max_size=8))
def test_undoing_all_brings_back_the_beginning(
    desk: Desk, steps: list[tuple[int, int, int]]
) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    overview = services.forums.read_overview(desk, forum.id)
    ids = [said(desk, overview, f"เรื่องที่ {n}").id for n in range(4)]
    first = rows(desk, overview)
    done = [edits for step in steps if (edits := _try(desk, ids, *step))]
    for edits in reversed(done):
        services.stream.reverse(desk, edits)
    assert rows(desk, overview) == first


def _try(desk: Desk, ids: list[UUID], act: int, one: int, other: int) -> services.stream.Edits:
    acts = (
        lambda: services.stream.call_it(desk, ids[one], PROBLEM),
        lambda: services.stream.join(desk, [ids[one], ids[other]]),
        lambda: services.stream.split(desk, ids[one], ["ก", "ข"]),
        lambda: services.stream.withdraw(desk, ids[one], "ซ้ำ"),
        lambda: services.stream.take_out(desk, ids[one]),
    )
    try:
        return acts[act]()
    except Refusal:
        return ()
