"""What the hall is shown, gathered as records of class public: no name can be in them.

ID numbers that somebody told are masked.

Scenes are asked for again after every change; each is one consistent look at the file.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from forum_desktop.db import drafts, opinions, presence, settings
from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.hall import (
    HallCounts,
    HallItem,
    HallLine,
    HallNotice,
    HallPromises,
    HallRanking,
    HallReadBack,
    HallSpeaker,
    HallStrategy,
    HallStream,
    HallView,
    HallWelcome,
    StrategyCount,
)
from forum_desktop.records.meeting import AgendaItem, SpeakerTurn
from forum_desktop.records.opinion import Opinion, OpinionFilter, OpinionRow, Proposal, ReadBack
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.priorities import RankedItem, Ranking
from forum_desktop.services.assignments.promising import promised, still_promised
from forum_desktop.services.contents import counts
from forum_desktop.services.contents.planned import held_rankings, is_withdrawn, strategies_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.masking import told_masked
from forum_desktop.services.naming import names_person
from forum_desktop.services.speakers import seconds_of
from forum_desktop.services.texts import long_text

_FOLLOWING = 5
"""How many of those who wait are told after the one who has the floor."""
_NEWEST = 12
_SCREEN = "hall/screen"


@told_masked
def show_welcome(desk: Desk, forum_id: UUID) -> HallWelcome:
    """Return whose meeting it is, where and when, and its agenda."""
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        items = sorted(look.all(AgendaItem, forum_id=forum_id), key=lambda item: item.number)
    return HallWelcome(
        municipality=forum.municipality,
        title=forum.title,
        held_on=forum.held_on,
        starts_at=forum.starts_at,
        venue=forum.venue,
        items=tuple(_item(item) for item in items),
    )


@told_masked
def show_strategy(desk: Desk, strategy_id: UUID) -> HallStrategy:
    """Return a strategy with its approaches and how many opinions there are on it."""
    with desk.look() as look:
        strategy = look.get(Strategy, strategy_id)
        levels = pack_of(look, strategy.forum_id).levels
        approaches = look.all(Approach, forum_id=strategy.forum_id, strategy_id=strategy_id)
        said = opinions.count_by_strategy(look, strategy.forum_id)
    return HallStrategy(
        level=levels.strategy,
        number=strategy.number,
        name=strategy.name,
        approach_level=levels.approach,
        approaches=tuple((item.code, item.text) for item in approaches),
        opinions=said.get(strategy_id, 0),
    )


@told_masked
def show_stream(desk: Desk, forum_id: UUID, strategy_id: UUID | None = None) -> HallStream:
    """Return the newest opinions, of one strategy or all, without who said them."""
    wanted = OpinionFilter(strategy_id=strategy_id)
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        lines = _lines(look, forum, opinions.recent(look, forum_id, wanted, _NEWEST))
        return HallStream(lines=lines, by_strategy=_by_strategy(look, forum))


def show_counts(desk: Desk, forum_id: UUID) -> HallCounts:
    """Return how many came and what they said."""
    with desk.look() as look:
        forum, pack = look.get(Forum, forum_id), pack_of(look, forum_id)
        _, present = presence.count_people(look, forum_id, "")
        by_strategy = _by_strategy(look, forum)
        return HallCounts(
            present=present,
            opinions=sum(row.count for row in by_strategy),
            projects=len(look.all(Proposal, forum_id=forum_id, withdrawn="")),
            by_strategy=by_strategy,
            by_sector=counts.by_sector(look, forum, pack),
        )


@told_masked
def show_read_back(desk: Desk, opinion_id: UUID) -> HallReadBack | None:
    """Return the wording of an opinion, for its speaker to confirm; None unless it stands."""
    with desk.look() as look:
        return _read_back(look, opinion_id)


class Asked(NamedTuple):
    """An opinion that somebody handed over to be read back, and when."""

    opinion_id: UUID
    at: datetime


def ask_to_read_back(desk: Desk, opinion_id: UUID) -> None:
    """Hand an opinion's wording to whoever minds the hall's screen at this laptop."""
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        asked = f"{opinion_id} {act.now.isoformat()}"
        drafts.keep(act, _read_back_place(opinion.forum_id), asked)


def read_back_asked(desk: Desk, forum_id: UUID) -> Asked | None:
    """Return which opinion was handed over last to be read back, while it stands."""
    with desk.look() as look:
        asked = drafts.read(look, _read_back_place(forum_id))
        opinion_id, _, at = asked.partition(" ")
        opinion = look.find(Opinion, UUID(opinion_id)) if at else None
    return Asked(opinion.id, datetime.fromisoformat(at)) if opinion and opinion.stands else None


@told_masked
def list_newest(desk: Desk, forum_id: UUID) -> tuple[HallLine, ...]:
    """Return the newest opinions as the hall may see them, to choose one to be read back."""
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        return _lines(look, forum, opinions.recent(look, forum_id, OpinionFilter(), _NEWEST))


@told_masked
def still_public(desk: Desk, forum_id: UUID, view: HallView | None) -> HallView | None:
    """Return a picture that is held, less what nobody may see any more.

    What was withdrawn, or moved to the complaint desk, goes at once; words corrected since, it
    may be because they named somebody, are shown as they are now. Nothing else moves.
    """
    with desk.look() as look:
        if isinstance(view, HallStream):
            forum = look.get(Forum, forum_id)
            found = (look.find(Opinion, line.opinion_id) for line in view.lines)
            standing = [opinion for opinion in found if opinion and opinion.stands]
            return replace(view, lines=_lines(look, forum, opinions.with_weights(look, standing)))
        if isinstance(view, HallReadBack):
            return _read_back(look, view.line.opinion_id)
        if isinstance(view, HallRanking):
            return _ranking(look, forum_id, view.ranking_id)
        if isinstance(view, HallPromises):
            return replace(view, promises=still_promised(look, forum_id, view.promises))
    return view


def remember_screen(desk: Desk, name: str) -> None:
    """Remember on which screen of this laptop the hall looks."""
    with desk.act() as act:
        settings.keep(act, _SCREEN, name)


def remembered_screen(desk: Desk) -> str:
    """Return the name of the screen on which the hall looked last, or nothing."""
    with desk.look() as look:
        return settings.read(look, _SCREEN)


@told_masked
def show_speaker(desk: Desk, forum_id: UUID) -> HallSpeaker:
    """Return who has the floor and who follows, as communities and sectors."""
    with desk.look() as look:
        turns = look.all(SpeakerTurn, forum_id=forum_id, withdrawn="")
        turns = tuple(_nameless(look, forum_id, turn) for turn in turns if turn.ended_at is None)
    now = next((turn for turn in turns if turn.begun_at), None)
    waiting = [turn.label for turn in turns if turn.begun_at is None]
    return HallSpeaker(
        label=now.label if now else "",
        begun_at=now.begun_at if now else None,
        seconds=seconds_of(now, desk.clock()) if now else 0,
        following=tuple(waiting[:_FOLLOWING]),
    )


@told_masked
def show_ranking(desk: Desk, forum_id: UUID, ranking_id: UUID | None = None) -> HallRanking | None:
    """Return a ranking, the last where none is named; None where there is none that stands."""
    with desk.look() as look:
        return _ranking(look, forum_id, ranking_id)


@told_masked
def show_promises(desk: Desk, forum_id: UUID) -> HallPromises:
    """Return what was promised here or taken over from the last forum, the nearest day first."""
    return HallPromises(promises=promised(desk, forum_id), on=desk.clock().date())


@told_masked
def show_notice(text: str) -> HallNotice:
    """Return words for the hall; raises Refusal("text.empty")."""
    return HallNotice(text=long_text(text, needed=True))


def _read_back_place(forum_id: UUID) -> str:
    return f"{forum_id}/hall/read_back"


def _read_back(look: Reading, opinion_id: UUID) -> HallReadBack | None:
    opinion = look.find(Opinion, opinion_id)
    if opinion is None or not opinion.stands:
        return None
    forum = look.get(Forum, opinion.forum_id)
    (line,) = _lines(look, forum, opinions.with_weights(look, [opinion]))
    return HallReadBack(line=line, is_confirmed=opinion.read_back is not ReadBack.NOT_YET)


def _ranking(look: Reading, forum_id: UUID, ranking_id: UUID | None) -> HallRanking | None:
    held = [one for one in held_rankings(look, forum_id) if not one.ranking.withdrawn]
    wanted = [one for one in held if ranking_id in {None, one.ranking.id}]
    if not wanted:
        return None
    ranking, table = wanted[-1].ranking, wanted[-1].table
    gone = _gone(look, ranking)
    lines = (replace(row, label=gone.get(row.label, row.label)) for row in table.lines)
    return HallRanking(ranking_id=ranking.id, table=replace(table, lines=tuple(lines)))


def _gone(look: Reading, ranking: Ranking) -> dict[str, str]:
    """Return the numbers of projects withdrawn since, by the words they were ranked as."""
    items = look.all(RankedItem, forum_id=ranking.forum_id, ranking_id=ranking.id)
    ranked = [(item, look.find(Proposal, item.proposal_id)) for item in items if item.proposal_id]
    return {
        item.label: project.reference
        for item, project in ranked
        if project and (project.withdrawn or is_withdrawn(look, project.opinion_id))
    }


def _by_strategy(look: Reading, forum: Forum) -> tuple[StrategyCount, ...]:
    """Return the counts in the plan's order; those not sorted yet last, where there are any."""
    said = opinions.count_by_strategy(look, forum.id)
    unsorted = said.get(None, 0)
    return (
        *(StrategyCount(s.number, s.short, said.get(s.id, 0)) for s in strategies_of(look, forum)),
        *((StrategyCount(0, "", unsorted),) if unsorted else ()),
    )


