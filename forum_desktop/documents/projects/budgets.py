"""Budgets by fiscal year: which years have a column, what a project asks for, and sums."""

from collections.abc import Iterable
from dataclasses import dataclass

from forum_desktop.records.pack import ProjectForm
from forum_desktop.records.priorities import ProjectRow

Year = int | None
"""A fiscal year of the Common Era, or None for a budget of no year."""


@dataclass(frozen=True, slots=True)
class BudgetYears:
    """The years that have a column; without any, one column holds every budget."""

    years: tuple[Year, ...]

    @classmethod
    def of(cls, form: ProjectForm, projects: Iterable[ProjectRow]) -> "BudgetYears":
        """Return the years of the form and any other that a project names.

        A budget of no year stands in a column of its own: no year is made up for it.
        """
        if not form.years:
            return cls((None,))
        projects = tuple(projects)
        named = {project.year for project in projects if project.year is not None}
        undated = any(p.year is None and p.budget is not None for p in projects)
        return cls((*sorted({*form.years, *named}), *([None] if undated else [])))

    @property
    def is_single(self) -> bool:
        """Tell whether there is one column for all."""
        return self.years == (None,)

    def place_of(self, project: ProjectRow) -> Year:
        """Return the year under which a project's budget stands."""
        return None if self.is_single else project.year

    def sums(self, projects: Iterable[ProjectRow]) -> list[int]:
        """Return the budgets asked for in each year, in baht."""
        found = dict.fromkeys(self.years, 0)
        for project in projects:
            if project.budget is not None:
                found[self.place_of(project)] += project.budget
        return list(found.values())

    def counts(self, projects: Iterable[ProjectRow]) -> list[int]:
        """Return how many projects ask for a budget in each year, or are named for it."""
        found = dict.fromkeys(self.years, 0)
        for project in projects:
            if self.is_named(project):
                found[self.place_of(project)] += 1
        return list(found.values())

    def is_named(self, project: ProjectRow) -> bool:
        """Tell whether something stands in a budget column of a project."""
        return project.budget is not None or self.place_of(project) is not None
