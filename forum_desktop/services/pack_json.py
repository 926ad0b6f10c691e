"""The one spelling of a pack as JSON, which a forum keeps as its copy."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from forum_desktop.errors import Refusal
from forum_desktop.records.pack import EventPack

_Reader = Callable[[Any], Any]


def to_json(pack: EventPack) -> str:
    """Return the pack's one spelling as JSON: keys sorted, no blanks, Thai as Thai."""
    return json.dumps(
        asdict(pack), default=str, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def from_json(content: str) -> EventPack:
    """Return the pack that `to_json` spelled; facts of a newer app are passed over.

    Raises Refusal("pack.copy_damaged") where the content is no pack.
    """
    try:
        pack: EventPack = _reader(EventPack)(json.loads(content))
    except (ValueError, TypeError, RecursionError) as error:
        raise Refusal("pack.copy_damaged") from error
    return pack


@cache
def _reader(hint: Any) -> _Reader:
    if is_dataclass(hint):
        return _record_reader(hint)
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint)[0])
    if NoneType in get_args(hint):
        return _optional_reader(get_args(hint)[0])
    return _plain_reader(hint)


def _record_reader(kind: Any) -> _Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"no {kind.__name__}")
        known = readers.keys() & value.keys()
        return kind(**{name: readers[name](value[name]) for name in known})

    return read


def _tuple_reader(kind: Any) -> _Reader:
    read_one = _reader(kind)

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError("no list")
        return tuple(map(read_one, value))

    return read


def _optional_reader(kind: Any) -> _Reader:
    read_one = _reader(kind)
    return lambda value: None if value is None else read_one(value)


def _plain_reader(kind: Any) -> _Reader:
    if kind is date or kind is time:
        return _of_text(kind.fromisoformat)
    if issubclass(kind, StrEnum):
        return _of_text(kind)

    def read(value: Any) -> Any:
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise TypeError(f"no {kind.__name__}")
        return kind(value)

    return read


def _of_text(read: _Reader) -> _Reader:
    def read_text(value: Any) -> Any:
        if not isinstance(value, str):
            raise TypeError("no text")
        return read(value)

    return read_text
