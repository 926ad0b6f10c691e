"""The sums under the projects of a strategy, and under all of them."""

from collections.abc import Iterator, Sequence

from forum_desktop.documents.house.ledger import Row, Span, set_spans
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.projects.columns import NO_BUDGET, ProjectColumns
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import Align
from forum_desktop.records.priorities import ProjectRow


def sum_rows(
    phrases: Phrases, columns: ProjectColumns, projects: Sequence[ProjectRow]
) -> Iterator[Row]:
    """Yield "รวมงบประมาณ", where the form has budgets, and "รวมจำนวนโครงการ"."""
    if columns.first_budget is not None:
        sums = columns.budgets.sums(projects)
        label = phrases.say("project_list.budget_sum", sum=phrases.count(sum(sums)))
        yield _row(phrases, columns, label, sums)
    label = phrases.say("project_list.project_count", count=phrases.count(len(projects)))
    yield _row(phrases, columns, label, columns.budgets.counts(projects))


def _row(phrases: Phrases, columns: ProjectColumns, label: str, numbers: Sequence[int]) -> Row:
    """Set a label up to the budgets, a number under each year, nothing behind them."""
    first, end = columns.first_budget, len(columns.grid.columns)
    if first is None:
        return set_spans(columns.grid, [Span(0, end, Run(label, bold=True), Align.CENTRED)])
    spans = [Span(0, first, Run(label, bold=True), Align.RIGHT)]
    for place, number in enumerate(numbers, start=first):
        text = phrases.count(number) if number else NO_BUDGET
        spans.append(Span(place, place + 1, Run(text, bold=True), Align.RIGHT))
    behind = first + len(numbers)
    if behind < end:
        spans.append(Span(behind, end, ""))
    return set_spans(columns.grid, spans)
