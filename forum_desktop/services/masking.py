"""Masking: what goes out of the file shows nobody's ID number; in the file it stays as said."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from forum_desktop.thai.id_numbers import mask_id_numbers

T = TypeVar("T")
P = ParamSpec("P")

_HANDLE = re.compile("[0-9a-f-]{32,}")
"""Ids and hashes: their digits are nobody's."""


def masked(value: T) -> T:
    """Return a record, or a collection of them, with every ID number in its texts masked.

    What holds none comes back as it is.
    """
    found: Any = value
    if type(found) is str:
        found = found if _HANDLE.fullmatch(found) else mask_id_numbers(found)
    elif isinstance(found, dict):
        found = _changed(found, {key: masked(part) for key, part in found.items()})
    elif isinstance(found, tuple):
        found = _tuple(found)
    elif isinstance(found, list | frozenset):
        found = _changed(found, type(found)(masked(part) for part in found))
    elif is_dataclass(found) and not isinstance(found, type):
        found = _record(found)
    made: T = found
    return made


def told_masked(tell: Callable[P, T]) -> Callable[P, T]:
    """Return a function that tells what `tell` does, every ID number masked."""

    @wraps(tell)
    def told(*args: P.args, **named: P.kwargs) -> T:
        return masked(tell(*args, **named))

    return told


def _tuple(found: tuple[Any, ...]) -> tuple[Any, ...]:
    parts = [masked(part) for part in found]
    if all(part is other for part, other in zip(parts, found, strict=True)):
        return found
    is_named = hasattr(found, "_make")
    return type(found)._make(parts) if is_named else tuple(parts)  # type: ignore[attr-defined]


def _record(found: Any) -> Any:
    kept = {item.name: getattr(found, item.name) for item in fields(found)}
    changed = {name: masked(part) for name, part in kept.items()}
    new = {name: part for name, part in changed.items() if part is not kept[name]}
    return replace(found, **new) if new else found


def _changed(found: Any, made: Any) -> Any:
    return found if found == made else made
