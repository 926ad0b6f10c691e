"""Contents beside the database: kept by their hash, backed up, restored, checked, swept."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.db.attachments import (
    Attachments,
    attachments_beside,
    check_attachments,
)
from forum_desktop.db.driver import open_with_key
from forum_desktop.errors import Refusal
from forum_desktop.paths import ATTACHMENTS_NAME
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.services.desk import Desk
from tests.factory import StepClock, make_pack
from tests.services.evidence_files import photo, stick
from tests.services.laptops import join, take

KEY = "11" * 32


@pytest.fixture
def case(desk: Desk) -> UUID:
    forum_id = services.forums.create_forum(desk, make_pack()).id
    intake = ComplaintIntake(kind="light", subject="ไฟดับ", facts="สามคืน", first_name="สมมติ")
    return services.complaints.lodge_complaint(desk, forum_id, intake).id


def add(desk: Desk, case: UUID, text: str) -> str:
    path = stick(desk, "a.txt", text.encode())
    return services.evidence.add_evidence(desk, case, path).sha256


def texts(desk: Desk, case: UUID) -> list[str]:
    added = services.evidence.list_evidence(desk, case)
    opened = (services.evidence.open_evidence(desk, item.id).content for item in added)
    return [content.decode() for content in opened]


def statement(folder: Path, key: str, text: str) -> None:
    connection = open_with_key(folder / ATTACHMENTS_NAME, key)
    connection.execute(text)
    connection.close()


def test_content_is_kept_by_its_hash_and_needs_the_key(tmp_path: Path) -> None:
    contents = Attachments(tmp_path / ATTACHMENTS_NAME, KEY)
    assert contents.known() == frozenset()
    assert not contents.path.exists()
    sha = contents.keep("ลับ".encode() * 99, b"small")
    assert contents.keep("ลับ".encode() * 99) == sha
    assert contents.read(sha) == "ลับ".encode() * 99
    assert contents.read_thumbnail(sha) == b"small"
    assert "ลับ".encode() not in contents.path.read_bytes()
    with pytest.raises(Refusal, match=r"storage\.not_our_file"):
        Attachments(contents.path, "22" * 32).known()
    with pytest.raises(Refusal, match="not_here"):
        contents.read("0" * 64)


def test_a_file_of_a_newer_app_is_refused(tmp_path: Path) -> None:
    contents = Attachments(tmp_path / ATTACHMENTS_NAME, KEY)
    contents.keep(b"x")
    statement(tmp_path, KEY, "PRAGMA user_version = 9")
    with pytest.raises(Refusal, match="newer_file"):
        contents.keep(b"y")


def test_a_backup_takes_the_contents_along_and_later_only_what_is_new(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    first = add(desk, case, "หนึ่ง")
    copy = tmp_path / "copy.db"
    services.storage.backup(desk, copy)
    beside = Attachments(attachments_beside(copy), desk.database.key)
    assert beside.known() == {first}
    # Marked, so that a second writing of the same content would be seen.
    connection = open_with_key(beside.path, desk.database.key)
    connection.execute("INSERT INTO thumbnail VALUES (?, x'00')", (first,))
    connection.close()
    second = add(desk, case, "สอง")
    services.storage.backup(desk, copy)
    assert beside.known() == {first, second}
    assert beside.read_thumbnail(first) == b"\0"


def test_what_was_erased_goes_from_the_backup_too(desk: Desk, case: UUID, tmp_path: Path) -> None:
    add(desk, case, "หนึ่ง")
    copy = tmp_path / "copy.db"
    services.storage.backup(desk, copy)
    services.complaints.erase_complaint(desk, case, "ขอลบ")
    services.storage.backup(desk, copy)
    assert Attachments(attachments_beside(copy), desk.database.key).known() == frozenset()


def test_a_backup_beside_one_of_another_laptop_is_made_anew(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    sha = add(desk, case, "หนึ่ง")
    copy = tmp_path / "copy.db"
    Attachments(attachments_beside(copy), KEY).keep(b"of another laptop")
    services.storage.backup(desk, copy)
    assert Attachments(attachments_beside(copy), desk.database.key).known() == {sha}


def test_a_damaged_content_does_not_keep_the_words_from_being_backed_up(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    add(desk, case, "หนึ่ง")
    sound = add(desk, case, "สอง")
    statement(
        desk.database.folder,
        desk.database.key,
        f"UPDATE content SET bytes = x'00' WHERE sha256 != '{sound}'",
    )
    copy = services.storage.backup(desk, tmp_path / "copy.db")
    assert Attachments(attachments_beside(copy), desk.database.key).known() == {sound}


def test_a_restore_brings_the_contents_and_keeps_those_it_replaces(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    folder = desk.database.folder
    add(desk, case, "ก่อนสำรอง")
    copy = services.storage.backup(desk, tmp_path / "copy.db")
    add(desk, case, "หลังสำรอง")
    desk.close()
    for target in (folder, tmp_path / "there"):
        services.storage.restore(target, copy)
        assert said(target, case) == ["ก่อนสำรอง"]
    (aside,) = folder.glob("before-restore-*.db")
    services.storage.restore(tmp_path / "there", aside)
    assert said(tmp_path / "there", case) == ["ก่อนสำรอง", "หลังสำรอง"]


def test_a_restore_takes_from_here_what_the_backup_lacks(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    folder = desk.database.folder
    add(desk, case, "หนึ่ง")
    copy = services.storage.backup(desk, tmp_path / "copy.db")
    attachments_beside(copy).unlink()
    desk.close()
    services.storage.restore(folder, copy)
    assert said(folder, case) == ["หนึ่ง"]


@pytest.mark.parametrize("damage", ["garbage", "changed", "cut"])
def test_damaged_contents_are_refused_and_nothing_changes(
    desk: Desk, case: UUID, tmp_path: Path, damage: str
) -> None:
    folder = desk.database.folder
    add(desk, case, "หนึ่ง")
    copy = services.storage.backup(desk, tmp_path / "copy.db")
    add(desk, case, "สอง")
    key = desk.database.key
    desk.close()
    beside = attachments_beside(copy)
    if damage == "garbage":
        beside.write_bytes(b"garbage" * 999)
    elif damage == "cut":
        beside.write_bytes(beside.read_bytes()[:6000])
    else:
        (tmp_path / "x").mkdir()
        shutil.move(beside, tmp_path / "x" / ATTACHMENTS_NAME)
        statement(tmp_path / "x", key, "UPDATE content SET bytes = x'00'")
        shutil.move(tmp_path / "x" / ATTACHMENTS_NAME, beside)
    with pytest.raises(Refusal, match="backup_damaged"):
        services.storage.restore(folder, copy)
    assert said(folder, case) == ["หนึ่ง", "สอง"]
    assert not list(folder.glob("*incoming*"))
    beside.unlink()
    services.storage.restore(folder, copy)
    assert said(folder, case) == ["หนึ่ง"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE content SET bytes = x'00'", "not what its hash says"),
        ("UPDATE content SET size = 1", "not what its hash says"),
        ("DELETE FROM content", "its content is missing"),
    ],
)
def test_the_check_finds_what_was_done_to_contents(
    desk: Desk, case: UUID, change: str, fault: str
) -> None:
    add(desk, case, "หนึ่ง")
    assert services.storage.check(desk).is_sound
    statement(desk.database.folder, desk.database.key, change)
    report = services.storage.check(desk)
    assert any(fault in found for found in report.faults), report
    (added,) = services.evidence.list_evidence(desk, case)
    if "size" not in change:
        with pytest.raises(Refusal, match=r"evidence\.(damaged|not_here)"):
            services.evidence.open_evidence(desk, added.id)


def test_what_another_laptop_keeps_is_counted_and_is_no_fault(
    desk: Desk, case: UUID, tmp_path: Path
) -> None:
    path = stick(desk, "a.jpg", photo())
    added = services.evidence.add_evidence(desk, case, path)
    forum_id = services.complaints.read_complaint(desk, case).forum_id
    other = join(tmp_path, desk, forum_id, "B", StepClock())
    try:
        take(other, desk)
        with other.look() as look:
            counts, faults = check_attachments(look, other.database.attachments)
        assert dict(counts) == {"attachment": 0, "attachment not here": 1}
        assert faults == ()
        with pytest.raises(Refusal, match="not_here"):
            services.evidence.open_evidence(other, added.id)
        assert services.evidence.read_thumbnail(other, added.id) is None
        # Withdrawn here, it still was the other one's to keep.
        services.evidence.withdraw_evidence(other, added.id, "ซ้ำ")
        assert services.storage.check(other).is_sound
        other.database.attachments.keep(desk.database.attachments.read(added.sha256))
        assert services.evidence.sweep_evidence(other) == 0
        services.complaints.erase_complaint(desk, case, "ขอลบ")
        take(other, desk)
        assert services.evidence.sweep_evidence(other) == 1
    finally:
        other.close()


def test_an_old_laptop_without_contents_is_sound(desk: Desk, case: UUID, tmp_path: Path) -> None:
    assert services.storage.check(desk).is_sound
    copy = services.storage.backup(desk, tmp_path / "copy.db")
    assert not attachments_beside(copy).exists()
    assert not (desk.database.folder / ATTACHMENTS_NAME).exists()


def said(folder: Path, case: UUID) -> list[str]:
    desk = Desk.open(folder, clock=StepClock())
    try:
        assert services.storage.check(desk).is_sound
        return texts(desk, case)
    finally:
        desk.close()


def test_a_disk_that_is_full_is_told(tmp_path: Path, made_small: Callable[[Path], None]) -> None:
    contents = Attachments(tmp_path / ATTACHMENTS_NAME, KEY)
    sha = contents.keep(b"x")
    made_small(contents.path)
    with pytest.raises(Refusal, match="disk_full"):
        contents.keep(bytes(10_000_000))
    assert contents.known() == {sha}


@pytest.fixture
def made_small(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let SQLite itself say that there is no more room, by a bound on the pages of the file."""

    def bound(_: Path) -> None:
        pragmas = ("journal_mode=DELETE", "max_page_count=40")
        monkeypatch.setattr("forum_desktop.db.attachments._PRAGMAS", pragmas)

    return bound
