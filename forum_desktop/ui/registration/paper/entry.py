"""Entering a typed row: an act of the worker."""

from typing import TYPE_CHECKING, NamedTuple

from forum_desktop import services

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from forum_desktop.records.people import CheckIn
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.paper.rows import TypedRow


class Entered(NamedTuple):
    """The desk's answer, and whether nobody of the name was known before."""

    checked: "CheckIn"
    is_new: bool


class Entry(NamedTuple):
    """A row with what its sheet says once for all: sector and time of signing."""

    row: "TypedRow"
    forum_id: "UUID"
    sector: str
    moment: "datetime | None"

    def enter(self, desk: "Desk") -> Entered:
        """Enter the row."""
        row = self.row
        known = services.paper.guess_from_paper(
            desk, self.forum_id, row.name, row.place, row.session
        )
        checked = services.paper.enter_from_paper(
            desk,
            self.forum_id,
            full_name=row.name,
            place=row.place,
            phone=row.phone,
            sector=self.sector,
            session=row.session,
            at=self.moment,
        )
        # A phone may still have told who it is: only those from paper can be new.
        return Entered(checked, known is None and checked.row.attendee.from_paper)
