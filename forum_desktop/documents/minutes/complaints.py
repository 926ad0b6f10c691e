"""Complaints: how many of each kind, and nothing else of them."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.shown import shows
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import BODY
from forum_desktop.records.minutes import MinutesContent, MinutesSection

_LEAD = replace(BODY, keeps_next=True)


def has_complaints(content: MinutesContent) -> bool:
    """Tell whether any complaints were lodged that the minutes tell of."""
    return bool(content.complaints_by_kind)


def compose_complaints(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the counts by kind, or that there were none; nothing where the clerk wants none."""
    if not shows(content, MinutesSection.COMPLAINTS):
        return
    phrases, counts = composer.phrases, content.complaints_by_kind
    total = sum(row.count for row in counts)
    if not total:
        yield composer.paragraph(Run(phrases.say("no_complaints")))
        return
    lead = phrases.say("complaints_total", count=f"{total:,}")
    yield composer.paragraph(Run(lead), style=_LEAD)
    yield composer.counts([phrases.say("complaint_kind"), phrases.say("cases")], counts)
