"""Finding people by what is typed at a desk: in a hurry, by ear, on the wrong layout."""

import re
from collections.abc import Iterator

from forum_desktop.thai.folding import fold, fold_tight
from forum_desktop.thai.keyboard import typed_in_latin, typed_in_thai
from forum_desktop.thai.names import split_full_name
from forum_desktop.thai.sound import sound_of

_THAI = re.compile("[ก-๛]")
_LIKE_A_WORD = re.compile("[ก-ฮเ-ไA-Za-z0-9][^ ]")
_NUMBER = re.compile("[0-9][0-9-]*")
_LEAST_SOUND = 2
"""Fewer consonants than this sound like half of the town."""


def search_key(first_name: str, last_name: str, phone: str, *others: str) -> str:
    """Return the text in which a person is searched: both names come first, then as one."""
    together = fold_tight(f"{first_name}{last_name}")
    words = fold(" ".join((first_name, last_name, *others)))
    return " ".join(part for part in (words, together, fold_tight(phone)) if part)


def search_words(typed: str) -> list[str]:
    """Return the words that must all be found; hyphens within a telephone number do not count."""
    return [
        word.replace("-", "") if _NUMBER.fullmatch(word) else word for word in fold(typed).split()
    ]


def readings(typed: str) -> Iterator[str]:
    """Yield what she may have meant, likeliest first: as typed, then on the other layout.

    Each once more without the title that stands before the name.
    """
    for text in (typed, *_on_the_other_layout(typed)):
        yield text
        name = split_full_name(text)
        if name.title and name.first_name:
            yield f"{name.first_name} {name.last_name}".strip()


def sounds_of(typed: str) -> tuple[str, ...]:
    """Return how the words of a name sound, title aside; nothing for what is too short to tell."""
    name = split_full_name(typed)
    sounds = [sound_of(word) for word in f"{name.first_name} {name.last_name}".split()]
    return tuple(sounds) if sounds and min(map(len, sounds)) >= _LEAST_SOUND else ()


def _on_the_other_layout(typed: str) -> Iterator[str]:
    """Yield what the keys give on the other layout, where that begins like a name or number."""
    other = typed_in_latin(typed) if _THAI.search(typed) else typed_in_thai(typed)
    if _LIKE_A_WORD.match(other.strip()):
        yield other
