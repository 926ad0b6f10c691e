"""Figures for the page of plots: counted anew at each look, so that they are never stale."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from forum_desktop import documents
from forum_desktop.db.heads import list_heads
from forum_desktop.db.reading import Reading
from forum_desktop.db.voices import Voice, list_supporters, list_voices
from forum_desktop.files import write_whole
from forum_desktop.records.documents import DocumentFormat
from forum_desktop.records.figures import (
    Choice,
    CommunityState,
    Figure,
    FigureContent,
    FigureName,
    FigureRow,
    Series,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import Community, EventPack
from forum_desktop.records.plan import Strategy
from forum_desktop.services.arrivals import read_arrivals
from forum_desktop.services.contents.planned import held_rankings
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.wording import Wording

STRETCHES = (5, 15)
"""Minutes that figures over time can be counted by."""
_LONGEST_GAP = timedelta(hours=6)
"""A longer one is another day, or a laptop whose clock is wrong: it is not filled."""


def read_figure(
    desk: Desk,
    forum_id: UUID,
    name: FigureName,
    *,
    minutes: int = STRETCHES[-1],
    ranking: UUID | None = None,
) -> Figure:
    """Return the numbers of a plot; over time by so many minutes, or a ranking that was held.

    Without a ranking the newest is taken. Opinions withdrawn or joined into others are not
    counted; a community has spoken by any of its people or on whose behalf anybody spoke.
    """
    match name:
        case FigureName.OVER_TIME:
            return _over_time(desk, forum_id, minutes)
        case FigureName.CROSSING:
            return _crossing(desk, forum_id)
        case FigureName.ARRIVALS:
            return _arrivals(desk, forum_id, minutes)
        case FigureName.RANKING:
            return _ranking(desk, forum_id, ranking)
        case FigureName.COMMUNITIES:
            return _communities(desk, forum_id)


def write_figure(desk: Desk, forum_id: UUID, figure: Figure, target: Path) -> Path:
    """Write the table of a figure, as CSV where the file's name ends so, else as a workbook."""
    with desk.look() as look:
        forum, pack = look.get(Forum, forum_id), pack_of(look, forum_id)
    content = FigureContent(edition=Edition.INTERNAL, forum=forum, pack=pack, figure=figure)
    is_csv = target.suffix.lower() == ".csv"
    made_as = DocumentFormat.CSV if is_csv else DocumentFormat.XLSX
    write_whole(target, documents.render(content, made_as, Wording("th")))
    return target


def keep_picture(drawn: bytes, target: Path) -> Path:
    """Write a drawn plot to a file, whole or not at all."""
    write_whole(target, drawn)
    return target


def _over_time(desk: Desk, forum_id: UUID, minutes: int) -> Figure:
    with desk.look() as look:
        plan = look.all(Strategy, forum_id=forum_id)
        voices = _standing(look, forum_id)
    series = _strategies(plan)
    ids = [None, *(strategy.id for strategy in _in_order(plan))]
    counts = Counter((_begin(v.said_at, minutes), v.strategy_id) for v in voices)
    rows = tuple(
        FigureRow(at=at, counts=tuple(counts[at, key] for key in ids))
        for at in _filled({at for at, _ in counts}, minutes)
    )
    return Figure(name=FigureName.OVER_TIME, series=series, rows=rows, minutes=minutes)


def _crossing(desk: Desk, forum_id: UUID) -> Figure:
    with desk.look() as look:
        plan = look.all(Strategy, forum_id=forum_id)
        voices, pack = _standing(look, forum_id), pack_of(look, forum_id)
    ids = [None, *(strategy.id for strategy in _in_order(plan))]
    counts = Counter((_sector(voice, pack), voice.strategy_id) for voice in voices)
    sectors = (
        FigureRow(
            name=sector.name,
            english=sector.english,
            counts=tuple(counts[sector.code, key] for key in ids),
        )
        for sector in pack.sectors
    )
    unstated = FigureRow(code="unstated", counts=tuple(counts["", key] for key in ids))
    rows = (*sectors, unstated)
    return Figure(name=FigureName.CROSSING, series=_strategies(plan), rows=rows)


