"""The chair hands the floor to another officer: who, to whom, what for, when."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.ui.clock_field import ClockField
from forum_desktop.ui.controls import Text, button, card, column, field, named, row, told
from forum_desktop.ui.display import said_time
from forum_desktop.ui.minutes.officer_box import OfficerBox
from forum_desktop.ui.news import Kind
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from forum_desktop.records.meeting import Delegation
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.page import Page


class Handover(QFrame):
    """Officers come from the appointed members of the forum."""

    saved = Signal()

    def __init__(self, page: "Page", *more: Kind, tells_made: bool = True) -> None:
        super().__init__()
        self._page, self._kinds, self._tells_made = page, (Kind.MINUTES, *more), tells_made
        self._day: date | None = None
        self.giver, self.taker = OfficerBox(), OfficerBox()
        self.task, self.when = QLineEdit(), ClockField()
        self.task.setMaxLength(400)
        self.takes_chair = named(page.words, "handover.takes_chair", QCheckBox())
        page.words.tell(self.takes_chair.setText, "handover.takes_chair")
        self.takes_chair.toggled.connect(lambda _: self._name_task())
        self.save_button = button(page.words, "handover.save", self.save)
        self._made = Text("body", wraps=True)
        self._names: dict[UUID, str] = {}
        self._presides: UUID | None = None
        self._lay_out()

    def reload(self) -> None:
        """Read officers and handovers."""
        forum_id = self._page.forum_id
        self._page.look_up(
            lambda desk: (
                services.delegations.list_members(desk, forum_id),
                services.delegations.list_delegations(desk, forum_id),
            ),
            self._show,
        )

    def begin(self, now: "datetime") -> None:
        """Ask at a moment of the running meeting: now, from whoever presides."""
        self._day = now.date()
        self.when.show_moment(now)
        for box, wanted in ((self.giver, True), (self.taker, False)):
            places = (
                at for at in range(box.count()) if (box.itemData(at) == self._presides) is wanted
            )
            box.setCurrentIndex(next(places, 0))
        self.taker.setFocus()

    def told(self) -> str:
        """Return the handovers shown."""
        return self._made.said()

    def save(self) -> None:
        """Record the handover."""
        page, forum_id = self._page, self._page.forum_id
        giver, taker, task = self.giver.currentData(), self.taker.currentData(), self.task.text()
        if giver is None or taker is None or self.when.is_faulty():
            page.say("minutes.time_faulty" if self.when.is_faulty() else "handover.nobody", "warn")
            return
        assert page.overview is not None
        takes_chair = self.takes_chair.isChecked()
        moment = self.when.moment(self._day or page.overview.forum.held_on)
        page.act(
            lambda desk: services.delegations.delegate(
                desk,
                forum_id,
                delegator_id=giver,
                delegate_id=taker,
                task=task,
                delegated_at=moment,
                takes_chair=takes_chair,
            ),
            lambda _: self._saved(),
            *self._kinds,
        )

    def lock(self, *, is_locked: bool) -> None:
        """Let no more be recorded, or again."""
        controls = (self.giver, self.taker, self.task, self.when, self.takes_chair)
        for control in (*controls, self.save_button):
            control.setEnabled(not is_locked)

    def _saved(self) -> None:
        self.task.clear()
        self.when.clear()
        self.takes_chair.setChecked(False)
        self.saved.emit()

    def _name_task(self) -> None:
        # Who takes the chair has said what is handed over; the clerk may still say more.
        if self.takes_chair.isChecked() and not self.task.text().strip():
            self.task.setText(Wording("th")("handover.chair_task"))

    def _show(self, found: "tuple[tuple[AttendeeRow, ...], tuple[Delegation, ...]]") -> None:
        members, made = found
        chairs = [item.delegate_id for item in made if item.takes_chair]
        opened = members[0].attendee.id if members else None
        self._presides = chairs[-1] if chairs else opened
        self._names = {row.attendee.id: row.attendee.full_name for row in members}
        for at, box in enumerate((self.giver, self.taker)):
            chosen = box.currentData()
            box.clear()
            for member in members:
                person = member.attendee
                box.addItem(f"{person.full_name} · {person.position}", person.id)
            known = box.findData(chosen) if chosen else -1
            box.setCurrentIndex(known if known >= 0 else min(at, box.count() - 1))
        self._made.say("\n".join(self._line(item) for item in made))
        self._made.setVisible(bool(made) and self._tells_made)

    def _line(self, made: "Delegation") -> str:
        key = "handover.chair_line" if made.takes_chair else "handover.line"
        return self._page.words(
            key,
            time=said_time(made.delegated_at),
            giver=self._names.get(made.delegator_id, "-"),
            taker=self._names.get(made.delegate_id, "-"),
            task=made.task,
        )

    def _lay_out(self) -> None:
        words = self._page.words
        # Names stand above each other: side by side, long ones would be cut.
        people = column(
            field(words, "handover.giver", self.giver),
            field(words, "handover.taker", self.taker),
            gap=6,
        )
        task = row(
            field(words, "handover.task", self.task), field(words, "handover.when", self.when)
        )
        task.setStretch(0, 4)
        task.setStretch(1, 1)
        title = told(words, "handover.title", "lead")
        save = row(self.takes_chair, None, self.save_button, gap=16)
        self._made.hide()
        self.setLayout(column(card(title, people, task, save, self._made, gap=6)))
