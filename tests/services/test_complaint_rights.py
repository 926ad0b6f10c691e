"""Rights of who complained: found, given a copy, corrected, made nameless, erased."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db.tables import operation
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import (
    Complainant,
    ComplaintIntake,
    ComplaintLevel,
    ComplaintState,
)
from forum_desktop.records.sealed import AccessKind, SealedPart
from forum_desktop.services import complaint_desk, complaints
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

INTAKE = ComplaintIntake(
    kind="light",
    subject="ไฟดับหน้าบ้าน",
    facts="ดับมาสามคืน",
    title="นาง",
    first_name="ลับ",
    last_name="มากสมมติ",
    phone="081-234-5678",
)
NAME = "ลับ มากสมมติ"


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


def payloads(desk: Desk) -> str:
    with desk.look() as look:
        rows = look.connection.execute(operation.select()).mappings()
        return repr([dict(row) for row in rows])


def test_a_person_is_found_across_complaints_and_the_looking_is_on_record(
    desk: Desk, forum_id: UUID
) -> None:
    hers = [complaints.lodge_complaint(desk, forum_id, INTAKE) for _ in range(2)]
    sealed = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    complaints.lodge_complaint(desk, forum_id, replace(INTAKE, phone="0999999999"))
    other = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, first_name="คนอื่น"))
    complaint_desk.set_passphrase(desk, forum_id, "รหัสของจุดรับเรื่อง")
    found = complaints.find_complaints_of(
        desk,
        forum_id,
        full_name=NAME,
        phone="0812345678",
        reason="เจ้าของข้อมูลขอทราบ",
        passphrase="รหัสของจุดรับเรื่อง",
    )
    assert [case.id for case in found] == [*(case.id for case in hers), sealed.id]
    (access,) = complaints.who_opened(desk, other.id)
    assert (access.what, access.reason) == (AccessKind.IDENTITY, "เจ้าของข้อมูลขอทราบ")


def test_her_copy_holds_all_that_is_kept(desk: Desk, forum_id: UUID, tmp_path: Path) -> None:
    made = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    path = complaints.export_complaint(desk, made.id, tmp_path / "copy.json", "ขอสำเนา")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["complaint"]["facts"] == INTAKE.facts
    assert told["complainant"]["last_name"] == INTAKE.last_name
    assert [step["state"] for step in told["history"]] == ["received"]
    (access,) = complaints.who_opened(desk, made.id)
    assert access.what is AccessKind.EXPORT


def test_an_open_anonymous_case_is_copied_without_any_key(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    unnamed = replace(INTAKE, level=ComplaintLevel.ANONYMOUS)
    made = complaints.lodge_complaint(desk, forum_id, unnamed)
    path = complaints.export_complaint(desk, made.id, tmp_path / "copy.json", "ขอสำเนา")
    assert json.loads(path.read_text(encoding="utf-8"))["complainant"] is None


def test_what_was_wrong_is_put_right(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    person = complaints.open_identity(desk, made.id, "ตรวจ")
    complaints.correct_identity(desk, made.id, replace(person, phone=""), "เบอร์ผิด")
    assert complaints.open_identity(desk, made.id, "ตรวจ").phone == ""
    assert not complaints.read_complaint(desk, made.id).can_reply
    with pytest.raises(Refusal, match="name_needed"):
        complaints.correct_identity(desk, made.id, replace(person, first_name=" "), "ลบชื่อ")
    kinds = [access.what for access in complaints.who_opened(desk, made.id)]
    assert kinds.count(AccessKind.CORRECT) == 1


@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_case_is_corrected_and_keeps_its_number(
    desk: Desk, forum_id: UUID, is_sealed: bool
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    case = replace(complaints.open_case(desk, made.id, "ตรวจ"), place="ซอยสอง")
    if not is_sealed:
        made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    now = complaints.correct_case(desk, made.id, case, "ผิดซอย")
    assert now.reference == made.reference
    if is_sealed:
        assert now.place == ""
        assert complaints.open_case(desk, made.id, "ตรวจ").place == "ซอยสอง"
    else:
        assert complaints.read_complaint(desk, made.id).place == "ซอยสอง"


def test_made_nameless_the_case_stays_and_the_name_is_gone_from_the_log(
    desk: Desk, forum_id: UUID
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    with desk.look() as look:
        (part,) = look.all(SealedPart)
    now = complaints.redact_identity(desk, made.id, "ขอถอนชื่อ")
    assert (now.level, now.facts, now.can_reply) == (
        ComplaintLevel.ANONYMOUS,
        INTAKE.facts,
        False,
    )
    assert part.sealed[100:160] not in payloads(desk).replace("\\\\n", "\n")
    with pytest.raises(Refusal, match="nobody_named"):
        complaints.open_identity(desk, made.id, "อยากรู้")
    with pytest.raises(Refusal, match="nobody_named"):
        complaints.correct_identity(desk, made.id, Complainant(first_name="ก"), "แก้")


def test_erased_only_number_kind_and_times_are_left(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    complaints.take_step(desk, made.id, ComplaintState.SCREENED, reason="เล่าว่าหน้าบ้านใคร")
    left = complaints.erase_complaint(desk, made.id, "คำขอตามกฎหมาย")
    assert complaints.find_complaint(desk, forum_id, made.reference) == left
    assert (left.reference, left.kind, left.due_on) == (made.reference, made.kind, made.due_on)
    assert left.is_erased
    assert complaints.recent_complaints(desk, forum_id) == ()
    assert services.forums.read_overview(desk, forum_id).counts.complaints == 1
    for word in (INTAKE.facts, INTAKE.subject, "เล่าว่า", INTAKE.last_name):
        assert word not in payloads(desk)
    with pytest.raises(Refusal, match="not_found"):
        complaints.read_complaint(desk, made.id)
    (access,) = complaints.who_opened(desk, left.id)
    assert (access.what, access.reason) == (AccessKind.ERASE, "คำขอตามกฎหมาย")
