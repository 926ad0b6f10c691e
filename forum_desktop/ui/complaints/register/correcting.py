"""Putting right what a case says; its number, unit and history stay as they are."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintCase
from forum_desktop.ui.complaints.register.panel import Panel
from forum_desktop.ui.controls import button, column, field, row, told
from forum_desktop.ui.id_warning import IdWarning

if TYPE_CHECKING:
    from forum_desktop.ui.complaints.register.card import CaseCard

_LINES = ("subject", "since", "affected", "community", "place", "landmark")
_BOXES = ("facts", "wanted")


class CorrectPanel(Panel):
    """A sealed case is corrected only while it is open; what is typed of it is never a draft."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self._case: ComplaintCase | None = None
        self.lines = {name: QLineEdit() for name in (*_LINES, "reason")}
        self.boxes = {name: QPlainTextEdit() for name in _BOXES}
        self.id_warning = IdWarning(self.words)
        self.id_warning.beside(*self.lines.values(), *self.boxes.values())
        self._lay_out()
        self.watch(**self.lines, **self.boxes)

    def begin(self, opened: ComplaintCase | None) -> None:
        """Fill in what the case says; `opened` are a sealed one's words."""
        names = [known.name for known in fields(ComplaintCase)]
        told_ = {name: getattr(self.complaint, name) for name in names}
        self._case = opened or ComplaintCase(**told_)
        for name in _LINES:
            self.lines[name].setText(getattr(self._case, name))
        for name, box in self.boxes.items():
            box.setPlainText(getattr(self._case, name))
        self.lines["reason"].clear()

    def first(self) -> QWidget:
        """Begin with the subject."""
        return self.lines["subject"]

    def keep(self) -> None:
        """Keep it, with the reason."""
        reason = self.lines["reason"].text()
        if not reason.strip():
            self.page.say("case_register.reason_first", "warn")
            self.lines["reason"].setFocus()
            return
        assert self._case is not None
        typed = {name: self.lines[name].text() for name in _LINES}
        typed |= {name: box.toPlainText() for name, box in self.boxes.items()}
        case, complaint_id = replace(self._case, **typed), self.complaint.id
        self.do(
            lambda desk: services.complaints.correct_case(desk, complaint_id, case, reason),
            "case_register.done.corrected",
        )

    def forget(self) -> None:
        """Hold no words of the case."""
        self._case = None
        for line in self.lines.values():
            line.clear()
        for box in self.boxes.values():
            box.clear()

    def _lay_out(self) -> None:
        words = self.words
        for line in self.lines.values():
            line.setMaxLength(400)
        for box in self.boxes.values():
            box.setTabChangesFocus(True)
        self.go_button = button(words, "case_register.correct_keep", self.keep, look="primary")
        back = button(words, "case_register.back", self.card.close_task, look="quiet")
        told_ = row(
            field(words, "complaint.facts", self.boxes["facts"]),
            field(words, "complaint.wanted", self.boxes["wanted"]),
        )
        told_.setStretch(0, 3)
        told_.setStretch(1, 2)
        body = column(
            told(words, "case_register.correct_title", "lead"),
            field(words, "complaint.subject", self.lines["subject"]),
            told_,
            self.id_warning,
            self._pair("since", "affected"),
            self._pair("community", "place", "landmark"),
            field(words, "case_register.reason", self.lines["reason"]),
            row(self.go_button, back, None, gap=8),
            gap=6,
        )
        body.setStretch(2, 1)
        self.setLayout(body)

    def _pair(self, *names: str) -> QHBoxLayout:
        made = row(*(field(self.words, f"complaint.{name}", self.lines[name]) for name in names))
        for at in range(len(names)):
            made.setStretch(at, 1)
        return made
