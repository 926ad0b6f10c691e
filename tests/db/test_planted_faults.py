"""Whatever is done to a file behind the log's back, the check finds it: planted at random."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.db.database import Database
from forum_desktop.errors import Refusal
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.complaint import Complaint
from forum_desktop.services.rehearsal import Size
from tests.factory import StepClock
from tests.services.evidence_files import photo

LIGHTLY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
OWN = ("draft", "setting", "counter", "sqlite_stat1")
"""Tables of this laptop's own ways, which no log tells."""
SAYS_NOTHING = {("operation", "number"), ("head", "only"), ("head", "clock")}
"""Where a row stands in this file, and a clock that only has to be early enough."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the reference forum was held, all of it in one file."""
    made = tmp_path_factory.mktemp("held")
    desk = services.start.open_desk(made, "tester", StepClock())
    pack = next(one for one in services.packs.list_packs() if one.key.startswith("khon-kaen"))
    services.rehearsal.hold_reference_forum(desk, pack, size=Size.SAMPLE)
    desk.database.settle()
    desk.close()
    return made


def is_found(folder: Path) -> bool:
    """Tell whether opening or checking a folder says that something is wrong."""
    try:
        desk = services.start.open_desk(folder)
    except Refusal:
        return True
    try:
        return not services.storage.check(desk).is_sound
    except Refusal:
        return True
    finally:
        with suppress(Refusal):
            desk.close()


def copy_of(folder: Path, beside: Path) -> Path:
    """Return a copy of a closed folder."""
    beside.mkdir()
    for path in folder.iterdir():
        if path.is_file():
            (beside / path.name).write_bytes(path.read_bytes())
    return beside


@pytest.fixture
def spare(tmp_path: Path) -> Iterator[Path]:
    """Return where copies go."""
    yield tmp_path
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.unlink()


def test_the_file_is_sound_before(folder: Path, spare: Path) -> None:
    assert not is_found(copy_of(folder, spare / "sound"))


@LIGHTLY
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_found(folder: Path, spare: Path, share: float, bit: int) -> None:
    place = copy_of(folder, spare / f"flip-{share}-{bit}-{len(list(spare.iterdir()))}")
    path = place / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[int(share * len(content))] ^= 1 << bit
    path.write_bytes(content)
    assert is_found(place)


@LIGHTLY
@given(data=st.data())
def test_any_row_dropped_or_edited_is_found(folder: Path, spare: Path, data: st.DataObject) -> None:
    place = copy_of(folder, spare / f"row-{len(list(spare.iterdir()))}")
    database = Database.open(place)
    with database.write() as writing:
        driver = writing.connection.connection.driver_connection
        told = _tamper(driver, data)
    database.close()
    assert is_found(place), told


def test_attachments_swapped_cut_or_dropped_are_found(folder: Path, spare: Path) -> None:
    for at, done in enumerate(
        (
            "UPDATE content SET bytes = zeroblob(5)",
            "UPDATE content SET sha256 = 'x' || sha256",
            "UPDATE content SET size = size + 1",
            "DELETE FROM content",
        )
    ):
        place = copy_of(folder, spare / f"attached-{at}")
        _attach(place)
        assert not is_found(place)
        database = Database.open(place)
        with database.attachments._writing() as connection:
            connection.execute(done)
        database.close()
        assert is_found(place), done


def _attach(place: Path) -> None:
    desk = services.start.open_desk(place, "tester", StepClock())
    forum = services.forums.list_forums(desk)[0]
    with desk.look() as look:
        case = look.all(Complaint, forum_id=forum.id)[0]
    picture = place / "picture.jpg"
    picture.write_bytes(photo())
    services.evidence.add_evidence(desk, case.id, picture)
    picture.unlink()
    desk.close()


def _tamper(driver: Any, data: st.DataObject) -> str:
    """Drop a row or change one of its values; return what was done."""
    tables = [
        name
        for (name,) in driver.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if name not in OWN and driver.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]
    ]
    table = data.draw(st.sampled_from(tables))
    shape = driver.execute(f"PRAGMA table_info({table})").fetchall()
    kinds = {row[1]: row[2] for row in shape if (table, row[1]) not in SAYS_NOTHING}
    keys = [row[1] for row in shape if row[5]]
    rows = driver.execute(f"SELECT {', '.join(keys)} FROM {table}").fetchall()
    row = data.draw(st.sampled_from(rows))
    here = " AND ".join(f"{key} = ?" for key in keys)
    column = data.draw(st.sampled_from(["", *kinds]))
    if not column:
        driver.execute(f"DELETE FROM {table} WHERE {here}", row)
        return f"dropped {table} {row}"
    was = driver.execute(f"SELECT {column} FROM {table} WHERE {here}", row).fetchone()[0]
    other = (was or 0) + 7_000_000_000 if kinds[column] == "INTEGER" else f"{was}x"
    driver.execute(f"UPDATE {table} SET {column} = ? WHERE {here}", (other, *row))
    return f"{table} {row} {column}: {was!r} became {other!r}"
