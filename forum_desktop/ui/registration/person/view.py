"""The view of one person, found in one box or shown from the desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from forum_desktop import services
from forum_desktop.ui.controls import column
from forum_desktop.ui.keys import ALT, CTRL, NONE
from forum_desktop.ui.registration.person.board import Board
from forum_desktop.ui.registration.person.finding import PersonFinder
from forum_desktop.ui.registration.person.merging import MergePanel
from forum_desktop.ui.registration.person.notice import NoticePoster
from forum_desktop.ui.registration.person.reading import Shown, read_shown
from forum_desktop.ui.registration.person.sheet import Leads, Sheet
from forum_desktop.ui.registration.view import View
from forum_desktop.ui.registration.views import ViewName
from forum_desktop.ui.rereading import Rereading

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from forum_desktop.errors import Refusal
    from forum_desktop.records.people import Attendee, AttendeeRow
    from forum_desktop.ui.registration.page import RegistrationPage

_PLACES = 6
"""The facts and five cards."""


class PersonView(View):
    """Shows what is kept about one person; leaving takes her off the screen."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self._person: UUID | None = None
        self._rereading = Rereading(self._ask)
        self.board = Board(page, self.show_notice)
        self.finder = PersonFinder(page, "person.box", self._chosen, self.to_desk, idle=self.board)
        self.finder.box.setProperty("look", "search")
        leads = Leads(self.begin_merge, self.search, self.to_desk, self._erased)
        self.sheet = Sheet(page, leads)
        self.merging = MergePanel(page, self._merged, self._back_to_sheet)
        self.notice = NoticePoster(self.words, self._put_notice_away)
        self._stack = QStackedWidget()
        for side in (self.finder, self.sheet, self.merging, self.notice):
            self._stack.addWidget(side)
        self.setLayout(column(self._stack))
        self._set_keys()

    def show_person(self, attendee_id: "UUID") -> None:
        """Show everything about one person."""
        self._forget()
        self._person = attendee_id
        self._rereading.again()

    def search(self) -> None:
        """Look for a person."""
        self._forget()
        self._stack.setCurrentWidget(self.finder)
        self.finder.begin()
        self.board.reload()

    def begin_merge(self) -> None:
        """Look for another entry of the person on the sheet."""
        attendee = self.sheet.attendee()
        if attendee is None:
            self.page.say("person.choose_first", "warn")
            return
        self._stack.setCurrentWidget(self.merging)
        self.merging.begin(attendee, self.overview.pack)

    def show_notice(self) -> None:
        """Show the notice large."""
        self.notice.show_notice(services.privacy.notice_of(self.overview.pack))
        self._stack.setCurrentWidget(self.notice)
        self.notice.back_button.setFocus()

    def to_desk(self) -> None:
        """Go back to the desk."""
        self.page.show_view(ViewName.DESK)

    def forum_opened(self) -> None:
        """Take the choices of this forum; forget the last one's people."""
        self._forget()
        self.sheet.show_pack(self.overview.pack)
        self._stack.setCurrentWidget(self.finder)

    def reload(self) -> None:
        """Read again who is shown, or what is kept."""
        if self._person is None:
            self.board.reload()
        else:
            self._rereading.again()

    def arrive(self) -> None:
        """Come with the cursor in the box and nobody on the screen."""
        self.search()

    def leave(self) -> None:
        """Take the person off the screen; what was typed is a draft."""
        self._forget()
        self._stack.setCurrentWidget(self.finder)

    def retranslate(self) -> None:
        """Say again, in the current language, what is not a fixed sentence."""
        self.board.retranslate()
        self.sheet.retranslate()
        self.merging.retranslate()
        self.finder.found.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the desk on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.to_desk()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        wanted, overview = self._person, self.overview
        if wanted is None:
            self._rereading.ended()
            return
        self.page.look_up(
            lambda desk: read_shown(desk, overview, wanted),
            lambda shown: self._show(wanted, shown),
            refused=lambda refusal: self._not_shown(wanted, refusal),
            failed=self._rereading.ended,
        )

    def _show(self, wanted: "UUID", shown: Shown) -> None:
        if self._person == wanted:
            is_new = self.sheet.person() is None
            self._person = shown.attendee.id
            self.sheet.show_person(shown)
            if is_new:
                self._stack.setCurrentWidget(self.sheet)
                self.sheet.go_to(1)
        self._rereading.ended()

    def _not_shown(self, wanted: "UUID", refusal: "Refusal") -> None:
        if self._person == wanted:
            self.search()
            self.page.show_refusal(refusal)
        self._rereading.ended()

    def history_subject(self) -> "Attendee | None":
        """Return the person on the sheet, whose history one key shows."""
        return self.sheet.attendee()

    def _chosen(self, row: "AttendeeRow") -> None:
        self.show_person(row.attendee.id)

    def _merged(self, attendee: "Attendee") -> None:
        self.show_person(attendee.id)
        self.page.say("person.merged", "good")

    def _erased(self) -> None:
        self.sheet.form.discard()
        self.search()
        self.page.say("person.erased", "good")

    def _back_to_sheet(self) -> None:
        self.merging.forget()
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.entries.merge_button.setFocus()

    def _put_notice_away(self) -> None:
        if self.sheet.person() is None:
            self._stack.setCurrentWidget(self.finder)
            self.finder.box.setFocus()
        else:
            self._stack.setCurrentWidget(self.sheet)
            self.sheet.go_to(1)

    def _forget(self) -> None:
        self._person = None
        self.merging.forget()
        self.finder.box.clear()
        if self.sheet.forget():
            self.page.say("person.draft_kept", "warn")

    def _set_keys(self) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shortcuts[CTRL, key] = self._save
        self.shortcuts[CTRL, Qt.Key.Key_M] = self.begin_merge
        self.shortcuts[CTRL, Qt.Key.Key_F] = self.search
        self.shortcuts[NONE, Qt.Key.Key_F8] = self.show_notice
        self.shortcuts[NONE, Qt.Key.Key_F9] = self.sheet.screening.toggle
        for place in range(_PLACES):
            self.shortcuts[ALT, Qt.Key.Key_1 + place] = _leader(self.sheet, place + 1)

    def _save(self) -> None:
        if self._stack.currentWidget() is self.merging:
            self.merging.merge()
        else:
            self.sheet.form.save()


def _leader(sheet: Sheet, place: int) -> "Callable[[], None]":
    return lambda: sheet.go_to(place)
