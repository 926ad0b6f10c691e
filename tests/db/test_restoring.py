"""A power cut at any moment of a restoring leaves it done or not begun, never an empty laptop."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from forum_desktop.db.backup import backup
from forum_desktop.db.database import Database
from forum_desktop.db.restoring import restore
from forum_desktop.errors import Refusal
from forum_desktop.paths import ATTACHMENTS_NAME, DATABASE_NAME
from forum_desktop.records.opinion import Opinion
from tests.factory import make_opinion

CUT = """
import os, sys
from pathlib import Path
from forum_desktop.db.restoring import restore
steps = int(sys.argv[3])
def step(event, args):
    global steps
    told = str(args[0]) if args else ""
    if event in {"os.rename", "os.remove", "open", "os.link"} and sys.argv[1] in told:
        steps -= 1
        if steps < 0:
            os._exit(7)
sys.addaudithook(step)
restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Return a folder with two words said and one attachment, and a copy from between them."""
    folder = tmp_path / "held"
    database = Database.open(folder)
    with database.write() as writing:
        writing.add(make_opinion("ก่อน"))
    database.attachments.keep(b"\xff\xd8 photo")
    backup(database, tmp_path / "copy.db")
    with database.write() as writing:
        writing.add(make_opinion("หลัง"))
    database.close()
    return folder


def state_of(folder: Path) -> tuple[list[str], str]:
    """Return the words of a folder and who it writes as."""
    database = Database.open(folder)
    with database.read() as reading:
        texts = sorted(item.text for item in reading.all(Opinion))
    replica = database.replica
    database.close()
    return texts, replica


def test_cut_at_every_step_it_is_done_or_not_begun(tmp_path: Path, held: Path) -> None:
    before = state_of(held)
    seen, steps = set(), 0
    while True:
        folder = tmp_path / f"cut-{steps}"
        shutil.copytree(held, folder)
        words = [sys.executable, "-c", CUT, str(folder), str(tmp_path / "copy.db"), str(steps)]
        place = {**os.environ, "PYTHONPATH": str(Path.cwd())}
        ended = subprocess.run(words, check=False, env=place)
        texts, replica = state_of(folder)
        assert texts in (["ก่อน"], ["ก่อน", "หลัง"])
        assert (replica == before[1]) == (texts == before[0])
        assert not list(folder.glob(".*.ready*"))
        assert not list(folder.glob(".*.incoming*"))
        assert state_of(folder) == (texts, replica)
        if texts == ["ก่อน"]:
            (aside,) = folder.glob("before-restore-*.db")
            restore(tmp_path / f"aside-{steps}", aside)
            assert state_of(tmp_path / f"aside-{steps}")[0] == ["ก่อน", "หลัง"]
        seen.add(tuple(texts))
        if ended.returncode == 0:
            break
        assert ended.returncode == 7
        steps += 1
    assert steps > 12
    assert len(seen) == 2


def test_a_copy_that_cannot_be_taken_in_leaves_nothing_beside(tmp_path: Path, held: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"x" * 8192)
    before = {path.name for path in held.iterdir()}
    with pytest.raises(Refusal):
        restore(held, tmp_path / "copy.db")
    assert {path.name for path in held.iterdir()} == before
    assert (held / DATABASE_NAME).exists()
    assert (held / ATTACHMENTS_NAME).exists() == (ATTACHMENTS_NAME in before)
