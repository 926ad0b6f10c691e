"""The file of a pack: its text, its values, and the line of whatever is wrong in it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from forum_desktop.errors import Refusal
from forum_desktop.files import read_small
from forum_desktop.services.pack_reading.lines import Path, find_line

_LARGEST = 2 * 1024 * 1024
"""Bytes; a whole municipality takes about 20,000."""

_LINE_OF_ERROR = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name and text, to say where a fault is."""

    file: str
    text: str

    def fault(self, fault: str, path: Path, **details: object) -> Refusal:
        """Return the refusal `pack.<fault>` with the file's name and the line of `path`."""
        line = find_line(self.text, path)
        return Refusal(f"pack.{fault}", file=self.file, line=line, **details)


def read_source(path: FilePath) -> tuple[Source, dict[str, Any]]:
    """Return the text and the values of a pack file; raises Refusal where they cannot be had."""
    source = Source(path.name, _decoded(path.name, read_small(path, _LARGEST, "pack")))
    return source, _parsed(source)


def _decoded(name: str, content: bytes) -> str:
    # Notepad on Windows puts a byte order mark before UTF-8 and ends lines with \r\n.
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refusal("pack.not_utf8", file=name, line=line) from error


def _parsed(source: Source) -> dict[str, Any]:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        fault = "bad_date" if message.startswith("Invalid date") else "bad_syntax"
        line = _line_of(message, source.text)
        raise Refusal(f"pack.{fault}", file=source.file, line=line) from error
    except (ValueError, RecursionError) as error:
        # Nesting without end and numbers of thousands of digits: tomllib tells no line.
        raise Refusal("pack.overgrown", file=source.file) from error


def _line_of(message: str, text: str) -> int:
    if found := _LINE_OF_ERROR.search(message):
        return int(found.group(1))
    return text.rstrip().count("\n") + 1 if "end of document" in message else 1
