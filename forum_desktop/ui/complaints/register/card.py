"""The card of one case: what is known of it, and the tasks that its keys begin."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget

from forum_desktop.ui.complaints.register.acts import CaseActs
from forum_desktop.ui.complaints.register.amending import AmendPanel
from forum_desktop.ui.complaints.register.asking import AskPanel, Question
from forum_desktop.ui.complaints.register.correcting import CorrectPanel
from forum_desktop.ui.complaints.register.evidence import EvidencePanel
from forum_desktop.ui.complaints.register.facts import FactsPanel
from forum_desktop.ui.complaints.register.kinds import KindsPanel
from forum_desktop.ui.complaints.register.lines import URGENCIES, subject_of
from forum_desktop.ui.complaints.register.linking import LinkPanel
from forum_desktop.ui.complaints.register.opening import OpenPanel
from forum_desktop.ui.complaints.register.planning import PlanPanel
from forum_desktop.ui.complaints.register.reading import Case, read_case
from forum_desktop.ui.controls import ElidedText, Text, card, restyle, row, told
from forum_desktop.ui.display import joined, said_date
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from forum_desktop.records.complaint import Complaint
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.complaints.register.lines import RegisterLines
    from forum_desktop.ui.complaints.register.panel import Panel
    from forum_desktop.ui.viewed import ViewedPage


class CaseCard(QFrame):
    """Follows the list; a task stands in front of the facts until it is done or left by Esc."""

    left = Signal()
    """The cursor goes back to the list."""

    def __init__(self, page: "ViewedPage", lines: "RegisterLines") -> None:
        super().__init__()
        self.page = page
        self.case: Case | None = None
        self.task: Panel | None = None
        self.last_owner = ""
        self._wanted: UUID | None = None
        self._is_filling = self._is_working = False
        self.drafts = DraftKeeper(self, page.background, self._half_typed)
        self.facts = FactsPanel(page, lines)
        self.asking, self.linking, self.planning = AskPanel(self), LinkPanel(self), PlanPanel(self)
        self.opening, self.correcting = OpenPanel(self), CorrectPanel(self)
        self.amending, self.evidence = AmendPanel(self), EvidencePanel(self)
        self.kinds = KindsPanel(self)
        self._panels = (
            self.asking,
            self.linking,
            self.planning,
            self.opening,
            self.correcting,
            self.amending,
            self.evidence,
            self.kinds,
        )
        self.acts = CaseActs(self)
        self._number, self._state = Text("title"), Text("lead")
        self._subject, self._under = ElidedText("lead"), ElidedText("soft")
        self._hint = told(page.words, "case_register.keys", "small", wraps=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.show_complaint(None)

    def offer(self, units: "Iterable[str]", owners: "Iterable[str]") -> None:
        """Offer units and those who answer for cases."""
        self.asking.unit.offer(units)
        names = tuple(owners)
        for choice in (self.asking.owner, self.linking.owner, self.planning.owner):
            choice.offer(names)

    def owner(self) -> str:
        """Return who probably answers for the case: whoever does, or the one typed last."""
        known = self.case.complaint.owner if self.case else ""
        return known or self.last_owner

    def show_complaint(self, complaint: "Complaint | None") -> None:
        """Read a case and show it; a task on another one is left, half typed as it is."""
        wanted = complaint.id if complaint else None
        if wanted != self._wanted:
            self._leave_task()
            self.case, self._wanted = None, wanted
        if wanted is None:
            self._show_nothing()
        else:
            self.read_again()

    def read_again(self) -> None:
        """Read the case in hand anew."""
        wanted = self._wanted
        if wanted is not None:
            self.page.look_up(lambda desk: read_case(desk, wanted), self._show)

    def ask(self, question: Question) -> None:
        """Ask before an act."""
        self._begin(self.asking, question.name, lambda: self.asking.ask(question))

    def link(self) -> None:
        """Link it to one that tells the same."""
        self._begin(self.linking, "link", self.linking.begin)

    def plan(self) -> None:
        """Take it into the plan."""
        self._begin(self.planning, "plan", self.planning.begin)

    def open_sealed(self) -> None:
        """Open what is sealed, for a reason."""
        self._begin(self.opening, "open", self.opening.begin)

    def correct(self) -> None:
        """Put right what it says; a sealed one is opened first."""
        assert self.case is not None
        opened = self.opening.opened_case
        if self.case.complaint.is_sealed and opened is None:
            self.open_sealed()
            self.opening.what.choose("case")
            self.page.say("case_register.open_first", "warn")
            return
        self._begin(self.correcting, "correct", lambda: self.correcting.begin(opened))

    def amend(self) -> None:
        """Put right who complains, without seeing it."""
        self._begin(self.amending, "amend", self.amending.begin)

    def see_evidence(self) -> None:
        """Look through its photos and files, and add to them."""
        self._begin(self.evidence, "evidence", self.evidence.begin)

    def change_kinds(self) -> None:
        """Say that it is of other kinds."""
        self._begin(self.kinds, "kinds", self.kinds.begin)

    def keep(self) -> None:
        """Do what the task in front is for."""
        if self.task is not None:
            self.task.keep()

    def close_task(self) -> None:
        """Go back to the facts, and with the cursor to the list."""
        self._leave_task()
        self.left.emit()

    def leave(self) -> None:
        """Go out of sight: nothing opened stays; what is half typed is kept."""
        self._leave_task()

    def do(
        self,
        job: "Callable[[Desk], Any]",
        key: str,
        tell: "Callable[[Any], dict[str, object]] | None" = None,
    ) -> None:
        """Do an act on the case in hand, then say `key` with its number."""
        if self._is_working or self.case is None:
            return
        self._is_working = True
        number = self.case.complaint.reference
        work = self.drafts.cleared_after(job) if self.task is not None else job
        self.page.act(
            work,
            lambda result: self._done(key, number, tell(result) if tell else {}),
            *(Kind.COMPLAINTS, Kind.MEETING),
            refused=lambda _: self._refused(),
            failed=self._ready,
        )

    def changed(self) -> None:
        """Something was typed."""
        if not self._is_filling:
            self.drafts.changed()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.acts.retranslate()
        for panel in self._panels:
            panel.retranslate()
        if self.case is not None:
            self._show(self.case)
        else:
            self._show_nothing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the task on Esc; with the facts in hand, act by single keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_task()
        else:
            super().keyPressEvent(event)

    def _begin(self, panel: "Panel", name: str, fill: "Callable[[], object]") -> None:
        assert self.case is not None
        self.drafts.keep_now()
        opened = self.opening.opened_case
        self._is_filling = True
        self.task = panel
        fill()
        panel.typed.begin()
        self._is_filling = False
        if panel is not self.opening and opened is not None:
            self.opening.forget()
        self._front(panel)
        panel.first().setFocus()
        complaint = self.case.complaint
        place = f"{complaint.forum_id}/register/{complaint.id}/{name}"
        self.drafts.move_to(place, lambda kept: self._restore(panel, place, kept))

    def _front(self, panel: "Panel") -> None:
        self._stack.setCurrentWidget(panel)
        self.acts.hide()
        self._hint.hide()

    def _leave_task(self) -> None:
        self.drafts.keep_now()
        self._is_filling = True
        for panel in self._panels:
            panel.forget()
        self._is_filling = False
        self.task = None
        self._stack.setCurrentWidget(self.facts)
        self.acts.setVisible(self.case is not None)
        self._hint.setVisible(self.case is not None)

    def _done(self, key: str, number: str, more: "dict[str, object]") -> None:
        self._ready()
        self.close_task()
        self.page.say(key, "good", number=number, **more)

    def _ready(self) -> None:
        self._is_working = False

    def _refused(self) -> None:
        self._ready()
        if self.task is not None:
            self.task.ask_again()

    def _half_typed(self) -> dict[str, str]:
        return self.task.half_typed() if self.task is not None else {}

    def _restore(self, panel: "Panel", place: str, kept: dict[str, str]) -> None:
        if self.task is not panel or self.drafts.place != place or panel.half_typed():
            return
        self._is_filling = True
        panel.put_back(kept)
        self._is_filling = False
        self.page.say("drafts.restored", "good")

    def _show(self, case: Case) -> None:
        if case.complaint.id != self._wanted:
            return
        self.case = case
        self._say_head(case)
        self.facts.show_case(case)
        self.acts.show_case(case)
        if self.task is None:
            self.acts.show()
            self._hint.show()
        self.opening.retranslate()

    def _show_nothing(self) -> None:
        self._number.say(self.page.words("case_register.none_chosen"))
        for text in (self._state, self._subject, self._under):
            text.say("")
        self.facts.show_nothing()
        for part in (self.acts, self._hint):
            part.hide()

    def _say_head(self, case: Case) -> None:
        words, complaint = self.page.words, case.complaint
        self._number.say(complaint.reference)
        self._state.say(words(f"complaint.state.{complaint.state}"))
        self._subject.say(subject_of(words, complaint))
        due = words("case_register.due_by", day=said_date(complaint.due_on, words.language))
        urgency = words(f"complaint.urgency.{_urgency(complaint)}") if complaint.urgency else ""
        level = words(f"complaint.level.{complaint.level}")
        self._under.say(joined((urgency, level, due, complaint.unit)))

    def _lay_out(self) -> None:
        for panel in (self.facts, *self._panels):
            self._stack.addWidget(panel)
        restyle(self._state, tone="good")
        head = row(self._number, None, self._state)
        body = (head, self._subject, self._under, self._stack, self.acts, self._hint)
        framed = card(*body, gap=6, widest=3)
        whole = row(framed)
        self.setLayout(whole)


def _urgency(complaint: "Complaint") -> str:
    return next(name for level, name in URGENCIES.items() if level == complaint.urgency)