def _lines(look: Reading, forum: Forum, rows: Iterable[OpinionRow]) -> tuple[HallLine, ...]:
    numbers: dict[UUID | None, int] = {s.id: s.number for s in strategies_of(look, forum)}
    approaches = look.all(Approach, forum_id=forum.id)
    codes: dict[UUID | None, str] = {item.id: item.code for item in approaches}
    return tuple(
        HallLine(
            opinion_id=row.opinion.id,
            reference=row.opinion.reference,
            strategy=numbers.get(row.opinion.strategy_id, 0),
            code=codes.get(row.opinion.approach_id, ""),
            kind=row.opinion.kind,
            text=row.opinion.text,
            on_behalf_of=_public(look, forum.id, row.opinion.on_behalf_of),
            weight=row.weight,
            said_at=row.opinion.said_at,
        )
        for row in rows
    )


def _item(item: AgendaItem) -> HallItem:
    is_done = item.ended_at is not None
    is_now = item.begun_at is not None and not is_done
    return HallItem(number=item.number, title=item.title, is_now=is_now, is_done=is_done)


def _public(look: Reading, forum_id: UUID, label: str) -> str:
    """Return a label, or nothing where a person's name was typed in its place."""
    return "" if label and names_person(look, forum_id, label) else label


def _nameless(look: Reading, forum_id: UUID, turn: SpeakerTurn) -> SpeakerTurn:
    return replace(turn, label=_public(look, forum_id, turn.label))
