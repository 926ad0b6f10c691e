"""A short fingerprint of the data a document was made of, printed on it and checkable."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from forum_desktop.records.documents import DocumentContent

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter is taken for another or for a digit."""

_PLAIN = frozenset({str, int, float, bool, type(None)})
_GROUPS, _GROUP = 4, 4
"""16 symbols, 80 bits: enough that nobody finds other data with the same one."""


@lru_cache(maxsize=2)  # the last page and the label of a document both ask for it
def fingerprint(content: DocumentContent) -> str:
    """Return "4S7K-QM2T-..." of the content: the same facts and settings give the same one."""
    number = int.from_bytes(sha256(canonical(content).encode("utf-8", "surrogatepass")).digest())
    symbols = "".join(_SYMBOLS[number >> 5 * n & 31] for n in range(_GROUPS * _GROUP))
    return "-".join(symbols[n : n + _GROUP] for n in range(0, len(symbols), _GROUP))


def canonical(content: object) -> str:
    """Return the content as canonical JSON: sorted keys, no white space."""
    return json.dumps(plain(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(value: Any) -> Any:
    """Return a record as dicts, lists, texts, numbers; dates as ISO 8601.

    A fact that is what it is where nobody told it is left out: what a newer app may know
    besides does not change the fingerprint of a document that says nothing of it.
    """
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, str | UUID):
        return str(value)
    if is_dataclass(value):
        told = ((name, getattr(value, name), unsaid) for name, unsaid in _facts(value.__class__))
        return {name: plain(fact) for name, fact, unsaid in told if not _is_same(fact, unsaid)}
    if isinstance(value, tuple | frozenset):
        items = [plain(item) for item in value]
        return items if isinstance(value, tuple) else sorted(items)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


@cache
def _facts(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Return the names of a record's facts, each with its default (MISSING where it has none)."""
    return tuple((field.name, field.default) for field in fields(kind))


def _is_same(fact: Any, unsaid: Any) -> bool:
    # True == 1 in Python, so values are told apart together with their type.
    return fact is unsaid or (fact.__class__ is unsaid.__class__ and bool(fact == unsaid))
