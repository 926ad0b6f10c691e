"""The floor of a rehearsal: what is said, answered and proposed."""

from dataclasses import dataclass
from uuid import UUID

from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.overview import ForumOverview
from forum_desktop.records.people import Attendee
from forum_desktop.services import opinions, priorities
from forum_desktop.services.rehearsing.hall import Hall
from forum_desktop.services.rehearsing.samples import any_community, place_of

_ANSWERED_EVERY, _NAMED_EVERY, _UNSORTED_EVERY = 3, 7, 11

_KINDS = (
    OpinionKind.PROBLEM,
    OpinionKind.NEED,
    OpinionKind.SUGGESTION,
    OpinionKind.PROJECT,
    OpinionKind.QUESTION,
    OpinionKind.NEED,
    OpinionKind.PRAISE,
)
"""Seven, so that in turn with sixteen approaches every kind meets every approach."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What to speak about: an approach, or a strategy that has none."""

    strategy_id: UUID
    approach_id: UUID | None
    words: str


def subjects_of(overview: ForumOverview) -> tuple[Subject, ...]:
    """Return the approaches of a plan in its order, and the strategies that have none."""
    found = []
    for strategy in overview.strategies:
        approaches = overview.approaches_of(strategy.id)
        found += [Subject(strategy.id, approach.id, approach.text) for approach in approaches]
        if not approaches:
            found.append(Subject(strategy.id, None, strategy.name))
    return tuple(found)


def hear(
    hall: Hall,
    guests: tuple[Attendee, ...],
    subjects: tuple[Subject, ...],
    turns: range,
    span: tuple[int, int],
) -> None:
    """Let guests speak turn by turn about one subject after the other, within a span."""
    hall.clock.turn_to(*span, len(turns) * 2)
    for turn in turns:
        _hear_one(hall, hall.random.choice(guests), subjects[turn % len(subjects)], turn)
        hall.tell()


def _hear_one(hall: Hall, speaker: Attendee, subject: Subject, turn: int) -> None:
    kind = _KINDS[turn % len(_KINDS)]
    place = speaker.community or any_community(hall.random, hall.pack)
    said = hall.speech.say(kind, subject.words, place_of(hall.pack, place))
    is_sorted = turn % _UNSORTED_EVERY != _UNSORTED_EVERY - 1
    opinion = opinions.capture_opinion(
        hall.desk,
        hall.forum.id,
        text=said.text,
        kind=kind,
        strategy_id=subject.strategy_id if is_sorted else None,
        approach_id=subject.approach_id if is_sorted else None,
        on_behalf_of=speaker.community,
        speaker_id=speaker.id,
        may_be_named=turn % _NAMED_EVERY == 0,
    )
    if turn % _ANSWERED_EVERY == 0 and kind is not OpinionKind.PRAISE:
        _answer(hall, opinion)
    if said.project:
        _propose(hall, opinion, said.project, place)


def _answer(hall: Hall, opinion: Opinion) -> None:
    opinions.revise_opinion(
        hall.desk,
        opinion.id,
        text=opinion.text,
        kind=opinion.kind,
        strategy_id=opinion.strategy_id,
        approach_id=opinion.approach_id,
        answer=hall.speech.answer(),
    )


def _propose(hall: Hall, opinion: Opinion, title: str, place: str) -> None:
    priorities.propose_project(
        hall.desk,
        hall.forum.id,
        title=title,
        strategy_id=opinion.strategy_id,
        approach_id=opinion.approach_id,
        opinion_id=opinion.id,
        place=place,
        budget=hall.random.randrange(5, 60) * 10_000,
        year=hall.random.choice(hall.pack.projects.years or (None,)),
        unit=hall.random.choice(hall.pack.complaint_kinds).unit,
        **hall.speech.facts(),
    )
