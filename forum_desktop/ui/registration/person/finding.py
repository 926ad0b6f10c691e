"""One box that finds a person; the list stays empty until someone is searched for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import column, named
from forum_desktop.ui.display import joined
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.page import Page

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FinderBox(QLineEdit):
    """Arrows walk through what was found, Enter chooses, Escape clears and then goes back."""

    def __init__(self, finder: "PersonFinder") -> None:
        super().__init__()
        self._finder = finder
        self.setMaxLength(300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose, clear; everything else is typing."""
        if event.key() in _STEPS:
            self._finder.step(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self._finder.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._finder.escape()
        else:
            super().keyPressEvent(event)


class PersonFinder(QFrame):
    """`chosen` hears of the row; `fits` leaves rows out; `idle` stands where nothing is typed."""

    def __init__(
        self,
        page: "Page",
        key: str,
        chosen: Callable[["AttendeeRow"], object],
        back: Callable[[], object],
        *,
        fits: Callable[["AttendeeRow"], bool] = lambda _: True,
        idle: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._page, self._chosen, self._back, self._fits = page, chosen, back, fits
        self.box = FinderBox(self)
        self.found = RecordList(self._line, pixels=TOKENS.lead, focusable=False)
        self._idle = idle
        self._stack = QStackedWidget()
        self._latest = Latest(self, self._ask)
        self._wants_enter = False
        self._lay_out(key)
        self.box.textChanged.connect(lambda _: self._typed())
        self.found.clicked.connect(lambda _: self.enter())

    def begin(self) -> None:
        """Come with an empty box."""
        self.box.clear()
        self.box.setFocus()

    def step(self, rows: int) -> None:
        """Walk through what was found."""
        self.found.choose(self.found.currentIndex().row() + rows)

    def enter(self) -> None:
        """Choose; Enter that comes before the answer counts for the answer."""
        if self._latest.is_open:
            self._wants_enter = True
            self._latest.now()
        elif (row := self.found.chosen()) is not None:
            self._chosen(row)

    def escape(self) -> None:
        """Clear the box; an empty one goes back."""
        if self.box.text():
            self.box.clear()
        else:
            self._back()

    def _typed(self) -> None:
        self._wants_enter = False
        is_typed = bool(self.box.text().strip())
        if self._idle is not None:
            self._stack.setCurrentWidget(self.found if is_typed else self._idle)
        if is_typed:
            self._latest.later()
            return
        self._latest.settle()
        self.found.set_rows(())
        self.found.set_hint(self._page.words("person.find_hint"))

    def _ask(self) -> None:
        forum_id, typed = self._page.forum_id, self.box.text()
        self._page.look_up(
            lambda desk: services.registration.find_attendees(desk, forum_id, typed),
            self._latest.only(self._show),
            refused=lambda _: self._latest.settle(),
        )

    def _show(self, rows: "tuple[AttendeeRow, ...]") -> None:
        self.found.set_hint(self._page.words("person.find_none", typed=self.box.text().strip()))
        self.found.set_rows(tuple(row for row in rows if self._fits(row)))
        self.found.choose(0)
        if self._wants_enter:
            self._wants_enter = False
            self.enter()

    def _line(self, row: "AttendeeRow") -> Line:
        person = row.attendee
        place = joined((person.position, person.community or person.organisation, person.zone))
        none = self._page.words("registration.no_place")
        return Line(text=person.full_name, under=place or none)

    def _lay_out(self, key: str) -> None:
        words = self._page.words
        named(words, key, self.box)
        words.tell(self.box.setPlaceholderText, f"{key}_hint")
        named(words, "registration.found", self.found)
        words.tell(self.found.set_hint, "person.find_hint")
        self._stack.addWidget(self.found)
        if self._idle is not None:
            self._stack.addWidget(self._idle)
            self._stack.setCurrentWidget(self._idle)
        body = column(self.box, self._stack)
        body.setStretch(1, 1)
        self.setLayout(body)
