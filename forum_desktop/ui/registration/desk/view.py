"""The desk: one box, found while typing, checked in by Enter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from forum_desktop.ui.ask_line import AskLine
from forum_desktop.ui.controls import column, named, row
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.desk import acts
from forum_desktop.ui.registration.desk.answer import Answer, Said
from forum_desktop.ui.registration.desk.badges import BadgeDesk
from forum_desktop.ui.registration.desk.box import BoxKeys, SearchBox, TypedAhead
from forum_desktop.ui.registration.desk.card import CardDesk
from forum_desktop.ui.registration.desk.finder import Finder
from forum_desktop.ui.registration.desk.keys import desk_keys, side_acts
from forum_desktop.ui.registration.desk.needs import NeedsDesk
from forum_desktop.ui.registration.desk.newcomer import Newcomer
from forum_desktop.ui.registration.desk.scanning import may_become_scan
from forum_desktop.ui.registration.desk.side import Side
from forum_desktop.ui.registration.desk.subject import Subject
from forum_desktop.ui.registration.desk.verdicts import (
    Outcome,
    said_of_check_in,
    said_of_found,
    said_ready,
)
from forum_desktop.ui.registration.view import View

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.page import RegistrationPage

QUIET = 60_000
"""Milliseconds without a key after which no name stays on the screen."""


class DeskView(View):
    """The list stays empty until someone is searched for: the screen may face the hall."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self.last: AttendeeRow | None = None
        """The person of the last answer, until a minute has passed or she is forgotten."""
        self.is_fresh = False
        """Whether nothing was typed since that answer."""
        self._wants_enter = False
        self._ahead = TypedAhead()
        self._coming: UUID | None = None
        self.badges, self.subject = BadgeDesk(self), Subject(self)
        self.card, self.needs = CardDesk(self), NeedsDesk(self)
        keys = BoxKeys(self._step, self.enter, self.anyway, self.escape, self.badges.is_scanner)
        self.box, self.answer = SearchBox(keys), Answer()
        self.found = Finder(page, self._show_found)
        self.newcomer = Newcomer(self)
        self.walk_in = self.newcomer.form
        self.undo = AskLine(page, "desk.reason", self.back)
        self.side = Side(self.words, side_acts(self))
        self.quiet = QTimer(self)
        self._stack = QStackedWidget()
        self._list_side = QFrame()
        self._lay_out()
        self._connect()
        self._greet()

    @property
    def is_at_list(self) -> bool:
        """Whether box and list are in front, and no form."""
        return self._stack.currentWidget() is self._list_side

    @property
    def front(self) -> QWidget:
        """The list, the form or the question in front."""
        front = self._stack.currentWidget()
        assert front is not None
        return front

    def arrive(self) -> None:
        """Come with the cursor in the box, or where a form was left."""
        if self.is_at_list:
            self.back()
            return
        (self.front.focusWidget() or self.walk_in.names.first).setFocus()

    def leave(self) -> None:
        """Hand over what is half typed."""
        self.newcomer.drafts.keep_now()

    def forum_opened(self) -> None:
        """Offer this forum's sectors and communities; forget the last forum's people."""
        self.forget()
        self.back()
        self.side.show_pack(self.overview)
        self.newcomer.forum_opened()
        self.needs.read()
        self.card.look()

    def overview_changed(self) -> None:
        """Show the counts."""
        self.side.show_figures(self.overview)

    def session_changed(self) -> None:
        """Forget who was answered about: the session is another one."""
        self.forget()

    def retranslate(self) -> None:
        """Say again what the list, the side and the forms show."""
        self.newcomer.retranslate()
        self.side.retranslate()
        self.found.viewport().update()
        if not self.is_fresh:
            self._greet()

    def reload(self) -> None:
        """Look again for what is typed."""
        if self.found.typed:
            self.found.look_for(self.found.typed)
        self.needs.read()

    def enter(self) -> None:
        """Check in the selected person; with nobody found, open the walk-in form."""
        if self.found.is_asking:
            # Enter came before the answer: it counts for the answer.
            self._wants_enter = True
        elif self.badges.has_offer:
            self.badges.give()
        elif (chosen := self.found.chosen()) is not None:
            self._check_in(chosen)
        elif self.box.text().strip():
            self.begin_walk_in()

    def anyway(self) -> None:
        """Check in the person of the last answer though the session is not meant for her."""
        if self.is_fresh and self.last is not None:
            self._check_in(self.last, anyway=True)

    def escape(self) -> None:
        """Clear the box and what was answered."""
        self.page.message.hide()
        self.forget()

    def forget(self) -> None:
        """Leave no name on the screen."""
        self.empty_box()
        self.last, self.is_fresh = None, False
        self.badges.forget()
        self._greet()

    def empty_box(self) -> None:
        """Take out what is typed and who was found by it."""
        self._wants_enter = False
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self.found.forget()

    def begin_walk_in(self) -> None:
        """Open the walk-in form with what was typed."""
        if self.is_at_list:
            self.newcomer.begin("" if self.is_fresh else self.box.text(), self.badges.unknown)

    def back(self) -> None:
        """Go back to the box."""
        self.show_side(self._list_side)
        if self.walk_in.is_begun():
            self.newcomer.drafts.changed()
        self.box.setFocus()

    def show_side(self, side: QWidget) -> None:
        """Bring the list, a form or a question to the front."""
        self._stack.setCurrentWidget(side)

    def tell(self, row: "AttendeeRow | None", said: Said) -> None:
        """Answer about somebody; the next key begins anew.

        Where the next name was begun before the answer came, its letters stay.
        """
        self.last, self.is_fresh = row, not self._ahead.has_begun
        self.answer.say(said)
        self.quiet.start()
        if self.is_fresh:
            self.box.selectAll()
        self.back()

    def tell_outcome(self, outcome: Outcome) -> None:
        """Answer to a check-in."""
        self.tell(outcome.check.row, said_of_check_in(self.words, outcome))

    def act(self, job: "Callable[[Desk], Any]", done: Callable[[Any], object]) -> None:
        """Do an act of the desk."""
        self.begin_act()
        self.page.act(job, done, Kind.ATTENDEES)

    def begin_act(self) -> None:
        """Make room for the next name at once: it may be typed before the answer comes."""
        self._ahead.act_begins()
        self.box.selectAll()

    def take_key(self, event: QKeyEvent) -> bool:
        """Type into the box wherever on the page the focus is."""
        is_typing = bool(event.text()) and event.text().isprintable()
        if not is_typing or not self.is_at_list or self.box.hasFocus():
            return False
        self.box.setFocus()
        QCoreApplication.sendEvent(self.box, event)
        return True

    def _typed(self) -> None:
        typed = self.box.text()
        self._ahead.typed()
        self.quiet.start()
        self._wants_enter = False
        if self.badges.hear(typed):
            # A whole code is no name begun: not even one that a scanner fired twice.
            self._ahead.act_begins()
            return
        if may_become_scan(typed):
            return
        self.is_fresh = False
        self.badges.forget()
        if not typed.strip():
            self.found.forget()
            self._greet()
            return
        self.found.look_for(typed)

    def _show_found(self, rows: "tuple[AttendeeRow, ...]") -> None:
        if not self.is_fresh:
            self.answer.say(said_of_found(self.words, len(rows), self.box.text()))
        if self._wants_enter:
            self._wants_enter = False
            self.enter()

    def _step(self, rows: int) -> None:
        self.quiet.start()
        self.found.step(rows)
        if self.is_fresh and self.found.records.rowCount():
            self.is_fresh = False
            how_many = self.found.records.rowCount()
            self.answer.say(said_of_found(self.words, how_many, self.box.text()))

    def _check_in(self, row: "AttendeeRow", *, anyway: bool = False) -> None:
        overview, session, attendee_id = self.overview, self.page.session, row.attendee.id
        if self._coming == attendee_id:
            # Enter pressed twice: the first is still on its way.
            return
        self._coming = attendee_id
        self.begin_act()

        def arrived(outcome: Outcome) -> None:
            self._has_come()
            self.tell_outcome(outcome)

        self.page.act(
            lambda desk: acts.check_in(desk, overview, attendee_id, session, anyway=anyway),
            arrived,
            Kind.ATTENDEES,
            refused=self._has_come,
            failed=self._has_come,
        )

    def _has_come(self, *_: object) -> None:
        self._coming = None

    def _grow_quiet(self) -> None:
        if self.is_at_list and not self.undo.isVisibleTo(self):
            self.forget()

    def _greet(self) -> None:
        self.answer.say(said_ready(self.words))

    def _connect(self) -> None:
        self.quiet.setSingleShot(True)
        self.quiet.setInterval(QUIET)
        self.quiet.timeout.connect(self._grow_quiet)
        self.box.textChanged.connect(lambda _: self._typed())
        self.found.clicked.connect(lambda _: self.enter())
        self.shortcuts = desk_keys(self)

    def _lay_out(self) -> None:
        words = self.words
        named(words, "desk.box", self.box)
        words.tell(self.box.setPlaceholderText, "desk.box_hint")
        named(words, "desk.found", self.found)
        words.tell(self.found.set_hint, "desk.privacy")
        listing = column(self.box, self.answer, self.found, self.undo, gap=10)
        listing.setStretch(2, 1)
        self._list_side.setLayout(listing)
        for side in (self._list_side, self.walk_in, self.newcomer.twins, self.newcomer.poster):
            self._stack.addWidget(side)
        body = row(self._stack, self.side)
        body.setStretch(0, 1)
        self.setLayout(body)
