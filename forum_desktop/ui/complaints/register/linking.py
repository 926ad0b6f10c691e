"""Linking a case to one that tells the same: both go on, or this one is joined into the other."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from forum_desktop import services
from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.complaints.register.lines import subject_of
from forum_desktop.ui.complaints.register.panel import Panel, is_plain_enter
from forum_desktop.ui.controls import button, column, field, named, row, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.either import Either
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.complaint import Complaint
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.complaints.register.card import CaseCard

_WAYS = ("link", "join")


class LinkPanel(Panel):
    """Offers those of the kind at the place; any other is named by its number."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self.number, self.reason, self.owner = QLineEdit(), QLineEdit(), TypedChoice()
        self.found = RecordList(self._line)
        self.way = Either(self.words, "case_register.way", _WAYS, self._show_way)
        self._closing = QFrame()
        self.keep_button = button(self.words, "case_register.link_keep", self.keep, look="primary")
        self.unlink_button = button(self.words, "case_register.unlink", self.unlink)
        self._lay_out()
        self.watch(number=self.number, reason=self.reason)

    def begin(self) -> None:
        """Look for those that may be the same."""
        self.way.choose(_WAYS[0])
        self._show_way(_WAYS[0])
        self.number.clear()
        self.reason.clear()
        self.owner.setEditText(self.card.owner())
        self.unlink_button.setVisible(self.complaint.duplicate_of is not None)
        self.found.set_rows(())
        complaint = self.complaint
        self.page.look_up(
            lambda desk: services.complaints.likely_duplicates(
                desk,
                complaint.forum_id,
                kind=complaint.kind,
                community=complaint.community,
                place=complaint.place,
            ),
            lambda found: self._show(complaint.id, found),
        )

    def first(self) -> QWidget:
        """Begin with those offered, or with the number where none is."""
        return self.found if self.found.records.rowCount() else self.number

    def keep(self) -> None:
        """Link, or join."""
        typed, chosen = self.number.text().strip(), self.found.chosen()
        if not typed and chosen is None:
            self.page.say("case_register.choose_other", "warn")
            self.number.setFocus()
            return
        other = None if typed else chosen.id  # type: ignore[union-attr]
        complaint, reason, owner = self.complaint, self.reason.text(), self.owner.currentText()

        def linked(desk: "Desk") -> "Complaint":
            acts = services.complaints
            to = other or acts.find_complaint(desk, complaint.forum_id, typed).id
            if is_joined:
                return acts.join_duplicate(desk, complaint.id, to, reason=reason, owner=owner)
            return acts.link_duplicate(desk, complaint.id, to)

        is_joined = self.way.chosen() == _WAYS[1]
        self.do(linked, "case_register.done.joined" if is_joined else "case_register.done.linked")

    def unlink(self) -> None:
        """Take the link back."""
        complaint_id = self.complaint.id
        self.do(
            lambda desk: services.complaints.link_duplicate(desk, complaint_id, None),
            "case_register.done.unlinked",
        )

    def forget(self) -> None:
        """Offer nothing more."""
        self.found.set_rows(())
        self.number.clear()
        self.reason.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep at Enter."""
        if is_plain_enter(event):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _show(self, asked_of: "UUID", found: "tuple[Complaint, ...]") -> None:
        if self.card.case is None or self.complaint.id != asked_of:
            return
        self.found.set_rows([one for one in found if one.id != asked_of])
        if self.number.hasFocus() and not self.number.text():
            self.found.choose(0)
            self.first().setFocus()

    def _show_way(self, way: str) -> None:
        self._closing.setVisible(way == _WAYS[1])

    def _line(self, complaint: "Complaint") -> Line:
        state = self.words(f"complaint.state.{complaint.state}")
        where = (complaint.reference, complaint.community, complaint.place)
        return Line(
            text=subject_of(self.words, complaint),
            under=joined(where),
            mark=state,
            mark_color=TOKENS.primary,
        )

    def _lay_out(self) -> None:
        words = self.words
        named(words, "case_register.likely", self.found)
        words.tell(self.found.set_hint, "case_register.likely_none")
        self.number.setMaxLength(60)
        self.reason.setMaxLength(300)
        closing = row(
            field(words, "case_register.reason", self.reason),
            field(words, "case_register.owner", self.owner),
        )
        closing.setStretch(0, 3)
        closing.setStretch(1, 2)
        self._closing.setLayout(closing)
        back = button(words, "case_register.back", self.card.close_task, look="quiet")
        body = column(
            told(words, "case_register.link_title", "lead"),
            told(words, "case_register.link_how", "soft", wraps=True),
            self.found,
            field(words, "case_register.other_number", self.number),
            self.way,
            self._closing,
            row(self.keep_button, self.unlink_button, back, None, gap=8),
            gap=8,
        )
        body.setStretch(2, 1)
        self.setLayout(body)
