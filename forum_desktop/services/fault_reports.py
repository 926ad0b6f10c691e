"""Reports of faults of ours: written, read, taken along, thrown away. Nothing sends them.

A report says where our code failed. Values and messages stay out, because they may hold names
or words of people; so do paths, which name the user. What stands in it can be read before
anybody gets it.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop.errors import Refusal
from forum_desktop.paths import REPORTS_NAME

if TYPE_CHECKING:
    from datetime import datetime

    from forum_desktop.records.fault_report import FaultReport

MOST_KEPT = 30
"""Reports; the oldest goes when one more is written."""

_PACKAGE = Path(__file__).resolve().parent.parent
_PATTERN = "fault-*.txt"
_LIBRARY = r"site-packages|dist-packages|python3\.\d+t?"
"""The folder of a system from which on paths are the same everywhere."""
_PRIVATE = 0o700
_MOST_BYTES = 256 * 1024


def folder_of(data_dir: Path) -> Path:
    """Return where the reports of a data folder lie."""
    return data_dir / REPORTS_NAME


def write_report(folder: Path, fault: BaseException) -> Path | None:
    """Write a report of `fault` and return its path; None where even that is impossible."""
    from datetime import datetime  # noqa: PLC0415 - loaded when needed

    from forum_desktop.files import write_whole  # noqa: PLC0415

    moment = datetime.now().astimezone()
    target = folder / report_name(moment)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        write_whole(target, ("\n".join((*report_head(moment), *_lines(fault))) + "\n").encode())
        _forget_oldest(folder)
    except (OSError, Refusal):
        return None
    return target


def report_name(moment: "datetime") -> str:
    """Return the name of a report's file; names sort by time."""
    return f"fault-{moment:%Y%m%d-%H%M%S-%f}.txt"


def report_head(moment: "datetime") -> tuple[str, ...]:
    """Return the first lines of a report: when it was, and in which versions."""
    import platform  # noqa: PLC0415 - loaded when needed

    from forum_desktop import __version__  # noqa: PLC0415

    python = ".".join(map(str, sys.version_info[:3]))
    made = (f"Forum Desktop {__version__}", f"Python {python}", platform.platform())
    return (f"{moment:%Y-%m-%d %H:%M:%S %z}", *made, "")


def list_reports(folder: Path) -> "tuple[FaultReport, ...]":
    """Return all reports, newest first; one that cannot be read is left out."""
    return tuple(_read_all(sorted(folder.glob(_PATTERN), reverse=True)))


def delete_report(folder: Path, name: str) -> None:
    """Throw a report away; raises Refusal("fault_reports.gone") where it is not there."""
    try:
        _find(folder, name).unlink()
    except OSError as error:
        raise Refusal("fault_reports.gone") from error


def save_report(folder: Path, name: str, target: Path) -> Path:
    """Copy a report, to a stick say; raises Refusal("fault_reports.gone", "files.not_written")."""
    from forum_desktop.files import write_whole  # noqa: PLC0415 - loaded when needed

    try:
        content = _find(folder, name).read_bytes()
    except OSError as error:
        raise Refusal("fault_reports.gone") from error
    write_whole(target, content)
    return target


def _find(folder: Path, name: str) -> Path:
    """Return a report's path, and never one of another folder."""
    found = next((path for path in folder.glob(_PATTERN) if path.name == name), None)
    if found is None:
        raise Refusal("fault_reports.gone")
    return found


def _read_all(paths: list[Path]) -> "Iterator[FaultReport]":
    from datetime import datetime  # noqa: PLC0415 - loaded when needed

    from forum_desktop.records.fault_report import FaultReport  # noqa: PLC0415

    for path in paths:
        try:
            written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            with path.open("rb") as file:
                text = file.read(_MOST_BYTES).decode("utf-8", "replace")
        except OSError:
            continue
        yield FaultReport(path.name, written, text)


def _forget_oldest(folder: Path) -> None:
    for path in sorted(folder.glob(_PATTERN), reverse=True)[MOST_KEPT:]:
        path.unlink(missing_ok=True)


def _lines(fault: BaseException | None) -> Iterator[str]:
    """Yield the fault's kind and places, then those of what it came from."""
    import traceback  # noqa: PLC0415 - loaded when needed

    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield _kind(fault)
        for frame in traceback.extract_tb(fault.__traceback__):
            place = place_of(frame.filename)
            line = f": {frame.line}" if place.startswith(_PACKAGE.name) else ""
            yield f"  {place}:{frame.lineno} {frame.name}{line}"
        fault = fault.__cause__ or fault.__context__


def _kind(fault: BaseException) -> str:
    """Return the class; a refusal's key too, and a system error's number, which tell no name."""
    kind = type(fault).__qualname__
    if isinstance(fault, Refusal):
        return f"{kind} {fault.key}"
    if isinstance(fault, OSError) and fault.errno is not None:
        return f"{kind} {fault.errno}"
    return kind


def place_of(filename: str) -> str:
    """Return a path as far as it is ours or a library's, else its name: the rest names the user."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    at = next((at for at, part in enumerate(path.parts) if re.fullmatch(_LIBRARY, part)), -2)
    return "/".join(path.parts[at + 1 :])
