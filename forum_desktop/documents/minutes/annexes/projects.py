"""The list of proposed projects, by strategy: what the project form asks for, row by row."""

from collections.abc import Iterator

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.ledger import (
    Column,
    Grid,
    Ledger,
    Row,
    Span,
    fit,
    set_band,
    set_head,
    set_row,
    set_spans,
)
from forum_desktop.documents.house.page_frame import frame_of
from forum_desktop.documents.house.plan_order import Chapter, in_plan_order
from forum_desktop.documents.minutes.plan import strategy_runs
from forum_desktop.documents.minutes.project_lines import NO_BUDGET, budget_lines, project_lines
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.priorities import ProjectRow


def compose_projects(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the numbered list with its sum; a budget nobody named is a dash, never zero."""
    grid = _grid(composer)
    page_height = frame_of(content.pack.documents).height
    yield Ledger(set_head(grid), tuple(_rows(composer, content, grid)), page_height)


def _grid(composer: Composer) -> Grid:
    phrases, cm = composer.phrases, CENTIMETRE
    columns = (
        Column(phrases.say("list.number"), 1.1 * cm, align=Align.CENTRED),
        Column(phrases.say("annex.project"), 7.0 * cm, share=4),
        Column(phrases.say("annex.place"), 3.0 * cm, share=1),
        Column(phrases.say("annex.budget"), 2.6 * cm, align=Align.RIGHT),
    )
    return fit(columns, composer.width, face=composer.face)


def _rows(composer: Composer, content: MinutesContent, grid: Grid) -> Iterator[Row]:
    number = 0
    for chapter in in_plan_order(content.strategies, content.approaches, content.projects):
        if chapter.items:
            yield set_band(grid, Run(_chapter_name(composer, chapter), bold=True))
        for project in chapter.items:
            number += 1
            yield _row(composer, grid, number, project)
    yield _sum(composer, grid, content)


def _chapter_name(composer: Composer, chapter: Chapter[ProjectRow]) -> str:
    if chapter.strategy is None:
        return composer.phrases.say("annex.unsorted")
    return "".join(run.text for run in strategy_runs(composer, chapter.strategy))


def _row(composer: Composer, grid: Grid, number: int, project: ProjectRow) -> Row:
    phrases = composer.phrases
    title, reference, *facts = project_lines(phrases, project)
    entries = (
        phrases.count(number),
        (Run(title), Run(reference, whole=True), *(Run(fact) for fact in facts)),
        project.place,
        tuple(Run(line, whole=True) for line in budget_lines(phrases, project)),
    )
    return set_row(grid, entries)


def _sum(composer: Composer, grid: Grid, content: MinutesContent) -> Row:
    phrases, projects = composer.phrases, content.projects
    known = [project.budget for project in projects if project.budget is not None]
    label = phrases.say("annex.project_count", count=phrases.count(len(projects)))
    total = phrases.count(sum(known)) if known else NO_BUDGET
    last = len(grid.columns) - 1
    spans = [
        Span(0, last, Run(label, bold=True), Align.RIGHT),
        Span(last, last + 1, Run(total, bold=True), Align.RIGHT),
    ]
    return set_spans(grid, spans)
