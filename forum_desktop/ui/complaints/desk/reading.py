"""Reading back: all that was taken down, to be read out and confirmed before it is taken in.

A spoken complaint is written down, read back and confirmed (Office of the Prime Minister's
regulation on complaints, 2552).
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.ui.controls import Text, column, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forum_desktop.records.complaint import ComplaintIntake
    from forum_desktop.records.pack import EventPack
    from forum_desktop.ui.words import Words


class ReadingStep(QFrame):
    """Names nobody: whoever stands behind the officer reads the case and not the person."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self.words = words
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        how = told(words, "complaint.read_back_how", "small", wraps=True)
        body = column(how, self._area, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)

    def first(self) -> QWidget:
        """Return where arrows scroll."""
        return self._area

    def read(self, intake: "ComplaintIntake", pack: "EventPack") -> None:
        """Show what was taken down."""
        body = column(gap=4)
        for name, text in self._told(intake, pack):
            head, words = Text("field"), Text("lead", wraps=True)
            head.say(name)
            words.say(text)
            body.addWidget(head)
            body.addWidget(words)
        body.addStretch(1)
        inner = QFrame()
        inner.setProperty("look", "clear")
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        inner.setLayout(body)
        self._area.setWidget(inner)

    def _told(self, intake: "ComplaintIntake", pack: "EventPack") -> "Iterator[tuple[str, str]]":
        words = self.words
        is_english = words.language == "en"
        chosen = [
            kind for kind in pack.complaint_kinds if kind.code in {intake.kind, *intake.more_kinds}
        ]
        names = [kind.english if is_english and kind.english else kind.name for kind in chosen]
        yield words("complaint.kind"), ", ".join(names)
        asked = {question.code: question for kind in chosen for question in kind.questions}
        for key, text in (
            ("complaint.subject", intake.subject),
            ("complaint.facts", intake.facts),
            ("complaint.since", intake.since),
            ("complaint.affected", intake.affected),
        ):
            if text.strip():
                yield words(key), text
        for code, answer in intake.answers:
            if answer.strip():
                question = asked[code]
                yield question.english if is_english and question.english else question.text, answer
        where = " · ".join(filter(str.strip, (intake.community, intake.place, intake.landmark)))
        for key, text in (
            ("complaint.where", where),
            ("complaint.wanted", intake.wanted),
            ("complaint.unit_wanted", intake.unit),
        ):
            if text.strip():
                yield words(key), text
        yield words("complaint.person"), words(f"complaint.person_is.{_person(intake)}")


def _person(intake: "ComplaintIntake") -> str:
    if intake.level is ComplaintLevel.ANONYMOUS:
        return "anonymous"
    return "named" if intake.first_name.strip() else "missing"
