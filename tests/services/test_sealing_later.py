"""A case found to be about officials after it was taken in: sealed, and its clear words erased."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db.drafts import keep
from forum_desktop.db.tables import metadata
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import AssignmentSource
from forum_desktop.records.complaint import Complaint, ComplaintIntake, ComplaintState
from forum_desktop.records.sealed import AccessKind
from forum_desktop.services import assignments, complaint_desk, complaints, evidence
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack
from tests.services.evidence_files import photo
from tests.services.laptops import join, take

WORD, NAME = "เรียกรับเงินทอน", "ลับสมมติ"
INTAKE = ComplaintIntake(
    kind="light",
    subject=WORD,
    facts=WORD,
    wanted=WORD,
    community=WORD,
    place=WORD,
    landmark=WORD,
    since=WORD,
    affected=WORD,
    unit=WORD,
    first_name=NAME,
    phone="0812345678",
)
WHY = "พบว่าเกี่ยวกับเจ้าหน้าที่"


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


@pytest.fixture
def case(desk: Desk, forum_id: UUID, tmp_path: Path) -> Complaint:
    """Lodge a case and take it along every way that leaves words behind."""
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    (tmp_path / "a.jpg").write_bytes(photo(300, 200))
    (tmp_path / "b.txt").write_text(WORD, encoding="utf-8")
    kept = evidence.add_evidence(desk, made.id, tmp_path / "a.jpg", name=WORD)
    evidence.withdraw_evidence(desk, kept.id, WORD)
    evidence.add_evidence(desk, made.id, tmp_path / "b.txt", name=WORD)
    complaints.send_to(desk, made.id, WORD, reason=WORD, owner=WORD)
    assignments.assign(
        desk,
        forum_id,
        task=WORD,
        ordered_by="ประธาน",
        to_officer="ช่าง",
        due_on=date(2027, 3, 1),
        source=AssignmentSource.COMPLAINT,
        source_id=made.id,
    )
    complaints.open_identity(desk, made.id, "โทรนัด")
    complaints.into_plan(desk, made.id, reason=WORD, owner=WORD)
    with desk.act() as act:
        keep(act, f"{forum_id}/register/{made.id}/correct", WORD)
    return complaints.read_complaint(desk, made.id)


def everything(desk: Desk) -> str:
    """Return every row of every table, drafts and settings too."""
    with desk.look() as look:
        rows = [look.connection.execute(table.select()).all() for table in metadata.sorted_tables]
    return repr([tuple(row) for table in rows for row in table])


def contents(desk: Desk) -> bytes:
    kept = desk.database.attachments
    return b"".join(kept.read(sha) for sha in kept.known())


def test_no_clear_word_is_left_here(desk: Desk, case: Complaint) -> None:
    assert WORD in everything(desk)
    assert WORD.encode() in contents(desk)
    sealed = complaints.seal_case(desk, case.id, WHY)
    assert WORD not in everything(desk)
    assert WORD.encode() not in contents(desk)
    assert b"JFIF" not in contents(desk)
    assert (sealed.is_sealed, sealed.reference, sealed.state) == (
        True,
        case.reference,
        ComplaintState.IN_PLAN,
    )
    pieces = evidence.list_evidence(desk, sealed.id)
    assert all(evidence.read_thumbnail(desk, piece.id) is None for piece in pieces)
    assert services.priorities.list_projects(desk, case.forum_id) == ()


def test_all_of_it_is_read_by_who_may_open_it(desk: Desk, case: Complaint) -> None:
    steps = complaints.read_history(desk, case.id)
    sealed = complaints.seal_case(desk, case.id, WHY)
    told = complaints.open_case(desk, sealed.id, "สอบสวน")
    words = {told.subject, told.facts, told.wanted, told.place, told.landmark, told.unit}
    assert words == {WORD}
    assert complaints.open_identity(desk, sealed.id, "สอบสวน").first_name == NAME
    history = complaints.open_history(desk, sealed.id, "สอบสวน")
    assert [(one.state, one.at, one.reason, one.owner) for one in history] == [
        (one.state, one.at, one.reason, one.owner) for one in steps
    ]
    first, second = evidence.list_evidence(desk, sealed.id)
    assert first.withdrawn_at is not None
    assert evidence.open_evidence(desk, first.id, reason="สอบสวน").content[:3] == b"\xff\xd8\xff"
    assert evidence.open_evidence(desk, second.id, reason="สอบสวน").content == WORD.encode()
    assert evidence.open_evidence(desk, second.id, reason="สอบสวน").name == WORD
    copy = complaints.find_complaints_of(desk, case.forum_id, full_name=NAME, reason="สอบสวน")
    assert [one.id for one in copy] == [sealed.id]


def test_who_opened_it_before_stays_on_record(desk: Desk, case: Complaint) -> None:
    sealed = complaints.seal_case(desk, case.id, WHY)
    opened = [(one.what, one.reason) for one in complaints.who_opened(desk, sealed.id)]
    assert opened == [(AccessKind.SEAL, WHY), (AccessKind.IDENTITY, "โทรนัด")]
    log = complaints.read_access_log(desk, case.forum_id)
    assert {row.references for row in log} == {(case.reference,)}


def test_orders_and_links_name_the_sealed_case(desk: Desk, case: Complaint) -> None:
    other = complaints.lodge_complaint(desk, case.forum_id, INTAKE)
    complaints.link_duplicate(desk, other.id, case.id)
    sealed = complaints.seal_case(desk, case.id, WHY)
    assert complaints.read_complaint(desk, other.id).duplicate_of == sealed.id
    (row,) = assignments.list_assignments(desk, case.forum_id)
    order = row.assignment
    assert (order.task, order.source_id, order.to_officer) == ("", sealed.id, "ช่าง")


def test_a_desk_that_cannot_read_seals_all_the_same(desk: Desk, case: Complaint) -> None:
    complaint_desk.set_passphrase(desk, case.forum_id, "รหัสของจุดรับเรื่อง")
    sealed = complaints.seal_case(desk, case.id, WHY)
    with pytest.raises(Refusal, match=r"sealing\.passphrase_needed"):
        complaints.open_identity(desk, sealed.id, "สอบสวน")
    opened = complaints.open_identity(desk, sealed.id, "สอบสวน", passphrase="รหัสของจุดรับเรื่อง")
    assert opened.first_name == NAME


def test_other_laptops_forget_the_words_when_they_hear_of_it(
    desk: Desk, case: Complaint, tmp_path: Path
) -> None:
    other = join(tmp_path, desk, case.forum_id, "B", StepClock())
    assert WORD in everything(other)
    sealed = complaints.seal_case(desk, case.id, WHY)
    take(other, desk)
    assert WORD not in everything(other)
    assert complaints.read_complaint(other, sealed.id) == sealed
    other.close()


def test_two_laptops_that_seal_the_same_case_agree(
    desk: Desk, case: Complaint, tmp_path: Path
) -> None:
    other = join(tmp_path, desk, case.forum_id, "B", StepClock())
    with pytest.raises(Refusal, match=r"complaint\.evidence_away"):
        complaints.seal_case(other, case.id, WHY)
    assert WORD in everything(other)
    other.database.attachments.take(desk.database.attachments, desk.database.attachments.known())
    sealed = {complaints.seal_case(laptop, case.id, WHY).id for laptop in (desk, other)}
    take(desk, other)
    take(other, desk)
    for laptop in (desk, other):
        assert WORD not in everything(laptop)
        assert len(complaints.read_history(laptop, *sealed)) == 3
        assert len(evidence.list_evidence(laptop, *sealed)) == 2
    other.close()


def test_it_is_sealed_once_and_never_for_nothing(desk: Desk, case: Complaint) -> None:
    with pytest.raises(Refusal, match=r"text\.empty"):
        complaints.seal_case(desk, case.id, " ")
    sealed = complaints.seal_case(desk, case.id, WHY)
    for wrong, says in ((sealed.id, "sealed_already"), (case.id, "storage.not_found")):
        with pytest.raises(Refusal, match=says):
            complaints.seal_case(desk, wrong, WHY)


def test_files_of_before_and_after_tell_nothing_in_raw_bytes(
    desk: Desk, case: Complaint, tmp_path: Path
) -> None:
    complaints.seal_case(desk, case.id, WHY)
    (tmp_path / "backup").mkdir()
    services.storage.backup(desk, tmp_path / "backup" / "copy.db")
    desk.close()
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.name not in {"a.jpg", "b.txt"}:
            data = path.read_bytes()
            assert WORD.encode() not in data, path.name
            assert WORD.encode("utf-16-le") not in data, path.name


def test_other_kinds_are_named_with_a_reason(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    named = complaints.change_kinds(desk, made.id, ("drain", "light"), "ผู้ร้องชี้แจง")
    assert named.kinds == ("drain", "light")
    assert (named.reference, named.unit, named.due_on) == (made.reference, made.unit, made.due_on)
    (opened,) = complaints.who_opened(desk, made.id)
    assert (opened.what, opened.reason) == (AccessKind.CORRECT, "ผู้ร้องชี้แจง")
    for kinds in ((), ("nothing of the pack",)):
        with pytest.raises(Refusal, match=r"complaint\.kind_needed"):
            complaints.change_kinds(desk, made.id, kinds, "ผิด")


def test_a_kind_that_the_pack_seals_seals_the_case(
    desk: Desk, sealed_kind: Callable[[], UUID]
) -> None:
    forum_id = sealed_kind()
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    named = complaints.change_kinds(desk, made.id, ("drain",), WHY)
    assert named.is_sealed
    assert named.kind == "drain"
    assert WORD not in everything(desk)
    back = complaints.change_kinds(desk, named.id, ("light",), WHY)
    assert back.is_sealed


@pytest.fixture
def sealed_kind(desk: Desk) -> Callable[[], UUID]:
    """Make a forum whose second kind is sealed by its pack."""

    def make() -> UUID:
        pack = make_pack()
        kinds = (pack.complaint_kinds[0], replace(pack.complaint_kinds[1], sealed=True))
        return services.forums.create_forum(desk, replace(pack, complaint_kinds=kinds)).id

    return make


def test_what_was_half_typed_goes_with_the_lodging(desk: Desk, forum_id: UUID) -> None:
    place = f"{forum_id}/complaint"
    services.drafts.keep_draft(desk, place, NAME)
    complaints.lodge_complaint(desk, forum_id, INTAKE, draft=place)
    assert services.drafts.read_draft(desk, place) == ""
    with desk.look() as look:
        assert NAME not in repr(look.connection.execute(metadata.tables["draft"].select()).all())
