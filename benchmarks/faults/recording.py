"""Running a program while every change to the files of one folder is recorded, in order."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SOURCES = Path(__file__).parent
_LONGEST = 300.0


@dataclass(frozen=True, slots=True)
class Step:
    """One change. `offset` is the length where a file is cut; `data` what was written."""

    what: str
    name: str
    offset: int = 0
    data: bytes = b""
    other: str = ""


def can_record() -> bool:
    """Tell whether this machine has what recording takes: Linux and a C compiler."""
    return sys.platform == "linux" and shutil.which("cc") is not None


@cache
def built(name: str, folder: Path) -> Path:
    """Return a library of this folder's sources (`recorder`, `injector`), built in a folder."""
    made, source = folder / f"{name}.so", _SOURCES / f"{name}.c"
    command = ["cc", "-O1", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made


def record(
    command: Sequence[str], folder: Path, beside: Path, extra: Mapping[str, str] | None = None
) -> tuple[Step, ...]:
    """Run a command and return what it did to the files of `folder`; `beside` is for our own."""
    log = beside / "record"
    log.unlink(missing_ok=True)
    environment = {
        **os.environ,
        **(extra or {}),
        "LD_PRELOAD": str(built("recorder", beside)),
        "RECORD_FOLDER": str(folder.resolve()),
        "RECORD_TO": str(log),
    }
    subprocess.run(command, check=True, env=environment, timeout=_LONGEST)
    return tuple(read_record(log.read_bytes()))


def read_record(log: bytes) -> Iterator[Step]:
    """Yield the steps of a record."""
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        what, _, rest = log[at:end].decode().partition(" ")
        name, *more = rest.split("\t")
        at = end + 1
        if what == "write":
            offset, length = int(more[0]), int(more[1])
            yield Step(what, name, offset, log[at : at + length])
            at += length
        elif what == "truncate":
            yield Step(what, name, int(more[0]))
        else:
            yield Step(what, name, other=more[0] if more else "")
