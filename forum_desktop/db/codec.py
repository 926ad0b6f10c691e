"""Records to primitive fields and back: one spelling in the log and in the tables."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time
from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from types import NoneType
from typing import Any, Protocol, TypeVar, get_args, get_type_hints
from uuid import UUID

_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Primitive = str | int | float | bool | None
Fields = dict[str, Primitive]


class Entity(Protocol):
    """A record that lives in the log: it has an id and belongs to a forum."""

    @property
    def id(self) -> UUID:
        """The entity's own id."""

    @property
    def forum_id(self) -> UUID:
        """The forum it belongs to."""


R = TypeVar("R")


def to_fields(record: object) -> Fields:
    """Return a record's facts as primitives, without its id and its forum."""
    kind: type = type(record)
    names = field_types(kind)
    return {name: to_primitive(getattr(record, name)) for name in names}


def to_primitive(value: object) -> Primitive:
    """Return the one spelling of a value: ids and times as text, times with their offset."""
    if isinstance(value, StrEnum | IntEnum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, UUID | date | time):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no primitive spelling for {type(value).__name__}")


def to_record(record_type: type[R], row: Mapping[Any, Any]) -> R:
    """Return the record that a table row spells."""
    kind: type = record_type
    read = _readers(kind)
    return record_type(**{name: read_one(row[name]) for name, read_one in read.items()})


def is_readable(record_type: type, row: Mapping[Any, Any]) -> bool:
    """Tell whether `to_record` reads a row, which spells each value as `to_primitive` does.

    A row from elsewhere may hold a choice that only an app to come knows, or no date at all.
    """
    try:
        for name, may_lack, kinds, is_spelled in _spellings(record_type):
            value = row.get(name)
            if value is None:
                if not may_lack:
                    return False
            elif value.__class__ not in kinds or not (is_spelled is None or is_spelled(value)):
                return False
    except (ValueError, TypeError):
        return False
    return True


@cache
def field_types(record_type: type) -> dict[str, Any]:
    """Return the types of a record's facts by name, without id and forum."""
    hints = get_type_hints(record_type)
    return {f.name: hints[f.name] for f in fields(record_type) if f.name not in {"id", "forum_id"}}


@cache
def required_fields(record_type: type) -> frozenset[str]:
    """Return the names of the facts without which an entity cannot be shown yet."""
    facts = field_types(record_type)
    return frozenset(
        f.name for f in fields(record_type) if f.name in facts and f.default is MISSING
    )


@cache
def default_fields(record_type: type) -> Fields:
    """Return the primitive defaults of the facts that have one."""
    return {
        f.name: to_primitive(f.default)
        for f in fields(record_type)
        if f.name in field_types(record_type) and f.default is not MISSING
    }


def plain_type(hint: Any) -> type:
    """Return the type of a fact, looking through `| None`."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    plain = kinds[0] if kinds else hint
    return plain if isinstance(plain, type) else str


@lru_cache(maxsize=1 << 12)  # every row names its forum, most a strategy or an approach
def _read_id(text: str) -> UUID:
    return UUID(text)


_Spelling = tuple[str, bool, frozenset[type], Callable[[Any], Any] | None]
"""A fact's name, whether it may be lacking, its primitive types, and what tells more of it."""


_TEXT: frozenset[type] = frozenset({str})
_PRIMITIVES: dict[type, frozenset[type]] = {
    bool: frozenset({bool}),
    int: frozenset({int}),
    float: frozenset({float, int}),
}


@cache
def _spellings(record_type: type) -> tuple[_Spelling, ...]:
    hints = get_type_hints(record_type)
    return tuple(_spelling_of(f.name, hints[f.name]) for f in fields(record_type))


def _spelling_of(name: str, hint: Any) -> _Spelling:
    kind = plain_type(hint)
    return name, NoneType in get_args(hint), _PRIMITIVES.get(kind, _TEXT), _spelling(kind)


def _spelling(kind: type) -> Callable[[Any], Any] | None:
    if kind is UUID:
        return _ID.fullmatch
    if kind is datetime:
        return lambda text: datetime.fromisoformat(text).tzinfo
    if kind is date or kind is time:
        return lambda text: str(kind.fromisoformat(text)) == text
    if issubclass(kind, StrEnum):
        return frozenset(one.value for one in kind).__contains__
    return None


@cache
def _readers(record_type: type) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(record_type)
    return {f.name: _reader(plain_type(hints[f.name])) for f in fields(record_type)}


def _reader(kind: type) -> Callable[[Any], Any]:
    if kind is datetime or kind is date or kind is time:
        read: Callable[[Any], Any] = kind.fromisoformat
    elif kind is str or kind is int or kind is float:
        return lambda value: value
    elif kind is UUID:
        read = _read_id
    else:
        read = kind
    return lambda value: None if value is None else read(value)
