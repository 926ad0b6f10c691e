"""The box in which somebody joins the queue, with what the words may mean under it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.ui.controls import column, named
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.meeting.speakers.offers import Offer, offers
from forum_desktop.ui.record_list import Line, RecordList

if TYPE_CHECKING:
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.viewed import ViewedPage
    from forum_desktop.ui.words import Words

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_OFFERS_HEIGHT = 278


class AskBox(QFrame):
    """Enter takes the chosen offer, Esc empties the box and goes back."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__()
        self._page = page
        self._is_entered = False
        self.line = _Line(self._step, self.enter, self.clear)
        self.line.setProperty("look", "search")
        self.line.setMaxLength(200)
        named(page.words, "speakers.box", self.line)
        page.words.tell(self.line.setPlaceholderText, "speakers.box")
        self.found = RecordList(lambda offer: _told(page.words, offer), focusable=False)
        self.found.setFixedHeight(_OFFERS_HEIGHT)
        named(page.words, "speakers.offers", self.found)
        self.found.clicked.connect(lambda _: self.enter())
        self.found.hide()
        self._latest = Latest(self, self._ask)
        self.line.textChanged.connect(self._typed)
        self.setLayout(column(self.line, self.found, gap=4))

    def begin(self, text: str) -> None:
        """Take the cursor, and with it the letter that was typed beside the box."""
        self.line.setFocus()
        self.line.insert(text)

    def enter(self) -> None:
        """Let the chosen one ask for the floor; where the answer is on its way, then."""
        if not self.line.text().strip():
            self.clear()
        elif self._latest.is_open:
            self._is_entered = True
            self._latest.now()
        elif (offer := self.found.chosen()) is not None:
            self.asked.emit(offer)

    def clear(self) -> None:
        """Empty the box and go back to the queue."""
        self._latest.settle()
        self._is_entered = False
        self.line.clear()
        self.left.emit()

    def _typed(self, typed: str) -> None:
        self._is_entered = False
        self.found.setVisible(bool(typed.strip()))
        if typed.strip():
            self._show(())
            self._latest.later()
        else:
            self._latest.settle()

    def _ask(self) -> None:
        forum_id, typed = self._page.forum_id, self.line.text()
        self._page.look_up(
            lambda desk: services.registration.find_attendees(desk, forum_id, typed, 6),
            self._latest.only(self._answered),
            refused=lambda _: self._latest.settle(),
        )

    def _answered(self, people: "tuple[AttendeeRow, ...]") -> None:
        self._show(people)
        if self._is_entered:
            self._is_entered = False
            self.enter()

    def _show(self, people: "tuple[AttendeeRow, ...]") -> None:
        assert self._page.overview is not None
        self.found.set_rows(offers(self.line.text(), people, self._page.overview.pack))
        self.found.choose(0)

    def _step(self, steps: int) -> None:
        self.found.choose(self.found.currentIndex().row() + steps)


class _Line(QLineEdit):
    """Keeps the cursor while arrows walk the offers."""

    def __init__(
        self,
        step: Callable[[int], object],
        enter: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._step, self._enter, self._leave = step, enter, leave

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, take, leave, or type."""
        key = event.key()
        if (steps := _STEPS.get(key)) is not None:
            self._step(steps)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def _told(words: "Words", offer: Offer) -> Line:
    if offer.attendee_id is not None:
        key = "speakers.shown_as_place" if offer.place else "speakers.shown_as_sector"
        return Line(text=offer.name, under=words(key, place=offer.place))
    key = "speakers.offer_typed" if offer.is_typed else "speakers.offer_label"
    return Line(text=offer.label, under=words(key))
