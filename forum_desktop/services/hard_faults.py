"""Faults that end the program at once, inside a library: reported by the next start.

What Python writes in its last moment names folders of the user; so it stays in a file of its own
until the places in it are cut short, as in every other report.
"""

import faulthandler
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from forum_desktop.files import PRIVATE, PRIVATE_FOLDER, is_taken, write_whole
from forum_desktop.services.fault_reports import place_of, report_head, report_name

_LAST_WORDS, _PATTERN = "last-words-{}.part", "last-words-*.part"
_MOST_BYTES = 64 * 1024
_FRAME = re.compile(r'  File "(?P<file>.*)", line (?P<line>\d+|\?\?\?) in (?P<name>\S+)')
_HEAD = re.compile(r"(Fatal Python error: [A-Za-z ]{1,40}|(Current t|T)hread 0x[0-9a-f]+)")


@contextmanager
def watching(folder: Path) -> Iterator[None]:
    """Report what ended the last run at once, and watch over this one.

    Where the folder cannot be written there is nothing to watch with, and all goes on.
    """
    path = folder / _LAST_WORDS.format(secrets.token_hex(4))
    with ExitStack() as ends:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
            report_left(folder)
            file = ends.enter_context(open(path, "xb", opener=_privately))
            is_taken(file)
            faulthandler.enable(file)
            ends.callback(faulthandler.disable)
        yield
    with suppress(OSError):
        path.unlink(missing_ok=True)


def report_left(folder: Path) -> None:
    """Make a report of what a run wrote that ended at once; one killed from outside wrote nothing.

    Raises OSError where the folder cannot be read.
    """
    for path in folder.glob(_PATTERN):
        with suppress(OSError):
            ended = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            with path.open("rb") as file:
                if not is_taken(file):
                    continue  # still running
                told = file.read(_MOST_BYTES).decode("utf-8", "replace")
            if lines := list(_trimmed(told)):
                text = "\n".join((*report_head(ended), *lines)) + "\n"
                write_whole(folder / report_name(ended), text.encode())
            path.unlink(missing_ok=True)


def _trimmed(told: str) -> Iterator[str]:
    """Yield the lines that we know, each place cut short; all others are left out."""
    for line in told.splitlines():
        if frame := _FRAME.match(line):
            yield f"  {place_of(frame['file'])}:{frame['line']} {frame['name']}"
        elif head := _HEAD.match(line):
            yield head[0]


def _privately(name: str, flags: int) -> int:
    return os.open(name, flags, PRIVATE)
