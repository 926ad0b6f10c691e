"""Looking at a file on the worker, and writing what it tells; one look counts at a time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from forum_desktop import services
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from forum_desktop.errors import Refusal
    from forum_desktop.records.importing import ImportField, ImportPreview, ImportRun
    from forum_desktop.ui.registration.importing.open_file import OpenFile
    from forum_desktop.ui.registration.page import RegistrationPage


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be looked at: a file, a sheet of it, and its columns where they were told."""

    path: "Path"
    sheet: str | None = None
    columns: "tuple[ImportField | None, ...] | None" = None


class Looking(QObject):
    """Asks the worker; an answer that is no longer wanted is not shown."""

    busy = Signal(str)
    """The key of what the worker is at; empty when it is done."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self._page = page
        self._asked = 0
        self.is_writing = False
        self._known: dict[UUID, str] = {}

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._asked += 1
        self._known.clear()
        self.busy.emit("")

    def look(
        self,
        wanted: Wanted,
        done: "Callable[[ImportPreview], object]",
        refused: "Callable[[], object]",
    ) -> None:
        """Look at a file; nothing is written."""
        forum_id = self._page.forum_id
        here = self._ask("importing_view.reading")
        self._page.look_up(
            lambda desk: services.imports.preview_attendees(
                desk, forum_id, wanted.path, sheet=wanted.sheet, columns=wanted.columns
            ),
            lambda preview: self._end(here) and done(preview),
            refused=lambda _: self._end(here) and refused(),
            failed=lambda: self._end(here) and refused(),
        )

    def write(
        self,
        file: "OpenFile",
        done: "Callable[[ImportRun], object]",
        outdated: "Callable[[], object]",
    ) -> None:
        """Write what a file tells, or nothing; `outdated` where entries changed meanwhile.

        Unlike a look it is never superseded: whoever confirmed is told how it ended.
        """
        forum_id, preview = self._page.forum_id, file.judged
        self._ask("importing_view.writing")
        self.is_writing = True

        def refused(refusal: "Refusal") -> None:
            self._end_writing()
            if refusal.key == "importing.outdated":
                outdated()

        def written(run: "ImportRun") -> None:
            self._end_writing()
            done(run)

        self._page.act(
            lambda desk: services.imports.apply_attendees(desk, forum_id, preview),
            written,
            Kind.ATTENDEES,
            refused=refused,
            failed=self._end_writing,
        )

    def tell_known(self, attendee_id: "UUID", tell: "Callable[[str], object]") -> None:
        """Tell who somebody already listed is: name and place."""
        if attendee_id in self._known:
            tell(self._known[attendee_id])
            return

        def told(row: Any) -> None:
            person = row.attendee
            facts = (person.full_name, person.community, person.organisation, person.phone)
            self._known[attendee_id] = "  ".join(fact for fact in facts if fact)
            tell(self._known[attendee_id])

        self._page.look_up(
            lambda desk: services.registration.read_attendee(desk, attendee_id), told
        )

    def _ask(self, key: str) -> int:
        self._asked += 1
        self.busy.emit(key)
        return self._asked

    def _end_writing(self) -> None:
        self.is_writing = False
        self.busy.emit("")

    def _end(self, asked: int) -> bool:
        """Tell whether an answer is still wanted; then nothing is awaited any more."""
        if asked != self._asked:
            return False
        self.busy.emit("")
        return True
