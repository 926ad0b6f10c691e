"""The facts of an entry as plain words, so that two entries can be set side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from forum_desktop.records.badge import badge_code

if TYPE_CHECKING:
    from forum_desktop.records.people import Attendee

WORDED = (
    *("title", "first_name", "last_name", "sector", "community", "zone", "organisation"),
    *("position", "phone", "on_behalf_of", "guardian"),
)
"""The facts that are words, by their name in the record."""
MINOR = "is_minor"
_YES = "yes"
_GROUP = 5


class Difference(NamedTuple):
    """One fact of the entry that stays and of the other; `taken` is what is taken over."""

    fact: str
    kept: str
    other: str

    @property
    def is_taken(self) -> bool:
        """Tell whether the entry that stays lacks the fact and gets it."""
        return bool(self.other) and not self.kept

    @property
    def differs(self) -> bool:
        """Tell whether both know the fact and do not agree."""
        return bool(self.kept) and bool(self.other) and self.kept != self.other


def facts_of(attendee: "Attendee") -> dict[str, str]:
    """Return the facts of an entry; a yes is a word, a no is empty."""
    facts = {fact: str(getattr(attendee, fact)) for fact in WORDED}
    return {**facts, MINOR: _YES if attendee.is_minor else ""}


def with_facts(attendee: "Attendee", facts: Mapping[str, str]) -> "Attendee":
    """Return the entry with other facts."""
    worded = {fact: facts[fact].strip() for fact in WORDED if fact in facts}
    changed = replace(attendee, **worded)  # type: ignore[arg-type]
    return replace(changed, is_minor=bool(facts[MINOR])) if MINOR in facts else changed


def yes(is_so: bool) -> str:  # noqa: FBT001 - the answer of a tick box
    """Return a yes or no as a fact."""
    return _YES if is_so else ""


def compared(kept: "Attendee", other: "Attendee") -> Iterator[Difference]:
    """Yield every fact that either entry tells; `kept` is the entry that stays."""
    ours, theirs = facts_of(kept), facts_of(other)
    for fact in ours:
        if ours[fact] or theirs[fact]:
            yield Difference(fact, ours[fact], theirs[fact])


def older(one: "Attendee", other: "Attendee") -> "tuple[Attendee, Attendee]":
    """Return the entry that stays when both are merged, and the one that goes into it."""
    return (one, other) if one.id < other.id else (other, one)


def badge_of(attendee: "Attendee") -> str:
    """Return the code on her badge in groups, as it is read aloud: 01AB2-CD3EF."""
    code = attendee.badge or badge_code(attendee.id)
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
