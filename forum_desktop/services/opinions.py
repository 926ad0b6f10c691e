"""Acts on what people say."""

from collections.abc import Callable
from dataclasses import replace
from typing import Concatenate, ParamSpec
from uuid import UUID

from forum_desktop.db import drafts, opinions
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import (
    Opinion,
    OpinionFilter,
    OpinionKind,
    OpinionRow,
    SpeakerLink,
    Utterance,
)
from forum_desktop.records.plan import Approach
from forum_desktop.records.privacy import ConsentPurpose
from forum_desktop.services.desk import Desk
from forum_desktop.services.keeping.consents import agreed
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line, long_text

MOST_URGENT = 2
Facts = ParamSpec("Facts")


def take_down(desk: Desk, forum_id: UUID, said: Utterance, *, draft: str = "") -> Opinion:
    """Keep one thing said on the floor; who said it is kept apart.

    The words half typed at the place `draft` go in the same moment, so that a crash neither
    loses nor doubles them. Raises Refusal("text.empty", "text.too_long",
    "opinion.approach_elsewhere" or "opinion.needs_first_approach").
    """
    with desk.act() as act:
        opinion = enter_opinion(act, forum_id, said)
        if draft:
            drafts.keep(act, draft, "")
        return opinion


def _by_facts(
    told: Callable[Facts, Utterance],
) -> Callable[Concatenate[Desk, UUID, Facts], Opinion]:
    # The facts of an utterance are listed in its record alone, and still checked by mypy here.
    def capture_opinion(
        desk: Desk, forum_id: UUID, /, *args: Facts.args, **facts: Facts.kwargs
    ) -> Opinion:
        """Keep one thing said, told fact by fact as in `Utterance`; refuses as `take_down`."""
        return take_down(desk, forum_id, told(*args, **facts))

    return capture_opinion


capture_opinion = _by_facts(Utterance)


def enter_opinion(act: Writing, forum_id: UUID, said: Utterance) -> Opinion:
    """Keep one thing said, as a part of an act that has begun; refuses as `take_down`."""
    text = long_text(said.text, needed=True)
    strategy_id, other_id = _places_in_plan(act, said)
    opinion = act.add(
        Opinion(
            id=act.new_id(),
            forum_id=forum_id,
            reference=next_reference(act, forum_id),
            strategy_id=strategy_id,
            approach_id=said.approach_id,
            other_approach_id=other_id,
            kind=said.kind,
            text=text,
            on_behalf_of=line(said.on_behalf_of),
            said_at=act.now,
            urgency=max(0, min(said.urgency, MOST_URGENT)),
            tags="\n".join(filter(None, map(line, said.tags.split("\n")))),
            place=line(said.place),
        )
    )
    if said.speaker_id is not None:
        _link(act, opinion, said.speaker_id, may_be_named=said.may_be_named)
    return opinion


def recent_opinions(
    desk: Desk,
    forum_id: UUID,
    *,
    strategy_id: UUID | None = None,
    typed: str = "",
    limit: int = 200,
) -> tuple[Opinion, ...]:
    """Return the newest opinions that stand."""
    wanted = OpinionFilter(typed=typed, strategy_id=strategy_id)
    return tuple(row.opinion for row in search_opinions(desk, forum_id, wanted, limit))


def search_opinions(
    desk: Desk,
    forum_id: UUID,
    wanted: OpinionFilter,
    limit: int = 200,
    before: UUID | None = None,
) -> tuple[OpinionRow, ...]:
    """Return the newest opinions that stand and meet a filter, with how many said the same.

    Older than the opinion `before`, where one is given: so pages follow one another.
    Every typed word must be in the words, place, tags, answer, number or on whose behalf it
    was said; tone marks, spaces and the style of digits do not matter.
    """
    with desk.look() as look:
        return opinions.recent(look, forum_id, wanted, limit, before)


def revise_opinion(
    desk: Desk,
    opinion_id: UUID,
    *,
    text: str,
    kind: OpinionKind,
    strategy_id: UUID | None,
    approach_id: UUID | None,
    answer: str,
) -> Opinion:
    """Correct an opinion's words, kind or place in the plan, or add the answer given."""
    said = long_text(text, needed=True)
    given = long_text(answer)
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        return act.put(
            replace(
                opinion,
                text=said,
                kind=kind,
                strategy_id=strategy_of(act, strategy_id, approach_id),
                approach_id=approach_id,
                answer=given,
            )
        )


def withdraw_opinion(desk: Desk, opinion_id: UUID, reason: str) -> Opinion:
    """Take an opinion out of lists and minutes, with a reason; it is not deleted."""
    said = line(reason, needed=True)
    with desk.act() as act:
        return act.put(replace(act.get(Opinion, opinion_id), withdrawn=said))


def next_reference(act: Writing, forum_id: UUID) -> str:
    """Return the next number of this station's opinions."""
    letter = own_station(act, forum_id).letter
    return f"{letter}-{act.next_number(f'opinion/{forum_id}'):04d}"


def strategy_of(act: Writing, strategy_id: UUID | None, approach_id: UUID | None) -> UUID | None:
    """Return the strategy, which the approach decides where one is given."""
    if approach_id is None:
        return strategy_id
    approach = act.get(Approach, approach_id)
    if strategy_id not in {None, approach.strategy_id}:
        raise Refusal("opinion.approach_elsewhere")
    return approach.strategy_id


def _places_in_plan(act: Writing, said: Utterance) -> tuple[UUID | None, UUID | None]:
    """Return the strategy and the second approach, which is another than the first."""
    strategy_id = strategy_of(act, said.strategy_id, said.approach_id)
    if said.other_approach_id is None:
        return strategy_id, None
    if said.approach_id in {None, said.other_approach_id}:
        raise Refusal("opinion.needs_first_approach")
    return strategy_id, act.get(Approach, said.other_approach_id).id


def _link(act: Writing, opinion: Opinion, speaker_id: UUID, *, may_be_named: bool | None) -> None:
    if may_be_named is None:
        may_be_named = agreed(act, speaker_id, ConsentPurpose.NAMED)
    act.add(
        SpeakerLink(
            id=act.new_id(),
            forum_id=opinion.forum_id,
            opinion_id=opinion.id,
            attendee_id=speaker_id,
            may_be_named=may_be_named,
        )
    )
