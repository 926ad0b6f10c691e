"""What can be done to a case, each by one key; what is not possible now stays grey."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.complaint import ComplaintState as State
from forum_desktop.records.documents import DocumentKind, DocumentOrder
from forum_desktop.ui.complaints.register import questions
from forum_desktop.ui.controls import restyle
from forum_desktop.ui.documents.export import Export
from forum_desktop.ui.fitting import FittingButton

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint
    from forum_desktop.ui.complaints.register.card import CaseCard
    from forum_desktop.ui.complaints.register.reading import Case

_COLUMNS = 5
STEPS = MappingProxyType(
    {
        Qt.Key.Key_1: State.SCREENED,
        Qt.Key.Key_2: State.UNDER_WAY,
        Qt.Key.Key_3: State.ASKED,
        Qt.Key.Key_4: State.TOLD,
        Qt.Key.Key_5: State.CLOSED,
        Qt.Key.Key_6: State.REFERRED,
        Qt.Key.Key_7: State.NOT_OURS,
        Qt.Key.Key_8: State.NOTED,
    }
)
"""Each step has its own digit, whatever the case, so that hands learn it."""


class Act(NamedTuple):
    """An act, the sentence that names it, and of which cases it is possible."""

    says: str
    begin: Callable[[], object]
    fits: "Callable[[Case], bool]"


class CaseActs(QFrame):
    """A grid of buttons that say their keys; the list and the card give it their keys."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__()
        self._card, self._page = card, card.page
        self._acts = {**self._steps(), **self._others()}
        self.buttons = {key: self._button(key) for key in self._acts}
        self._export = Export(card.page, lambda: None, lambda: None)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for at, made in enumerate(self.buttons.values()):
            grid.addWidget(made, at // _COLUMNS, at % _COLUMNS)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        self.setLayout(grid)
        self.retranslate()

    def take(self, key: int) -> bool:
        """Do the act of a key; tell whether there is one. What is not possible now is said."""
        act, case = self._acts.get(key), self._card.case
        if act is None or case is None:
            return False
        if act.fits(case):
            act.begin()
        else:
            number = case.complaint.reference
            self._page.say("case_register.not_now", "warn", number=number)
        return True

    def show_case(self, case: "Case") -> None:
        """Make grey what is not possible now."""
        for key, act in self._acts.items():
            self.buttons[key].setEnabled(act.fits(case))

    def retranslate(self) -> None:
        """Name the acts in the current language."""
        for key, made in self.buttons.items():
            name = self._page.words(self._acts[key].says)
            made.setText(f"{chr(key)}  {name}")
            made.setAccessibleName(made.text())
            made.setToolTip(made.text())

    def make_receipt(self) -> None:
        """Make the receipt of the case in hand again."""
        if self._card.case is not None:
            reference = self._card.case.complaint.reference
            order = DocumentOrder(kind=DocumentKind.RECEIPT, complaint=reference)
            self._export.ask_and_export(order)

    def _steps(self) -> dict[int, Act]:
        return {
            int(key): Act(f"case_register.step.{state}", partial(self._step, state), _allows(state))
            for key, state in STEPS.items()
        }

    def _others(self) -> dict[int, Act]:
        card, key = self._card, Qt.Key
        acts = {
            key.Key_S: Act("case_register.act.send", self._send, _allows(State.SENT)),
            key.Key_L: Act("case_register.act.link", card.link, _stands),
            key.Key_P: Act("case_register.act.plan", card.plan, _can_be_planned),
            key.Key_N: Act("case_register.act.official", self._number, _stands),
            key.Key_O: Act("case_register.act.open", card.open_sealed, _can_be_opened),
            key.Key_C: Act("case_register.act.correct", card.correct, _stands),
            key.Key_I: Act("case_register.act.amend", card.amend, _has_person),
            key.Key_E: Act("case_register.act.evidence", card.see_evidence, _stands),
            key.Key_K: Act("case_register.act.kinds", card.change_kinds, _stands),
            key.Key_Z: Act("case_register.act.seal", self._seal, _can_be_sealed),
            key.Key_W: Act("case_register.act.withdraw", self._withdraw, _allows(State.WITHDRAWN)),
            key.Key_B: Act("case_register.act.reopen", self._reopen, _is_closed),
            key.Key_A: Act("case_register.act.redact", self._redact, _has_person),
        }
        return {int(name): act for name, act in acts.items()}

    def _step(self, state: State) -> None:
        card, complaint = self._card, self._complaint
        says = f"complaint.state.{state}"

        def tell(_: object) -> dict[str, object]:
            return {"state": self._page.words(says)}

        if state in questions.AT_ONCE:
            card.do(
                lambda desk: questions.take(desk, complaint, state, {}),
                "case_register.done.step",
                tell,
            )
        else:
            card.ask(questions.to_step(complaint, state, card.owner(), tell))

    def _send(self) -> None:
        self._card.ask(questions.to_send(self._complaint, self._card.owner()))

    def _number(self) -> None:
        self._card.ask(questions.to_number(self._complaint))

    def _withdraw(self) -> None:
        self._card.ask(questions.to_withdraw(self._complaint, self._card.owner()))

    def _reopen(self) -> None:
        self._card.ask(questions.to_reopen(self._complaint, self._card.owner()))

    def _seal(self) -> None:
        self._card.ask(questions.to_seal(self._complaint))

    def _redact(self) -> None:
        self._card.ask(questions.to_redact(self._complaint))

    @property
    def _complaint(self) -> "Complaint":
        assert self._card.case is not None
        return self._card.case.complaint

    def _button(self, key: int) -> QPushButton:
        made = FittingButton()
        made.setAutoDefault(False)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        restyle(made, look="key")
        made.clicked.connect(lambda: self.take(key))
        return made


def _allows(state: State) -> "Callable[[Case], bool]":
    return lambda case: state in case.allowed and _stands(case)


def _stands(case: "Case") -> bool:
    return not case.complaint.is_erased


def _is_closed(case: "Case") -> bool:
    return not case.allowed and _stands(case)


def _has_person(case: "Case") -> bool:
    return case.complaint.level is not ComplaintLevel.ANONYMOUS and _stands(case)


def _can_be_opened(case: "Case") -> bool:
    return _has_person(case) or (case.complaint.is_sealed and _stands(case))


def _can_be_sealed(case: "Case") -> bool:
    return _stands(case) and not case.complaint.is_sealed


def _can_be_planned(case: "Case") -> bool:
    return State.IN_PLAN in case.allowed and _stands(case) and not case.complaint.is_sealed
