"""Handing an opinion to the complaint desk: its words leave the stream, a trace stays."""

from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.thai.breaking import break_words
from forum_desktop.thai.names import split_full_name
from forum_desktop.ui.choice import ElidedChoice
from forum_desktop.ui.controls import button, column, field, row, told
from forum_desktop.ui.news import Kind
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.card import OpinionCard

_LONGEST, _SUBJECT, _FACTS_HEIGHT = 300, 80, 110


class MovingPanel(Panel):
    """Takes down what the complaint desk asks for first. This cannot be taken back."""

    name = "moving"

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.kind, self.level = ElidedChoice(), ElidedChoice()
        self.subject, self.full_name, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.facts = QPlainTextEdit()
        self._lay_out()
        self.watch(
            kind=self.kind,
            level=self.level,
            subject=self.subject,
            facts=self.facts,
            full_name=self.full_name,
            phone=self.phone,
        )

    def begin(self, opinion: "Opinion") -> None:
        """Take the words over; whose they are is asked anew."""
        self._offer()
        self.subject.setText(_subject_of(opinion.text))
        self.subject.setCursorPosition(0)
        self.facts.setPlainText(opinion.text)
        for line in (self.full_name, self.phone):
            line.clear()

    def first(self) -> QWidget:
        """Begin with the kind."""
        return self.kind

    def keep(self) -> None:
        """Lodge it, and erase its words here."""
        opinion, intake = self.card.opinion, self._intake()
        assert opinion is not None
        self.card.acts.do(
            lambda desk: services.stream.move_to_complaints(desk, opinion.id, intake),
            lambda complaint: self._moved(opinion, complaint),
        )

    def _moved(self, opinion: "Opinion", complaint: "Complaint") -> None:
        self.card.page.undo_stack.forget(opinion.id)
        self.kept()
        self.card.acts.again()
        self.page.news.announce(Kind.COMPLAINTS)
        number = complaint.reference
        self.page.say("said.moved_to_desk", "good", number=number)

    def _intake(self) -> ComplaintIntake:
        name = split_full_name(self.full_name.text())
        opinion = self.card.opinion
        assert opinion is not None
        return ComplaintIntake(
            kind=self.kind.currentData() or "",
            subject=self.subject.text(),
            facts=self.facts.toPlainText(),
            place=opinion.place,
            level=ComplaintLevel(self.level.currentData()),
            title=name.title,
            first_name=name.first_name,
            last_name=name.last_name,
            phone=self.phone.text(),
        )

    def _offer(self) -> None:
        overview, words = self.page.overview, self.words
        assert overview is not None
        self.kind.clear()
        self.kind.addItem(words("complaint.kind_choose"), "")
        for kind in overview.pack.complaint_kinds:
            is_english = words.language == "en" and kind.english
            self.kind.addItem(kind.english if is_english else kind.name, kind.code)
        self.level.clear()
        for level in ComplaintLevel:
            self.level.addItem(words(f"complaint.level.{level}"), level.value)

    def _lay_out(self) -> None:
        words = self.words
        self.facts.setTabChangesFocus(True)
        self.facts.setMaximumHeight(_FACTS_HEIGHT)
        for line in (self.subject, self.full_name, self.phone):
            line.setMaxLength(_LONGEST)
        head = row(
            field(words, "complaint.kind", self.kind), field(words, "said.level", self.level)
        )
        person = row(
            field(words, "complaint.name", self.full_name),
            field(words, "complaint.phone", self.phone),
        )
        for pair in (head, person):
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
        self.save_button = button(words, "said.move", self.keep, look="primary")
        body = column(
            told(words, "said.move_how", "small", wraps=True),
            head,
            field(words, "complaint.subject", self.subject),
            field(words, "complaint.facts", self.facts),
            person,
            row(self.save_button, None),
            gap=6,
        )
        body.addStretch(1)
        self.lay_out(body)


def _subject_of(text: str) -> str:
    """Return the first words, as many whole ones as make a subject."""
    words = break_words(" ".join(text.split()))
    fitting = [at for at, end in enumerate(accumulate(map(len, words)), 1) if end <= _SUBJECT]
    return "".join(words[: fitting[-1]] if fitting else words[:1])[:_LONGEST].strip()
