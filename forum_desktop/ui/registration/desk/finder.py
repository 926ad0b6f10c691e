"""Who is found by what is typed: asked with every key, painted as soon as it is known."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.ui.latest import AtOnce
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.registration.desk.verdicts import line_of

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.registration.page import RegistrationPage

MOST = 20
"""People in the list; who is not among them is found by one more letter."""


class Finder(OneLineList):
    """Empty until someone is searched for: the screen may face the hall."""

    def __init__(
        self, page: "RegistrationPage", found: "Callable[[tuple[AttendeeRow, ...]], object]"
    ) -> None:
        super().__init__(lambda row: line_of(page.words, row), focusable=False)
        self._page, self._found = page, found
        self.typed = ""
        """What the list shows the people of; empty where it shows nobody."""
        self._asking = AtOnce(self._ask)

    @property
    def is_asking(self) -> bool:
        """Whether what is typed still waits for its answer."""
        return self._asking.is_open

    def look_for(self, typed: str) -> None:
        """Find whom the letters mean."""
        self.typed = typed
        self._asking.ask()

    def forget(self) -> None:
        """Show nobody."""
        self.typed = ""
        self._asking.settle()
        if self.records.rowCount():
            self.set_rows(())

    def step(self, rows: int) -> None:
        """Walk through those found."""
        self.choose(self.currentIndex().row() + rows)

    def _ask(self) -> None:
        forum_id, typed, session = self._page.forum_id, self.typed, self._page.session
        self._page.look_up(
            lambda desk: services.registration.find_attendees(desk, forum_id, typed, MOST, session),
            self._asking.only(self._show),
            refused=lambda _: self._asking.ended(),
            failed=self._asking.ended,
        )

    def _show(self, rows: "tuple[AttendeeRow, ...]") -> None:
        before = self.chosen()
        self.set_rows(rows)
        self.choose(_place_of(rows, before.attendee.id if before else None))
        self._found(rows)


def _place_of(rows: "tuple[AttendeeRow, ...]", attendee_id: "UUID | None") -> int:
    places = (at for at, row in enumerate(rows) if row.attendee.id == attendee_id)
    return next(places, 0)
