"""Naming other kinds of a case; a kind that the pack seals seals it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from forum_desktop import services
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.complaints.register.panel import Panel
from forum_desktop.ui.controls import button, column, field, row, told

if TYPE_CHECKING:
    from forum_desktop.records.pack import ComplaintKind
    from forum_desktop.ui.complaints.register.card import CaseCard


class KindsPanel(Panel):
    """The kind that counts, another one beside it, and why."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self.kind, self.more, self.reason = ElidedChoice(), ElidedChoice(), QLineEdit()
        self._lay_out()
        self.watch(kind=self.kind, more=self.more, reason=self.reason)

    def begin(self) -> None:
        """Offer the kinds, those of the case chosen."""
        kinds = self.complaint.kinds
        self._offer(kinds[0], kinds[1] if len(kinds) > 1 else "")
        self.reason.clear()

    def first(self) -> QWidget:
        """Begin with the kind that counts."""
        return self.kind

    def keep(self) -> None:
        """Keep the kinds, with the reason."""
        reason, complaint_id = self.reason.text(), self.complaint.id
        if not reason.strip():
            self.page.say("case_register.reason_first", "warn")
            self.reason.setFocus()
            return
        chosen = (self.kind.currentData(), self.more.currentData())
        kinds = tuple(dict.fromkeys(code for code in chosen if code))
        self.do(
            lambda desk: services.complaints.change_kinds(desk, complaint_id, kinds, reason),
            "evidence_view.kinds_done",
        )

    def forget(self) -> None:
        """Leave nothing in the fields."""
        self.reason.clear()

    def retranslate(self) -> None:
        """Name the kinds again."""
        if self.card.case is not None:
            self._offer(self.kind.currentData() or "", self.more.currentData() or "")

    def _offer(self, kind: str, more: str) -> None:
        overview = self.page.overview
        kinds = overview.pack.complaint_kinds if overview else ()
        for choice, chosen in ((self.kind, kind), (self.more, more)):
            choice.clear()
            if choice is self.more:
                choice.addItem(self.words("complaint.no_more"), "")
            for one in kinds:
                choice.addItem(self._name(one), one.code)
            choice.setCurrentIndex(max(0, choice.findData(chosen)))

    def _name(self, kind: "ComplaintKind") -> str:
        name = kind.english if self.words.language == "en" and kind.english else kind.name
        return self.words("evidence_view.kind_sealed", name=name) if kind.sealed else name

    def _lay_out(self) -> None:
        words = self.words
        self.reason.setMaxLength(300)
        self.reason.returnPressed.connect(self.keep)
        go = button(words, "case_register.keep", self.keep, look="primary")
        back = button(words, "case_register.back", self.card.close_task, look="quiet")
        kinds = row(
            field(words, "complaint.kind", self.kind),
            field(words, "complaint.more_kinds", self.more),
        )
        kinds.setStretch(0, 1)
        kinds.setStretch(1, 1)
        body = column(
            told(words, "evidence_view.kinds_title", "lead"),
            told(words, "evidence_view.kinds_how", "soft", wraps=True),
            kinds,
            field(words, "case_register.reason", self.reason),
            row(go, back, None, gap=8),
            None,
            gap=8,
        )
        self.setLayout(body)
