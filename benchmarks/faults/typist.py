"""The program that is killed: acts at a desk, each told on paper once it is acknowledged.

`python -m benchmarks.faults.typist FOLDER ACTS [MUTANT]`. What it was told is kept it writes,
one id a line, to `acknowledged` in the folder's neighbour, by a write of its own.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forum_desktop import files, services
from forum_desktop.db import driver
from forum_desktop.db.database import Database
from forum_desktop.db.writing import Writing
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum

ACKNOWLEDGED = "acknowledged"
PACK = "sample-four-issues"
_EVERY = 5


def main(folder: Path, acts: int, mutant: str = "") -> None:
    """Do acts until there were enough, or for ever where `acts` is 0."""
    MUTANTS[mutant]()
    paper = os.open(folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    desk = Desk.open(folder)
    held = services.forums.list_forums(desk)
    forum = held[0] if held else services.forums.create_forum(desk, services.packs.find_pack(PACK))
    for number in range(acts) if acts else count():
        os.write(paper, f"{_act(desk, forum, number)}\n".encode())
    desk.close()
    os.close(paper)


def _act(desk: Desk, forum: "Forum", number: int) -> str:
    if number % _EVERY == _EVERY - 1:
        return _lodge(desk, forum, number)
    text = f"ถนนหน้าโรงเรียนชำรุด จุดที่ {number}"
    captured = services.opinions.capture_opinion(
        desk, forum.id, text=text, kind=OpinionKind.PROBLEM
    )
    return f"opinion {captured.id}"


def _lodge(desk: Desk, forum: "Forum", number: int) -> str:
    with desk.look() as look:
        kind = services.forums.pack_of(look, forum.id).complaint_kinds[0].code
    intake = ComplaintIntake(
        kind=kind,
        subject=f"เรื่องที่ {number}",
        facts="ท่อน้ำแตก",
        level=ComplaintLevel.ANONYMOUS,
    )
    return f"complaint {services.complaints.lodge_complaint(desk, forum.id, intake).id}"


def _as_it_is() -> None:
    """Change nothing."""


def _synchronous_off() -> None:
    """Never wait for the disk."""
    driver.PRAGMAS = tuple(  # type: ignore[assignment]
        "synchronous=OFF" if pragma.startswith("synchronous") else pragma
        for pragma in driver.PRAGMAS
    )


def _synchronous_normal() -> None:
    """Wait for the disk only now and then: acknowledged acts may be lost, no more."""
    driver.PRAGMAS = tuple(  # type: ignore[assignment]
        "synchronous=NORMAL" if pragma.startswith("synchronous") else pragma
        for pragma in driver.PRAGMAS
    )


def _acknowledged_first() -> None:
    """Tell that an act is kept, and commit it when the next one begins."""
    real = Database.write
    waiting: list[AbstractContextManager[Writing]] = []

    @contextmanager
    def write(self: Database, *clock_and_actor: Any) -> Iterator[Writing]:
        while waiting:
            waiting.pop().__exit__(None, None, None)
        block = real(self, *clock_and_actor)
        yield block.__enter__()
        waiting.append(block)

    Database.write = write  # type: ignore[assignment, method-assign]


def _renamed_unsynced() -> None:
    """Put files in place before their bytes are on the disk."""
    vars(files)["os"] = _OsWithoutSync()


class _OsWithoutSync:
    def __getattr__(self, name: str) -> Any:
        return (lambda _: None) if name == "fsync" else getattr(os, name)


MUTANTS = {
    "": _as_it_is,
    "synchronous-off": _synchronous_off,
    "synchronous-normal": _synchronous_normal,
    "acknowledged-first": _acknowledged_first,
    "renamed-unsynced": _renamed_unsynced,
}

if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
