"""Taking a case into the yearly plan: a proposed project is made, and each names the other."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from forum_desktop import services
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.complaints.register.panel import Panel, is_plain_enter
from forum_desktop.ui.controls import button, column, field, row, told

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Proposal
    from forum_desktop.ui.complaints.register.card import CaseCard


class PlanPanel(Panel):
    """Strategy and approach may stay open; the reason and who answers for it may not."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self.strategy, self.approach = QComboBox(), QComboBox()
        self.reason, self.owner = QLineEdit(), TypedChoice()
        self.reason.setMaxLength(300)
        self.strategy.currentIndexChanged.connect(lambda _: self._offer_approaches())
        self._lay_out()
        self.watch(reason=self.reason)

    def begin(self) -> None:
        """Offer the plan of this forum."""
        words, overview = self.words, self.page.overview
        assert overview is not None
        self.strategy.clear()
        self.strategy.addItem(words("case_register.strategy_later"), None)
        for strategy in overview.strategies:
            self.strategy.addItem(f"{strategy.number}  {strategy.name}", strategy.id)
        self._offer_approaches()
        self.reason.clear()
        self.owner.setEditText(self.card.owner())

    def first(self) -> QWidget:
        """Begin with the strategy."""
        return self.strategy

    def keep(self) -> None:
        """Make the project."""
        self.card.last_owner = self.owner.currentText().strip()
        self.do(
            partial(
                services.complaints.into_plan,
                complaint_id=self.complaint.id,
                reason=self.reason.text(),
                owner=self.card.last_owner,
                strategy_id=self.strategy.currentData(),
                approach_id=self.approach.currentData(),
            ),
            "case_register.done.plan",
            _told,
        )

    def forget(self) -> None:
        """Leave nothing typed."""
        self.reason.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep at Enter."""
        if is_plain_enter(event):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _offer_approaches(self) -> None:
        strategy, overview = self.strategy.currentData(), self.page.overview
        self.approach.clear()
        self.approach.addItem(self.words("case_register.approach_later"), None)
        if strategy is not None and overview is not None:
            for approach in overview.approaches_of(strategy):
                self.approach.addItem(f"{approach.code}  {approach.text}", approach.id)

    def _lay_out(self) -> None:
        words = self.words
        for choice in (self.strategy, self.approach):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.go_button = button(words, "case_register.plan_keep", self.keep, look="primary")
        back = button(words, "case_register.back", self.card.close_task, look="quiet")
        body = column(
            told(words, "complaint.state.in_plan", "lead"),
            told(words, "case_register.plan_how", "soft", wraps=True),
            field(words, "case_register.strategy", self.strategy),
            field(words, "case_register.approach", self.approach),
            field(words, "case_register.reason", self.reason),
            field(words, "case_register.owner", self.owner),
            row(self.go_button, back, None, gap=8),
            None,
            gap=8,
        )
        self.setLayout(body)


def _told(proposal: "Proposal") -> dict[str, object]:
    return {"project": proposal.reference}
