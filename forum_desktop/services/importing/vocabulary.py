"""The words by which columns, kinds and titles are known; they are data of the app."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any

from forum_desktop.paths import resource
from forum_desktop.records.importing import ImportField, ImportKind
from forum_desktop.thai.cleaning import clean_line
from forum_desktop.thai.folding import fold

_BRACKETS = re.compile(r"[(\[（][^)\]）]*[)\]）]?")
_SIGNS = re.compile(r"[\s\-–—_./\\,:;*#\"'“”()\[\]]")
_LONGEST_HEAD = 60
_ALIKE = 0.88
"""Of two heads one of which is misspelt."""


@dataclass(frozen=True)
class Vocabulary:
    """The heads that a kind of table may have, by their comparable form."""

    fields: Mapping[str, ImportField]
    ignored: frozenset[str]
    never: frozenset[str]

    def field_of(self, head: str) -> ImportField | None:
        """Return the field that a head names, also where it is misspelt."""
        keys = _keys_of(head)
        if not self.is_known(head):
            keys = (
                tuple(get_close_matches(keys[-1], self.fields, n=1, cutoff=_ALIKE)) if keys else ()
            )
        return next((self.fields[key] for key in keys if key in self.fields), None)

    def is_never(self, head: str) -> bool:
        """Tell whether the column holds what a forum may not keep."""
        return any(key in self.never for key in _keys_of(head))

    def is_known(self, head: str) -> bool:
        """Tell whether a text is a head at all."""
        return any(
            key in self.fields or key in self.ignored or key in self.never for key in _keys_of(head)
        )


def _keys_of(head: str) -> tuple[str, ...]:
    """Return the comparable forms of a head, with what stands in brackets and without."""
    if not head or len(head) > _LONGEST_HEAD:
        return ()
    return tuple(dict.fromkeys((head_key(head), head_key(_BRACKETS.sub("", head)))))


def head_key(head: str) -> str:
    """Return what two ways to write a head have in common; "#" alone stays."""
    folded = fold(head)
    return _SIGNS.sub("", folded) or folded


def vocabulary(
    kind: ImportKind, extra: Mapping[str, ImportField] = MappingProxyType({})
) -> Vocabulary:
    """Return the heads of a kind of table, and `extra` ones of the forum's own pack."""
    known = _read()
    fields = {head_key(head): field for head, field in extra.items() if head}
    for name, heads in known[kind.value].items():
        for head in heads:
            fields.setdefault(head_key(head), ImportField(name))
    return Vocabulary(fields, _keys(known["ignored"]["heads"]), _keys(known["never"]["heads"]))


def looks_like_heads(cells: Sequence[str]) -> int:
    """Return how many cells of a row are heads of any kind of table."""
    return max(_count(cells, plain_vocabulary(kind)) for kind in ImportKind)


@cache
def plain_vocabulary(kind: ImportKind) -> Vocabulary:
    """Return the heads of a kind of table, whatever the forum."""
    return vocabulary(kind)


def _count(cells: Sequence[str], words: Vocabulary) -> int:
    return sum(words.is_known(clean_line(cell)) for cell in cells)


@cache
def words_for(name: str) -> Mapping[str, str]:
    """Return code by comparable word, of a list such as "kind" or "level"."""
    return MappingProxyType(
        {
            head_key(word): code
            for code, words in _read()["words"][name].items()
            for word in (code, *words)
        }
    )


@cache
def titles() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return how titles are written in haste, and which ones mean the same."""
    known = _read()
    return known["titles"], known["same_titles"]


@cache
def place_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that stand before names of communities and numbers of zones."""
    places = _read()["places"]
    return tuple(places["prefixes"]), tuple(places["zone_words"])


def _keys(heads: Iterable[str]) -> frozenset[str]:
    return frozenset(map(head_key, heads))


@cache
def _read() -> dict[str, Any]:
    path = resource("importing", "columns.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
