"""Follow-up: every order with its day, what came of it, and what was promised."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSizePolicy

from forum_desktop import services
from forum_desktop.records.assignment import AssignmentShow, AssignmentState
from forum_desktop.ui.asking import REASON, Asked, AskFold
from forum_desktop.ui.complaints.follow_up.acting import FollowUpActs
from forum_desktop.ui.complaints.follow_up.card import AssignmentCard
from forum_desktop.ui.complaints.follow_up.carrying import CarryFold
from forum_desktop.ui.complaints.follow_up.lines import line_of, promise_line
from forum_desktop.ui.complaints.follow_up.order import Ordered, OrderForm
from forum_desktop.ui.complaints.follow_up.parts import AssignmentParts
from forum_desktop.ui.complaints.register.case_list import CaseList
from forum_desktop.ui.controls import Text, card, column, named, row, told
from forum_desktop.ui.folding import Fold
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.keys import ALT, CTRL
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.record_list import RecordList
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.assignment import (
        Assignment,
        AssignmentCounts,
        AssignmentRow,
        PromiseList,
    )
    from forum_desktop.records.forum import Forum

_BY = Asked("by", "follow_up.who")
_OPEN = frozenset({AssignmentState.ORDERED, AssignmentState.ACKNOWLEDGED, AssignmentState.ANSWERED})
_LIST_SHARE, _CARD_SHARE = 5, 6


class FollowUpView(View):
    """With the cursor in the list, one key does one thing to the chosen assignment."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        words = self.words
        self.acts = FollowUpActs(page, self._kept)
        self.parts = AssignmentParts(words)
        self.rows = CaseList(partial(line_of, words))
        self.card = AssignmentCard(words)
        self.promises = RecordList(partial(promise_line, words))
        self.order = OrderForm(words, self._give_order)
        self.carry = CarryFold(words, self.acts.carry_over)
        self.folds = self._asked()
        self.keys = KeyButtons(words, self._keys(), 3)
        self.keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._count, self._others = Text("small"), Text("small")
        self._latest = Latest(self, self._ask)
        self._found: UUID | None = None
        self._lay_out()
        self._connect()

    def forum_opened(self) -> None:
        """Begin with another forum."""
        self._show(((), None))
        pack = self.overview.pack
        officers = (f"{one.title}{one.first_name} {one.last_name}" for one in pack.officers)
        units = dict.fromkeys(kind.unit for kind in pack.complaint_kinds if kind.unit)
        self.order.offer(officers, units)

    def arrive(self) -> None:
        """Read the newest, and come with the cursor in the list."""
        self.reload()
        self.rows.setFocus()

    def leave(self) -> None:
        """Ask for nothing more."""
        self.fold_all()

    def reload(self) -> None:
        """Read again what is listed."""
        self._latest.later()
        self._latest.now()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.parts.retranslate()
        self.card.retranslate()
        self.keys.retranslate()
        for fold in self.folds.values():
            fold.retranslate()
        for shown in (self.rows, self.promises):
            shown.viewport().update()

    def begin_order(self, source: str = "", task: str = "") -> None:
        """Ask for a new order, perhaps one that comes from somewhere."""
        self._make_room()
        self.card.hide()
        self.order.begin(source=source, task=task)

    def begin_carrying(self) -> None:
        """Ask which forum's open matters are taken over."""
        here = self.page.forum_id
        self._make_room()

        def offer(forums: "tuple[Forum, ...]") -> None:
            self.carry.begin(tuple(forum for forum in forums if forum.id != here))

        self.page.look_up(services.forums.list_forums, offer)

    def fold_all(self) -> None:
        """Ask for nothing."""
        for fold in self._all_folds():
            fold.fold_in()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show again what was promised once nothing is asked any more."""
        if event.type() == QEvent.Type.Hide and all(fold.isHidden() for fold in self._all_folds()):
            self._promised.show()
            self.card.show()
        return False

    def _all_folds(self) -> tuple[Fold, ...]:
        return (*self.folds.values(), self.order, self.carry)

    def _make_room(self) -> None:
        """Let what is asked have the whole side."""
        self.fold_all()
        self._promised.hide()

    def _chosen(self) -> "Assignment | None":
        item = self.rows.chosen()
        return item.assignment if item else None

    def _ask(self) -> None:
        forum_id, show = self.page.forum_id, self.parts.chosen()

        def read(
            desk: "services.desk.Desk",
        ) -> "tuple[tuple[AssignmentRow, ...], tuple[AssignmentCounts, PromiseList]]":
            acts = services.assignments
            counts = acts.count_assignments(desk, forum_id)
            rows = acts.list_assignments(desk, forum_id, show)
            return rows, (counts, acts.promised(desk, forum_id))

        self.page.look_up(read, self._latest.only(self._show))

    def _show(
        self,
        read: "tuple[tuple[AssignmentRow, ...], tuple[AssignmentCounts, PromiseList] | None]",
    ) -> None:
        rows, told_of_all = read
        chosen, at = self._chosen(), max(0, self.rows.currentIndex().row())
        wanted, self._found = self._found or (chosen.id if chosen else None), None
        self.rows.set_rows(rows)
        places = {item.assignment.id: place for place, item in enumerate(rows)}
        self.rows.choose(places.get(wanted, min(at, len(rows) - 1)) if wanted else 0)
        if told_of_all is not None:
            counts, promises = told_of_all
            self.parts.show_counts(counts)
            self.promises.set_rows(promises.lines)
            self._others.say(self.words("follow_up.private", count=promises.from_complaints))
        self._count.say(self.words("follow_up.count", count=len(rows)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        known = self._chosen()
        if self.card.assignment is None or known is None or known.id != self.card.assignment.id:
            for fold in self.folds.values():
                fold.fold_in()
        self.card.show_assignment(known)
        state = known.state if known else None
        can = {
            Qt.Key.Key_A: state is AssignmentState.ORDERED,
            Qt.Key.Key_W: state in _OPEN,
            Qt.Key.Key_R: state is AssignmentState.ANSWERED,
            Qt.Key.Key_C: state in _OPEN,
            Qt.Key.Key_X: state in _OPEN,
            Qt.Key.Key_P: known is not None,
        }
        for key, is_possible in can.items():
            self.keys.enable(key, can=is_possible)

    def _kept(self, assignment_id: "UUID | None") -> None:
        self._found = assignment_id
        self.fold_all()
        self.reload()
        self.rows.setFocus()

    def _give_order(self, ordered: Ordered) -> None:
        if self.order.correcting is not None:
            self.acts.correct(self.order.correcting, ordered)
        else:
            self.acts.order(ordered)

    def _asked(self) -> dict[str, AskFold]:
        acts = self.acts
        return {
            name: AskFold(self.words, f"follow_up.ask.{name}", asked, self._with_chosen(do))
            for name, asked, do in (
                ("acknowledge", (_BY,), acts.acknowledge),
                ("answer", (Asked("answer", "follow_up.answer"), _BY), acts.answer),
                ("report", (Asked("report", "follow_up.report"),), acts.report),
                ("withdraw", (REASON,), acts.withdraw),
            )
        }

    def _with_chosen(
        self, do: "Callable[[Assignment, Mapping[str, str]], object]"
    ) -> Callable[[Mapping[str, str]], object]:
        def given(typed: Mapping[str, str]) -> None:
            known = self._chosen()
            if known is not None:
                do(known, typed)

        return given

    def _begin(self, name: str) -> None:
        known = self._chosen()
        if known is None:
            return
        self._make_room()
        # Of a sealed case no word is kept beside the case itself.
        unsaid = {"answer", "report"} if known.is_sealed else set()
        ready = {"by": known.to_officer or known.unit, "report": known.answer}
        asked = self.folds[name]
        fitting = {one: said for one, said in ready.items() if one in asked.lines}
        asked.begin(fitting, leave_out=unsaid, number=known.number)

    def _correct(self) -> None:
        known = self._chosen()
        if known is not None:
            self._make_room()
            self.order.correct(known)

    def _make_slip(self) -> None:
        known = self._chosen()
        if known is not None:
            self.acts.make_slip(known)

    def _keys(self) -> dict[int, Act]:
        key = Qt.Key
        return {
            key.Key_A: Act("follow_up.key.acknowledge", lambda: self._begin("acknowledge")),
            key.Key_W: Act("follow_up.key.answer", lambda: self._begin("answer")),
            key.Key_R: Act("follow_up.key.report", lambda: self._begin("report")),
            key.Key_C: Act("follow_up.key.correct", self._correct),
            key.Key_X: Act("follow_up.key.withdraw", lambda: self._begin("withdraw")),
            key.Key_P: Act("follow_up.key.slip", self._make_slip),
            key.Key_N: Act("follow_up.key.order", self.begin_order),
            key.Key_L: Act("follow_up.key.list", self.acts.make_list),
            key.Key_O: Act("follow_up.key.carry", self.begin_carrying),
        }

    def _connect(self) -> None:
        for fold in self._all_folds():
            fold.installEventFilter(self)
        self.parts.changed.connect(self._latest.later)
        self.rows.acts = self.keys.take
        self.rows.row_chosen.connect(self._show_chosen)
        for at, show in enumerate(AssignmentShow):
            self.shortcuts[ALT, Qt.Key.Key_1 + at] = partial(self.parts.choose, show)
        self.shortcuts[CTRL, Qt.Key.Key_D] = self.rows.setFocus

    def _lay_out(self) -> None:
        words = self.words
        named(words, "follow_up.list", self.rows)
        named(words, "follow_up.promised", self.promises)
        words.tell(self.rows.set_hint, "follow_up.none")
        words.tell(self.promises.set_hint, "follow_up.promised_none")
        listing = column(self.parts, self._count, self.rows, gap=8)
        listing.setStretch(2, 1)
        chosen = card(self.card, *self.folds.values(), self.order, self.carry, self.keys, widest=0)
        self._promised = card(
            told(words, "follow_up.promised", "lead"),
            told(words, "follow_up.promised_how", "small", wraps=True),
            self.promises,
            self._others,
            gap=6,
            widest=2,
        )
        side = column(chosen, self._promised)
        side.setStretch(0, 4)
        side.setStretch(1, 3)
        body = row(listing, side)
        body.setStretch(0, _LIST_SHARE)
        body.setStretch(1, _CARD_SHARE)
        self.setLayout(body)
