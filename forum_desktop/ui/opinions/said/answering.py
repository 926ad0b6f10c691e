"""What the panel answered, who of it did, and what was promised by when."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import button, column, field, row
from forum_desktop.ui.date_field import DateField
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.opinions.said.card import OpinionCard

_LONGEST = 300


class AnswerPanel(Panel):
    """The members of the panel are read once a forum; who answers may stay open."""

    name = "answer"

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.answer, self.promise, self.until = QPlainTextEdit(), QLineEdit(), DateField()
        self.by = ElidedChoice()
        self._lay_out()
        self.watch(answer=self.answer, by=self.by, promise=self.promise, until=self.until)

    def show_members(self, members: "tuple[AttendeeRow, ...]") -> None:
        """Offer those who may answer; who is chosen stays so."""
        chosen = self.by.currentData()
        self.by.clear()
        self.by.addItem(self.words("said.nobody_named"), None)
        for row_ in members:
            person = row_.attendee
            told = " · ".join(filter(None, (person.full_name, person.position)))
            self.by.addItem(told, person.id)
        self.by.setCurrentIndex(max(0, self.by.findData(chosen)))

    def begin(self, opinion: "Opinion") -> None:
        """Show what was answered so far."""
        self.answer.setPlainText(opinion.answer)
        self.answer.moveCursor(QTextCursor.MoveOperation.End)
        self.by.setCurrentIndex(max(0, self.by.findData(opinion.answered_by)))
        self.promise.setText(opinion.promise)
        self.until.clear()
        if opinion.promised_until is not None:
            self.until.show_day(opinion.promised_until, self.words.language)

    def first(self) -> QWidget:
        """Begin in the answer."""
        return self.answer

    def keep(self) -> None:
        """Keep what was answered."""
        shown = self.card.opinion
        assert shown is not None
        if self.until.text().strip() and self.until.day() is None:
            self.page.show_refusal(Refusal("said.day_unreadable"))
            self.until.setFocus()
            return
        answered = replace(
            shown,
            answer=self.answer.toPlainText(),
            answered_by=self._answered_by(shown),
            promise=self.promise.text().strip(),
            promised_until=self.until.day(),
        )
        self.edit(
            lambda desk: services.revising.revise(desk, shown, answered),
            "said.done.answered",
            number=shown.reference,
        )

    def _answered_by(self, shown: "Opinion") -> "UUID | None":
        """Return who answered; one who may answer no more, and is not offered, stays."""
        is_offered = self.by.findData(shown.answered_by) >= 0
        chosen: UUID | None = self.by.currentData()
        return chosen if chosen is not None or is_offered else shown.answered_by

    def _lay_out(self) -> None:
        words = self.words
        self.answer.setTabChangesFocus(True)
        self.answer.setMinimumHeight(72)
        self.promise.setMaxLength(_LONGEST)
        words.tell(self.until.setPlaceholderText, "said.until_hint")
        promised = row(
            field(words, "said.promise", self.promise), field(words, "said.until", self.until)
        )
        promised.setStretch(0, 2)
        promised.setStretch(1, 1)
        self.save_button = button(words, "said.keep_answer", self.keep, look="primary")
        body = column(
            field(words, "opinions.answer", self.answer),
            field(words, "said.answered_by", self.by),
            promised,
            row(self.save_button, None),
            gap=6,
        )
        body.setStretch(0, 1)
        self.lay_out(body)
