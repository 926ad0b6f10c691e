"""Writing a file anew with another key: killed at any step, one secret opens all of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop.db.database import Database
from forum_desktop.db.driver import connect, open_with_key
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import fits, key_for, new_key
from forum_desktop.db.keys.renewing import go_on
from forum_desktop.db.keys.wrapping import Wrap, for_passphrase, leave_open
from forum_desktop.db.migrations import BEFORE_NAME, copy_before
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.secret import Secret
from tests.factory import make_opinion

ROOT = Path(__file__).resolve().parents[3]
PASSPHRASE = "น้ำใส ปลาว่าย"
EVENTS = ("open", "os.rename", "os.remove", "os.chmod")

# Each child opens the folder, renews its key, and is killed just before its n-th touch of a
# file; the last one comes to its end.
KILLED = """
import os, shutil, sys
from pathlib import Path
from forum_desktop.db.database import Database
from forum_desktop.db.keys.wrapping import Wrap, WrapKind, leave_open
from tests.db.keys.test_renewing import EVENTS, quick

source, beside = Path(sys.argv[1]), Path(sys.argv[2])
at = 0
while True:
    at += 1
    folder = beside / f"{at:03}"
    shutil.copytree(source, folder)
    child = os.fork()
    if child == 0:
        database = Database.open(folder)
        left = at
        def touch(event, arguments):
            global left
            if event in EVENTS and str(folder) in str(arguments[0]):
                left -= 1
                if left == 0:
                    os._exit(9)
        sys.addaudithook(touch)
        database.renew_key(quick)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status == 0:
        break
print(at)
"""


def quick(key: str) -> tuple[Wrap, ...]:
    """Leave the new key open: what is tried here are the files, not the stretching."""
    return (leave_open(key),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an opinion, an attachment and a copy of before a migration."""
    path = tmp_path / "data"
    database = Database.open(path)
    with database.write() as writing:
        writing.add(make_opinion("น้ำท่วม"))
    database.attachments.keep(b"a photo")
    copy_before(database.path, database.key)
    database.close()
    return path


def content(folder: Path, secret: Secret | None = None) -> tuple[list[str], int]:
    database = Database.open(folder, secret)
    try:
        with database.read() as reading:
            texts = [item.text for item in reading.all(Opinion)]
        assert fits(folder / BEFORE_NAME, database.key)
        return texts, len(database.attachments.known())
    finally:
        database.close()


def test_every_file_gets_the_new_key_and_nothing_is_left_beside(folder: Path) -> None:
    database = Database.open(folder)
    old = database.key
    new = database.renew_key(lambda key: (for_passphrase(key, PASSPHRASE),))
    assert database.key == new != old
    with database.write() as writing:
        writing.add(make_opinion("หลังเปลี่ยน"))
    database.attachments.keep(b"another")
    database.close()
    for name in ("forum.db", "attachments.db", BEFORE_NAME):
        assert not fits(folder / name, old), name
    assert content(folder, Secret(PASSPHRASE)) == (["น้ำท่วม", "หลังเปลี่ยน"], 2)
    assert not list(folder.glob(".*"))
    for path in folder.iterdir():
        for key in (old, new):
            assert key.encode() not in path.read_bytes(), path
            assert bytes.fromhex(key) not in path.read_bytes(), path


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_before_any_touch_of_a_file_all_is_there_at_the_next_opening(
    folder: Path, tmp_path: Path
) -> None:
    beside = tmp_path / "killed"
    beside.mkdir()
    command = [sys.executable, "-c", KILLED, str(folder), str(beside)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    left = sorted(beside.iterdir())
    assert len(left) == int(done.stdout) > 15
    both = 0
    for one in left:
        both += len(read_key_file(one / KEYS_NAME).keys) > 1
        assert content(one) == (["น้ำท่วม"], 1), one
        assert len(read_key_file(one / KEYS_NAME).keys) == 1, one
        assert not list(one.glob(".*.rekeyed*")), one
    assert both > 5  # else it was killed where nothing was half done


def test_half_done_with_a_passphrase_it_is_needed_and_ends_it(folder: Path) -> None:
    """The database has the new key, wrapped; the attachments still have the one that lay open."""
    old, new = key_for(folder / "forum.db"), new_key()
    connection = open_with_key(folder / "forum.db", old)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute(f"PRAGMA rekey = \"x'{new}'\"")
    connection.close()
    wrapped = (for_passphrase(new, PASSPHRASE),)
    write_key_file(folder / KEYS_NAME, KeyFile(((leave_open(old),), wrapped)))
    with pytest.raises(Refusal, match=r"keys\.needed"):
        Database.open(folder)
    with pytest.raises(Refusal, match=r"keys\.wrong_passphrase"):
        Database.open(folder, Secret("อีกคำหนึ่งที่ผิด"))
    assert content(folder, Secret(PASSPHRASE)) == (["น้ำท่วม"], 1)
    assert read_key_file(folder / KEYS_NAME).keys == (wrapped,)
    assert not fits(folder / "attachments.db", old)


def test_before_the_first_file_the_new_key_is_forgotten(folder: Path) -> None:
    old = read_key_file(folder / KEYS_NAME).keys[0]
    wrapped = (for_passphrase(new_key(), PASSPHRASE),)
    write_key_file(folder / KEYS_NAME, KeyFile((old, wrapped)))
    assert content(folder) == (["น้ำท่วม"], 1)
    assert read_key_file(folder / KEYS_NAME).keys == (old,)


def test_with_one_key_there_is_nothing_to_end(folder: Path) -> None:
    before = (folder / KEYS_NAME).read_bytes()
    assert go_on([folder / "forum.db"]) is False
    assert (folder / KEYS_NAME).read_bytes() == before


def test_refused_half_way_all_goes_on_as_it_was(folder: Path) -> None:
    """Something stands where the copy would be written: nothing of the folder changes."""
    (folder / ".forum.db.rekeyed").mkdir()
    database = Database.open(folder)
    key, before = database.key, (folder / KEYS_NAME).read_bytes()
    with pytest.raises(Refusal):
        database.renew_key(quick)
    assert database.key == key
    assert (folder / KEYS_NAME).read_bytes() == before
    with database.write() as writing:
        writing.add(make_opinion("ยังบันทึกได้"))
    database.close()
    (folder / ".forum.db.rekeyed").rmdir()
    assert content(folder)[0] == ["น้ำท่วม", "ยังบันทึกได้"]


def test_refused_between_two_files_both_can_be_read_at_once_and_later(folder: Path) -> None:
    (folder / ".attachments.db.rekeyed").mkdir()
    database = Database.open(folder)
    with pytest.raises(Refusal):
        database.renew_key(quick)
    assert len(database.attachments.known()) == 1
    with database.write() as writing:
        writing.add(make_opinion("ระหว่างนั้น"))
    database.close()
    (folder / ".attachments.db.rekeyed").rmdir()
    assert content(folder) == (["น้ำท่วม", "ระหว่างนั้น"], 1)


def test_while_somebody_else_reads_nothing_is_changed(folder: Path) -> None:
    """A log that is left beside the file would be read into the one that takes its place."""
    database = Database.open(folder)
    other = connect(database.path, database.key)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM operation").fetchone()
    with database.write() as writing:
        writing.add(make_opinion("ยังอยู่ในบันทึกชั่วคราว"))
    with pytest.raises(Refusal, match=r"storage\.busy"):
        database.renew_key(quick)
    other.close()
    database.close()
    assert content(folder)[0] == ["น้ำท่วม", "ยังอยู่ในบันทึกชั่วคราว"]
