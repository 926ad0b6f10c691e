"""Merging with another entry of the same person: found, set side by side, confirmed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, card, column, field, row, told
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.comparing import Comparison
from forum_desktop.ui.registration.person.facts import older
from forum_desktop.ui.registration.person.finding import PersonFinder
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.people import Attendee, AttendeeRow
    from forum_desktop.ui.page import Page

_SIDES = 60
"""Pixels at both sides of the table together."""


class MergePanel(QFrame):
    """`merged` hears who stays; `back` leads to the person it began with."""

    def __init__(
        self, page: "Page", merged: "Callable[[Attendee], object]", back: "Callable[[], object]"
    ) -> None:
        super().__init__()
        self._page, self._merged, self._back = page, merged, back
        self._pair: tuple[Attendee, Attendee] | None = None
        self._one: Attendee | None = None
        self._pack: EventPack | None = None
        words = page.words
        self._who, self.told = Text("title", wraps=True), Text("body", wraps=True)
        self.finder = PersonFinder(page, "person.merge_box", self._found, back, fits=self._is_other)
        self.comparison = Comparison(words)
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        self.go_button = button(
            words, "person.merge_go", self.merge, look="primary", symbol="merge"
        )
        self._stack = QStackedWidget()
        self._lay_out()

    def begin(self, one: "Attendee", pack: "EventPack") -> None:
        """Look for another entry of this person."""
        self._one, self._pair, self._pack = one, None, pack
        self._who.say(self._page.words("person.merge_whom", name=one.full_name))
        self._stack.setCurrentWidget(self.finder)
        self.finder.begin()

    def forget(self) -> None:
        """Show nobody."""
        self._one = self._pair = None
        self._who.say("")
        self.told.say("")
        self.finder.box.clear()
        self.comparison.clear()
        self.reason.clear()

    def merge(self) -> None:
        """Merge the two."""
        if self._pair is None or not self.go_button.isEnabled():
            return
        (kept, other), reason = self._pair, self.reason.text()
        self.go_button.setEnabled(False)
        self._page.act(
            lambda desk: services.twins.merge_people(desk, kept.id, other.id, reason),
            self._done,
            Kind.ATTENDEES,
            refused=lambda _: self._again(),
            failed=self._again,
        )

    def retranslate(self) -> None:
        """Say the comparison again."""
        if self._pair is not None:
            self._show_pair(*self._pair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back a step."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._pair is not None and self._one is not None and self._pack is not None:
            self.begin(self._one, self._pack)
        else:
            self._back()

    def _found(self, row: "AttendeeRow") -> None:
        assert self._one is not None
        self._show_pair(*older(self._one, row.attendee))
        self.reason.clear()
        self.reason.setFocus()

    def _show_pair(self, kept: "Attendee", other: "Attendee") -> None:
        assert self._pack is not None
        self._pair = (kept, other)
        self.comparison.compare(kept, other, self._pack)
        self._area.setMaximumHeight(self.comparison.heightForWidth(self.width() - _SIDES))
        taken = self._page.words("person.taken_over")
        facts = [f for f, mark in self.comparison.marks.items() if mark == taken]
        names = ", ".join(self._page.words(f"person.fact.{fact}") for fact in facts)
        key = "person.merge_takes" if facts else "person.merge_takes_none"
        self.told.say(self._page.words(key, facts=names))
        self._stack.setCurrentWidget(self._side_by_side)

    def _is_other(self, row: "AttendeeRow") -> bool:
        return self._one is not None and row.attendee.id != self._one.id

    def _done(self, attendee: "Attendee") -> None:
        self.go_button.setEnabled(True)
        self._merged(attendee)

    def _again(self) -> None:
        self.go_button.setEnabled(True)
        self.reason.setFocus()

    def _lay_out(self) -> None:
        words = self._page.words
        self.reason.returnPressed.connect(self.merge)
        self._area = scrolled(column(self.comparison, None))
        reason = field(words, "person.reason", self.reason)
        back = button(words, "person.fold_in", self._back, look="quiet")
        acts = row(reason, self.go_button, back, gap=8)
        acts.setStretch(0, 1)
        for made in (self.go_button, back):
            acts.setAlignment(made, Qt.AlignmentFlag.AlignBottom)
        self._side_by_side = card(self._area, self.told, acts, widest=0)
        self._stack.addWidget(self.finder)
        self._stack.addWidget(self._side_by_side)
        body = column(
            self._who, told(words, "person.merge_how", "soft", wraps=True), self._stack, gap=8
        )
        body.setStretch(2, 1)
        self.setLayout(body)
