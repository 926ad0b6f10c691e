"""What the meeting resolved on an item, and how it voted."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import BODY
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.pack import AgendaKind

_RESOLUTION = replace(BODY, before=4)
_VOTED = replace(_RESOLUTION, keeps_next=True)
_NEEDS_NO_RESOLUTION = frozenset({AgendaKind.HEAR_OPINIONS, AgendaKind.OTHER})


def compose_resolution(composer: Composer, item: AgendaItem) -> Iterator[Block]:
    """Yield "มติที่ประชุม ..." and the votes; where words are wanted and missing, a mark.

    Only what the clerk recorded as resolved stands here, never a proposal.
    """
    phrases = composer.phrases
    wanted = item.was_voted or item.kind not in _NEEDS_NO_RESOLUTION
    lines = [line.strip() for line in phrases.written(item.resolution).splitlines()]
    first, *others = [line for line in lines if line] or [phrases.missing("resolution")]
    if not any(lines) and not wanted:
        return
    label = Run(f"{phrases.say('resolution')}  ", bold=True)
    style = _VOTED if item.was_voted and not others else _RESOLUTION
    yield composer.paragraph(label, Run(first), style=style)
    for line in others:
        yield composer.paragraph(Run(line))
    if item.was_voted:
        yield composer.paragraph(*_vote_runs(phrases, item))


def _vote_runs(phrases: Phrases, item: AgendaItem) -> Iterator[Run]:
    """Yield "คะแนนเสียง เห็นชอบ ๙๘๐ เสียง ... รวม ๑,๐๖๒ เสียง"; counts are never parted."""
    counts = {
        "votes.for": item.votes_for,
        "votes.against": item.votes_against,
        "votes.abstained": item.votes_abstained,
    }
    counted = {key: count for key, count in counts.items() if count is not None}
    counted["votes.total"] = sum(counted.values())
    yield Run(f"{phrases.say('votes')}  ", bold=True)
    *parts, last = (phrases.say(key, count=f"{count:,}") for key, count in counted.items())
    for part in parts:
        yield Run(f"{part}  ")
    yield Run(last)
