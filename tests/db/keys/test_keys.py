"""The key is wrapped for a passphrase and a printed code; whatever happens, one of them opens."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.db.driver import connect
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import fits, key_for, new_key, protect
from forum_desktop.db.keys.recovery_code import new_code, read_code
from forum_desktop.db.keys.renewing import renew
from forum_desktop.db.keys.wrapping import Wrap, for_code, for_passphrase
from forum_desktop.errors import Refusal
from forum_desktop.records.secret import Secret

PASSPHRASE = "น้ำใส ปลาว่าย"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a file with one word in it, its key still open."""
    path = tmp_path / "forum.db"
    connection = connect(path, key_for(path))
    connection.execute("CREATE TABLE said (word TEXT)")
    connection.execute("INSERT INTO said VALUES ('น้ำท่วม')")
    connection.close()
    return path


def word_in(path: Path, key: str) -> str:
    connection = connect(path, key)
    try:
        return str(connection.execute("SELECT word FROM said").fetchone()[0])
    finally:
        connection.close()


def wraps(key: str, passphrase: str, code: str) -> tuple[Wrap, ...]:
    return for_passphrase(key, passphrase), for_code(key, code)


def refusal(path: Path, secret: Secret | None = None) -> str:
    with pytest.raises(Refusal) as told:
        key_for(path, secret)
    return told.value.key


def test_the_passphrase_and_the_code_open_and_nothing_else_does(database: Path) -> None:
    key, code = key_for(database), new_code()
    protect(database.parent, wraps(key, PASSPHRASE, code))
    assert key_for(database, Secret(PASSPHRASE)) == key
    assert key_for(database, Secret(code.lower().replace("-", " "), is_code=True)) == key
    assert refusal(database) == "keys.needed"
    assert refusal(database, Secret("น้ำใส ปลาวาย")) == "keys.wrong_passphrase"
    assert refusal(database, Secret(new_code(), is_code=True)) == "keys.wrong_code"
    assert refusal(database, Secret("A1B2", is_code=True)) == "keys.code_mistyped"
    kept = (database.parent / KEYS_NAME).read_text()
    assert key not in kept
    assert (database.parent / KEYS_NAME).stat().st_mode & 0o777 == 0o600


def test_marks_typed_in_another_order_are_the_same_passphrase(database: Path) -> None:
    key = key_for(database)
    protect(database.parent, wraps(key, "บ่\u0e38งน้ำ\u00a0ใหญ่", new_code()))
    assert key_for(database, Secret("บ\u0e38่งน้ำ ใหญ่")) == key


def test_a_short_passphrase_changes_nothing(database: Path) -> None:
    key = key_for(database)
    with pytest.raises(Refusal, match=r"keys\.passphrase_short"):
        protect(database.parent, wraps(key, "  ฝน   ", new_code()))
    assert key_for(database) == key


def test_a_file_gets_another_key_and_the_old_one_opens_it_no_more(database: Path) -> None:
    old, new = key_for(database), new_key()
    renew([database], old, new, (for_passphrase(new, PASSPHRASE),))
    assert not fits(database, old)
    assert word_in(database, key_for(database, Secret(PASSPHRASE))) == "น้ำท่วม"
    assert sorted(path.name for path in database.parent.iterdir()) == ["forum.db", KEYS_NAME]


@pytest.mark.parametrize("is_written", [False, True])
def test_with_both_keys_kept_the_one_that_fits_is_taken(
    database: Path, *, is_written: bool
) -> None:
    """A power cut between two steps leaves both keys, and the file with one or the other."""
    folder, old, new = database.parent, key_for(database), new_key()
    protect(folder, wraps(old, PASSPHRASE, new_code()))
    before = read_key_file(folder / KEYS_NAME)
    if is_written:
        renew([database], old, new, (for_passphrase(new, PASSPHRASE),))
    both = KeyFile((*before.keys, (for_passphrase(new, PASSPHRASE),)))
    write_key_file(folder / KEYS_NAME, both)
    assert key_for(database, Secret(PASSPHRASE)) == (new if is_written else old)
    assert word_in(database, key_for(database, Secret(PASSPHRASE))) == "น้ำท่วม"


def test_a_key_file_that_is_lost_is_not_made_anew(database: Path) -> None:
    (database.parent / KEYS_NAME).unlink()
    assert refusal(database) == "keys.not_found"
    assert not (database.parent / KEYS_NAME).exists()


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 10_000), flip=st.integers(1, 255), is_cut=st.booleans())
def test_a_damaged_key_file_gives_a_sentence_or_the_key(
    tmp_path_factory: pytest.TempPathFactory, at: int, flip: int, *, is_cut: bool
) -> None:
    path = tmp_path_factory.mktemp("keys") / "forum.db"
    key = key_for(path)
    whole = (path.parent / KEYS_NAME).read_bytes()
    at %= len(whole)
    torn = whole[:at] if is_cut else whole[:at] + bytes([whole[at] ^ flip]) + whole[at + 1 :]
    (path.parent / KEYS_NAME).write_bytes(torn)
    try:
        opened = key_for(path)
    except Refusal as told:
        assert told.key in {"keys.damaged", "keys.needed", "keys.wrong_passphrase"}  # noqa: PT017
    else:
        assert len(opened) == len(key)


def test_a_key_file_cannot_make_the_laptop_reckon_for_ever(database: Path) -> None:
    protect(database.parent, wraps(key_for(database), PASSPHRASE, new_code()))
    path = database.parent / KEYS_NAME
    told = json.loads(path.read_text())
    told["keys"][0][0]["memory"] = 2**40
    path.write_text(json.dumps(told))
    assert refusal(database, Secret(PASSPHRASE)) == "keys.damaged"


@given(st.data())
def test_nearly_every_mistyped_code_is_told_before_it_is_tried(data: st.DataObject) -> None:
    code = new_code()
    assert read_code(code) == code.replace("-", "")[:26]
    at = data.draw(st.integers(0, 25))
    bare = code.replace("-", "")
    with pytest.raises(Refusal, match=r"keys\.code_mistyped"):
        read_code(bare[:at] + bare[at + 1 :])
