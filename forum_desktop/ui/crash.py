"""Faults of ours: written down where our code failed, and never shown raw."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

# At once: when something fails is no time to load what tells of it.
from forum_desktop.services.fault_reports import write_report


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


def write_down_the_rest(folder: Path) -> None:
    """Report faults of other threads, and those that nobody can catch, in place of printing."""
    threading.excepthook = lambda met: _write_down(folder, met.exc_value)
    sys.unraisablehook = lambda met: _write_down(folder, met.exc_value)


def _write_down(folder: Path, fault: BaseException | None) -> None:
    if fault is not None and not isinstance(fault, KeyboardInterrupt | SystemExit):
        write_report(folder, fault)
