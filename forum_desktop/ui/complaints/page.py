"""Complaints: taken down in private, answered with a number, listed without people."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintState
from forum_desktop.ui.complaints.form import ComplaintForm
from forum_desktop.ui.complaints.receipt import ReceiptCard
from forum_desktop.ui.controls import button, card, column, named, row, told
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint

_SIDE_WIDTH = 420


class ComplaintsPage(Page):
    """The form at the left, the number and the cases at the right."""

    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.COMPLAINTS})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.form = ComplaintForm(self.words, self._changed)
        self.drafts = DraftKeeper(self, self.background, self.form.fields)
        self.lodge_button = button(
            self.words, "complaint.lodge", self.lodge, look="primary", symbol="megaphone"
        )
        self.receipt = ReceiptCard(self)
        self.reference = self.receipt.reference
        self.complaints = RecordList(self._line)
        self._lay_out()
        self.shortcuts = {
            (CTRL, Qt.Key.Key_Return): self.lodge,
            (CTRL, Qt.Key.Key_Enter): self.lodge,
            (CTRL, Qt.Key.Key_P): self.receipt.ask_and_export,
        }

    def forum_opened(self) -> None:
        """Offer this forum's kinds; bring back what was half typed."""
        assert self.overview is not None
        self.receipt.show_complaint(None)
        self.form.show_pack(self.overview.pack)
        self.drafts.move_to(f"{self.forum_id}/complaint", self._restore)
        self.reload()

    def retranslate(self) -> None:
        """Say kinds, dates and states again."""
        self.form.retranslate()
        self.receipt.retranslate()
        self.complaints.viewport().update()

    def arrive(self) -> None:
        """Come with the cursor where the case begins."""
        self.form.kind.setFocus()

    def leave(self) -> None:
        """Keep what is half typed."""
        self.drafts.keep_now()

    def reload(self) -> None:
        """Read the newest complaints."""
        forum_id = self.forum_id
        self.look_up(
            lambda desk: services.complaints.recent_complaints(desk, forum_id),
            self.complaints.set_rows,
        )

    def lodge(self) -> None:
        """Take the complaint in; the form is cleared only when it is kept."""
        if not self.lodge_button.isEnabled():
            return
        intake, forum_id = self.form.intake(), self.forum_id
        self._allow(is_allowed=False)
        self.act(
            self.drafts.cleared_after(
                lambda desk: services.complaints.lodge_complaint(desk, forum_id, intake)
            ),
            self._lodged,
            Kind.COMPLAINTS,
            refused=lambda _: self._allow(is_allowed=True),
            failed=lambda: self._allow(is_allowed=True),
        )

    def _allow(self, *, is_allowed: bool) -> None:
        self.lodge_button.setEnabled(is_allowed)
        self.form.setEnabled(is_allowed)

    def _lodged(self, complaint: "Complaint") -> None:
        self._allow(is_allowed=True)
        self.form.fill({})
        self.receipt.show_complaint(complaint)
        self.form.kind.setFocus()

    def _changed(self) -> None:
        self.drafts.changed()

    def _restore(self, kept: dict[str, str]) -> None:
        if any(value.strip() for value in self.form.fields().values()):
            return
        self.form.fill(kept)
        self.say("drafts.restored", "good")

    def _line(self, complaint: "Complaint") -> Line:
        time = self.words("opinions.said_at", time=said_time(complaint.lodged_at))
        mark = self.words(f"complaint.level.{complaint.level}")
        if complaint.state is not ComplaintState.RECEIVED:
            mark = self.words(f"complaint.state.{complaint.state}")
        return Line(
            text=complaint.subject,
            under=joined((complaint.reference, time, self._kind(complaint.kind))),
            mark=mark,
            mark_color=TOKENS.primary,
        )

    def _kind(self, code: str) -> str:
        kinds = self.overview.pack.complaint_kinds if self.overview else ()
        kind = next((kind for kind in kinds if kind.code == code), None)
        if kind is None:
            return code
        return kind.english if self.words.language == "en" and kind.english else kind.name

    def _lay_out(self) -> None:
        words = self.words
        named(words, "complaint.list", self.complaints)
        words.tell(self.complaints.set_hint, "complaint.none")
        hint = told(words, "complaint.lodge_hint", "small", wraps=True)
        foot = row(self.lodge_button, hint)
        foot.setStretch(1, 1)
        form = card(self.form, foot, gap=8)
        side = QFrame()
        side.setFixedWidth(_SIDE_WIDTH)
        private = told(words, "complaint.list_private", "small", wraps=True)
        listing = column(
            self.receipt, told(words, "complaint.list", "lead"), self.complaints, private, gap=8
        )
        listing.setStretch(2, 1)
        side.setLayout(listing)
        body = row(form, side)
        body.setStretch(0, 1)
        self.lay_out(body)
