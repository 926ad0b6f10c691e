"""Which person a row is: somebody known, somebody further up in the file, or new.

People are never merged unasked. A row is somebody known where the name is the same and one
more fact is (community, telephone, organisation or position), or where all that both tell is
the same. Where nothing else can be compared, or several people fit, a person decides.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from forum_desktop.records.importing import ImportState, RowDecision
from forum_desktop.records.people import Attendee
from forum_desktop.services.importing.cells import Facts
from forum_desktop.services.importing.names import are_of_two_people, title_key
from forum_desktop.services.importing.places import Places
from forum_desktop.thai.folding import fold_tight
from forum_desktop.thai.phones import read_phone

FACTS = (
    "title",
    "first_name",
    "last_name",
    "sector",
    "community",
    "zone",
    "organisation",
    "position",
    "phone",
    "role",
)
_CONFIRMING = ("community", "phone")
_SUPPORTING = ("organisation", "position")
"""Facts that many people share: they confirm where nothing speaks against it."""

_PARTING = ("community", "phone", "organisation")
_TELLING = ("community", "organisation", "position")
_SILENT = ("phone", "role", "zone", "sector")
"""Facts that lists leave out of people who have them."""

_OWN = frozenset({"first_name", "last_name", "phone"})
"""Facts that hardly two people share; the others are compared once for many."""

ALIKE = 0.8
"""Of two names over one telephone number, one of which may be misspelt."""


class Spelling:
    """What two spellings of a fact have in common."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._keys: dict[tuple[str, str], str] = {}

    def key(self, name: str, value: str) -> str:
        """Return the common form of a fact's value."""
        if name in _OWN:
            return self._reckon(name, value)
        known = self._keys.get((name, value))
        if known is None:
            known = self._keys[name, value] = self._reckon(name, value)
        return known

    def _reckon(self, name: str, value: str) -> str:
        if name == "community":
            return fold_tight(self._places.community(value).text)
        if name == "phone":
            return read_phone(value).text
        return title_key(value) if name == "title" else fold_tight(value)


