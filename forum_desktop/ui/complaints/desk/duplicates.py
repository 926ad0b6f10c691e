"""Complaints that may be about the same: one calm line, one key to link, never a bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from forum_desktop import services
from forum_desktop.ui.controls import ElidedText, Text, row
from forum_desktop.ui.icons import show_picture
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint
    from forum_desktop.ui.page import Page

_Asked = tuple[str, str, str]


class DuplicateLine(QFrame):
    """Asks by kind and place once both are told; hidden while nothing is alike."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._asked: _Asked = ("", "", "")
        self._found: tuple[Complaint, ...] = ()
        self._linked: Complaint | None = None
        self._latest = Latest(self, self._ask)
        self._said, self._key = ElidedText(), Text("small")
        self._lay_out()
        self.hide()

    def look(self, kind: str, community: str, place: str) -> None:
        """Look for complaints of a kind at a place."""
        asked = (kind, community.strip(), place.strip())
        if asked == self._asked:
            return
        self._asked = asked
        if kind and any(asked[1:]):
            self._latest.later()
        else:
            self.clear()

    def link(self) -> None:
        """Link what is taken in to the complaint shown, or take the link back."""
        if self._found:
            self._linked = None if self._linked else self._found[0]
            self.retranslate()

    def linked(self) -> "Complaint | None":
        """Return the complaint that what is taken in is linked to."""
        return self._linked

    def clear(self) -> None:
        """Show nothing, link nothing."""
        self._latest.settle()
        self._asked, self._linked = ("", "", ""), None
        self._show(())

    def retranslate(self) -> None:
        """Tell the complaint in the current language."""
        if not self._found:
            return
        words, first = self._page.words, self._found[0]
        subject = first.subject or words("complaint.sealed_case")
        self._said.say(words("complaint.like", number=first.reference, subject=subject))
        self._key.say(words("complaint.unlink_key" if self._linked else "complaint.link_key"))

    def _ask(self) -> None:
        forum_id, (kind, community, place) = self._page.forum_id, self._asked
        self._page.look_up(
            lambda desk: services.complaints.likely_duplicates(
                desk, forum_id, kind=kind, community=community, place=place
            ),
            self._latest.only(self._show),
        )

    def _show(self, found: "tuple[Complaint, ...]") -> None:
        self._found = found
        if self._linked not in found:
            self._linked = None
        self.retranslate()
        self.setVisible(bool(found))

    def _lay_out(self) -> None:
        self.setProperty("look", "offer")
        sign = QLabel()
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        show_picture(sign, "info", TOKENS.primary, 16)
        layout = row(sign, self._said, self._key, gap=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(10, 4, 10, 4)
        self.setLayout(layout)
