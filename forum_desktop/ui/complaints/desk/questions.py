"""The questions that a kind of complaint asks of its own."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from forum_desktop.ui.controls import Text, column

if TYPE_CHECKING:
    from forum_desktop.records.pack import ComplaintQuestion
    from forum_desktop.ui.words import Words

_HEAD = "answer."
_LONGEST = 300


class Questions(QFrame):
    """Hidden where the kinds ask nothing; answers stay while kinds are changed."""

    def __init__(self, words: "Words", changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._lines: dict[str, QLineEdit] = {}
        self._kept: dict[str, str] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def ask(self, questions: "tuple[ComplaintQuestion, ...]") -> None:
        """Ask these questions."""
        self._kept |= dict(self.answers())
        self._empty()
        for question in questions:
            self._lines[question.code] = self._line(question)
        self.setVisible(bool(questions))

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Return the answers by the codes of their questions."""
        return tuple((code, line.text()) for code, line in self._lines.items())

    def typed(self) -> dict[str, str]:
        """Return the answers as a draft keeps them."""
        return {f"{_HEAD}{code}": text for code, text in self.answers()}

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put answers back."""
        told = {key[len(_HEAD) :]: text for key, text in kept.items() if key.startswith(_HEAD)}
        self._kept = told
        for code, line in self._lines.items():
            line.setText(told.get(code, ""))

    def _line(self, question: "ComplaintQuestion") -> QLineEdit:
        is_english = self._words.language == "en" and question.english
        name, line = question.english if is_english else question.text, QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setText(self._kept.get(question.code, ""))
        line.setAccessibleName(name)
        line.textChanged.connect(lambda _: self._changed())
        label = Text("field")
        label.say(name)
        label.setBuddy(line)
        holder = QFrame()
        holder.setLayout(column(label, line, gap=0))
        self._row.addWidget(holder, 1)
        return line

    def _empty(self) -> None:
        self._lines.clear()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