@dataclass(slots=True)
class Candidate:
    """Somebody with facts: known already, or told by the row `row` of this file."""

    facts: Facts
    compare: Callable[[str, str], str]
    person: Attendee | None = None
    row: int = 0
    _keys: Facts = field(default_factory=dict)

    def key(self, name: str) -> str:
        """Return what a fact and another spelling of it have in common; reckoned once."""
        if name not in self._keys:
            value = self.facts.get(name, "")
            self._keys[name] = self.compare(name, value) if value else ""
        return self._keys[name]

    @property
    def name(self) -> str:
        """What two spellings of first and last name have in common."""
        return self.key("first_name") + self.key("last_name")

    @property
    def whole(self) -> str:
        """The same with the title, wherever it was cut off."""
        return self.key("title") + self.name

    @property
    def is_free(self) -> bool:
        """Tell whether she is known and no row was found to be her."""
        return self.person is not None and not self.row


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who a row is, and what is done with it unless somebody decides otherwise."""

    state: ImportState
    decision: RowDecision
    reason: str = ""
    candidate: Candidate | None = None
    twin: int = 0


_NEW = Verdict(ImportState.NEW, RowDecision.ADD)


class People:
    """Everybody known in a forum, and those whom the rows read so far tell of."""

    def __init__(self, known: Iterable[Attendee], places: Places) -> None:
        self._spelling = Spelling(places)
        self._by_name: dict[str, list[Candidate]] = {}
        self._by_phone: dict[str, list[Candidate]] = {}
        for person in known:
            self._index(Candidate(facts_of(person), self._spelling.key, person))

    def find(self, facts: Facts, row: int) -> Verdict:
        """Return who a row is, and remember it for the rows below."""
        told = Candidate(facts, self._spelling.key, None, row)
        verdict = self._judge(told)
        if verdict.decision is RowDecision.ADD:
            self._index(told)
        elif verdict.candidate is not None and verdict.state is not ImportState.DOUBTFUL:
            verdict.candidate.row = row
        return verdict

    def _index(self, candidate: Candidate) -> None:
        for key in {candidate.name, candidate.whole}:
            self._by_name.setdefault(key, []).append(candidate)
        if candidate.facts.get("phone"):
            self._by_phone.setdefault(candidate.key("phone"), []).append(candidate)

    def _judge(self, told: Candidate) -> Verdict:
        same = list(self._same_name(told))
        free = (one for one in same if one.is_free)
        exact = next((one for one in free if _is_exact(one, told)), None)
        if exact is not None:
            return Verdict(ImportState.MATCHED, RowDecision.SKIP, candidate=exact)
        confirmed = [one for one in same if confirms(one, told)]
        if confirmed:
            return _of_confirmed(confirmed, told)
        if not same:
            return self._of_phone(told)
        return _of_namesakes(same, told)

    def _same_name(self, told: Candidate) -> Iterator[Candidate]:
        seen: set[int] = set()
        for key in (told.name, told.whole):
            for one in self._by_name.get(key, ()):
                if id(one) not in seen:
                    seen.add(id(one))
                    yield one

    def _of_phone(self, told: Candidate) -> Verdict:
        """Return who has the same telephone and nearly the same name; families share one."""
        for one in self._by_phone.get(told.key("phone"), ()):
            if are_alike(one.name, told.name):
                return _doubt("similar_name", RowDecision.ADD, one)
        return _NEW


def facts_of(person: Attendee) -> Facts:
    """Return the facts of somebody known."""
    return {name: str(getattr(person, name)) for name in FACTS}


def are_alike(one: str, other: str) -> bool:
    """Tell whether two names may be one misspelt; both as `Candidate.name` gives them."""
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def _of_confirmed(confirmed: list[Candidate], told: Candidate) -> Verdict:
    by_phone = [one for one in confirmed if agree(one, told, "phone")]
    likely = by_phone or confirmed
    free = [one for one in likely if one.is_free]
    if not free:
        return _doubt("twice_in_file", RowDecision.SKIP, likely[0])
    if len(free) > 1:
        return _doubt("several_known", RowDecision.SKIP)
    title, known = told.facts.get("title", ""), free[0].facts.get("title", "")
    if not by_phone and are_of_two_people(title, known):
        return _doubt("other_title", RowDecision.ADD, free[0])
    return Verdict(ImportState.MATCHED, RowDecision.CHANGE, candidate=free[0])


def _of_namesakes(same: list[Candidate], told: Candidate) -> Verdict:
    open_ones = [one for one in same if not parts(one, told)]
    if not open_ones:
        return _doubt("namesake", RowDecision.ADD, same[0])
    reason = "maybe_same" if open_ones[0].person else "twice_in_file"
    return _doubt(reason, RowDecision.SKIP, open_ones[0])


def _doubt(reason: str, decision: RowDecision, candidate: Candidate | None = None) -> Verdict:
    twin = candidate.row if candidate else 0
    key = f"importing.row.{reason}"
    return Verdict(ImportState.DOUBTFUL, decision, key, candidate, twin)


def _is_exact(known: Candidate, told: Candidate) -> bool:
    """Tell whether a row tells all that parts people, and nothing that is not known."""
    names = (*_TELLING, *(name for name in _SILENT if told.facts.get(name)))
    return known.whole == told.whole and all(_is_same(known, told, name) for name in names)


def _is_same(one: Candidate, other: Candidate, fact: str) -> bool:
    if one.facts.get(fact, "") == other.facts.get(fact, ""):
        return True
    return one.key(fact) == other.key(fact)


def agree(one: Candidate, other: Candidate, fact: str) -> bool:
    """Tell whether a fact is told of both and is the same."""
    return bool(one.facts.get(fact)) and _is_same(one, other, fact)


def confirms(one: Candidate, other: Candidate) -> bool:
    """Tell whether a fact beside the name says that two are one."""
    if any(agree(one, other, fact) for fact in _CONFIRMING):
        return True
    return not parts(one, other) and any(agree(one, other, fact) for fact in _SUPPORTING)


def parts(one: Candidate, other: Candidate) -> bool:
    """Tell whether a fact that people keep is another one in both."""
    both = (name for name in _PARTING if one.facts.get(name) and other.facts.get(name))
    return not all(_is_same(one, other, name) for name in both)
