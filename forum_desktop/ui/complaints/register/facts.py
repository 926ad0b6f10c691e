"""What is known of a case, then its history, and who opened it: read, not written here."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.ui.controls import Text, column
from forum_desktop.ui.display import joined, said_date, said_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from forum_desktop.records.complaint import Complaint, ComplaintStep
    from forum_desktop.records.sealed import Access
    from forum_desktop.ui.complaints.register.lines import RegisterLines
    from forum_desktop.ui.complaints.register.reading import Case
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.words import Words

_LABELS = 150
_WORDS = (
    ("complaint.facts", "facts"),
    ("complaint.since", "since"),
    ("complaint.affected", "affected"),
    ("complaint.wanted", "wanted"),
)
_WHERE = ("community", "place", "landmark")
Pair = tuple[str, str]


class FactsPanel(QScrollArea):
    """The arrows scroll it; it names nobody."""

    def __init__(self, page: "Page", lines: "RegisterLines") -> None:
        super().__init__()
        self._page, self._lines = page, lines
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.words.tell(self.setAccessibleName, "case_register.facts")

    def show_case(self, case: "Case") -> None:
        """Show a case."""
        at = self.verticalScrollBar().value()
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        for name, text in (*self._facts(case), *self._past(case)):
            _add(grid, name, text)
        inner = QFrame()
        inner.setProperty("look", "clear")
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        inner.setLayout(column(grid, None, gap=0))
        self.setWidget(inner)
        self.verticalScrollBar().setValue(at)

    def show_nothing(self) -> None:
        """Show no case."""
        inner = QFrame()
        inner.setProperty("look", "clear")
        self.setWidget(inner)

    def _facts(self, case: "Case") -> "Iterator[Pair]":
        words, complaint = self._page.words, case.complaint
        yield words("complaint.kind"), self._lines.kinds(complaint)
        if complaint.is_sealed:
            yield words("complaint.facts"), words("case_register.sealed_how")
        yield from case_words(words, complaint)
        yield from self._answers(complaint)
        yield words("complaint.person"), words(f"case_register.person.{complaint.level}")
        if complaint.level is not ComplaintLevel.ANONYMOUS and not complaint.can_reply:
            yield "", words("case_register.no_reply")
        yield words("case_register.unit"), complaint.unit
        yield words("case_register.owner"), complaint.owner
        yield words("case_register.lodged"), moment_told(words, complaint.lodged_at)
        yield words("case_register.due"), said_date(complaint.due_on, words.language)
        yield words("case_register.official"), complaint.official_number
        yield words("case_register.same_as"), case.same_as
        yield words("case_register.project"), case.project
        if case.pieces:
            yield words("evidence_view.title"), words("evidence_view.pieces", count=case.pieces)
        if complaint.times_reopened:
            count = complaint.times_reopened
            yield words("case_register.reopened"), words("case_register.times", count=count)

    def _answers(self, complaint: "Complaint") -> "Iterator[Pair]":
        overview, language = self._page.overview, self._page.words.language
        known = overview.pack.complaint_kinds if overview else ()
        texts = {
            question.code: question.english
            if language == "en" and question.english
            else question.text
            for kind in known
            for question in kind.questions
        }
        for code, answer in json.loads(complaint.answers or "{}").items():
            yield texts.get(code, code), answer

    def _past(self, case: "Case") -> "Iterator[Pair]":
        words = self._page.words
        for at, step in enumerate(case.history):
            yield "" if at else words("case_register.history"), step_told(words, step)
        for at, access in enumerate(case.openings):
            yield "" if at else words("case_register.openings"), opening_told(words, access)


def case_words(words: "Words", case: object) -> "Iterator[Pair]":
    """Tell the words of a complaint, or of a sealed one's case once it was opened."""
    for key, name in _WORDS:
        yield words(key), getattr(case, name)
    point = joined((getattr(case, "latitude"), getattr(case, "longitude")))  # noqa: B009 - by name
    where = joined(getattr(case, name) for name in _WHERE)
    yield words("complaint.where"), joined((where, point))


def step_told(words: "Words", step: "ComplaintStep") -> str:
    """Tell one step of a history."""
    state = words(f"complaint.state.{step.state}")
    moment = moment_told(words, step.at)
    return joined((moment, state, step.unit, step.reason, step.owner))


def opening_told(words: "Words", access: "Access") -> str:
    """Tell who opened what, when and why."""
    what = words(f"case_register.access.{access.what}")
    return joined((moment_told(words, access.at), what, access.actor, access.reason))


def moment_told(words: "Words", moment: "datetime") -> str:
    """Tell day and time."""
    time = words("opinions.said_at", time=said_time(moment))
    return f"{said_date(moment.date(), words.language)} {time}"


def _add(grid: QGridLayout, name: str, text: str) -> None:
    if not text:
        return
    label, told = Text("field", wraps=True), Text(wraps=True)
    label.say(name)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    told.say(text)
    at = grid.rowCount()
    grid.addWidget(label, at, 0)
    grid.addWidget(told, at, 1)
