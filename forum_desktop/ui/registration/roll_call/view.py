"""The roll call: groups at the left; the people of the open group at the right."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget

from forum_desktop.records.people import AttendeeRole, RosterEntry
from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import Text, button, column, field, named, row
from forum_desktop.ui.keys import NONE
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.registration.roll_call.acts import RollActs
from forum_desktop.ui.registration.roll_call.groups import (
    Group,
    GroupBox,
    fitting,
    line_of,
    name_of,
    read_groups,
    read_roster,
)
from forum_desktop.ui.registration.roll_call.guide import Guide
from forum_desktop.ui.registration.roll_call.roster import Roster
from forum_desktop.ui.registration.roll_call.substitute import SubstituteForm
from forum_desktop.ui.registration.view import View
from forum_desktop.ui.rereading import Rereading

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from forum_desktop.records.people import Attendee, AttendeeRow, RosterRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.page import RegistrationPage

_LEFT_WIDTH = 340


class RollCallView(View):
    """Names stand on screen only while a group is open: the screen may face the hall."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self.box = GroupBox()
        self.groups = OneLineList(lambda group: line_of(self.words, group), focusable=False)
        self.roster = Roster(self.words)
        self.ask = AskLine(page, "registration.reason", self._to_roster)
        self.substitute = SubstituteForm(page)
        self.opened: Group | None = None
        self._acts = RollActs(page)
        self._known: tuple[Group, ...] = ()
        self._last: RosterRow | None = None
        self._head, self._count = Text("title"), Text("lead")
        self._right = QStackedWidget()
        self._rereading = Rereading(self._read)
        self._lay_out()
        self._connect()
        self.shortcuts = {
            (NONE, Qt.Key.Key_F8): self.begin_substitute,
            (NONE, Qt.Key.Key_F9): self.begin_undo,
        }

    def forum_opened(self) -> None:
        """Forget the last forum's people."""
        self._known = ()
        self.groups.set_rows(())
        self.box.clear()
        self.close_group()

    def session_changed(self) -> None:
        """Call the roll of another session."""
        self.reload()

    def reload(self) -> None:
        """Count the groups again, and call the open one again."""
        self._rereading.again()

    def arrive(self) -> None:
        """Come with the cursor where groups are found."""
        self.reload()
        (self.roster if self.opened else self.box).setFocus()

    def leave(self) -> None:
        """Go out of sight: names do not stay behind."""
        self.close_group()

    def retranslate(self) -> None:
        """Say the states again."""
        self._show_head()
        for shown in (self.groups, self.roster):
            shown.viewport().update()

    def show_zone(self, zone: str) -> None:
        """Offer the communities of a zone."""
        self.close_group()
        self.box.setText(zone)

    def open_group(self) -> None:
        """Show the people of the selected group."""
        group = self.groups.chosen()
        if group is None:
            return
        self.opened, self._last = group, None
        self._show_head()
        self.roster.set_rows(())
        self._right.setCurrentIndex(1)
        self.roster.setFocus()
        self.reload()

    def close_group(self) -> None:
        """Take the names off the screen."""
        self.opened = self._last = None
        self.ask.hide()
        self.substitute.hide()
        self.roster.set_rows(())
        self._right.setCurrentIndex(0)
        self.box.setFocus()
        self.box.selectAll()

    def mark_here(self) -> None:
        """Note the selected person as here, and go on to the next."""
        called = self._take()
        if called is None or called.entry is RosterEntry.PRESENT:
            return
        self._acts.check_in(called)

    def mark_away(self) -> None:
        """Go on from someone who is not here; for a member, ask why."""
        called = self.roster.person()
        if called is None:
            return
        if called.row.attendee.role is not AttendeeRole.MEMBER or called.row.is_present:
            self.roster.step()
            return
        name = called.row.attendee.full_name
        question = self.words("roll_call.why_away", name=name)
        self.ask.ask(question, lambda reason: self._note_absence(called, reason))

    def begin_undo(self) -> None:
        """Ask why what stands at the selected person, or else at the last one, was wrong."""
        called = self._undoable()
        if called is None:
            self.page.say("roll_call.nothing_to_undo", "warn")
            return
        self.roster.choose_person(called.row.attendee.id)
        if called.substitute is not None:
            self._acts.part(called.substitute)
            return
        question = self.words("roll_call.why_undo", name=called.row.attendee.full_name)
        self.ask.ask(question, lambda reason: self._acts.undo(called, reason))

    def begin_substitute(self) -> None:
        """Ask who comes in place of the selected member."""
        called = self.roster.person()
        if called is None or called.row.attendee.role is not AttendeeRole.MEMBER:
            self.page.say("roll_call.only_members", "warn")
            return
        if called.row.is_present:
            self.page.say("roll_call.member_is_here", "warn")
            return
        self.ask.hide()
        self.substitute.begin(called.row.attendee)

    def _take(self) -> "RosterRow | None":
        self._last = self.roster.person()
        self.roster.step()
        return self._last

    def _undoable(self) -> "RosterRow | None":
        last = self._last.row.attendee.id if self._last else None
        rows: tuple[RosterRow, ...] = tuple(row for _, row in self.roster.records.rows())
        chosen = self.roster.person()
        lately = next((row for row in rows if row.row.attendee.id == last), None)
        return next((row for row in (chosen, lately) if row and _is_noted(row)), None)

    def _note_absence(self, called: "RosterRow", reason: str) -> None:
        self._take()
        self._acts.note_absence(called, reason)

    def _stand_in(self, member: "Attendee", choice: "AttendeeRow | str") -> None:
        self._take()
        self._acts.stand_in(member, choice)

    def _read(self) -> None:
        forum_id, session, group = self.page.forum_id, self.page.session, self.opened

        def read(desk: "Desk") -> Any:
            people = read_roster(desk, forum_id, session, group) if group else ()
            return read_groups(desk, forum_id, session), people

        self.page.look_up(
            read,
            lambda answer: self._answered(forum_id, group, *answer),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _answered(
        self,
        forum_id: "UUID",
        group: Group | None,
        groups: tuple[Group, ...],
        people: "tuple[RosterRow, ...]",
    ) -> None:
        # An answer may come late: another group or another forum may be open by now.
        if forum_id == self.page.forum_id:
            self._known = groups
            if group is not None and group.is_same(self.opened):
                self.opened = next((one for one in groups if one.is_same(group)), group)
                self.roster.show_people(people)
            self._show_groups()
            self._show_head()
        self._rereading.ended()

    def _show_groups(self) -> None:
        chosen: Group | None = self.groups.chosen()
        pack = self.overview.pack if self.page.overview else None
        shown = fitting(self._known, self.box.text(), pack) if pack else ()
        self.groups.set_rows(shown)
        if not self.groups.choose_where(lambda group: group.is_same(chosen)):
            self.groups.choose(0)

    def _show_head(self) -> None:
        if self.opened is None:
            return
        self._head.say(name_of(self.words, self.opened))
        counts = {"present": self.opened.present, "registered": self.opened.registered}
        self._count.say(self.words("roll_call.count", **counts))

    def _to_roster(self) -> None:
        (self.roster if self.opened else self.box).setFocus()

    def _connect(self) -> None:
        self.box.textChanged.connect(self._typed)
        self.box.stepped.connect(self._step_groups)
        self.box.opened.connect(self.open_group)
        self.groups.clicked.connect(lambda _: self.open_group())
        self.roster.here.connect(self.mark_here)
        self.roster.away.connect(self.mark_away)
        self.roster.undo.connect(self.begin_undo)
        self.roster.substitute.connect(self.begin_substitute)
        self.roster.closed.connect(self.close_group)
        self.substitute.chosen.connect(self._stand_in)
        self.substitute.left.connect(self._to_roster)

    def _typed(self, typed: str) -> None:
        self._show_groups()
        if typed.strip():
            self.groups.choose(0)

    def _step_groups(self, steps: int) -> None:
        self.groups.choose(self.groups.currentIndex().row() + steps)

    def _lay_out(self) -> None:
        left = QFrame()
        left.setFixedWidth(_LEFT_WIDTH)
        self.words.tell(self.box.setPlaceholderText, "roll_call.box_hint")
        self.words.tell(self.groups.set_hint, "roll_call.no_groups")
        named(self.words, "roll_call.groups", self.groups)
        listing = column(field(self.words, "roll_call.box", self.box), self.groups)
        listing.setStretch(1, 1)
        left.setLayout(listing)
        self._right.addWidget(Guide(self.words))
        self._right.addWidget(self._open_side())
        body = row(left, self._right)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _open_side(self) -> QFrame:
        side = QFrame()
        named(self.words, "roll_call.people", self.roster)
        acts = row(*(self._act_button(*act) for act in self._keys()), None, gap=6)
        head = row(self._head, None, self._count)
        body = column(head, self.roster, self.ask, self.substitute, acts, gap=8)
        body.setStretch(1, 1)
        side.setLayout(body)
        return side

    def _act_button(self, name: str, symbol: str, act: "Callable[[], object]") -> QPushButton:
        made = button(self.words, f"roll_call.act_{name}", act, symbol=symbol)
        # The keys stay with the list: a click must not take them away.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _keys(self) -> "tuple[tuple[str, str, Callable[[], object]], ...]":
        return (
            ("here", "user-check", self.mark_here),
            ("away", "user-x", self.mark_away),
            ("undo", "undo-2", self.begin_undo),
            ("substitute", "arrow-left-right", self.begin_substitute),
            ("close", "x", self.close_group),
        )


def _is_noted(row: "RosterRow") -> bool:
    return row.entry is not RosterEntry.MISSING or row.substitute is not None
