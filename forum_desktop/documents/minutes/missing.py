"""Characters of the content that no font has, so that the document can tell of them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from forum_desktop.documents.fonts.coverage import code, load_families
from forum_desktop.records.minutes import MinutesContent


def missing_characters(content: MinutesContent) -> list[str]:
    """Return codes like [U+4E2D] of characters that no font draws, in order."""
    regular, _ = load_families()
    text = "\n".join(
        _texts(
            (
                content.texts,
                content.opinions,
                content.agenda,
                content.forum,
                content.members_present,
                content.members_absent,
            )
        )
    )
    return [code(character) for character in sorted(regular.missing(text))]


def _texts(value: object) -> Iterator[str]:
    """Yield every text within records and tuples of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
