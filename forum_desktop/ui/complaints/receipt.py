"""The number that a complainant is given, and the paper that bears it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.documents import DocumentKind, DocumentOrder
from forum_desktop.ui.complaints.evidence.adding import Adding, dropped_files
from forum_desktop.ui.controls import Text, button, card, column, restyle, row, told
from forum_desktop.ui.display import said_date
from forum_desktop.ui.documents.export import Export

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint
    from forum_desktop.ui.page import Page


_FOLLOW_HIGH = 92
"""Pixels: three lines of what follows."""


class ReceiptCard(QFrame):
    """Shows the complaint taken in last; its receipt is made at once where it is wished for.

    `adding` takes its evidence in; the view shows it where there is more room.
    """

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._complaint: Complaint | None = None
        self._export = Export(page, self._show_running, self._show_ready)
        self.reference, self._follow = Text("display"), Text("soft", wraps=True)
        self.button = button(
            page.words, "complaint.make_receipt", self.ask_and_export, symbol="file-text"
        )
        self.adding = Adding(page)
        self.add_button = button(
            page.words, "evidence_view.add_desk", self.add_files, symbol="image"
        )
        self._lay_out()
        self.setAcceptDrops(True)
        self.retranslate()

    def show_complaint(self, complaint: "Complaint | None") -> None:
        """Show what was taken in last, or that nothing was yet."""
        self._complaint = complaint
        self.adding.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the number and what follows again."""
        complaint, words = self._complaint, self._page.words
        self.button.setVisible(complaint is not None)
        self.add_button.setVisible(complaint is not None)
        self.adding.retranslate()
        if complaint is None:
            self.reference.say(words("complaint.no_number"))
            self._follow.say(words("complaint.no_number_how"))
            restyle(self.reference, look="title")
            restyle(self._card, look="card", tone="")
            return
        restyle(self.reference, look="display")
        restyle(self._card, look="message", tone="good")
        self.reference.say(complaint.reference)
        is_anonymous = complaint.level is ComplaintLevel.ANONYMOUS
        key = "complaint.lodged_anonymous" if is_anonymous else "complaint.lodged"
        due = said_date(complaint.due_on, words.language)
        self._follow.say(words(key, due=due, unit=complaint.unit or "-"))

    def ask_and_export(self) -> None:
        """Ask where to, then make the receipt."""
        if self._complaint is not None and self.button.isEnabled():
            self._export.ask_and_export(self._order())

    def add_files(self) -> None:
        """Ask which photos and files go with the complaint taken in last."""
        if self._complaint is not None:
            self.adding.choose(self._complaint.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files once there is a complaint that they belong to."""
        if self._complaint is not None and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what is dropped."""
        if self._complaint is not None:
            event.acceptProposedAction()
            self.adding.add(self._complaint.id, dropped_files(event.mimeData()))

    def export_to(self, target: Path) -> None:
        """Make the receipt as a file."""
        self._export.export_to(self._order(), target)

    def suggested_name(self) -> str:
        """Return a file name with nobody's name in it."""
        return self._export.suggested_name(self._order())

    def _order(self) -> DocumentOrder:
        assert self._complaint is not None
        return DocumentOrder(kind=DocumentKind.RECEIPT, complaint=self._complaint.reference)

    def _show_running(self) -> None:
        self.button.setEnabled(False)

    def _show_ready(self) -> None:
        self.button.setEnabled(True)

    def _lay_out(self) -> None:
        self._follow.setMinimumHeight(_FOLLOW_HIGH)
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = told(self._page.words, "complaint.number", "field")
        paper = column(row(self.button, None), row(self.add_button, None), gap=4)
        paper.setContentsMargins(0, 8, 0, 0)
        self._card = card(title, self.reference, self._follow, paper, gap=2)
        self.setLayout(column(self._card))
