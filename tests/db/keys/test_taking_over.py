"""A folder of the first versions, with its bare key, becomes one with a key file."""

from pathlib import Path

import pytest

from forum_desktop.db.backup import backup
from forum_desktop.db.database import Database
from forum_desktop.db.glance import glance
from forum_desktop.db.keys.bare import BARE_NAME
from forum_desktop.db.keys.beside import keys_beside
from forum_desktop.db.keys.key_file import KEYS_NAME, read_key_file
from forum_desktop.db.keys.opening import protect
from forum_desktop.db.keys.wrapping import for_passphrase
from forum_desktop.db.restoring import restore
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.secret import Secret
from tests.factory import make_opinion

PASSPHRASE = "น้ำใส ปลาว่าย"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a folder as the first versions left it."""
    folder = tmp_path / "old"
    database = Database.open(folder)
    with database.write() as writing:
        writing.add(make_opinion("คำเก่า"))
    (folder / BARE_NAME).write_text(database.key)
    database.close()
    (folder / KEYS_NAME).unlink()
    return folder


def texts(folder: Path, secret: Secret | None = None) -> list[str]:
    database = Database.open(folder, secret)
    with database.read() as reading:
        said = [item.text for item in reading.all(Opinion)]
    database.close()
    return said


def test_its_key_becomes_a_wrap_and_the_bare_one_goes(old: Path) -> None:
    assert glance(old) == ()
    assert not (old / KEYS_NAME).exists()  # a look writes nothing
    assert texts(old) == ["คำเก่า"]
    assert not (old / BARE_NAME).exists()
    assert read_key_file(old / KEYS_NAME).is_open
    assert texts(old) == ["คำเก่า"]


def test_cut_short_between_the_two_it_goes_on(old: Path) -> None:
    bare = (old / BARE_NAME).read_text()
    texts(old)
    (old / BARE_NAME).write_text(bare)
    assert texts(old) == ["คำเก่า"]
    assert not (old / BARE_NAME).exists()


def test_a_bare_key_left_beside_a_protected_file_goes_with_the_passphrase(old: Path) -> None:
    key = (old / BARE_NAME).read_text()
    texts(old)
    protect(old, (for_passphrase(key, PASSPHRASE),))
    (old / BARE_NAME).write_text(key)
    with pytest.raises(Refusal, match=r"keys\.needed"):
        texts(old)
    assert texts(old, Secret(PASSPHRASE)) == ["คำเก่า"]
    assert not (old / BARE_NAME).exists()


def test_a_bare_key_of_something_else_is_left_alone(old: Path) -> None:
    texts(old)
    (old / BARE_NAME).write_text("ab" * 32)
    assert texts(old) == ["คำเก่า"]
    assert (old / BARE_NAME).read_text() == "ab" * 32


def test_a_bare_key_that_is_none_is_said_and_nothing_is_made(old: Path) -> None:
    (old / BARE_NAME).write_text("not a key")
    with pytest.raises(Refusal, match=r"storage\.key_unreadable"):
        Database.open(old)
    assert not (old / KEYS_NAME).exists()


def test_a_backup_with_a_bare_key_restores_and_the_next_copy_lays_none(
    old: Path, tmp_path: Path
) -> None:
    database, copy = Database.open(old), tmp_path / "copy.db"
    backup(database, copy)
    bare = copy.with_name("copy.db.key")
    bare.write_text(database.key)
    keys_beside(copy).unlink()
    restore(tmp_path / "new", copy)
    assert texts(tmp_path / "new") == ["คำเก่า"]
    backup(database, copy)
    assert not bare.exists()
    assert keys_beside(copy).exists()
    database.close()