def _arrivals(desk: Desk, forum_id: UUID, minutes: int) -> Figure:
    counts = Counter[datetime]()
    for minute in read_arrivals(desk, forum_id).per_minute:
        counts[_begin(minute.at, minutes)] += minute.count
    came = {at for at, count in counts.items() if count}
    rows = tuple(FigureRow(at=at, counts=(counts[at],)) for at in _filled(came, minutes))
    series = (Series(number=-1, code="arrivals"),)
    return Figure(name=FigureName.ARRIVALS, series=series, rows=rows, minutes=minutes)


def _ranking(desk: Desk, forum_id: UUID, wanted: UUID | None) -> Figure:
    with desk.look() as look:
        held = [one for one in held_rankings(look, forum_id)[::-1] if not one.ranking.withdrawn]
    shown = next((one for one in held if one.ranking.id == wanted), next(iter(held), None))
    rows = tuple(
        FigureRow(name=line.label, place=line.place, counts=(line.points,))
        for line in (shown.table.lines if shown else ())
    )
    return Figure(
        name=FigureName.RANKING,
        series=(Series(number=-1, code="points"),),
        rows=rows,
        choices=tuple(Choice(id=one.ranking.id, title=one.ranking.title) for one in held),
        chosen=shown.ranking.id if shown else None,
    )


def _communities(desk: Desk, forum_id: UUID) -> Figure:
    with desk.look() as look:
        pack, heads = pack_of(look, forum_id), list_heads(look, forum_id, "")
        voices, supporters = list_voices(look, forum_id), list_supporters(look, forum_id)
    spoken = Counter(place for voice in voices for place in {voice.community, voice.on_behalf_of})
    spoken.update(supporters)
    registered = Counter(head.community for head in heads)
    present = Counter(head.community for head in heads if head.is_present)
    others = sorted({name for name in registered if name} - {one.name for one in pack.communities})
    known = (*pack.communities, *(Community(name=name) for name in others))
    rows = tuple(
        _community(one, registered[one.name], present[one.name], spoken[one.name]) for one in known
    )
    codes = ("registered", "present", "spoken")
    series = tuple(Series(number=at, code=code) for at, code in enumerate(codes, start=1))
    return Figure(name=FigureName.COMMUNITIES, series=series, rows=rows)


def _community(community: Community, registered: int, present: int, spoken: int) -> FigureRow:
    state = CommunityState.SILENT if present else CommunityState.MISSING
    return FigureRow(
        name=community.name,
        group=community.zone,
        counts=(registered, present, spoken),
        state=CommunityState.SPOKEN if spoken else state,
    )


def _standing(look: Reading, forum_id: UUID) -> tuple[Voice, ...]:
    return tuple(voice for voice in list_voices(look, forum_id) if voice.stands)


def _sector(voice: Voice, pack: EventPack) -> str:
    """Return the code of a speaker's sector, or of the one on whose behalf it was said."""
    names = {sector.name: sector.code for sector in pack.sectors}
    known = voice.sector if voice.sector in names.values() else ""
    return known or names.get(voice.on_behalf_of, "")


def _strategies(plan: Sequence[Strategy]) -> tuple[Series, ...]:
    named = (Series(number=one.number, name=one.short or one.name) for one in _in_order(plan))
    return (Series(number=0, code="unsorted"), *named)


def _in_order(plan: Sequence[Strategy]) -> list[Strategy]:
    return sorted(plan, key=lambda one: one.number)


def _begin(moment: datetime, minutes: int) -> datetime:
    late = timedelta(minutes=moment.minute % minutes)
    return moment.replace(second=0, microsecond=0) - late


def _filled(begun: Iterable[datetime], minutes: int) -> Iterator[datetime]:
    """Yield the stretches in which anything was counted, and the empty ones between them."""
    step, before = timedelta(minutes=minutes), None
    for at in sorted(set(begun)):
        if before is not None and at - before <= _LONGEST_GAP:
            for number in range(1, (at - before) // step):
                yield before + number * step
        yield at
        before = at
