"""The wishes that wait to become projects, and the projects by strategy."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS, strategy_color

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion, Proposal
    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.words import Words

_BADGE_WIDTH = 28
_WISHES_HEIGHT, _NO_WISHES_HEIGHT = 172, 60


class ProjectLists(QFrame):
    """Numbers and colours are those of the strategies."""

    def __init__(
        self, words: "Words", make: Callable[[], object], begin: Callable[[], object]
    ) -> None:
        super().__init__()
        self._words = words
        self._numbers: dict[UUID | None, int] = {}
        self.wishes = RecordList(self.line_of_wish, badge_width=_BADGE_WIDTH)
        self.projects = RecordList(self.line_of, badge_width=_BADGE_WIDTH)
        self.sum = Text("small")
        self.wishes.setFixedHeight(_WISHES_HEIGHT)
        self._lay_out(make, begin)

    def show_plan(self, strategies: "tuple[Strategy, ...]") -> None:
        """Know the numbers of the strategies."""
        self._numbers = {item.id: item.number for item in strategies}

    def show_projects(self, projects: "tuple[Proposal, ...]", wanted: "UUID | None") -> None:
        """Show the projects, the wanted one selected."""
        self.projects.set_rows(projects)
        at = next((at for at, one in enumerate(projects) if one.id == wanted), None)
        if at is not None:
            self.projects.choose(at)
        whole = sum(project.budget or 0 for project in projects)
        self.sum.say(self._words("projects.sum", count=f"{len(projects):,}", baht=f"{whole:,}"))

    def show_wishes(self, wishes: "tuple[Opinion, ...]") -> None:
        """Show the wishes that wait."""
        at = self.wishes.currentIndex().row()
        self.wishes.set_rows(wishes)
        self.wishes.choose(max(at, 0))
        self.wishes.setFixedHeight(_WISHES_HEIGHT if wishes else _NO_WISHES_HEIGHT)

    def line_of(self, project: "Proposal") -> Line:
        """Return how a project appears."""
        number = self._numbers.get(project.strategy_id, 0)
        baht = "–" if project.budget is None else f"{project.budget:,}"
        under = joined((project.reference, project.place))
        return Line(
            project.title, under, f"{number or '–'}", strategy_color(number), baht, TOKENS.ink
        )

    def line_of_wish(self, opinion: "Opinion") -> Line:
        """Return how a wish appears."""
        number = self._numbers.get(opinion.strategy_id, 0)
        first = opinion.text.partition("\n")[0]
        under = joined((opinion.reference, opinion.on_behalf_of))
        return Line(first, under, f"{number or '–'}", strategy_color(number))

    def _lay_out(self, make: Callable[[], object], begin: Callable[[], object]) -> None:
        words = self._words
        named(words, "projects.wishes", self.wishes)
        named(words, "projects.list", self.projects)
        words.tell(self.wishes.set_hint, "projects.wishes_hint")
        words.tell(self.projects.set_hint, "projects.list_hint")
        waiting = card(
            row(told(words, "projects.wishes", "lead"), None),
            self.wishes,
            row(None, button(words, "projects.make", make, symbol="plus")),
            gap=6,
        )
        listed = card(
            row(told(words, "projects.list", "lead"), None, self.sum),
            self.projects,
            row(None, button(words, "projects.new", begin, symbol="plus")),
            gap=6,
            widest=1,
        )
        body = column(waiting, listed)
        body.setStretch(1, 1)
        self.setLayout(body)
