"""Crash reports: where our own code failed, and nothing of what people said or who they are."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

_PACKAGE = "forum_desktop"


def write_report(folder: Path, fault: BaseException) -> Path | None:
    """Write a report of `fault` and return its path; None where even that is impossible.

    Values and messages stay out, because they may hold names or words of people.
    """
    import platform  # noqa: PLC0415 - loaded when needed
    from datetime import datetime  # noqa: PLC0415

    moment = datetime.now().astimezone()
    target = folder / f"fault-{moment:%Y%m%d-%H%M%S-%f}.txt"
    head = (f"{moment:%Y-%m-%d %H:%M:%S %z}", platform.platform(), sys.version)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join((*head, *_lines(fault))) + "\n", encoding="utf-8")
    except OSError:
        return None
    return target


def catch_all(folder: Path, tell: Callable[[Path | None], object]) -> None:
    """Send faults on the window's thread to a report and to `tell`, never to the screen."""

    def caught(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            tell(write_report(folder, fault))

    sys.excepthook = caught


def _lines(fault: BaseException | None) -> Iterator[str]:
    import traceback  # noqa: PLC0415 - loaded when needed

    while fault is not None:
        yield type(fault).__qualname__
        for frame in traceback.extract_tb(fault.__traceback__):
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}"
        fault = fault.__cause__ or fault.__context__


def _place(filename: str) -> str:
    # A path would name the user's folder.
    parts = Path(filename).parts
    start = parts.index(_PACKAGE) if _PACKAGE in parts else len(parts) - 2
    return "/".join(parts[max(start, 0) :])
