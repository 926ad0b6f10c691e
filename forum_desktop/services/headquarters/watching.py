"""Taking in whatever is put into a folder, unattended."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.headquarters import Filed, Quarantined
from forum_desktop.services.exchange.sending import ENDING
from forum_desktop.services.headquarters.filing import file_bundle
from forum_desktop.services.headquarters.office import Office

_PAUSE = 5.0
"""Seconds between two looks into the folder."""


def watch(
    office: Office,
    folder: Path,
    tell: Callable[[Filed | Quarantined | Refusal], object],
    *,
    once: bool = False,
) -> None:
    """Take in every bundle that appears in a folder, and stop for none of them.

    A file is read when it did not grow between two looks; it is left where it is, and its receipt
    beside it. What is
    wrong here (a full disk, a server that does not answer) is told and tried again.
    """
    seen: dict[Path, tuple[int, int]] = {}
    done: dict[Path, tuple[int, int]] = {}
    while True:
        for path in _ready(folder, seen, done, is_patient=not once):
            try:
                outcome = file_bundle(office, path)
                done[path] = _mark(path)
                _answer(office, path.parent, outcome)
                tell(outcome)
            except (Refusal, FileNotFoundError) as problem:
                tell(problem if isinstance(problem, Refusal) else _gone(path))
        if once:
            return
        time.sleep(_PAUSE)


def _answer(office: Office, folder: Path, outcome: Filed | Quarantined) -> None:
    """Leave the receipt where the bundle came: the laptop fetches it by the same way."""
    if isinstance(outcome, Filed):
        content = (office.folder / "receipts" / outcome.receipt).read_bytes()
        # Read by whoever may read the folder: it is signed, and names nobody.
        write_whole(folder / outcome.receipt, content, mode=0o644)


def _ready(
    folder: Path,
    seen: dict[Path, tuple[int, int]],
    done: dict[Path, tuple[int, int]],
    *,
    is_patient: bool,
) -> Iterator[Path]:
    for path in sorted(folder.rglob(f"*{ENDING}")):
        if path.is_symlink() or not path.is_file() or path.name.startswith("."):
            continue
        mark = _mark(path)
        is_still = seen.get(path) == mark or not is_patient
        seen[path] = mark
        if is_still and done.get(path) != mark:
            yield path


def _mark(path: Path) -> tuple[int, int]:
    told = path.stat()
    return told.st_size, told.st_mtime_ns


def _gone(path: Path) -> Refusal:
    return Refusal("bundle.not_found", file=path.name)
