"""What the annex of projects tells of each: the facts that the project form asks for."""

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.thai.calendar import BUDDHIST_ERA_OFFSET

NO_BUDGET = "–"
"""A budget that nobody named; never zero."""

_FACTS = ("objective", "target", "indicator", "outcome", "unit")


def project_lines(phrases: Phrases, project: ProjectRow) -> tuple[str, ...]:
    """Return the title, the number in the app, and what is known of the form's other columns."""
    facts = ((name, " ".join(str(getattr(project, name)).split())) for name in _FACTS)
    told = (phrases.plain(f"annex.project.{name}", text=text) for name, text in facts if text)
    reference = phrases.plain("project_list.reference", reference=project.reference)
    return project.title, reference if project.reference else "", *told


def budget_lines(phrases: Phrases, project: ProjectRow) -> tuple[str, ...]:
    """Return the money asked for in baht, and the fiscal year for which it is asked."""
    asked = NO_BUDGET if project.budget is None else phrases.count(project.budget)
    if project.year is None:
        return (asked,)
    year = project.year + BUDDHIST_ERA_OFFSET
    return asked, phrases.say("project_list.in_year", year=year)
