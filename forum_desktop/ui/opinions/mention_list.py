"""The small list of who may be meant, under the cursor; the keys stay with the box."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from forum_desktop.ui.controls import named
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.opinions.marks import Mark, MarkKind
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_WIDE, _LINE, _EDGE = 600, 40, 5


class Choice(NamedTuple):
    """A mark that may be chosen; one that is free is what was typed, known to nobody."""

    mark: Mark
    under: str = ""
    is_free: bool = False


class MentionList(QFrame):
    """Hidden until there is somebody to choose."""

    def __init__(self, words: "Words", over: QWidget, choose: Callable[[], object]) -> None:
        super().__init__(over)
        self._words, self._over = words, over
        self.setProperty("look", "popup")
        self.found = OneLineList(self._line, focusable=False)
        self.found.setProperty("look", "plain")
        self.found.clicked.connect(lambda _: choose())
        named(words, "capture.mentions", self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self.found)
        self.hide()

    def offer(self, choices: tuple[Choice, ...], below: QPoint) -> None:
        """Show choices under a place of the page, the bar on the first that is known."""
        self.found.set_rows(choices)
        if choices and not choices[0].is_free:
            self.found.choose(0)
        room = self._over.width() - _WIDE
        high = len(choices) * _LINE + 2 * _EDGE + 2
        self.setGeometry(max(0, min(below.x(), room)), below.y(), _WIDE, high)
        self.setVisible(bool(choices))
        self.raise_()

    def step(self, step: int) -> None:
        """Go to another choice."""
        self.found.choose(self.found.currentIndex().row() + step)

    def chosen(self) -> Choice | None:
        """Return the choice under the bar."""
        choice = self.found.chosen()
        return choice if isinstance(choice, Choice) else None

    def _line(self, choice: Choice) -> Line:
        kind = choice.mark.kind
        key = "capture.mention.free" if choice.is_free else f"capture.mention.{kind}"
        color = TOKENS.primary if kind is MarkKind.SPEAKER else TOKENS.ink_soft
        return Line(choice.mark.value, choice.under, mark=self._words(key), mark_color=color)
