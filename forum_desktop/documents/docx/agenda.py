"""The agenda: each item with what was told, said and resolved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forum_desktop.documents.docx.decisions import rankings, resolution
from forum_desktop.documents.docx.handovers import happenings
from forum_desktop.documents.docx.hearing import hearing
from forum_desktop.documents.docx.plan import plan
from forum_desktop.documents.docx.writer import Writer
from forum_desktop.documents.minutes.complaints import has_complaints
from forum_desktop.documents.minutes.course import course_of
from forum_desktop.documents.minutes.hearing import has_hearing
from forum_desktop.documents.minutes.places import Kinds, first_of, home_of_rankings
from forum_desktop.documents.minutes.plan import has_plan
from forum_desktop.documents.minutes.rankings import has_rankings
from forum_desktop.documents.minutes.sentences import item_times, item_words
from forum_desktop.documents.minutes.shown import shows
from forum_desktop.records.minutes import MinutesContent, MinutesSection
from forum_desktop.records.pack import AgendaKind


@dataclass(frozen=True, slots=True)
class _Matter:
    """What the program itself adds: under the item `home` finds, or under a heading `key`."""

    key: str
    is_there: Callable[[MinutesContent], bool]
    write: Callable[[Writer, MinutesContent], Iterator[str]]
    home: Callable[[Kinds], int | None]
    is_headed: bool = False


def agenda(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield all items with their matter; what has no item of its own follows them."""
    if not content.agenda:
        yield writer.said(writer.phrases.missing("agenda"))
    kinds = [item.kind for item in content.agenda]
    course = course_of(content)
    for place, item in enumerate(content.agenda):
        yield writer.heading("  ".join(item_words(writer.phrases, item)))
        if times := item_times(writer.phrases, item):
            yield writer.said(times)
        yield from writer.written(item.notes)
        for matter in _MATTERS:
            if matter.home(kinds) == place:
                yield from _at_home(writer, content, matter)
        yield from happenings(writer, course.under[place])
        yield from resolution(writer, item)
    for matter in _MATTERS:
        if matter.home(kinds) is None and matter.is_there(content):
            yield writer.heading(writer.phrases.say(matter.key))
            yield from matter.write(writer, content)


def _at_home(writer: Writer, content: MinutesContent, matter: _Matter) -> Iterator[str]:
    if matter.is_headed and matter.is_there(content):
        yield writer.heading(writer.phrases.say(matter.key), 2)
    yield from matter.write(writer, content)


def _complaints(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield the counts by kind, or that there were none; nothing where the clerk wants none."""
    if not shows(content, MinutesSection.COMPLAINTS):
        return
    phrases, counts = writer.phrases, content.complaints_by_kind
    total = sum(counted.count for counted in counts)
    if not total:
        yield writer.said(phrases.say("no_complaints"))
        return
    yield writer.said(phrases.say("complaints_total", count=f"{total:,}"))
    yield writer.counts([phrases.say("complaint_kind"), phrases.say("cases")], counts)


_MATTERS = (
    _Matter("plan", has_plan, plan, first_of(AgendaKind.PRESENT_PLAN)),
    _Matter("opinions", has_hearing, hearing, first_of(AgendaKind.HEAR_OPINIONS)),
    _Matter("rankings", has_rankings, rankings, home_of_rankings, is_headed=True),
    _Matter("complaints", has_complaints, _complaints, first_of(AgendaKind.OTHER)),
)
