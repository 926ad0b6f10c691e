"""The columns of the form, as the plan edition has them, and what stands in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from forum_desktop.documents.house.ledger import ENTRY, Column, Grid, Head, Row, set_head, set_row
from forum_desktop.documents.house.lists import ListSetting
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.projects.budgets import BudgetYears, Year
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.documents import ProjectsContent
from forum_desktop.records.pack import ProjectColumn
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.thai.calendar import BUDDHIST_ERA_OFFSET

_DENSE = replace(ENTRY, size=8.6, leading=12.4)
_FEW_COLUMNS = 8
"""More columns than this are set smaller."""

_SIDE = 2.8
_NARROWEST_BUDGET, _SINGLE_BUDGET, _WIDEST_BUDGET = (cm * CENTIMETRE for cm in (1.35, 2.2, 3.0))
_BEFORE = 2
"""The number and the project stand before the columns that a pack names."""

NO_BUDGET = "-"
"""What the form prints where no money is asked for."""


class _Shape(NamedTuple):
    width: float
    share: float


_SHAPES = {
    ProjectColumn.OBJECTIVE: _Shape(2.5, 1.2),
    ProjectColumn.TARGET: _Shape(2.4, 1.0),
    ProjectColumn.PLACE: _Shape(2.0, 0.6),
    ProjectColumn.INDICATOR: _Shape(1.9, 0.7),
    ProjectColumn.OUTCOME: _Shape(2.2, 0.9),
    ProjectColumn.UNIT: _Shape(2.1, 0.3),
    ProjectColumn.REASON: _Shape(2.6, 1.4),
}
"""The least width in centimetres, and the share of the room left over."""


@dataclass(frozen=True, slots=True)
class ProjectColumns:
    """The set head, which columns follow the project, and where the budgets begin."""

    head: Head
    kinds: tuple[ProjectColumn, ...]
    budgets: BudgetYears

    @property
    def grid(self) -> Grid:
        """The columns, fitted to the page."""
        return self.head.grid

    @property
    def first_budget(self) -> int | None:
        """The place of the first budget column, None where the form has none."""
        if ProjectColumn.BUDGETS not in self.kinds:
            return None
        return _BEFORE + self.kinds.index(ProjectColumn.BUDGETS)


def columns_of(setting: ListSetting, content: ProjectsContent) -> ProjectColumns:
    """Return the columns that the pack asks for."""
    kinds = tuple(dict.fromkeys(content.pack.projects.columns))
    budgets = BudgetYears.of(content.pack.projects, content.projects)
    is_dense = _BEFORE + len(kinds) + len(budgets.years) > _FEW_COLUMNS
    style = _DENSE if is_dense else ENTRY
    least = _SINGLE_BUDGET if budgets.is_single else _NARROWEST_BUDGET
    sums = (Run(setting.phrases.count(n), bold=True) for n in budgets.sums(content.projects))
    widths = [_budget_width(setting.composer.line(run, style), style, least) for run in sums]
    columns = [
        setting.number_column(setting.phrases.say("list.number"), len(content.projects)),
        Column(setting.phrases.say("project_list.project"), 3.1 * CENTIMETRE, share=1.2),
    ]
    for kind in kinds:
        columns += _columns(setting.phrases, kind, budgets, widths)
    grid = replace(setting.fit(columns, style), side=_SIDE)
    return ProjectColumns(set_head(grid), kinds, budgets)


def project_row(phrases: Phrases, columns: ProjectColumns, number: int, project: ProjectRow) -> Row:
    """Set a project; its number in the app stands under its title."""
    reference = phrases.plain("project_list.reference", reference=project.reference)
    title = (Run(project.title), Run(reference if project.reference else "", whole=True))
    values = (value for kind in columns.kinds for value in _values(phrases, columns, kind, project))
    return set_row(columns.grid, (phrases.digits(str(number)), title, *values))


def _columns(
    phrases: Phrases, kind: ProjectColumn, budgets: BudgetYears, widths: Sequence[float]
) -> Iterator[Column]:
    if kind is not ProjectColumn.BUDGETS:
        shape = _SHAPES[kind]
        words = phrases.say(f"project_list.{kind}")
        yield Column(words, shape.width * CENTIMETRE, shape.share)
        return
    group = "" if budgets.is_single else phrases.say("project_list.budgets")
    for year, width in zip(budgets.years, widths, strict=True):
        words = _year_words(phrases, year) if group else phrases.say("project_list.budgets")
        yield Column(words, width, align=Align.RIGHT, group=group)


def _year_words(phrases: Phrases, year: Year) -> str:
    if year is None:
        return phrases.say("project_list.no_year")
    return phrases.say("project_list.year", year=year + BUDDHIST_ERA_OFFSET)


def _values(
    phrases: Phrases, columns: ProjectColumns, kind: ProjectColumn, project: ProjectRow
) -> Sequence[str | tuple[Run, ...]]:
    if kind is not ProjectColumn.BUDGETS:
        return [str(getattr(project, kind))]
    budgets = columns.budgets
    asked = budgets.place_of(project)
    wanted = budget_words(phrases, project)
    if budgets.is_single and project.year is not None:
        year = project.year + BUDDHIST_ERA_OFFSET
        return [(Run(wanted), Run(phrases.say("project_list.in_year", year=year), whole=True))]
    return [wanted if year == asked else NO_BUDGET for year in budgets.years]


def budget_words(phrases: Phrases, project: ProjectRow) -> str:
    """Return the money asked for, in baht."""
    if project.budget is not None:
        return phrases.count(project.budget)
    return NO_BUDGET if project.year is None else phrases.say("word.not_stated")


def _budget_width(widest: Line, style: TextStyle, narrowest: float) -> float:
    """Return the width of a column that a sum fits, in points."""
    wide = widest.width * style.size / 1000 + 2 * _SIDE + 0.5
    return min(max(wide, narrowest), _WIDEST_BUDGET)
