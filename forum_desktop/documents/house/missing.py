"""Characters of the content that no font has, so that the document can tell of them."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from forum_desktop.documents.fonts.coverage import code
from forum_desktop.documents.fonts.face import Face, load_face


def missing_characters(content: object, face: Face | None = None) -> list[str]:
    """Return codes like [U+4E2D] of characters that no font of a face draws, in order."""
    texts: list[str] = []
    _gather((content,), texts)
    missing = (face or load_face()).missing("\n".join(texts))
    return [code(character) for character in sorted(missing)]


def _gather(values: Iterable[Any], texts: list[str]) -> None:
    """Add every text within records and tuples of them."""
    for value in values:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, tuple):
            _gather(value, texts)
        elif facts := _facts_of(value.__class__):
            _gather(facts(value), texts)


@cache
def _facts_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Return what reads all fields of a kind of record; None for what is none."""
    if not is_dataclass(kind):
        return None
    names = tuple(field.name for field in fields(kind))
    return lambda record: tuple(getattr(record, name) for name in names)
