"""Needs at the desk: counted for the whole forum, beside nobody's name."""

from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.ui.rereading import Rereading

if TYPE_CHECKING:
    from forum_desktop.records.arrivals import TallySum
    from forum_desktop.ui.registration.desk.view import DeskView


class NeedsDesk:
    """Shows the sums of all desks and counts at this one."""

    def __init__(self, view: "DeskView") -> None:
        self._view, self._page = view, view.page
        self._reading = Rereading(self._read)

    def read(self) -> None:
        """Show the newest sums."""
        self._reading.again()

    def count(self, code: str, step: int) -> None:
        """Count a need up or down; below nothing there is nothing."""
        forum_id = self._page.forum_id
        self._page.act(
            lambda desk: services.arrivals.count_need(desk, forum_id, code, step), self._show
        )

    def count_number(self, number: int, step: int) -> None:
        """Count the need that stands at a place of the pack, from 1."""
        needs = self._view.overview.pack.needs
        if number <= len(needs):
            self.count(needs[number - 1].code, step)

    def _read(self) -> None:
        forum_id = self._page.forum_id
        self._page.look_up(
            lambda desk: services.arrivals.list_needs(desk, forum_id),
            self._heard,
            refused=lambda _: self._reading.ended(),
            failed=self._reading.ended,
        )

    def _heard(self, sums: "tuple[TallySum, ...]") -> None:
        self._show(sums)
        self._reading.ended()

    def _show(self, sums: "tuple[TallySum, ...]") -> None:
        self._view.side.show_needs(sums)
