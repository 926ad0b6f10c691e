"""What the hall is shown, gathered as records of class public: no name can be in them.

Scenes are asked for again after every change; each is one consistent look at the file.
"""

from uuid import UUID

from forum_desktop.db import drafts, opinions, presence
from forum_desktop.db.reading import Reading
from forum_desktop.records.forum import Forum
from forum_desktop.records.hall import (
    HallCounts,
    HallItem,
    HallLine,
    HallNotice,
    HallRanking,
    HallReadBack,
    HallSpeaker,
    HallStrategy,
    HallStream,
    HallWelcome,
)
from forum_desktop.records.meeting import AgendaItem, SpeakerTurn
from forum_desktop.records.opinion import Opinion, OpinionFilter, OpinionRow, Proposal, ReadBack
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.contents import counts
from forum_desktop.services.contents.planned import rankings_of, strategies_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.speakers import seconds_of
from forum_desktop.services.texts import long_text

_FOLLOWING = 5
"""How many of those who wait are told after the one who has the floor."""
_NEWEST = 12


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


def show_stream(desk: Desk, forum_id: UUID, strategy_id: UUID | None = None) -> HallStream:
    """Return the newest opinions, of one strategy or all, without who said them."""
    wanted = OpinionFilter(strategy_id=strategy_id)
    with desk.look() as look:
        forum = look.get(Forum, forum_id)
        strategies = strategies_of(look, forum)
        lines = _lines(look, forum, opinions.recent(look, forum_id, wanted, _NEWEST))
        by_strategy = opinions.count_by_strategy(look, forum_id)
    counted = tuple((s.number, s.short, by_strategy.get(s.id, 0)) for s in strategies)
    return HallStream(lines=lines, by_strategy=counted)


def show_counts(desk: Desk, forum_id: UUID) -> HallCounts:
    """Return how many came and what they said."""
    with desk.look() as look:
        forum, pack = look.get(Forum, forum_id), pack_of(look, forum_id)
        _, present = presence.count_people(look, forum_id, "")
        by_strategy = opinions.count_by_strategy(look, forum_id)
        level = pack.levels.strategy
        return HallCounts(
            present=present,
            opinions=sum(by_strategy.values()),
            projects=len(look.all(Proposal, forum_id=forum_id)),
            by_strategy=counts.strategy_rows(by_strategy, strategies_of(look, forum), level),
            by_kind=counts.kind_rows(opinions.count_by_kind(look, forum_id)),
            by_sector=counts.by_sector(look, forum, pack),
        )


def show_read_back(desk: Desk, opinion_id: UUID) -> HallReadBack:
    """Return the wording of an opinion, for its speaker to confirm."""
    with desk.look() as look:
        opinion = look.get(Opinion, opinion_id)
        forum = look.get(Forum, opinion.forum_id)
        (line,) = _lines(look, forum, opinions.with_weights(look, [opinion]))
    return HallReadBack(line=line, is_confirmed=opinion.read_back is not ReadBack.NOT_YET)


def ask_to_read_back(desk: Desk, opinion_id: UUID) -> None:
    """Hand an opinion's wording to whoever minds the hall's screen at this laptop."""
    with desk.act() as act:
        opinion = act.get(Opinion, opinion_id)
        drafts.keep(act, _read_back_place(opinion.forum_id), str(opinion_id))


def read_back_asked(desk: Desk, forum_id: UUID) -> UUID | None:
    """Return the opinion that is to be read back, or the newest where none was handed over."""
    with desk.look() as look:
        asked = drafts.read(look, _read_back_place(forum_id))
        if asked and look.all(Opinion, id=UUID(asked), withdrawn=""):
            return UUID(asked)
        newest = opinions.recent(look, forum_id, OpinionFilter(), 1)
    return newest[0].opinion.id if newest else None


def _read_back_place(forum_id: UUID) -> str:
    return f"{forum_id}/hall/read_back"


def show_speaker(desk: Desk, forum_id: UUID) -> HallSpeaker:
    """Return who has the floor and who follows, as communities and sectors."""
    with desk.look() as look:
        turns = look.all(SpeakerTurn, forum_id=forum_id, withdrawn="")
    now = next((turn for turn in turns if turn.begun_at and not turn.ended_at), None)
    waiting = [turn.label for turn in turns if turn.begun_at is None]
    return HallSpeaker(
        label=now.label if now else "",
        begun_at=now.begun_at if now else None,
        seconds=seconds_of(now, desk.clock()) if now else 0,
        following=tuple(waiting[:_FOLLOWING]),
    )


def show_ranking(desk: Desk, forum_id: UUID, number: int = -1) -> HallRanking | None:
    """Return a ranking by its place among those held, the last by default, if there is one."""
    with desk.look() as look:
        held = rankings_of(look, look.get(Forum, forum_id))
    return HallRanking(table=held[number]) if held else None


def show_notice(text: str) -> HallNotice:
    """Return words for the hall; raises Refusal("text.empty")."""
    return HallNotice(text=long_text(text, needed=True))


def _lines(look: Reading, forum: Forum, rows: tuple[OpinionRow, ...]) -> tuple[HallLine, ...]:
    numbers: dict[UUID | None, int] = {s.id: s.number for s in strategies_of(look, forum)}
    approaches = look.all(Approach, forum_id=forum.id)
    codes: dict[UUID | None, str] = {item.id: item.code for item in approaches}
    return tuple(
        HallLine(
            reference=row.opinion.reference,
            strategy=numbers.get(row.opinion.strategy_id, 0),
            code=codes.get(row.opinion.approach_id, ""),
            kind=row.opinion.kind,
            text=row.opinion.text,
            on_behalf_of=row.opinion.on_behalf_of,
            weight=row.weight,
            said_at=row.opinion.said_at,
        )
        for row in rows
    )


def _item(item: AgendaItem) -> HallItem:
    is_done = item.ended_at is not None
    is_now = item.begun_at is not None and not is_done
    return HallItem(number=item.number, title=item.title, is_now=is_now, is_done=is_done)
