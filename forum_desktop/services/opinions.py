"""Acts on what people say."""

from dataclasses import replace
from uuid import UUID

from forum_desktop.db import opinions
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import (
    Opinion,
    OpinionFilter,
    OpinionKind,
    OpinionRow,
    SpeakerLink,
)
from forum_desktop.records.plan import Approach
from forum_desktop.records.privacy import ConsentPurpose
from forum_desktop.services.desk import Desk
from forum_desktop.services.keeping.consents import agreed
from forum_desktop.services.stations import own_station
from forum_desktop.services.texts import line, long_text


def capture_opinion(
    desk: Desk,
    forum_id: UUID,
    *,
    text: str,
    kind: OpinionKind,
    strategy_id: UUID | None = None,
    approach_id: UUID | None = None,
    on_behalf_of: str = "",
    speaker_id: UUID | None = None,
    may_be_named: bool = False,
) -> Opinion:
    """Keep one thing said on the floor; who said it is kept apart.

    Raises Refusal("text.empty" or "text.too_long").
    """
    with desk.act() as act:
        return enter_opinion(
            act,
            forum_id,
            text=text,
            kind=kind,
            strategy_id=strategy_id,
            approach_id=approach_id,
            on_behalf_of=on_behalf_of,
            speaker_id=speaker_id,
            may_be_named=may_be_named,
        )


def enter_opinion(
    act: Writing,
    forum_id: UUID,
    *,
    text: str,
    kind: OpinionKind,
    strategy_id: UUID | None = None,
    approach_id: UUID | None = None,
    on_behalf_of: str = "",
    speaker_id: UUID | None = None,
    may_be_named: bool = False,
) -> Opinion:
    """Keep one thing said, as a part of an act that has begun; refuses as `capture_opinion`."""
    said = long_text(text, needed=True)
    behalf = line(on_behalf_of)
    opinion = act.add(
        Opinion(
            id=act.new_id(),
            forum_id=forum_id,
            reference=next_reference(act, forum_id),
            strategy_id=strategy_of(act, strategy_id, approach_id),
            approach_id=approach_id,
            kind=kind,
            text=said,
            on_behalf_of=behalf,
            said_at=act.now,
        )
    )
    if speaker_id is not None:
        may_be_named = may_be_named or agreed(act, speaker_id, ConsentPurpose.NAMED)
        _link(act, opinion, speaker_id, may_be_named=may_be_named)
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
    desk: Desk, forum_id: UUID, wanted: OpinionFilter, limit: int = 200
) -> tuple[OpinionRow, ...]:
    """Return the newest opinions that stand and meet a filter, with how many said the same.

    Every typed word must be in the words, place, tags, answer, number or on whose behalf it
    was said; tone marks, spaces and the style of digits do not matter.
    """
    with desk.look() as look:
        return opinions.recent(look, forum_id, wanted, limit)


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


def _link(act: Writing, opinion: Opinion, speaker_id: UUID, *, may_be_named: bool) -> None:
    act.add(
        SpeakerLink(
            id=act.new_id(),
            forum_id=opinion.forum_id,
            opinion_id=opinion.id,
            attendee_id=speaker_id,
            may_be_named=may_be_named,
        )
    )
