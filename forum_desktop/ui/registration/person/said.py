"""The card of what a person said: opinions by reference and text, complaints by reference."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from forum_desktop.ui.controls import Text, column, row
from forum_desktop.ui.registration.person.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.page import Page

_REFERENCE_WIDTH = 120


class SaidCard(Panel):
    """Only told here; the words themselves are corrected on the page of opinions."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self.said, self.complaints = Text("soft", wraps=True), Text("body", wraps=True)
        self._rows: QVBoxLayout = column(gap=4)
        self._lines: list[QFrame] = []
        self.lay_out("person.said", "message-square-text", self.said, self._rows, self.complaints)

    def tell(self) -> None:
        """Show the words and the references."""
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        opinions = self.shown.file.opinions if self.shown else ()
        self._lines = [_line(opinion) for opinion in opinions]
        for line in self._lines:
            self._rows.addWidget(line)
        self._tell_others()

    def texts(self) -> tuple[str, ...]:
        """Return the words shown."""
        return tuple(line.accessibleName() for line in self._lines)

    def _tell_others(self) -> None:
        opinions = self.shown.file.opinions if self.shown else ()
        references = self.shown.file.complaints if self.shown else ()
        self.said.setVisible(not opinions)
        self.said.say(self.words("person.said_none"))
        self.complaints.setVisible(bool(references))
        told = self.words("person.complaints", references=", ".join(references))
        self.complaints.say(told if references else "")


def _line(opinion: "Opinion") -> QFrame:
    frame = QFrame()
    reference, text = Text("small"), Text("body", wraps=True)
    reference.say(opinion.reference)
    reference.setContentsMargins(0, 3, 0, 0)
    reference.setFixedWidth(_REFERENCE_WIDTH)
    text.say(opinion.text)
    line = row(reference, text, gap=8)
    line.setStretch(1, 1)
    line.setAlignment(reference, Qt.AlignmentFlag.AlignTop)
    frame.setLayout(line)
    frame.setAccessibleName(f"{opinion.reference} {opinion.text}")
    return frame
