"""A row of the project list as a form: the columns that the pack's edition has."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from forum_desktop.records.opinion import Proposal
from forum_desktop.records.pack import ProjectColumn
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import column, field, row
from forum_desktop.ui.meeting.projects.budget import BudgetField
from forum_desktop.ui.minutes.growing_box import GrowingBox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.ui.words import Words

_ERA = 543
"""Years from the Common Era, in which records count, to the Buddhist one."""
_LONG = (
    ProjectColumn.OBJECTIVE,
    ProjectColumn.TARGET,
    ProjectColumn.INDICATOR,
    ProjectColumn.OUTCOME,
)
_YEAR_WIDTH, _BUDGET_WIDTH = 128, 130


class ProjectForm(QFrame):
    """Holds one project; `changed` when something is typed."""

    changed = Signal()

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._overview: ForumOverview | None = None
        self._base: Proposal | None = None
        self._is_filling = False
        self.title, self.budget = QLineEdit(), BudgetField()
        self.title.setMaxLength(300)
        self.strategy, self.approach, self.year = QComboBox(), QComboBox(), QComboBox()
        self.boxes = {name: GrowingBox() for name in _LONG}
        self.place, self.unit = TypedChoice(), TypedChoice()
        self._columns: dict[ProjectColumn, QFrame] = {}
        self._lay_out()
        self._connect()

    def show_pack(self, overview: "ForumOverview") -> None:
        """Offer what a forum's plan and pack know; hide columns that its edition lacks."""
        self._overview = overview
        pack = overview.pack
        self.place.offer(place.name for place in pack.communities)
        self.unit.offer(dict.fromkeys(kind.unit for kind in pack.complaint_kinds if kind.unit))
        for kind, made in self._columns.items():
            made.setVisible(kind in pack.projects.columns)

    def show_project(self, proposal: Proposal) -> None:
        """Show a project as it is kept."""
        self._base = proposal
        self._is_filling = True
        self._offer(proposal)
        self.title.setText(proposal.title)
        self.budget.show_baht(proposal.budget)
        self.place.setEditText(proposal.place)
        self.unit.setEditText(proposal.unit)
        for name, box in self.boxes.items():
            box.setPlainText(getattr(proposal, name))
        self._is_filling = False

    def project(self) -> Proposal:
        """Return the project as typed; refuses a faulty budget."""
        assert self._base is not None
        return replace(
            self._base,
            title=self.title.text(),
            strategy_id=self.strategy.currentData(),
            approach_id=self.approach.currentData(),
            budget=self.budget.baht(),
            year=self.year.currentData(),
            place=self.place.currentText(),
            unit=self.unit.currentText(),
            **self._long(),
        )

    def rebase(self, proposal: Proposal, typed: dict[str, str]) -> None:
        """Show what was kept of `typed`; what was typed since then stays."""
        if self.typed() == typed:
            self.show_project(proposal)
        self._base = proposal

    def fields(self) -> dict[str, str]:
        """Return what is typed and not kept yet; nothing where all is kept."""
        if self._base is None or self.typed() == self._typed_of(self._base):
            return {}
        return {name: value or " " for name, value in self.typed().items()}

    def restore(self, kept: dict[str, str]) -> None:
        """Show again what was typed and not kept."""
        typed = {name: value.strip() for name, value in kept.items()}
        self._is_filling = True
        self.title.setText(typed.get("title", ""))
        _choose(self.strategy, typed.get("strategy", ""))
        self._offer_approaches()
        _choose(self.approach, typed.get("approach", ""))
        self.budget.setText(typed.get("budget", ""))
        _choose(self.year, typed.get("year", ""))
        self.place.setEditText(typed.get("place", ""))
        self.unit.setEditText(typed.get("unit", ""))
        for name, box in self.boxes.items():
            box.setPlainText(typed.get(name, ""))
        self._is_filling = False

    def retranslate(self) -> None:
        """Say the choices again."""
        if self._base is not None:
            kept = self.typed()
            self._is_filling = True
            self._offer(self._base)
            self._is_filling = False
            self.restore(kept)

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {
            "title": self.title.text(),
            "strategy": str(self.strategy.currentData() or ""),
            "approach": str(self.approach.currentData() or ""),
            "budget": self.budget.text().replace(",", ""),
            "year": str(self.year.currentData() or ""),
            "place": self.place.currentText(),
            "unit": self.unit.currentText(),
            **self._long(),
        }

    def _long(self) -> dict[str, Any]:
        return {str(name): box.toPlainText() for name, box in self.boxes.items()}

    def _typed_of(self, proposal: Proposal) -> dict[str, str]:
        return {
            "title": proposal.title,
            "strategy": str(proposal.strategy_id or ""),
            "approach": str(proposal.approach_id or ""),
            "budget": "" if proposal.budget is None else f"{proposal.budget}",
            "year": str(proposal.year or ""),
            "place": proposal.place,
            "unit": proposal.unit,
            **{str(name): getattr(proposal, name) for name in self.boxes},
        }

    def _offer(self, proposal: Proposal) -> None:
        assert self._overview is not None
        words, plan = self._words, self._overview
        _fill(
            self.strategy,
            words("projects.no_strategy"),
            {item.id: f"{item.number}  {item.name}" for item in plan.strategies},
            proposal.strategy_id,
        )
        self._offer_approaches(proposal.approach_id)
        years = plan.pack.projects.years or (plan.pack.fiscal_year,)
        # A year that was wished for before the plan changed must not vanish unseen.
        known = dict.fromkeys((*years, *((proposal.year,) if proposal.year else ())))
        shown = {year: words("projects.year_of", year=year + _ERA) for year in known}
        _fill(self.year, words("projects.no_year"), shown, proposal.year)

    def _offer_approaches(self, wanted: "UUID | None" = None) -> None:
        assert self._overview is not None
        strategy_id = self.strategy.currentData()
        found = self._overview.approaches_of(strategy_id) if strategy_id else ()
        shown = {item.id: f"{item.code}  {item.text}" for item in found}
        _fill(self.approach, self._words("projects.no_approach"), shown, wanted)
        self.approach.setEnabled(bool(found))

    def _strategy_chosen(self) -> None:
        self._offer_approaches()
        self._told()

    def _told(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _connect(self) -> None:
        self.strategy.activated.connect(lambda _: self._strategy_chosen())
        for box in (self.approach, self.year):
            box.activated.connect(lambda _: self._told())
        for line in (self.title, self.budget):
            line.textChanged.connect(lambda _: self._told())
        for choice in (self.place, self.unit):
            choice.editTextChanged.connect(lambda _: self._told())
        for text in self.boxes.values():
            text.textChanged.connect(self._told)

    def _lay_out(self) -> None:
        words = self._words
        for box in (self.strategy, self.approach):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.year.setFixedWidth(_YEAR_WIDTH)
        self.budget.setFixedWidth(_BUDGET_WIDTH)
        plan = _halves(self._cell("strategy", self.strategy), self._cell("approach", self.approach))
        money = QFrame()
        money.setLayout(row(self._cell("budget", self.budget), self._cell("year", self.year)))
        self._columns = {
            **{kind: self._cell(kind, box) for kind, box in self.boxes.items()},
            ProjectColumn.BUDGETS: money,
            ProjectColumn.UNIT: self._cell("unit", self.unit),
        }
        made = self._columns
        place = row(self._cell("place", self.place), money, made[ProjectColumn.UNIT])
        for at in (0, 2):
            place.setStretch(at, 1)
        self.setLayout(
            column(
                field(words, "projects.title", self.title),
                plan,
                _halves(made[ProjectColumn.OBJECTIVE], made[ProjectColumn.TARGET]),
                _halves(made[ProjectColumn.INDICATOR], made[ProjectColumn.OUTCOME]),
                place,
                gap=8,
            )
        )

    def _cell(self, name: str, control: QWidget) -> QFrame:
        made = QFrame()
        made.setLayout(field(self._words, f"projects.{name}", control))
        return made


def _halves(*cells: QWidget) -> QHBoxLayout:
    line = row(*cells)
    for at in range(len(cells)):
        line.setStretch(at, 1)
    return line


def _fill(box: QComboBox, none: str, shown: "Mapping[Any, str]", wanted: object) -> None:
    box.clear()
    box.addItem(none, None)
    for value, text in shown.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(wanted)))


def _choose(box: QComboBox, wanted: str) -> None:
    """Choose by the text of what stands behind the choices."""
    found = (at for at in range(box.count()) if str(box.itemData(at) or "") == wanted)
    box.setCurrentIndex(next(found, 0))
