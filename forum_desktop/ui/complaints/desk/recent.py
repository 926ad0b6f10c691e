"""What was taken in lately: numbers and subjects, nobody's name."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintState
from forum_desktop.ui.controls import Text, column, named, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.complaint import Complaint
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page


class RecentList(QFrame):
    """The newest first; of sealed cases only how many there are."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page, words = page, page.words
        self._sealed = 0
        self._private = Text("small", wraps=True)
        self._tell_sealed()
        self.complaints = named(words, "complaint.list", RecordList(self._line))
        words.tell(self.complaints.set_hint, "complaint.none")
        listing = column(
            told(words, "complaint.list", "lead"),
            self.complaints,
            self._private,
            gap=6,
        )
        listing.setStretch(1, 1)
        self.setLayout(listing)

    def reload(self) -> None:
        """Read the newest complaints."""
        forum_id = self._page.forum_id
        self._page.look_up(lambda desk: _read(desk, forum_id), self._show)

    def retranslate(self) -> None:
        """Say kinds and states again."""
        self._tell_sealed()
        self.complaints.viewport().update()

    def _show(self, read: "tuple[tuple[Complaint, ...], int]") -> None:
        rows, self._sealed = read
        self.complaints.set_rows(rows)
        self._tell_sealed()

    def _tell_sealed(self) -> None:
        words = self._page.words
        sealed = words("complaint.sealed_count", count=self._sealed) if self._sealed else ""
        self._private.say(joined((words("complaint.list_private"), sealed)))

    def _line(self, complaint: "Complaint") -> Line:
        words = self._page.words
        time = words("opinions.said_at", time=said_time(complaint.lodged_at))
        mark = words(f"complaint.level.{complaint.level}")
        if complaint.state is not ComplaintState.RECEIVED:
            mark = words(f"complaint.state.{complaint.state}")
        return Line(
            text=complaint.subject or words("complaint.erased_case"),
            under=joined((complaint.reference, time, self._kind(complaint.kind))),
            mark=mark,
            mark_color=TOKENS.primary,
            is_quiet=complaint.is_erased,
        )

    def _kind(self, code: str) -> str:
        kinds = self._page.overview.pack.complaint_kinds if self._page.overview else ()
        kind = next((kind for kind in kinds if kind.code == code), None)
        if kind is None:
            return code
        return kind.english if self._page.words.language == "en" and kind.english else kind.name


def _read(desk: "Desk", forum_id: "UUID") -> "tuple[tuple[Complaint, ...], int]":
    recent = services.complaints.recent_complaints(desk, forum_id)
    return recent, services.complaints.count_sealed(desk, forum_id)
