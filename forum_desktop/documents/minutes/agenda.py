"""The agenda: each item with what was told, said and resolved."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.minutes.composer import Composer
from forum_desktop.documents.minutes.opinions import compose_opinions
from forum_desktop.documents.minutes.plan import compose_plan
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import BODY
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import MinutesContent, MinutesDelegation
from forum_desktop.records.pack import AgendaKind

_RESOLUTION = replace(BODY, before=4)
_NEEDS_NO_RESOLUTION = frozenset({AgendaKind.HEAR_OPINIONS, AgendaKind.OTHER})


def compose_agenda(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield all items; what has no item of its own follows under a heading of its own."""
    kinds = [item.kind for item in content.agenda]
    for place, item in enumerate(content.agenda):
        yield composer.heading(*_item_runs(composer, item))
        yield from composer.written(item.notes)
        if item.kind not in kinds[:place]:
            yield from _matter(composer, content, item.kind)
        yield from _resolution(composer, item)
    if AgendaKind.HEAR_OPINIONS not in kinds and (content.opinions or content.delegations):
        yield composer.heading(Run(composer.phrases.say("opinions"), bold=True))
        yield from _hearing(composer, content)
    if AgendaKind.OTHER not in kinds and content.complaints_by_kind:
        yield composer.heading(Run(composer.phrases.say("complaints"), bold=True))
        yield from _complaints(composer, content)


def _item_runs(composer: Composer, item: AgendaItem) -> tuple[Run, Run]:
    phrases = composer.phrases
    label = phrases.say("agenda_item", number=item.number)
    about = phrases.say("about", title=item.title.removeprefix("เรื่อง"))
    return Run(f"{label}  ", bold=True), Run(about, bold=True)


def _matter(composer: Composer, content: MinutesContent, kind: AgendaKind) -> Iterator[Block]:
    """Yield what the program itself adds under the first item of a kind."""
    if kind is AgendaKind.PRESENT_PLAN:
        yield from compose_plan(composer, content)
    elif kind is AgendaKind.HEAR_OPINIONS:
        yield from _hearing(composer, content)
    elif kind is AgendaKind.OTHER:
        yield from _complaints(composer, content)


def _hearing(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    for delegation in content.delegations:
        yield composer.paragraph(*_delegation_runs(composer, content, delegation))
    yield from compose_opinions(composer, content)


def _delegation_runs(
    composer: Composer, content: MinutesContent, delegation: MinutesDelegation
) -> Iterator[Run]:
    """Yield "เวลา ๑๑.๓๐ น. ประธานมอบหมายให้ ... ทำหน้าที่แทน"; names are never cut."""
    phrases, chair = composer.phrases, content.chair
    yield Run(f"{phrases.say('at_time', time=phrases.time(delegation.delegated_at))} ")
    if chair is not None and delegation.delegator.id == chair.id:
        yield Run(phrases.say("the_chair"))
    else:
        yield Run(delegation.delegator.full_name, whole=True)
    yield Run(phrases.say("delegated_to"))
    yield Run(f"{delegation.delegate.full_name} ", whole=True)
    position = delegation.delegate.position
    task = delegation.task or phrases.say("in_place")
    yield Run(f"{position} {phrases.written(task)}".strip())


def _complaints(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    phrases, counts = composer.phrases, content.complaints_by_kind
    total = sum(row.count for row in counts)
    if not total:
        yield composer.paragraph(Run(phrases.say("no_complaints")))
        return
    yield composer.paragraph(Run(phrases.say("complaints_total", count=f"{total:,}")))
    yield composer.counts([phrases.say("complaint_kind"), phrases.say("cases")], counts)


def _resolution(composer: Composer, item: AgendaItem) -> Iterator[Block]:
    phrases = composer.phrases
    if not item.resolution and item.kind in _NEEDS_NO_RESOLUTION:
        return
    resolved = phrases.written(item.resolution) or phrases.missing("resolution")
    first, *others = resolved.splitlines() or [resolved]
    label = Run(f"{phrases.say('resolution')}  ", bold=True)
    yield composer.paragraph(label, Run(first.strip()), style=_RESOLUTION)
    for line in others:
        yield from composer.written(line)
