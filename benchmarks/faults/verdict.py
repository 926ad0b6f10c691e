"""Whether what a fault left is whole: it opens, checks clean, and holds what was acknowledged."""

from pathlib import Path
from uuid import UUID

from benchmarks.faults.typist import ACKNOWLEDGED
from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.opinion import Opinion
from forum_desktop.services.desk import Desk

_RECORDS = {"opinion": Opinion, "complaint": Complaint}


def acknowledged_in(folder: Path) -> tuple[str, ...]:
    """Return what the typist was told is kept."""
    paper = folder / ACKNOWLEDGED
    whole = paper.read_text("utf-8", errors="replace") if paper.exists() else ""
    return tuple(whole.split("\n")[:-1])


def faults_in(folder: Path, acknowledged: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is wrong with a folder after a fault; nothing where all is kept."""
    try:
        desk = Desk.open(folder)
    except Refusal as refusal:
        return (f"not opened: {refusal}",)
    try:
        faults = services.storage.check(desk).faults
        return (*faults, *(f"lost: {told}" for told in acknowledged if not _is_kept(desk, told)))
    except Refusal as refusal:
        return (f"not read: {refusal}",)
    finally:
        desk.close()


def _is_kept(desk: Desk, told: str) -> bool:
    kind, _, entity = told.partition(" ")
    with desk.look() as look:
        return bool(look.all(_RECORDS[kind], id=UUID(entity)))
