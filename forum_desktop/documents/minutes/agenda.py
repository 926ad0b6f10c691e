"""The agenda: each item with what was told, said and resolved."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.complaints import compose_complaints, has_complaints
from forum_desktop.documents.minutes.course import course_of
from forum_desktop.documents.minutes.handovers import compose_happenings
from forum_desktop.documents.minutes.hearing import compose_hearing, has_hearing
from forum_desktop.documents.minutes.keeping import with_end
from forum_desktop.documents.minutes.places import Kinds, first_of, home_of_rankings
from forum_desktop.documents.minutes.plan import compose_plan, has_plan
from forum_desktop.documents.minutes.rankings import compose_rankings, has_rankings
from forum_desktop.documents.minutes.resolutions import compose_resolution
from forum_desktop.documents.minutes.sentences import item_times, item_words
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import AgendaKind


@dataclass(frozen=True, slots=True)
class _Matter:
    """What the program itself adds to the agenda.

    `home` finds the item it stands under, where it is told even that there was nothing.
    Without one it has a heading of its own, `key`, if it `is_there`.
    """

    key: str
    is_there: Callable[[MinutesContent], bool]
    compose: Callable[[Composer, MinutesContent], Iterator[Block]]
    home: Callable[[Kinds], int | None]
    is_headed: bool = False


def compose_agenda(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield all items with their matter; what has no item of its own follows them."""
    if not content.agenda:
        yield composer.paragraph(Run(composer.phrases.missing("agenda")))
    kinds = [item.kind for item in content.agenda]
    course = course_of(content)
    for place, item in enumerate(content.agenda):
        yield composer.heading(*_item_runs(composer, item))
        at_home = [matter for matter in _MATTERS if matter.home(kinds) == place]
        told = chain(
            _times(composer, item),
            composer.written(item.notes),
            _told(composer, content, at_home),
            compose_happenings(composer, course.under[place]),
        )
        yield from with_end(told, compose_resolution(composer, item))
    for matter in _MATTERS:
        if matter.home(kinds) is None and matter.is_there(content):
            yield composer.heading(Run(composer.phrases.say(matter.key), bold=True))
            yield from matter.compose(composer, content)


def _times(composer: Composer, item: AgendaItem) -> Iterator[Block]:
    if times := item_times(composer.phrases, item):
        yield composer.paragraph(Run(times))


def _item_runs(composer: Composer, item: AgendaItem) -> tuple[Run, Run]:
    label, about = item_words(composer.phrases, item)
    return Run(f"{label}  ", bold=True), Run(about, bold=True)


def _told(
    composer: Composer, content: MinutesContent, matters: Iterable[_Matter]
) -> Iterator[Block]:
    """Yield matter under an item, that with a head of its own only where it is there."""
    for matter in matters:
        if matter.is_headed and matter.is_there(content):
            yield composer.subheading(Run(composer.phrases.say(matter.key), bold=True))
        yield from matter.compose(composer, content)


_MATTERS = (
    _Matter("plan", has_plan, compose_plan, first_of(AgendaKind.PRESENT_PLAN)),
    _Matter("opinions", has_hearing, compose_hearing, first_of(AgendaKind.HEAR_OPINIONS)),
    _Matter("rankings", has_rankings, compose_rankings, home_of_rankings, is_headed=True),
    _Matter("complaints", has_complaints, compose_complaints, first_of(AgendaKind.OTHER)),
)
