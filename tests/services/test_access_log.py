"""The access log: what one act opened is one line; and facts put right without being shown."""

from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.sealed import AccessKind
from forum_desktop.services import complaints
from forum_desktop.services.complaints.opening import add_access
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack

INTAKE = ComplaintIntake(
    kind="light",
    subject="ไฟดับ",
    facts="ดับมาสามคืน",
    title="นาง",
    first_name="ลับ",
    last_name="มากสมมติ",
    phone="0812345678",
    address="บ้านสมมติ",
)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def test_a_search_is_one_line_and_an_erased_case_keeps_its_number(
    desk: Desk, forum_id: UUID
) -> None:
    first, second = (complaints.lodge_complaint(desk, forum_id, INTAKE) for _ in range(2))
    complaints.open_identity(desk, first.id, "โทรนัด")
    for _ in range(2):
        complaints.find_complaints_of(desk, forum_id, full_name="ลับ มากสมมติ", reason="เจ้าของขอทราบ")
    complaints.erase_complaint(desk, first.id, "เจ้าของขอลบ")
    log = complaints.read_access_log(desk, forum_id)
    assert [row.access.what for row in log] == [
        AccessKind.ERASE,
        AccessKind.IDENTITY,
        AccessKind.IDENTITY,
        AccessKind.IDENTITY,
    ]
    both = tuple(sorted((first.reference, second.reference)))
    assert [row.references for row in log] == [
        (first.reference,),
        both,
        both,
        (first.reference,),
    ]
    assert "มากสมมติ" not in repr(log)


def test_the_log_is_searched_by_number_reason_and_opener(desk: Desk, forum_id: UUID) -> None:
    made = [complaints.lodge_complaint(desk, forum_id, INTAKE) for _ in range(2)]
    for complaint, reason in zip(made, ("โทรนัด", "ส่งหนังสือ"), strict=True):
        complaints.open_identity(desk, complaint.id, reason)
    assert len(complaints.read_access_log(desk, forum_id, "")) == 2
    for typed in ("ส่งหนังสือ", made[1].reference.lower(), f"{made[1].reference} หนังสือ"):
        (row,) = complaints.read_access_log(desk, forum_id, typed)
        assert row.references == (made[1].reference,)
    assert complaints.read_access_log(desk, forum_id, "ไม่มีคำนี้") == ()


def test_nobody_told_is_the_station_and_somebody_told_stands_before_it(tmp_path: Path) -> None:
    nobody = Desk.open(tmp_path / "laptop", clock=StepClock())
    own_id = services.forums.create_forum(nobody, make_pack()).id
    made = complaints.lodge_complaint(nobody, own_id, INTAKE)
    for name in ("", "นางประจำ โต๊ะสมมติ", ""):
        complaints.name_officer(nobody, own_id, name)
        complaints.open_identity(nobody, made.id, "ตรวจ")
    services.forums.rename_station(nobody, own_id, "โต๊ะหน้าห้อง")
    complaints.open_identity(nobody, made.id, "ตรวจ")
    told = [access.actor for access in complaints.who_opened(nobody, made.id)]
    assert told == ["โต๊ะหน้าห้อง (A)", "A", "นางประจำ โต๊ะสมมติ (A)", "A"]
    nobody.close()


def test_what_was_opened_before_it_was_sealed_keeps_its_number(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    complaints.open_identity(desk, made.id, "โทรนัด")
    sealed = complaints.seal_case(desk, made.id, "เกี่ยวกับเจ้าหน้าที่")
    with desk.act() as act:  # as it comes from a laptop that did not know yet
        add_access(act, made, AccessKind.IDENTITY, "โทรนัดอีกครั้ง", "elsewhere")
    for end in (lambda: None, lambda: complaints.erase_complaint(desk, sealed.id, "เจ้าของขอลบ")):
        end()
        log = complaints.read_access_log(desk, forum_id)
        assert {row.references for row in log} == {(made.reference,)}


def test_only_what_changes_is_amended(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    changes = {"last_name": "นามใหม่", "phone": ""}
    complaints.amend_identity(desk, made.id, changes, "เจ้าของแจ้ง")
    person = complaints.open_identity(desk, made.id, "ตรวจ")
    told = (person.title, person.first_name, person.last_name, person.phone, person.address)
    assert told == ("นาง", "ลับ", "นามใหม่", "", "บ้านสมมติ")
    kinds = [access.what for access in complaints.who_opened(desk, made.id)]
    assert kinds == [AccessKind.IDENTITY, AccessKind.CORRECT, AccessKind.IDENTITY]
    with pytest.raises(Refusal, match=r"text\.empty"):
        complaints.amend_identity(desk, made.id, changes, " ")
