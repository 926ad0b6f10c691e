"""The log of a laptop: what the program did and how it went, never what anybody said or is.

Kept from personal data by its form, not by care: a line is a moment, an event of the list
below, figures, and at most one code: the key of a sentence of ours, the name of a command or of
a library that is loaded. Each is looked up before it is written, so there is no place for a
sentence, a name, a path or the text of an exception.

Five files of at most 256 KB in `logs/` of the data folder; what is older than 90 days goes.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from functools import cache
from pathlib import Path
from threading import Lock
from time import perf_counter, strftime, time

from forum_desktop import __version__
from forum_desktop.files import PRIVATE, PRIVATE_FOLDER
from forum_desktop.wording import Wording

LOGS_NAME, LOG_NAME = "logs", "forum.log"

_MOST_BYTES = 256 * 1024
_OLD_FILES = 4
_LONGEST_KEPT = 90 * 24 * 3600
"""Seconds."""
_CATEGORY = r"default|qt(\.[a-z0-9]+){1,4}"
"""Qt's own names for the places that its messages come from."""
_NO_CODE = "-"


class Event(StrEnum):
    """What may stand in the log."""

    STARTED = "started"
    ENDED = "ended"
    DESK_OPENED = "desk_opened"
    REFUSED = "refused"
    FAULT = "fault"
    LIBRARY = "library"
    """A library warned; only which one, because its words may be of a table it read."""
    QT = "qt"


class EventLog:
    """The log of one data folder; where it cannot be written, nothing else suffers."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / LOGS_NAME
        self.path = self.folder / LOG_NAME
        self._lock = Lock()

    def note(self, event: Event, code: str = _NO_CODE, **figures: float) -> None:
        """Write one line; a `code` that is none of ours is left out."""
        self._write(event, _known(event, code), figures)

    @contextmanager
    def run(self, command: Callable[..., object]) -> Iterator[None]:
        """Note the begin and the end of a command, and how long it took."""
        began = perf_counter()
        name, process = command.__name__, os.getpid()
        with suppress(OSError):
            self._forget_old()
        self._write(Event.STARTED, f"{name} {__version__}", {"process": process})
        try:
            yield
        finally:
            spent = round(perf_counter() - began, 3)
            self._write(Event.ENDED, name, {"process": process, "seconds": spent})

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note that a library warned, in place of its words on the screen."""
        import logging  # noqa: PLC0415 - not for the first page

        handler = logging.Handler(logging.WARNING)
        handler.emit = lambda record: self.note(  # type: ignore[method-assign]
            Event.LIBRARY, record.name.split(".")[0], level=record.levelno, line=record.lineno
        )
        logging.getLogger().addHandler(handler)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(handler)

    def _write(self, event: Event, code: str, figures: dict[str, float]) -> None:
        """Append a line; a data folder that is not there yet is not made for the log's sake."""
        with self._lock, suppress(OSError):
            if self.folder.parent.is_dir():
                self._append(_line(event, code, figures))

    def _append(self, line: bytes) -> None:
        self.folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        if self.path.exists() and self.path.stat().st_size + len(line) > _MOST_BYTES:
            self._turn_over()
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
        try:
            # One call: lines of two processes stand whole beside each other.
            os.write(handle, line)
        finally:
            os.close(handle)

    def _turn_over(self) -> None:
        for number in range(_OLD_FILES, 0, -1):
            newer = self._old(number - 1) if number > 1 else self.path
            if newer.exists():
                newer.replace(self._old(number))

    def _forget_old(self) -> None:
        for number in range(1, _OLD_FILES + 1):
            old = self._old(number)
            if old.exists() and time() - old.stat().st_mtime > _LONGEST_KEPT:
                old.unlink()

    def _old(self, number: int) -> Path:
        return self.folder / f"{LOG_NAME}.{number}"


def _line(event: Event, code: str, figures: dict[str, float]) -> bytes:
    moment = strftime("%Y-%m-%d %H:%M:%S %z")  # datetime takes long to load before the window
    told = (f"{name}={figure:.10g}" for name, figure in figures.items())
    return (" ".join((moment, event.value, code, *told)) + "\n").encode("ascii", "replace")


def _known(event: Event, code: str) -> str:
    """Return the code where it is one that such an event may have."""
    match event:
        case Event.REFUSED:
            is_known = code in _sentences()
        case Event.LIBRARY:
            is_known = code in sys.modules
        case Event.QT:
            is_known = bool(re.fullmatch(_CATEGORY, code))
        case _:
            is_known = False
    return code if is_known else _NO_CODE


@cache
def _sentences() -> frozenset[str]:
    return Wording("th").keys()
