"""What is to be ranked: projects of the list, chosen by key, and words typed for this."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSizePolicy

from forum_desktop.ui.controls import Text, button, column, field, named, row
from forum_desktop.ui.meeting.ranking.ballot import Candidate
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Proposal
    from forum_desktop.records.plan import Strategy
    from forum_desktop.ui.words import Words

_LONGEST_TITLE = 280
_BADGE_WIDTH = 28
_TOGGLES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Picking(QFrame):
    """Space takes a line in or out; the numbers are the order in which they are counted."""

    changed = Signal()

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._projects: tuple[Proposal, ...] = ()
        self._labels: dict[UUID, str] = {}
        self.chosen: tuple[Candidate, ...] = ()
        self.scope = QComboBox()
        self.scope.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list = PickList(self)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST_TITLE)
        self._count = Text("small")
        self._lay_out()
        self.scope.currentIndexChanged.connect(lambda _: self._scope_chosen())
        self.line.returnPressed.connect(self.add_typed)
        self.list.clicked.connect(lambda _: self.toggle())

    def strategy_id(self) -> UUID | None:
        """Return the strategy whose projects are offered, None for all."""
        found: UUID | None = self.scope.currentData()
        return found

    def offer_plan(self, strategies: "Iterable[Strategy]") -> None:
        """Offer the strategies of a forum."""
        self.scope.blockSignals(True)
        kept = self.scope.currentData()
        self.scope.clear()
        self.scope.addItem(self._words("ranking.all_projects"), None)
        for item in strategies:
            self.scope.addItem(f"{item.number}  {item.short}", item.id)
        self.scope.setCurrentIndex(max(0, self.scope.findData(kept)))
        self.scope.blockSignals(False)

    def show_projects(self, projects: "tuple[Proposal, ...]") -> None:
        """Offer the projects that stand; what was chosen and stands no more goes."""
        if projects == self._projects:
            return
        self._projects = projects
        often = Counter(project.title for project in projects)
        self._labels = {project.id: _label(project, often) for project in projects}
        standing = [one for one in self.chosen if self._stands(one)]
        renamed = tuple(
            one._replace(label=self._labels[one.proposal_id]) if one.proposal_id else one
            for one in standing
        )
        if renamed != self.chosen:
            self.choose(renamed)
        self._show()

    def choose(self, chosen: "Iterable[Candidate]") -> None:
        """Take these in and no others."""
        self.chosen = tuple(chosen)
        self._show()
        self.changed.emit()

    def toggle(self) -> None:
        """Take the selected line in, or out."""
        candidate: Candidate | None = self.list.chosen()
        if candidate is None:
            return
        if candidate in self.chosen:
            self.choose(one for one in self.chosen if one != candidate)
        else:
            self.choose((*self.chosen, candidate))

    def toggle_all(self) -> None:
        """Take all lines in; where all are in, take them out."""
        shown: tuple[Candidate, ...] = self.list.records.rows()
        missing = [one for one in shown if one not in self.chosen]
        self.choose((*self.chosen, *missing) if missing else ())

    def add_typed(self) -> None:
        """Take in the words typed."""
        label = " ".join(self.line.text().split())
        if label and label not in {one.label for one in self.chosen}:
            known = [one for one in self._offered() if one.label == label]
            self.choose((*self.chosen, *(known or [Candidate(label)])))
        self.line.clear()

    def fields(self) -> dict[str, str]:
        """Return what is chosen, to be kept."""
        chosen = [[one.label, str(one.proposal_id or ""), one.reference] for one in self.chosen]
        strategy = str(self.strategy_id() or "")
        return {"chosen": json.dumps(chosen, ensure_ascii=False), "strategy": strategy}

    def restore(self, kept: dict[str, str]) -> None:
        """Choose again what was kept."""
        if kept.get("strategy"):
            self.scope.setCurrentIndex(max(0, self.scope.findData(UUID(kept["strategy"]))))
        chosen = json.loads(kept.get("chosen", "[]"))
        self.choose(
            Candidate(label, UUID(proposal) if proposal else None, reference)
            for label, proposal, reference in chosen
        )

    def line_of(self, candidate: Candidate) -> Line:
        """Return how a thing appears: its number where it is taken in."""
        is_in = candidate in self.chosen
        badge = f"{self.chosen.index(candidate) + 1}" if is_in else "+"
        color = TOKENS.primary if is_in else TOKENS.line_strong
        typed = "" if candidate.proposal_id else self._words("ranking.typed")
        return Line(candidate.label, candidate.reference or typed, badge, color)

    def retranslate(self) -> None:
        """Say again what is counted."""
        self.scope.setItemText(0, self._words("ranking.all_projects"))
        self._show()

    def _stands(self, candidate: Candidate) -> bool:
        return candidate.proposal_id is None or candidate.proposal_id in self._labels

    def _offered(self) -> list[Candidate]:
        wanted = self.strategy_id()
        return [
            Candidate(self._labels[project.id], project.id, project.reference)
            for project in self._projects
            if wanted is None or project.strategy_id == wanted
        ]

    def _scope_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        offered = self._offered()
        others = [one for one in self.chosen if one not in offered]
        at = self.list.currentIndex().row()
        self.list.set_rows([*others, *offered])
        self.list.choose(max(at, 0))
        self._count.say(self._words("ranking.chosen", count=len(self.chosen)))

    def _lay_out(self) -> None:
        words = self._words
        named(words, "ranking.things", self.list)
        words.tell(self.list.set_hint, "ranking.things_hint")
        words.tell(self.line.setPlaceholderText, "ranking.type_thing")
        named(words, "ranking.type_thing", self.line)
        every = button(words, "ranking.all", self.toggle_all, look="quiet")
        head = field(words, "ranking.things", self.scope)
        body = column(head, self.line, self.list, row(self._count, None, every), gap=6)
        body.setStretch(2, 1)
        self.setLayout(body)


class PickList(RecordList):
    """Space or Enter takes the line in or out."""

    def __init__(self, picking: Picking) -> None:
        super().__init__(picking.line_of, badge_width=_BADGE_WIDTH)
        self._picking = picking

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle, or walk."""
        if event.key() in _TOGGLES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._picking.toggle()
        else:
            super().keyPressEvent(event)


def _label(project: "Proposal", often: Counter[str]) -> str:
    """Return a project's title, told apart from others of the same title."""
    if often[project.title] == 1:
        return project.title
    return f"{project.title[:_LONGEST_TITLE]} ({project.reference})"
