"""Values side by side, each with where and when it was written, and the digit that takes it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QPushButton, QVBoxLayout

from forum_desktop.ui.controls import Text, column, restyle, row
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from forum_desktop.ui.exchange.conflicts.questions import Question, Side
    from forum_desktop.ui.words import Words

_COLUMNS = 2


class Sides(QFrame):
    """Built anew for each question; `answer` hears the number of a button that is pressed."""

    def __init__(self, words: "Words", answer: Callable[[int], object]) -> None:
        super().__init__()
        self._words, self._answer = words, answer
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for at in range(_COLUMNS):
            self._grid.setColumnStretch(at, 1)
        self._both = QVBoxLayout()
        self.setLayout(column(scrolled(column(self._grid, self._both, None, gap=12))))
        self.buttons: list[QPushButton] = []

    def show_question(self, question: "Question | None") -> None:
        """Show the sides of a question, or nothing."""
        _clear(self._grid)
        _clear(self._both)
        self.buttons = []
        if question is None:
            return
        for number, answer in enumerate(question.answers):
            self.buttons.append(self._button(number, answer.says))
        for at, side in enumerate(question.sides(self._words)):
            own = [
                self.buttons[number]
                for number, answer in enumerate(question.answers)
                if answer.side == at
            ]
            frame = self._side(side, own)
            self._grid.addWidget(frame, at // _COLUMNS, at % _COLUMNS)
        both = [
            self.buttons[number]
            for number, answer in enumerate(question.answers)
            if answer.side is None
        ]
        if both:
            self._both.addLayout(row(*both, None, gap=10))

    def _side(self, side: "Side", buttons: Sequence[QPushButton]) -> QFrame:
        place, says = Text("small", wraps=True), Text("lead", wraps=True)
        place.say(side.place)
        says.say(side.says)
        facts = [self._fact(*fact) for fact in side.facts]
        current = Text("small")
        current.say(self._words("conflicts.counts_now") if side.is_current else "")
        restyle(current, tone="good")
        frame = QFrame()
        restyle(frame, look="sunken")
        line = row(*buttons, current, None, gap=10) if buttons else row(None)
        inner = column(place, says, *facts, None, line, gap=6)
        inner.setContentsMargins(14, 10, 14, 12)
        frame.setLayout(inner)
        return frame

    def _fact(self, name: str, value: str, differs: bool) -> QLayout:  # noqa: FBT001 - a tuple's part
        label, told = Text("small"), Text("body", wraps=True)
        label.say(name)
        label.setMinimumWidth(110)
        told.say(value)
        if differs:
            restyle(told, tone="warn")
        line = row(label, told, gap=8)
        line.setStretch(1, 1)
        return line

    def _button(self, number: int, key: str) -> QPushButton:
        made = QPushButton(f"{number + 1}  {self._words(key)}")
        made.setAccessibleName(made.text())
        made.setAutoDefault(False)
        made.setProperty("look", "primary" if number == 0 else "plain")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda _=False, at=number: self._answer(at))
        return made


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
