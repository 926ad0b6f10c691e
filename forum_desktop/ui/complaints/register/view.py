"""The register: the list of cases with its filters, and beside it the card of the chosen one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.complaint import RegisterFilter, RegisterRow, RegisterShow
from forum_desktop.ui.complaints.register.card import CaseCard
from forum_desktop.ui.complaints.register.case_list import CaseList
from forum_desktop.ui.complaints.register.filters import RegisterFilters
from forum_desktop.ui.complaints.register.lines import RegisterLines
from forum_desktop.ui.controls import Text, column, named, row
from forum_desktop.ui.keys import ALT, CTRL
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.complaint import Complaint, RegisterPage

_LIST_SHARE, _CARD_SHARE = 5, 6


class RegisterView(View):
    """With the cursor in the list, one key does one thing to the chosen case."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.lines = RegisterLines(page)
        self.filters = RegisterFilters(self.words)
        self.cases = CaseList(self.lines.line)
        self.card = CaseCard(page, self.lines)
        self._latest = Latest(self, self._ask)
        self._count = Text("small")
        self._found: UUID | None = None
        self._is_listing = False
        self._connect()
        self._bind_keys()
        self._lay_out()

    def forum_opened(self) -> None:
        """Begin with another forum: nothing is chosen, nothing left out."""
        self.card.show_complaint(None)
        self._show_rows(())
        self.filters.show_pack(self.overview.pack)
        self.filters.clear()

    def retranslate(self) -> None:
        """Say kinds, states and days again."""
        self.filters.retranslate()
        self.card.retranslate()
        self._say_count()
        self.cases.viewport().update()

    def arrive(self) -> None:
        """Read the newest, and come with the cursor in the list."""
        self.reload()
        self.cases.setFocus()

    def leave(self) -> None:
        """Let nothing that was opened stay; what is half typed is kept."""
        self.card.leave()

    def reload(self) -> None:
        """Read again what is listed, and the case in hand."""
        self._latest.later()
        self._latest.now()

    def go_to_list(self) -> None:
        """Put the cursor in the list."""
        if self.cases.currentIndex().row() < 0:
            self.cases.choose(0)
        self.cases.setFocus()

    def find_number(self, typed: str) -> None:
        """Show the case of a number; a mistyped one is told by its check character."""
        forum_id = self.page.forum_id
        self.page.look_up(
            lambda desk: services.complaints.find_complaint(desk, forum_id, typed), self._show_found
        )

    def _ask(self) -> None:
        forum_id, wanted = self.page.forum_id, self.filters.wanted()
        self.page.look_up(
            lambda desk: services.complaints.look_through(desk, forum_id, wanted),
            self._latest.only(self._show),
        )

    def _show(self, read: "RegisterPage") -> None:
        self.filters.show_counts(read.overdue, read.soon)
        self._show_rows(read.rows)
        owners = dict.fromkeys(item.complaint.owner for item in read.rows if item.complaint.owner)
        units = dict.fromkeys(kind.unit for kind in self.overview.pack.complaint_kinds if kind.unit)
        self.card.offer(units, owners)

    def _show_rows(self, rows: "tuple[RegisterRow, ...]") -> None:
        chosen, at = self._chosen_id(), max(0, self.cases.currentIndex().row())
        self._is_listing = True
        self.cases.set_rows(rows)
        wanted, self._found = self._found or chosen, None
        places = {item.complaint.id: place for place, item in enumerate(rows)}
        self.cases.choose(places.get(wanted, at) if wanted else 0)
        self._is_listing = False
        self._say_count()
        self._show_chosen()

    def _show_found(self, complaint: "Complaint") -> None:
        self.page.message.hide()
        self._found = complaint.id
        self.filters.clear()
        self.go_to_list()

    def _show_chosen(self) -> None:
        if not self._is_listing:
            item = self.cases.chosen()
            self.card.show_complaint(item.complaint if item else None)

    def _chosen_id(self) -> "UUID | None":
        item = self.cases.chosen()
        return item.complaint.id if item else None

    def _say_count(self) -> None:
        words, count = self.words, self.cases.records.rowCount()
        self._count.say(words("case_register.count", count=count))
        everything = RegisterFilter(show=RegisterShow.NEWEST)
        is_open = self.filters.wanted() == everything
        self.cases.set_hint(words("complaint.none" if is_open else "case_register.none_found"))

    def _take_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Return:
            self.card.facts.setFocus()
            return True
        return self.card.acts.take(key)

    def _connect(self) -> None:
        self.filters.changed.connect(self._latest.later)
        self.filters.left.connect(self.go_to_list)
        self.filters.asked.connect(self.find_number)
        self.cases.acts = self._take_key
        self.cases.row_chosen.connect(self._show_chosen)
        self.card.left.connect(self.go_to_list)

    def _bind_keys(self) -> None:
        for at, show in enumerate(RegisterShow):
            self.shortcuts[ALT, Qt.Key.Key_1 + at] = partial(self.filters.show_part, show)
        self.shortcuts |= {
            (CTRL, Qt.Key.Key_F): self.filters.search.setFocus,
            (CTRL, Qt.Key.Key_D): self.go_to_list,
            (CTRL, Qt.Key.Key_P): self.card.acts.make_receipt,
            (CTRL, Qt.Key.Key_Return): self.card.keep,
            (CTRL, Qt.Key.Key_Enter): self.card.keep,
        }

    def _lay_out(self) -> None:
        named(self.words, "case_register.list", self.cases)
        listing = column(self.filters, self._count, self.cases, gap=8)
        listing.setStretch(2, 1)
        body = row(listing, self.card)
        body.setStretch(0, _LIST_SHARE)
        body.setStretch(1, _CARD_SHARE)
        self.setLayout(body)
