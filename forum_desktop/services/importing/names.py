"""Names as lists give them: titles in haste, twice, or in a column of their own."""

from dataclasses import dataclass
from functools import cache

from forum_desktop.services.importing.vocabulary import titles
from forum_desktop.thai.cleaning import clean_line
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.names import TITLES, split_full_name

_KNOWN = frozenset(TITLES)
_MEN = frozenset({"นาย", "เด็กชาย", "Mr."})
_WOMEN = frozenset({"นาง", "นางสาว", "เด็กหญิง", "Mrs.", "Ms.", "Miss"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart; `is_doubled` where a title stood in it twice."""

    title: str
    first_name: str
    last_name: str
    is_doubled: bool = False


def read_full_name(written: str) -> Name:
    """Return a name written in one cell, taken apart, the longest title first."""
    name = _split(_tidy(written))
    inner = _split(f"{name.first_name} {name.last_name}") if name.is_doubled else name
    if name.is_doubled and title_key(inner.title) == title_key(name.title):
        return Name(name.title, inner.first_name, inner.last_name, is_doubled=True)
    return name


def read_parts(title: str, first: str, last: str) -> Name:
    """Return a name written in several cells; a title may stand in front of the first name."""
    own, written = read_title(title), clean_line(first)
    name = read_full_name(written)
    if not name.title or (own and title_key(own) != title_key(name.title)):
        return Name(own, written, clean_line(last))
    rest = f"{name.first_name} {name.last_name}".strip()
    return Name(own or name.title, rest, clean_line(last), bool(own) or name.is_doubled)


def read_title(written: str) -> str:
    """Return a title as it is usually spelt: น.ส. of "นส"; others as they are."""
    plain = clean_line(written)
    return titles()[0].get(plain, plain)


@cache
def title_key(title: str) -> str:
    """Return what two titles of one meaning have in common: นางสาว of น.ส."""
    return fold_tight(titles()[1].get(title, title))


def name_key(first_name: str, last_name: str) -> str:
    """Return what two spellings of a name have in common."""
    return fold_tight(first_name + last_name)


def are_of_two_people(one: str, other: str) -> bool:
    """Tell whether two titles are those of a man and of a woman."""
    same = titles()[1]
    pair = {same.get(one, one), same.get(other, other)}
    return bool(pair & _MEN) and bool(pair & _WOMEN)


def is_title(text: str) -> bool:
    """Tell whether a text is a title and nothing else."""
    return read_title(text) in _KNOWN


def _tidy(written: str) -> str:
    """Return a text whose title is spelt as usual."""
    text = clean_line(written)
    for hasty, usual in _hasty_titles():
        rest = text[len(hasty) :]
        if text.startswith(hasty) and (hasty.endswith(".") or rest.startswith(" ")):
            return usual + rest.lstrip()
    return text


@cache
def _hasty_titles() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(titles()[0].items(), key=lambda pair: -len(pair[0])))


def _split(text: str) -> Name:
    """Return a name with all the titles in front of it: "ผศ. ดร. ..." has two."""
    name = split_full_name(text)
    title, first, last = name.title, name.first_name, name.last_name
    while title and first in _KNOWN and last:
        title += first
        first, _, last = last.partition(" ")
    return Name(title, first, last.strip(), name.doubled)
