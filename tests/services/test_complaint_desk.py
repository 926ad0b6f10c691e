"""The desk's keys: a reason before anything opens, a passphrase, and handing over for good."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import sealing, services
from forum_desktop.db import settings
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.meeting import PackCopy
from forum_desktop.records.sealed import AccessKind, SealedPart, SealingKey
from forum_desktop.services import complaint_desk, complaints
from forum_desktop.services.desk import Desk
from forum_desktop.services.pack_json import to_json
from forum_desktop.sync import merging
from tests.factory import StepClock, make_pack

INTAKE = ComplaintIntake(
    kind="light", subject="ไฟดับ", facts="สามคืน", first_name="ลับ", last_name="มาก"
)
PASSPHRASE = "รหัสของจุดรับเรื่อง"
HEADQUARTERS = sealing.make_key()


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    return services.forums.create_forum(desk, make_pack()).id


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "other", actor="elsewhere", clock=StepClock())
    yield opened
    opened.close()


def learn_headquarters(desk: Desk, forum_id: UUID) -> None:
    """Do what the venue pack of headquarters will do."""
    with desk.act() as act:
        (copy,) = act.all(PackCopy, forum_id=forum_id)
        pack = replace(make_pack(), hq_recipient=HEADQUARTERS.recipient)
        act.put(replace(copy, content=to_json(pack)))


def travel(source: Desk, target: Desk) -> None:
    """Bring what one laptop did to another one."""
    with source.look() as look, target.act() as act:
        merging.merge(act, merging.all_operations(look))


def secrets_kept(desk: Desk, forum_id: UUID) -> str:
    with desk.look() as look:
        return repr(settings.read_all(look, "sealing/"))


def test_every_opening_asks_why_and_is_on_record_first(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    with pytest.raises(Refusal, match=r"text\.empty"):
        complaints.open_identity(desk, made.id, "  ")
    assert complaints.who_opened(desk, made.id) == ()
    assert complaints.open_identity(desk, made.id, "โทรกลับ").first_name == "ลับ"
    (access,) = complaints.who_opened(desk, made.id)
    assert (access.what, access.reason, access.actor) == (
        AccessKind.IDENTITY,
        "โทรกลับ",
        "tester",
    )


def test_a_try_that_fails_is_on_record_too(desk: Desk, forum_id: UUID) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    complaint_desk.set_passphrase(desk, forum_id, PASSPHRASE)
    with pytest.raises(Refusal, match="passphrase_needed"):
        complaints.open_identity(desk, made.id, "อยากรู้")
    with pytest.raises(Refusal, match="wrong_passphrase"):
        complaints.open_identity(desk, made.id, "อยากรู้มาก", passphrase="เดาเอา")
    assert [a.reason for a in complaints.who_opened(desk, made.id)] == ["อยากรู้มาก", "อยากรู้"]
    opened = complaints.open_identity(desk, made.id, "โทรกลับ", passphrase=PASSPHRASE)
    assert opened.first_name == "ลับ"


def test_nobody_is_named_in_an_anonymous_complaint(desk: Desk, forum_id: UUID) -> None:
    unnamed = replace(INTAKE, level=ComplaintLevel.ANONYMOUS)
    made = complaints.lodge_complaint(desk, forum_id, unnamed)
    complaints.lodge_complaint(desk, forum_id, INTAKE)
    with pytest.raises(Refusal, match="nobody_named"):
        complaints.open_identity(desk, made.id, "โทรกลับ")
    with pytest.raises(Refusal, match="not_sealed"):
        complaints.open_case(desk, made.id, "อ่าน")


def test_the_secret_is_wrapped_as_soon_as_there_is_a_passphrase(desk: Desk, forum_id: UUID) -> None:
    complaints.lodge_complaint(desk, forum_id, INTAKE)
    assert "AGE-SECRET-KEY" in secrets_kept(desk, forum_id)
    with pytest.raises(Refusal, match="passphrase_short"):
        complaint_desk.set_passphrase(desk, forum_id, "สั้นไป")
    complaint_desk.set_passphrase(desk, forum_id, PASSPHRASE)
    assert "AGE-SECRET-KEY" not in secrets_kept(desk, forum_id)
    assert complaint_desk.read_desk(desk, forum_id).is_wrapped
    with pytest.raises(Refusal, match="passphrase_needed"):
        complaint_desk.set_passphrase(desk, forum_id, "รหัสใหม่ของจุด")
    complaint_desk.set_passphrase(desk, forum_id, "รหัสใหม่ของจุด", old=PASSPHRASE)
    complaint_desk.check_passphrase(desk, forum_id, "รหัสใหม่ของจุด")
    with pytest.raises(Refusal, match="wrong_passphrase"):
        complaint_desk.check_passphrase(desk, forum_id, PASSPHRASE)


def test_a_passphrase_may_come_before_the_first_complaint(desk: Desk, forum_id: UUID) -> None:
    assert not complaint_desk.read_desk(desk, forum_id).has_key
    complaint_desk.set_passphrase(desk, forum_id, PASSPHRASE)
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    assert complaints.open_identity(desk, made.id, "ก", passphrase=PASSPHRASE).first_name == "ลับ"


def test_handed_over_headquarters_alone_reads_and_the_desk_still_takes_in(
    desk: Desk, forum_id: UUID
) -> None:
    before = complaints.lodge_complaint(desk, forum_id, INTAKE)
    with pytest.raises(Refusal, match="no_hq"):
        complaint_desk.hand_over(desk, forum_id)
    assert complaints.open_identity(desk, before.id, "ตรวจ").first_name == "ลับ"
    learn_headquarters(desk, forum_id)
    assert complaint_desk.read_desk(desk, forum_id).can_hand_over
    complaint_desk.hand_over(desk, forum_id)
    assert complaint_desk.read_desk(desk, forum_id).is_handed_over
    assert secrets_kept(desk, forum_id) == "{}"
    after = complaints.lodge_complaint(desk, forum_id, replace(INTAKE, is_sealed=True))
    for complaint in (before, after):
        with pytest.raises(Refusal, match="handed_over"):
            complaints.open_identity(desk, complaint.id, "อยากรู้")
    with desk.look() as look:
        for part in look.all(SealedPart):
            assert b"of" in sealing.unseal(part.sealed, HEADQUARTERS.secret)


def test_another_desk_carries_what_it_cannot_read(desk: Desk, other: Desk, forum_id: UUID) -> None:
    here = complaints.lodge_complaint(desk, forum_id, INTAKE)
    travel(desk, other)
    there = complaints.lodge_complaint(other, forum_id, replace(INTAKE, first_name="อื่น"))
    travel(other, desk)
    with pytest.raises(Refusal, match="not_ours"):
        complaints.open_identity(other, here.id, "อยากรู้")
    with pytest.raises(Refusal, match="not_ours"):
        complaints.open_identity(desk, there.id, "อยากรู้")
    assert complaints.open_identity(other, there.id, "โทร").first_name == "อื่น"
    with desk.look() as look:
        assert len(look.all(SealingKey)) == 2


def test_parts_cannot_be_exchanged_for_each_other(desk: Desk, forum_id: UUID) -> None:
    one, two = (complaints.lodge_complaint(desk, forum_id, INTAKE) for _ in range(2))
    with desk.act() as act:
        parts = {part.complaint_id: part for part in act.all(SealedPart)}
        act.put(replace(parts[one.id], sealed=parts[two.id].sealed))
    with pytest.raises(Refusal, match=r"sealing\.damaged"):
        complaints.open_identity(desk, one.id, "โทรกลับ")


def test_a_restored_laptop_still_reads_what_it_sealed(
    desk: Desk, forum_id: UUID, tmp_path: Path
) -> None:
    made = complaints.lodge_complaint(desk, forum_id, INTAKE)
    services.storage.backup(desk, tmp_path / "copy.db")
    services.storage.restore(tmp_path / "again", tmp_path / "copy.db")
    again = Desk.open(tmp_path / "again", clock=StepClock())
    try:
        later = complaints.lodge_complaint(again, forum_id, replace(INTAKE, first_name="ใหม่"))
        assert complaints.open_identity(again, made.id, "โทร").first_name == "ลับ"
        assert complaints.open_identity(again, later.id, "โทร").first_name == "ใหม่"
    finally:
        again.close()
