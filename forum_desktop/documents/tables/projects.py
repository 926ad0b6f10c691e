"""The table of proposed projects, its columns those of the plan edition's form."""

from collections.abc import Iterator
from functools import partial

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.plan import Plan
from forum_desktop.documents.tables.table import Cell, ColumnKind, DataTable, Field, fill_numbered
from forum_desktop.records.documents import ProjectsContent
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import ProjectColumn
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.thai.calendar import BUDDHIST_ERA_OFFSET

_WIDTHS = {ProjectColumn.UNIT: 14.0, ProjectColumn.PLACE: 18.0, ProjectColumn.REASON: 40.0}
_BUDGET_WIDTH = 12.0


def projects_table(content: MinutesContent | ProjectsContent, phrases: Phrases) -> DataTable:
    """Return every project once, in the order of the plan.

    First the columns of the form (`pack.projects`), the budget a column a year; then those
    that the form does not ask for but some project fills, so that nothing told is lost.
    """
    plan = Plan(content.strategies, content.approaches, phrases)
    fields: tuple[Field[ProjectRow], ...] = (
        Field("reference", lambda project: project.reference, 16),
        *plan.fields(),
        Field("title", lambda project: project.title, 28),
        *_form_fields(content, phrases),
    )
    return fill_numbered(phrases, "projects", fields, plan.in_order(content.projects))


def _form_fields(
    content: MinutesContent | ProjectsContent, phrases: Phrases
) -> Iterator[Field[ProjectRow]]:
    asked = tuple(dict.fromkeys(content.pack.projects.columns))
    for column in asked:
        yield from _column_fields(content, phrases, column)
    for column in ProjectColumn:
        if column not in asked and _is_filled(content.projects, column):
            yield from _column_fields(content, phrases, column)
    if any(project.year and project.budget is None for project in content.projects):
        yield Field("year", _buddhist_year, 12, ColumnKind.NUMBER)
    if any(project.said_in for project in content.projects):
        yield Field("said_in", lambda project: project.said_in, 16)


def _column_fields(
    content: MinutesContent | ProjectsContent, phrases: Phrases, column: ProjectColumn
) -> Iterator[Field[ProjectRow]]:
    if column is ProjectColumn.BUDGETS:
        yield from _budget_fields(content, phrases)
    else:
        yield Field(column.value, partial(_fact, column), _WIDTHS.get(column, 20.0))


def _budget_fields(
    content: MinutesContent | ProjectsContent, phrases: Phrases
) -> Iterator[Field[ProjectRow]]:
    """Yield a column for each year of the form and each other year a project names."""
    named = {project.year for project in content.projects if project.budget is not None}
    years = {*content.pack.projects.years, *(year for year in named if year)}
    for year in sorted(years):
        said = str(year + BUDDHIST_ERA_OFFSET)
        head = phrases.say("table.head.budget_of_year", year=said)
        yield _budget(f"budget_{year}", year, head)
    if None in named or not years:
        yield _budget("budget", None, phrases.say("table.head.budget"))


def _budget(key: str, year: int | None, head: str) -> Field[ProjectRow]:
    return Field(key, partial(_budget_in, year), _BUDGET_WIDTH, ColumnKind.NUMBER, head)


def _budget_in(year: int | None, project: ProjectRow) -> int | None:
    return project.budget if project.year == year else None


def _buddhist_year(project: ProjectRow) -> int | None:
    return project.year + BUDDHIST_ERA_OFFSET if project.year else None


def _fact(column: ProjectColumn, project: ProjectRow) -> Cell:
    fact: str = getattr(project, column.value)
    return fact


def _is_filled(projects: tuple[ProjectRow, ...], column: ProjectColumn) -> bool:
    name = "budget" if column is ProjectColumn.BUDGETS else column.value
    return any(getattr(project, name) not in {None, ""} for project in projects)
