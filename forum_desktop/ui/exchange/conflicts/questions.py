"""What awaits a person's decision: a fact with several values, or two entries of one person."""

from typing import TYPE_CHECKING, NamedTuple

from forum_desktop import services
from forum_desktop.ui.display import joined
from forum_desktop.ui.history.spelling import fact_name, thing_name, value_name, when

if TYPE_CHECKING:
    from datetime import datetime

    from forum_desktop.records.exchange import Conflict, ConflictValue, LikelyPair, PairEntry
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.words import Words


class Side(NamedTuple):
    """One of the things side by side: where it was written, what it says, what stands under."""

    place: str
    says: str
    facts: tuple[tuple[str, str, bool], ...] = ()
    """Name and value of each fact, and whether the other side says otherwise."""
    is_current: bool = False


class Answer(NamedTuple):
    """What a digit does: a key of the catalogue; the side it stands under, none for both."""

    says: str
    side: int | None


class ConflictQuestion:
    """Which of the values of a fact is right."""

    def __init__(self, conflict: "Conflict") -> None:
        self.conflict = conflict
        self.key: tuple[str, ...] = ("conflict", *conflict.key)
        self.answers = tuple(Answer("conflicts.take", at) for at in range(len(conflict.values)))

    def title(self, words: "Words") -> str:
        """Return what the question is about."""
        return self.conflict.item or thing_name(words, self.conflict.entity_type)

    def subject(self, words: "Words") -> str:
        """Return which fact of which kind of thing it is."""
        kind, fact = self.conflict.entity_type, self.conflict.fact
        return joined((thing_name(words, kind), fact_name(words, kind, fact)))

    def sides(self, words: "Words") -> tuple[Side, ...]:
        """Return the values, the one that counts now first."""
        return tuple(
            Side(
                place=_place(words, value.station, value.actor, value.at),
                says=self._says(words, value),
                is_current=at == 0,
            )
            for at, value in enumerate(self.conflict.values)
        )

    def decide(self, desk: "Desk", answer: int, _reason: str) -> None:
        """Let a value count."""
        services.exchange.choose(desk, self.conflict, self.conflict.values[answer])

    def take_back(self, desk: "Desk", _answer: int, _reason: str) -> None:
        """Ask again."""
        services.exchange.take_choice_back(desk, self.conflict)

    def _says(self, words: "Words", value: "ConflictValue") -> str:
        kind, fact = self.conflict.entity_type, self.conflict.fact
        return value_name(words, kind, fact, value.told, value.at.tzinfo)


class PairQuestion:
    """Whether two entries are one person."""

    answers = (Answer("conflicts.merge", None), Answer("conflicts.keep_apart", None))

    def __init__(self, pair: "LikelyPair") -> None:
        self.pair = pair
        self.key: tuple[str, ...] = ("pair", *pair.key)

    def title(self, _words: "Words") -> str:
        """Return the name of the older entry."""
        return self.pair.one.attendee.full_name

    def subject(self, words: "Words") -> str:
        """Return what is asked."""
        return words("conflicts.one_person")

    def sides(self, words: "Words") -> tuple[Side, ...]:
        """Return both entries; what they say differently is told apart."""
        one, other = self.pair.one, self.pair.other
        return _entry(words, one, other), _entry(words, other, one)

    def decide(self, desk: "Desk", answer: int, reason: str) -> None:
        """Merge, or keep apart."""
        if answer == 0:
            ids = self.pair.one.attendee.id, self.pair.other.attendee.id
            services.twins.merge_people(desk, *ids, reason)
        else:
            services.exchange.keep_apart(desk, self.pair)

    def take_back(self, desk: "Desk", answer: int, reason: str) -> None:
        """Part them again, or ask again."""
        if answer == 0:
            services.twins.part_people(desk, self.pair.other.attendee.id, reason)
        else:
            services.exchange.ask_again(desk, self.pair)


Question = ConflictQuestion | PairQuestion


def read_questions(desk: "Desk", forum_id: object) -> tuple[Question, ...]:
    """Return all that awaits a decision, conflicts first."""
    conflicts = services.exchange.list_conflicts(desk, forum_id)  # type: ignore[arg-type]
    pairs = services.exchange.list_pairs(desk, forum_id)  # type: ignore[arg-type]
    return (*map(ConflictQuestion, conflicts), *map(PairQuestion, pairs))


def _entry(words: "Words", entry: "PairEntry", other: "PairEntry") -> Side:
    others = dict(other.facts)
    told = tuple(
        (
            fact_name(words, "attendee", fact),
            value_name(words, "attendee", fact, value),
            value != others[fact],
        )
        for fact, value in entry.facts
        if value or others[fact]
    )
    place = _place(words, entry.station, entry.actor, entry.at)
    return Side(place=place, says=entry.attendee.full_name, facts=told)


def _place(words: "Words", station: str, actor: str, at: "datetime") -> str:
    called = words("exchange_view.station", letter=station) if station else ""
    return joined((called, actor, when(words, at)))
