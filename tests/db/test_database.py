"""The file on disk: encrypted, locked, versioned, and whole transactions only."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from forum_desktop.db.checking import check_file
from forum_desktop.db.database import Database
from forum_desktop.db.driver import SCHEMA_VERSION, connect, schema_version
from forum_desktop.db.glance import glance
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.wrapping import leave_open
from forum_desktop.db.migrations import STEPS, migrate
from forum_desktop.db.tables import operation
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, Proposal
from forum_desktop.records.priorities import Ranking
from tests.factory import make_opinion, make_proposal

_OPEN = """
from pathlib import Path
from forum_desktop.db.database import Database
Database.open(Path({folder!r}))
"""


def test_keeps_what_was_written(tmp_path: Path) -> None:
    opinion = make_opinion()
    database = Database.open(tmp_path)
    with database.write() as writing:
        writing.add(opinion)
    database.close()
    database = Database.open(tmp_path)
    with database.read() as reading:
        assert reading.get(Opinion, opinion.id) == opinion
    database.close()


def test_an_act_that_fails_leaves_nothing(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    with pytest.raises(ZeroDivisionError), database.write() as writing:
        writing.add(make_opinion())
        writing.next_number("opinion")
        _ = 1 / 0
    with database.write() as writing:
        assert writing.all(Opinion) == ()
        assert writing.connection.execute(select(operation)).all() == []
        assert writing.next_number("opinion") == 1
    database.close()


def test_the_closed_file_and_its_journal_show_no_word(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    with database.write() as writing:
        writing.add(make_opinion("คำที่ต้องไม่มีใครอ่านออก"))
    open_bytes = b"".join(path.read_bytes() for path in tmp_path.glob("forum.db*"))
    database.close()
    for content in (open_bytes, (tmp_path / "forum.db").read_bytes()):
        assert len(content) > 4096
        assert "คำที่ต้อง".encode() not in content
        assert b"opinion" not in content
        assert b"SQLite format" not in content


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_the_key_is_for_this_user_only(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    assert (tmp_path / KEYS_NAME).stat().st_mode & 0o777 == 0o600


def test_pragmas_hold_on_every_connection(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with database.read() as one, database.read() as two:
        for reading in (one, two):
            for name, value in expected.items():
                found = reading.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                assert found == value, name
    database.close()


def test_a_second_process_is_refused_and_the_lock_ends_with_the_first(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    script = _OPEN.format(folder=str(tmp_path))
    second = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"storage.already_open" in second.stderr
    database.close()
    third = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert third.returncode == 0, third.stderr


def test_a_newer_file_is_refused_and_untouched(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    path, key = database.path, database.key
    database.close()
    connection = connect(path, key)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    for look in (lambda: Database.open(tmp_path), lambda: glance(tmp_path)):
        with pytest.raises(Refusal, match=r"storage\.newer_file"):
            look()
    assert path.read_bytes() == before


def test_a_file_that_is_not_ours_is_refused_and_untouched(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    (tmp_path / "forum.db").write_bytes(b"a letter to a friend" * 500)
    for look in (lambda: Database.open(tmp_path), lambda: glance(tmp_path)):
        with pytest.raises(Refusal, match=r"storage\.not_our_file"):
            look()
    assert (tmp_path / "forum.db").read_bytes() == b"a letter to a friend" * 500


def test_a_lost_key_is_said(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    (tmp_path / KEYS_NAME).write_text("not a key")
    with pytest.raises(Refusal, match=r"keys\.damaged"):
        Database.open(tmp_path)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refusal, match=r"storage\.folder_refused"):
        Database.open(tmp_path / "file" / "data")


def test_a_failed_open_lets_go_of_the_folder(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    keys = read_key_file(tmp_path / KEYS_NAME)
    write_key_file(tmp_path / KEYS_NAME, KeyFile(((leave_open("ab" * 32),),)))
    with pytest.raises(Refusal):
        Database.open(tmp_path)
    write_key_file(tmp_path / KEYS_NAME, keys)
    Database.open(tmp_path).close()


def test_a_migration_keeps_the_data_and_a_failing_one_changes_nothing(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    with database.write() as writing:
        writing.add(make_opinion("ก่อนปรับรุ่น"))

    def add_column(connection: object) -> None:
        connection.exec_driver_sql("ALTER TABLE draft ADD COLUMN page TEXT")  # type: ignore[attr-defined]

    def fail(connection: object) -> None:
        add_column(connection)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.write() as writing:
        migrate(writing.connection, (*STEPS, fail))
    with database.read() as reading:
        columns = reading.connection.exec_driver_sql("PRAGMA table_info(draft)").all()
        assert [column[1] for column in columns] == ["place", "text"]
    with database.write() as writing:
        migrate(writing.connection, (*STEPS, add_column))
    with database.read() as reading:
        assert [item.text for item in reading.all(Opinion)] == ["ก่อนปรับรุ่น"]
        version = reading.connection.exec_driver_sql("PRAGMA user_version").scalar()
        assert version == SCHEMA_VERSION + 1
    database.close()


def test_a_file_of_version_1_gets_the_new_columns_filled_from_the_log(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    with database.write() as writing:
        writing.add(make_proposal(unit="กองช่าง"))
        for column in ("unit", "reference", "year"):
            writing.connection.exec_driver_sql(f"ALTER TABLE proposal DROP COLUMN {column}")
        writing.connection.exec_driver_sql("DROP TABLE ranking")
        writing.connection.exec_driver_sql("PRAGMA user_version = 1")
    database.close()
    database = Database.open(tmp_path)
    with database.read() as reading:
        (proposal,) = reading.all(Proposal)
        assert (proposal.unit, proposal.year) == ("กองช่าง", None)
        assert reading.all(Ranking) == ()
        assert check_file(reading.connection).is_sound
    database.close()


def test_a_fresh_file_has_the_current_version(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    connection = connect(database.path, database.key)
    assert schema_version(connection) == SCHEMA_VERSION == len(STEPS)
    connection.close()
    database.close()
