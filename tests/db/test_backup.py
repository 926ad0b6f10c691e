"""Copies that restore, and refusals that change nothing."""

from pathlib import Path

import pytest

from forum_desktop.db.backup import backup
from forum_desktop.db.database import Database
from forum_desktop.db.restoring import restore
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion
from tests.factory import make_opinion


def _texts(folder: Path) -> list[str]:
    database = Database.open(folder)
    with database.read() as reading:
        texts = [item.text for item in reading.all(Opinion)]
    database.close()
    return texts


def _write(folder: Path, text: str) -> None:
    database = Database.open(folder)
    with database.write() as writing:
        writing.add(make_opinion(text))
    database.close()


def _backup(folder: Path, target: Path) -> None:
    database = Database.open(folder)
    backup(database, target)
    database.close()


def test_a_backup_restores_here_and_on_another_laptop(tmp_path: Path) -> None:
    here, there, copy = tmp_path / "here", tmp_path / "there", tmp_path / "copy.db"
    _write(here, "ก่อนสำรอง")
    _backup(here, copy)
    _write(here, "หลังสำรอง")
    assert "ก่อนสำรอง".encode() not in copy.read_bytes()
    restore(there, copy)
    assert _texts(there) == ["ก่อนสำรอง"]
    restore(here, copy)
    assert _texts(here) == ["ก่อนสำรอง"]
    (aside,) = here.glob("before-restore-*.db")
    restore(there, aside)
    assert _texts(there) == ["ก่อนสำรอง", "หลังสำรอง"]


def test_a_restored_laptop_is_a_new_replica(tmp_path: Path) -> None:
    _write(tmp_path / "here", "คำ")
    _backup(tmp_path / "here", tmp_path / "copy.db")
    replicas = set()
    for _ in range(2):
        database = Database.open(tmp_path / "here")
        with database.write() as writing:
            replicas.add(writing.replica)
        database.close()
        restore(tmp_path / "here", tmp_path / "copy.db")
    assert len(replicas) == 2


@pytest.mark.parametrize("damage", [b"", b"\0" * 5000, b"garbage"])
def test_a_damaged_backup_is_refused_and_nothing_changes(tmp_path: Path, damage: bytes) -> None:
    _write(tmp_path / "here", "คำ")
    _backup(tmp_path / "here", tmp_path / "copy.db")
    content = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(
        damage + content[len(damage) :] if damage else content[:6000]
    )
    with pytest.raises(Refusal):
        restore(tmp_path / "here", tmp_path / "copy.db")
    assert _texts(tmp_path / "here") == ["คำ"]
    assert not list((tmp_path / "here").glob("*incoming*"))


def test_a_missing_backup_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"storage\.no_backup"):
        restore(tmp_path / "here", tmp_path / "nothing.db")


def test_a_backup_to_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    _write(tmp_path / "here", "คำ")
    database = Database.open(tmp_path / "here")
    with pytest.raises(Refusal):
        backup(database, tmp_path / "nowhere" / "copy.db")
    database.close()
