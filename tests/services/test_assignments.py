"""Delegation that is followed up: ordered, answered, reported, carried on to the next forum."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.cli import main
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import (
    Assignment,
    AssignmentShow,
    AssignmentSource,
    AssignmentState,
)
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.reference import is_reference
from forum_desktop.records.verdict import Verdict
from forum_desktop.services import assignments
from forum_desktop.services.desk import Desk
from tests.documents.reading import pypdf_pages, squeezed
from tests.documents.unpacking import everything_in
from tests.factory import StepClock, make_pack
from tests.services.laptops import join, take

TODAY = date(2021, 10, 14)
SECRET = "ญฌซชฉจงคขก"


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def order(desk: Desk, forum_id: UUID, task: str = "ซ่อมไฟหน้าตลาด", **facts: Any) -> Assignment:
    told: dict[str, Any] = {"ordered_by": "นายกเทศมนตรี", "unit": "กองช่าง", "task": task}
    return assignments.assign(desk, forum_id, **{**told, **facts})


def said(desk: Desk, forum_id: UUID, text: str = "ขอไฟ", promise: str = "") -> Opinion:
    opinion = services.opinions.capture_opinion(desk, forum_id, text=text, kind=OpinionKind.NEED)
    if promise:
        return services.answering.answer(
            desk, opinion.id, "รับไว้", promise=promise, promised_until=TODAY + timedelta(days=40)
        )
    return opinion


def complain(desk: Desk, forum_id: UUID, *, is_sealed: bool = False) -> UUID:
    intake = ComplaintIntake(
        kind="light", subject=SECRET, facts=SECRET, first_name=SECRET, is_sealed=is_sealed
    )
    return services.complaints.lodge_complaint(desk, forum_id, intake).id


def test_an_order_goes_from_hand_to_hand(desk: Desk, forum_id: UUID) -> None:
    made = order(desk, forum_id, to_officer="นายสมมติ ตัวอย่าง", due_on=TODAY + timedelta(days=9))
    assert is_reference(made.number)
    assert made.number.startswith("TW70-AT-0001-")
    assert made.state is AssignmentState.ORDERED
    heard = assignments.acknowledge(desk, made.id, "สมมติ ตัวอย่าง")
    assert assignments.acknowledge(desk, made.id, "คนอื่น") == heard
    answered = assignments.answer_assignment(desk, made.id, "เปลี่ยนหลอดแล้ว 12 ดวง", "สมมติ")
    assert answered.state is AssignmentState.ANSWERED
    again = assignments.answer_assignment(desk, made.id, "เปลี่ยนครบ 20 ดวง", "สมมติ")
    reported = assignments.report_assignment(desk, made.id)
    assert (reported.report, again.answer) == ("เปลี่ยนครบ 20 ดวง", "เปลี่ยนครบ 20 ดวง")
    assert reported.state is AssignmentState.REPORTED
    assert reported.acknowledged_by == "สมมติ ตัวอย่าง"
    late_acts: tuple[Callable[[], object], ...] = (
        lambda: assignments.acknowledge(desk, made.id, "ก"),
        lambda: assignments.answer_assignment(desk, made.id, "ก", "ข"),
        lambda: assignments.report_assignment(desk, made.id),
        lambda: assignments.withdraw_assignment(desk, made.id, "ก"),
        lambda: assignments.correct_assignment(desk, made.id, task="ก", unit="ข"),
    )
    for late in late_acts:
        with pytest.raises(Refusal, match=r"assignment\.is_over"):
            late()


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"task": " "}, "text.empty"),
        ({"ordered_by": ""}, "text.empty"),
        ({"unit": ""}, "assignment.nobody"),
        ({"due_on": TODAY - timedelta(days=1)}, "assignment.due_before"),
        ({"source": AssignmentSource.OPINION}, "assignment.source_needed"),
        ({"source": AssignmentSource.COMPLAINT}, "assignment.source_needed"),
    ],
)
def test_what_is_missing_is_told(
    desk: Desk, forum_id: UUID, facts: dict[str, Any], key: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        order(desk, forum_id, **facts)
    assert refusal.value.key == key
    assert assignments.list_assignments(desk, forum_id) == ()


def test_an_order_may_come_from_this_forum_only(desk: Desk, forum_id: UUID) -> None:
    other = services.forums.create_forum(desk, make_pack()).id
    for source, source_id in (
        (AssignmentSource.OPINION, said(desk, other).id),
        (AssignmentSource.COMPLAINT, complain(desk, other)),
        (AssignmentSource.MEETING, services.minutes.list_agenda(desk, other)[0].id),
    ):
        with pytest.raises(Refusal, match=r"storage\.not_found"):
            order(desk, forum_id, source=source, source_id=source_id)


def test_an_order_names_what_it_comes_from(desk: Desk, forum_id: UUID) -> None:
    opinion = said(desk, forum_id)
    of_opinion = order(desk, forum_id, source=AssignmentSource.OPINION, source_id=opinion.id)
    case = complain(desk, forum_id)
    of_case = order(desk, forum_id, source=AssignmentSource.COMPLAINT, source_id=case)
    item = services.minutes.list_agenda(desk, forum_id)[0]
    of_item = order(desk, forum_id, source=AssignmentSource.MEETING, source_id=item.id)
    number = services.complaints.read_complaint(desk, case).reference
    references = [made.source_reference for made in (of_opinion, of_case, of_item)]
    assert references == [opinion.reference, number, ""]


def test_what_was_not_answered_cannot_be_reported(desk: Desk, forum_id: UUID) -> None:
    made = order(desk, forum_id)
    with pytest.raises(Refusal, match=r"assignment\.not_answered"):
        assignments.report_assignment(desk, made.id, "เรียบร้อยแล้ว")


def test_lists_and_counts_tell_what_is_late(desk: Desk, forum_id: UUID) -> None:
    late, soon, later, no_day, done = (
        order(desk, forum_id, due_on=day)
        for day in (
            TODAY,
            TODAY + timedelta(days=9),
            TODAY + timedelta(days=30),
            None,
            TODAY,
        )
    )
    assignments.answer_assignment(desk, done.id, "แล้ว", "ก")
    gone = order(desk, forum_id)
    assignments.withdraw_assignment(desk, gone.id, "สั่งซ้ำ")
    on = TODAY + timedelta(days=2)

    def numbers(show: AssignmentShow) -> list[str]:
        rows = assignments.list_assignments(desk, forum_id, show, on=on)
        return [row.assignment.number for row in rows]

    waiting = [made.number for made in (late, soon, later, no_day)]
    assert numbers(AssignmentShow.OPEN) == waiting
    assert numbers(AssignmentShow.OVERDUE) == [late.number]
    assert numbers(AssignmentShow.ANSWERED) == [done.number]
    assert numbers(AssignmentShow.REPORTED) == []
    assert numbers(AssignmentShow.ALL)[:4] == waiting
    rows = assignments.list_assignments(desk, forum_id, on=on)
    assert [row.days_left for row in rows] == [-2, 7, 28, None, None, None]
    counts = assignments.count_assignments(desk, forum_id, on=on)
    assert (counts.open, counts.overdue, counts.soon, counts.answered) == (4, 1, 1, 1)


def test_a_number_is_found_as_typed(desk: Desk, forum_id: UUID) -> None:
    made = order(desk, forum_id)
    plain = made.number.replace("-", "").lower()
    thai = made.number.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    for typed in (made.number, plain, thai, f" {made.number.replace('-', ' ')} "):
        assert assignments.find_assignment(desk, forum_id, typed) == made
    wrong = made.number.replace("0001", "0007")
    with pytest.raises(Refusal, match=r"assignment\.number_mistyped"):
        assignments.find_assignment(desk, forum_id, wrong)
    other = services.forums.create_forum(desk, make_pack()).id
    with pytest.raises(Refusal, match=r"assignment\.number_unknown"):
        assignments.find_assignment(desk, other, made.number)


def test_a_sealed_complaint_gives_no_words_to_an_order(desk: Desk, forum_id: UUID) -> None:
    case = complain(desk, forum_id, is_sealed=True)
    source = {"source": AssignmentSource.COMPLAINT, "source_id": case}
    with pytest.raises(Refusal, match=r"assignment\.sealed_words"):
        order(desk, forum_id, SECRET, **source)
    made = order(desk, forum_id, "", **source)
    assert made.is_sealed
    with pytest.raises(Refusal, match=r"assignment\.sealed_words"):
        assignments.answer_assignment(desk, made.id, SECRET, "ก")
    with pytest.raises(Refusal, match=r"assignment\.sealed_words"):
        assignments.correct_assignment(desk, made.id, task=SECRET, unit="ข")
    assignments.answer_assignment(desk, made.id, "", "ก")
    with pytest.raises(Refusal, match=r"assignment\.sealed_words"):
        assignments.report_assignment(desk, made.id, SECRET)
    assert assignments.report_assignment(desk, made.id).state is AssignmentState.REPORTED
    other = order(desk, forum_id, "", **source)
    assert assignments.withdraw_assignment(desk, other.id, SECRET).withdrawn == ""


def test_what_is_open_goes_into_the_next_forum_with_its_origin(desk: Desk, forum_id: UUID) -> None:
    opened = order(desk, forum_id, "ค้างอยู่", due_on=TODAY + timedelta(days=5))
    answered = order(desk, forum_id, "มีผลแล้ว")
    assignments.answer_assignment(desk, answered.id, "เสร็จแล้ว", "ก")
    reported = order(desk, forum_id, "รายงานแล้ว")
    assignments.answer_assignment(desk, reported.id, "ก", "ข")
    assignments.report_assignment(desk, reported.id)
    assignments.withdraw_assignment(desk, order(desk, forum_id, "ถอน").id, "สั่งซ้ำ")
    promise = said(desk, forum_id, promise="จะติดไฟให้ครบ")
    assigned = said(desk, forum_id, promise="มอบหมายไปแล้ว")
    order(desk, forum_id, "ตามคำมั่น", source=AssignmentSource.OPINION, source_id=assigned.id)

    following = assignments.create_next_forum(desk, make_pack(), forum_id)
    rows = assignments.list_assignments(desk, following.id)
    carried = {row.assignment.task: row.assignment for row in rows}
    assert set(carried) == {"ค้างอยู่", "มีผลแล้ว", "จะติดไฟให้ครบ", "ตามคำมั่น"}
    assert carried["ค้างอยู่"].number == opened.number
    assert carried["ค้างอยู่"].carried_from == opened.id
    assert carried["ค้างอยู่"].due_on == opened.due_on
    assert carried["มีผลแล้ว"].answer == "เสร็จแล้ว"
    assert carried["จะติดไฟให้ครบ"].source_reference == promise.reference
    assert {item.origin_forum_id for item in carried.values()} == {forum_id}
    states = {
        row.assignment.task: row.assignment.state
        for row in assignments.list_assignments(desk, forum_id)
    }
    assert states["ค้างอยู่"] is states["มีผลแล้ว"] is AssignmentState.CARRIED
    assert states["รายงานแล้ว"] is AssignmentState.REPORTED
    assert assignments.count_assignments(desk, forum_id).open == 0

    # The next forum has the same code: its own orders pass the numbers taken over by.
    taken = {item.number for item in carried.values()}
    assert order(desk, following.id, "ใหม่").number not in taken

    # Once more: nothing twice, nothing that was done since undone; a late order comes after.
    assignments.answer_assignment(desk, carried["ค้างอยู่"].id, "ทำแล้ว", "ก")
    late = order(desk, forum_id, "สั่งทีหลัง")
    again = assignments.carry_over(desk, forum_id, following.id)
    assert [item.carried_from for item in again] == [late.id]
    assert assignments.read_assignment(desk, carried["ค้างอยู่"].id).answer == "ทำแล้ว"
    # And on to the one after: the origin stays the first.
    third = assignments.create_next_forum(desk, make_pack(), following.id)
    origins = {
        row.assignment.origin_forum_id for row in assignments.list_assignments(desk, third.id)
    }
    assert origins == {forum_id, following.id}
    with pytest.raises(Refusal, match=r"assignment\.same_forum"):
        assignments.carry_over(desk, third.id, third.id)


def test_two_laptops_that_carry_over_make_one(desk: Desk, forum_id: UUID, tmp_path: Path) -> None:
    order(desk, forum_id, "ค้างอยู่")
    said(desk, forum_id, promise="จะติดไฟ")
    following = services.forums.create_forum(desk, make_pack()).id
    other = join(tmp_path, desk, following, "B", StepClock())
    try:
        for laptop in (desk, other):
            assignments.carry_over(laptop, forum_id, following)
        take(desk, other)
        take(other, desk)
        here, there = (
            {row.assignment for row in assignments.list_assignments(laptop, following)}
            for laptop in (desk, other)
        )
        assert here == there
        assert len(here) == 2
        assert services.storage.check(desk).is_sound
    finally:
        other.close()


def test_a_promise_is_told_without_a_name_and_complaints_are_counted(
    desk: Desk, forum_id: UUID
) -> None:
    said(desk, forum_id, promise="จะติดไฟให้ครบ")
    made = order(desk, forum_id, "ล้างท่อ", to_officer=f"นาย{SECRET} ทดสอบ", ordered_by=SECRET)
    order(desk, forum_id, "จัดเวร", unit=f"นาย{SECRET} ทดสอบ")
    assignments.answer_assignment(desk, made.id, "ล้างแล้ว 3 สาย", SECRET)
    for is_sealed in (False, True):
        case = complain(desk, forum_id, is_sealed=is_sealed)
        task = "" if is_sealed else SECRET
        of_case = order(desk, forum_id, task, source=AssignmentSource.COMPLAINT, source_id=case)
    assignments.answer_assignment(desk, of_case.id, "", "ก")
    shown = services.hall.show_promises(desk, forum_id)
    told = {line.text: line for line in shown.promises.lines}
    assert set(told) == {"จะติดไฟให้ครบ", "ล้างท่อ", "จัดเวร"}
    assert told["ล้างท่อ"].outcome == "ล้างแล้ว 3 สาย"
    assert told["ล้างท่อ"].unit == "กองช่าง"
    assert told["จัดเวร"].unit == ""
    assert (shown.promises.from_complaints, shown.promises.complaints_answered) == (2, 1)
    assert shown.on == TODAY
    assert SECRET not in repr(shown)


def test_an_opinion_that_became_a_complaint_takes_the_words_of_its_order_along(
    desk: Desk, forum_id: UUID
) -> None:
    opinion = said(desk, forum_id, text=SECRET)
    made = order(desk, forum_id, SECRET, source=AssignmentSource.OPINION, source_id=opinion.id)
    intake = ComplaintIntake(kind="light", subject="ก", facts="ข", first_name="ค", is_sealed=True)
    case = services.stream.move_to_complaints(desk, opinion.id, intake)
    (row,) = assignments.list_assignments(desk, forum_id)
    assert row.assignment.number == made.number
    assert row.assignment.source is AssignmentSource.COMPLAINT
    assert row.assignment.source_reference == case.reference
    assert services.hall.show_promises(desk, forum_id).promises.lines == ()
    with desk.look() as look:
        log = look.driver.execute("SELECT group_concat(payload) FROM operation").fetchone()[0]
    assert SECRET not in log


def test_erasing_a_complaint_erases_the_words_of_its_orders(desk: Desk, forum_id: UUID) -> None:
    case = complain(desk, forum_id)
    made = order(desk, forum_id, SECRET, source=AssignmentSource.COMPLAINT, source_id=case)
    services.complaints.erase_complaint(desk, case, "เจ้าของข้อมูลขอ")
    (row,) = assignments.list_assignments(desk, forum_id)
    assert (row.assignment.number, row.assignment.task) == (made.number, "")
    with desk.look() as look:
        log = look.driver.execute("SELECT group_concat(payload) FROM operation").fetchone()[0]
    assert SECRET not in log


WORDS = st.text(alphabet="กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬฮ", min_size=10, max_size=14)


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=WORDS, sealed=WORDS)
def test_names_and_sealed_words_reach_no_public_list(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, name: str, sealed: str
) -> None:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    intake = ComplaintIntake(
        kind="light", subject=sealed, facts=sealed, first_name=name, last_name=name
    )
    case = services.complaints.lodge_complaint(desk, forum_id, intake).id
    source = {"source": AssignmentSource.COMPLAINT, "source_id": case}
    of_case = order(desk, forum_id, sealed, to_officer=f"{name} {name}", **source)
    assignments.answer_assignment(desk, of_case.id, sealed, name)
    order(desk, forum_id, "ล้างท่อ", to_officer=name, ordered_by=name)
    folder = tmp_path_factory.mktemp("out")
    for made_as in services.documents.offer_of(DocumentKind.PROMISES).formats:
        wanted = DocumentOrder(kind=DocumentKind.PROMISES, format=made_as)
        path = services.documents.export_document(
            desk, forum_id, wanted, folder / f"promises.{made_as}"
        )
        data = path.read_bytes()
        is_pdf = made_as is DocumentFormat.PDF
        text = squeezed("".join(pypdf_pages(data))) if is_pdf else everything_in(data)
        assert "ล้างท่อ" in text
        for word in (name, sealed):
            assert word not in text, made_as
    slip = services.assignment_papers.write_slip(desk, of_case.id, folder / "slip.pdf")
    assert name not in repr(pypdf.PdfReader(slip).metadata)


def test_papers_come_from_the_command_line(
    desk: Desk, forum_id: UUID, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = order(desk, forum_id, "ล้างท่อ", to_officer="นายสมมติ ตัวอย่าง")
    folder = desk.database.folder
    desk.close()

    def run(*words: str) -> int:
        return main([*words, "--data-dir", str(folder), "--forum", str(forum_id)])

    slip, promises = tmp_path / "slip.pdf", tmp_path / "promises.csv"
    typed = made.number.lower().replace("-", " ")
    assert run("export", "order-slip", "--assignment", typed, "--out", str(slip)) == 0
    words = ("export", "promises", "--edition", "internal", "--out", str(promises))
    assert run(*words) == 0
    assert "ล้างท่อ" in squeezed("".join(pypdf_pages(slip.read_bytes())))
    assert "นายสมมติ ตัวอย่าง" in promises.read_text(encoding="utf-8-sig")
    capsys.readouterr()
    assert run("export", "order-slip", "--out", str(slip)) == 1
    wrong = made.number.replace("0001", "0002")
    assert run("export", "order-slip", "--assignment", wrong, "--out", str(slip)) == 1
    assert wrong in capsys.readouterr().err


def test_a_slip_is_told_to_be_genuine_whatever_came_after(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    made = order(desk, forum_id, "ล้างท่อ")
    slip = services.assignment_papers.write_slip(desk, made.id, tmp_path / "slip.pdf")
    assignments.answer_assignment(desk, made.id, "แล้ว", "ก")
    assert services.checking.check_document(desk, slip).verdict is Verdict.GENUINE
    other = order(desk, forum_id, "ทาสี", due_on=TODAY)
    slip = services.assignment_papers.write_slip(desk, other.id, tmp_path / "other.pdf")
    assert services.checking.check_document(desk, slip).is_genuine
    assignments.correct_assignment(desk, other.id, task="ทาสีใหม่", unit="กองช่าง", due_on=TODAY)
    assert services.checking.check_document(desk, slip).verdict is Verdict.OUTDATED
    assert services.assignment_papers.slip_name(made) == f"order-slip-{made.number}.pdf"


def test_the_internal_list_names_who_was_told(desk: Desk, forum_id: UUID, tmp_path: Path) -> None:
    case = complain(desk, forum_id, is_sealed=True)
    order(desk, forum_id, "ล้างท่อ", to_officer="นายสมมติ ตัวอย่าง")
    order(desk, forum_id, "", source=AssignmentSource.COMPLAINT, source_id=case)
    wanted = DocumentOrder(kind=DocumentKind.PROMISES, edition=Edition.INTERNAL)
    data = services.documents.render_document(desk, forum_id, wanted)
    text = squeezed("".join(pypdf_pages(data)))
    number = services.complaints.read_complaint(desk, case).reference
    assert "นายสมมติตัวอย่าง" in text
    assert number in text
    assert "ดำเนินการตามเรื่องร้องเรียนที่อ้างถึง" in text
    assert SECRET not in text
