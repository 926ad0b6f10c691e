"""Who spoke, if that is kept at all: found while typing among those registered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from forum_desktop import services
from forum_desktop.ui.latest import Latest

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.page import Page

_MOST = 12


class SpeakerLine(QLineEdit):
    """Holds a person only while the line shows that person's name."""

    def __init__(self, page: "Page", changed: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._found: dict[str, UUID] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setMaxLength(300)
        self._latest = Latest(self, self._ask)
        self.textEdited.connect(lambda _: self._typed())
        self.textChanged.connect(lambda _: changed())

    def speaker_id(self) -> "UUID | None":
        """Return the person whose name is in the line."""
        return self._found.get(self.text())

    def is_unknown(self) -> bool:
        """Tell whether something is typed that names nobody registered."""
        return bool(self.text().strip()) and self.speaker_id() is None

    def _typed(self) -> None:
        if self.text().strip():
            self._latest.later()
        else:
            self._latest.settle()

    def _ask(self) -> None:
        forum_id, typed = self._page.forum_id, self.text()
        self._page.look_up(
            lambda desk: services.registration.find_attendees(desk, forum_id, typed, _MOST),
            self._latest.only(self._offer),
            refused=lambda _: self._latest.settle(),
        )

    def _offer(self, rows: "tuple[AttendeeRow, ...]") -> None:
        for row in rows:
            self._found[_told(row)] = row.attendee.id
        self._names.setStringList([_told(row) for row in rows])
        if self.hasFocus() and rows and self.text() not in self._found:
            self.completer().complete()


def _told(row: "AttendeeRow") -> str:
    person = row.attendee
    place = person.community or person.organisation or person.position
    return f"{person.full_name} · {place}" if place else person.full_name
