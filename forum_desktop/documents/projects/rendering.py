"""From the proposed projects to the bytes of a PDF."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice

from forum_desktop.documents.house.ledger import Row, set_band
from forum_desktop.documents.house.lists import (
    REMARK,
    ListSetting,
    Marks,
    compose_chapter_head,
    internal_mark,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import Chapter, in_plan_order
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.projects.columns import ProjectColumns, columns_of, project_row
from forum_desktop.documents.projects.sums import sum_rows
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4_LANDSCAPE
from forum_desktop.documents.typesetting.style import SUBTITLE, TITLE
from forum_desktop.records.documents import ProjectsContent
from forum_desktop.records.plan import Approach
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.thai.calendar import BUDDHIST_ERA_OFFSET
from forum_desktop.wording import Wording

_ORIGIN = replace(SUBTITLE, size=10.9, leading=18)


def render(
    content: ProjectsContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the list as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    frame = list_frame(content, A4_LANDSCAPE)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    form = content.pack.projects
    return print_list(
        setting,
        content,
        _story(setting, content),
        title=f"{form.name} {form.title}".strip(),
        marks=Marks(internal_mark(setting, content), lambda _: setting.phrases.written(form.name)),
    )


def _story(setting: ListSetting, content: ProjectsContent) -> Iterator[Block]:
    yield from _titles(setting, content)
    chapters = in_plan_order(content.strategies, content.approaches, content.projects)
    columns = columns_of(setting, content)
    ordered = (project for chapter in chapters for project in chapter.items)
    watched = setting.watch.over(ordered, len(content.projects))
    for chapter in chapters:
        unsorted = setting.phrases.say("project_list.unsorted")
        yield compose_chapter_head(setting, chapter.strategy, unsorted)
        yield _chapter(setting, columns, chapter, watched)
    yield setting.composer.heading(Run(setting.phrases.say("project_list.in_all"), bold=True))
    yield setting.ledger(columns.head, sum_rows(setting.phrases, columns, content.projects))


def _titles(setting: ListSetting, content: ProjectsContent) -> Iterator[Block]:
    """Yield the three lines of the form, and that these are proposals of a meeting."""
    phrases, forum, paragraph = setting.phrases, content.forum, setting.composer.paragraph
    yield paragraph(Run(phrases.written(content.pack.projects.title), bold=True), style=TITLE)
    for line in (_edition(phrases, content), forum.municipality):
        if line:
            yield paragraph(Run(line, bold=True), style=SUBTITLE)
    origin = phrases.say(
        "project_list.origin", meeting=forum.meeting_name, date=phrases.date(forum.held_on)
    )
    yield paragraph(Run(origin), style=_ORIGIN)


def _edition(phrases: Phrases, content: ProjectsContent) -> str:
    """Return the plan's edition with its years, where it does not name them itself."""
    edition, years = content.pack.plan_edition, content.pack.projects.years
    if not years:
        return phrases.written(edition)
    first, last = (year + BUDDHIST_ERA_OFFSET for year in (min(years), max(years)))
    if str(first) in edition:
        return phrases.written(edition)
    return phrases.say("project_list.edition", edition=edition, first=first, last=last)


def _chapter(
    setting: ListSetting,
    columns: ProjectColumns,
    chapter: Chapter[ProjectRow],
    watched: Iterator[ProjectRow],
) -> Block:
    if not chapter.items:
        nothing = setting.phrases.say("project_list.none")
        return setting.composer.paragraph(Run(nothing), style=REMARK)
    rows = _rows(setting.phrases, columns, chapter, watched)
    return setting.ledger(columns.head, (*rows, *sum_rows(setting.phrases, columns, chapter.items)))


def _rows(
    phrases: Phrases,
    columns: ProjectColumns,
    chapter: Chapter[ProjectRow],
    watched: Iterator[ProjectRow],
) -> Iterator[Row]:
    """Yield a band for each approach and the projects under it, numbered through."""
    numbers = count(1)
    for group in chapter.groups:
        if chapter.strategy:
            yield set_band(columns.grid, Run(_approach_words(phrases, group.approach), bold=True))
        for project in islice(watched, len(group.items)):
            yield project_row(phrases, columns, next(numbers), project)


def _approach_words(phrases: Phrases, approach: Approach | None) -> str:
    if approach is None:
        return phrases.say("no_approach", level=phrases.approach)
    label = phrases.say("approach", level=phrases.approach, number=approach.code)
    return f"{label}  {approach.text}"
