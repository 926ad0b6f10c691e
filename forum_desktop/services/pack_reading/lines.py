"""Where things stand in a TOML text: tomllib gives values but tells no line of any.

Only texts that tomllib has accepted come here, so the walk trusts the grammar of TOML 1.0.
"""

import re
from contextlib import suppress
from itertools import count

Path = tuple[str | int, ...]
"""The way to a value: keys of tables and places in lists, ("strategies", 0, "name")."""

_STRING = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''',
    re.DOTALL,
)
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_GAP = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_PLAIN_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def find_line(text: str, path: Path) -> int:
    """Return the line (from 1) of a value, or of the nearest thing around it that is there."""
    walk = _Walk(text)
    # What is nested deeper than Python goes has the line of what is around it.
    with suppress(RecursionError):
        walk.note_places()
    for length in range(len(path), 0, -1):
        if path[:length] in walk.places:
            return text.count("\n", 0, walk.places[path[:length]]) + 1
    return 1


class _Walk:
    """One walk through a text, noting where each key, header and list element begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.places: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}

    def note_places(self) -> None:
        """Note the offset of everything in the text."""
        table: Path = ()
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_BLANK)

    def _header(self) -> Path:
        start, repeated = self._at, self._text.startswith("[[", self._at)
        self._at += 1 + repeated
        *outer, last = self._key()
        path = (*self._newest(outer), last)
        if repeated:
            self.places.setdefault(path, start)
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
        self._at += 1 + repeated
        self.places.setdefault(path, start)
        return path

    def _newest(self, keys: list[str]) -> Path:
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self._tables:
                path = (*path, self._tables[path])
        return path

    def _pair(self, table: Path) -> None:
        start = self._at
        for key in self._key():
            table = (*table, key)
            self.places.setdefault(table, start)
        self._at += 1
        self._skip(_GAP)
        self._value(table)

    def _key(self) -> list[str]:
        keys = []
        while True:
            self._skip(_GAP)
            keys.append(self._one_key())
            self._skip(_GAP)
            if self._text[self._at] != ".":
                return keys
            self._at += 1

    def _one_key(self) -> str:
        if self._text[self._at] not in "\"'":
            return self._take(_BARE)
        quoted = self._take(_STRING)
        return _ESCAPE.sub(_unescaped, quoted[1:-1]) if quoted[0] == '"' else quoted[1:-1]

    def _value(self, path: Path) -> None:
        opening = self._text[self._at]
        if opening == "[":
            self._elements(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._take(_STRING if opening in "\"'" else _SCALAR)

    def _elements(self, path: Path) -> None:
        self._at += 1
        for index in count():
            self._skip(_BLANK)
            if self._text[self._at] == "]":
                break
            self.places[*path, index] = self._at
            self._value((*path, index))
            self._skip_comma()
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        self._skip(_BLANK)
        while self._text[self._at] != "}":
            self._pair(path)
            self._skip_comma()
        self._at += 1

    def _skip_comma(self) -> None:
        self._skip(_BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._skip(_BLANK)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"no {pattern.pattern} at {self._at}")
        self._at = found.end()
        return found.group()


def _unescaped(escape: re.Match[str]) -> str:
    four, eight, letter = escape.groups()
    return chr(int(four or eight, 16)) if four or eight else _PLAIN_ESCAPES.get(letter, letter)
