"""Power cut at every write and sync while a file is written anew with another key.

`python -m benchmarks.faults.new_key [EVERY]` tries it at every moment, or at one of so many.
"""

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.faults import typist
from benchmarks.faults.power import Disk, chances
from benchmarks.faults.recording import Step, record
from benchmarks.faults.typist import ACKNOWLEDGED, PACK
from benchmarks.faults.verdict import faults_in
from forum_desktop import services
from forum_desktop.db import attachments
from forum_desktop.db.keys import renewing
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file
from forum_desktop.db.keys.wrapping import leave_open
from forum_desktop.paths import ATTACHMENTS_NAME
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk


def main(folder: Path, mutant: str = "") -> None:
    """Keep an opinion and an attachment, then give the folder another key."""
    MUTANTS[mutant]()
    paper = os.open(folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    desk = Desk.open(folder)
    forum = services.forums.create_forum(desk, services.packs.find_pack(PACK))
    captured = services.opinions.capture_opinion(
        desk, forum.id, text="ถนนหน้าโรงเรียนชำรุด", kind=OpinionKind.PROBLEM
    )
    desk.database.attachments.keep(bytes(20_000))
    os.write(paper, f"opinion {captured.id}\n".encode())
    # Open wraps: what is tried here are the files, not the stretching of a passphrase.
    desk.database.renew_key(lambda key: (leave_open(key),))
    desk.close()
    os.close(paper)


def recorded(beside: Path, mutant: str = "") -> tuple[Step, ...]:
    """Return what all that does to a folder."""
    folder = beside / "data"
    folder.mkdir()
    command = [sys.executable, "-m", "benchmarks.faults.new_key", "--do", str(folder), mutant]
    return record(command, folder, beside)


def cuts(steps: Sequence[Step], *, every: int = 1) -> Iterator[tuple[str, ...]]:
    """Yield the faults found after each power cut since the key began to be given."""
    disk, paper = Disk(), b""
    for at, step in enumerate(steps):
        if step.name == ACKNOWLEDGED:
            paper += step.data
            continue
        disk.do(step)
        if not paper or at % every:
            continue
        for chance in chances(at):
            with tempfile.TemporaryDirectory() as left:
                disk.cut(Path(left), chance)
                yield _faults(Path(left), tuple(paper.decode().split("\n")[:-1]))


def measure(every: int = 1) -> Counter[str]:
    """Return how many images were opened, and how many lost something or were not opened."""
    beside = Path(tempfile.mkdtemp())
    try:
        steps = recorded(beside)
    finally:
        shutil.rmtree(beside)
    figures = Counter({"steps": len(steps)})
    for faults in cuts(steps, every=every):
        figures["images"] += 1
        figures["faulty or lost"] += bool(faults)
    return figures


def _faults(folder: Path, acknowledged: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is wrong: also where two keys are left, or the attachment cannot be read."""
    faults = faults_in(folder, acknowledged)
    if faults:
        return faults
    desk = Desk.open(folder)
    try:
        kept = len(desk.database.attachments.known())
    finally:
        desk.close()
    keys = len(read_key_file(folder / KEYS_NAME).keys)
    told = (f"{kept} attachments in {ATTACHMENTS_NAME}",) if kept != 1 else ()
    return (*told, f"{keys} keys") if keys != 1 else told


def _attachments_full() -> None:
    """Sync no folder after a commit into the attachments."""
    pragmas = vars(attachments)["_PRAGMAS"]
    vars(attachments)["_PRAGMAS"] = [pragma.replace("EXTRA", "FULL") for pragma in pragmas]


def _new_key_alone() -> None:
    """Keep the new key alone from the beginning."""
    vars(renewing)["KeyFile"] = lambda keys: KeyFile(keys[-1:])


MUTANTS = {
    "": lambda: None,
    "renamed-unsynced": typist.MUTANTS["renamed-unsynced"],
    "attachments-full": _attachments_full,
    "new-key-alone": _new_key_alone,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--do"]:
        main(Path(sys.argv[2]), *sys.argv[3:])
    else:
        print(measure(*map(int, sys.argv[1:])))
