"""The first minutes of a laptop: its language, what it is here for, its passphrase, its copies."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop.ui.controls import Text, button, card, column, row
from forum_desktop.ui.folding import ENTER
from forum_desktop.ui.keys import latin_key

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_MOST = 2
_WIDEST = 640


class Choice(NamedTuple):
    """One answer of a step: the word of its sentence, and what it begins."""

    word: str
    begin: Callable[[], object]


class Step(NamedTuple):
    """A question with two answers; the first is the usual one."""

    word: str
    choices: tuple[Choice, Choice]


class Guide(QFrame):
    """One question at a time: a digit or Enter answers, Escape goes back, and out of the first."""

    def __init__(
        self, words: "Words", steps: tuple[Step, ...], leave: Callable[[], object]
    ) -> None:
        super().__init__()
        self._words, self._steps, self._leave = words, steps, leave
        self.at = 0
        self._number, self._title = Text("soft"), Text("title", wraps=True)
        self._how = Text("body", wraps=True)
        self.answers = tuple(self._answer(at) for at in range(_MOST))
        self.back_button = button(words, "guide.back", self.go_back, look="quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("keys", "here")
        words.tell(self.setAccessibleName, "guide.begin")
        words.tell(lambda _: self._show(), "guide.begin")
        inner = card(
            self._number, self._title, self._how, *self.answers, row(self.back_button, None), gap=14
        )
        inner.setMaximumWidth(_WIDEST)
        body = row(None, inner, None)
        body.setStretch(1, 8)
        layout = column(None, body, None)
        layout.setStretch(2, 2)
        self.setLayout(layout)

    def begin(self) -> None:
        """Ask the first question."""
        self.at = 0
        self._show()
        self.show()
        self.setFocus()

    def answer(self, at: int) -> None:
        """Give an answer of the question; after the last one the guide is gone."""
        choice = self._steps[self.at].choices[at]
        is_last = self.at + 1 == len(self._steps)
        if is_last:
            self._leave()
        else:
            self.at += 1
            self._show()
        choice.begin()

    def go_back(self) -> None:
        """Ask the question before, or leave."""
        if self.at == 0:
            self._leave()
        else:
            self.at -= 1
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a digit, go on by Enter, back by Escape."""
        digit = latin_key(event) - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in ENTER:
            self.answer(0)
        elif 0 <= digit < _MOST:
            self.answer(digit)
        else:
            super().keyPressEvent(event)

    def _answer(self, at: int) -> QPushButton:
        look = "primary" if at == 0 else "plain"
        made = button(self._words, "guide.begin", lambda: self.answer(at), look=look)  # type: ignore[arg-type]
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # One digit is its key.
        return made

    def _show(self) -> None:
        step, words = self._steps[self.at], self._words
        self._number.say(words("guide.step", number=self.at + 1, count=len(self._steps)))
        self._title.say(words(f"guide.{step.word}"))
        self._how.say(words(f"guide.{step.word}.how"))
        for at, (made, choice) in enumerate(zip(self.answers, step.choices, strict=True)):
            text = words(f"guide.{step.word}.{choice.word}")
            made.setText(f"{at + 1}   {text}")
            made.setAccessibleName(text)
