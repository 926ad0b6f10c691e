"""Dots and hands: a number a line, its bar, + and - to count on."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop.ui.controls import Text, column, row
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.meeting.ranking.bar import Bar
from forum_desktop.ui.meeting.ranking.number_box import NumberBox, walk
from forum_desktop.ui.meeting.ranking.tally import Tally, take_away
from forum_desktop.ui.scrolling import scrolled
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.ui.meeting.ranking.ballot import Ballot
    from forum_desktop.ui.words import Words

_BOX_WIDTH, _PLACE_WIDTH = 84, 30


class CountLine(QFrame):
    """One thing, its bar and its number."""

    def __init__(self, words: "Words", place: int, label: str) -> None:
        super().__init__()
        self.label, self.box, self.bar = label, NumberBox(), Bar()
        self.box.setFixedWidth(_BOX_WIDTH)
        self.box.setAccessibleName(label)
        self.setProperty("look", "cell")
        number, said = Text("field"), Text("body", wraps=True)
        number.say(f"{place}")
        number.setFixedWidth(_PLACE_WIDTH)
        said.say(label)
        fewer, more = self._button(words, "minus", -1), self._button(words, "plus", 1)
        acts = row(fewer, self.box, more, gap=6)
        body = row(number, column(said, self.bar, gap=4), acts)
        body.setStretch(1, 1)
        body.setContentsMargins(4, 8, 4, 8)
        self.setLayout(body)

    def _button(self, words: "Words", symbol: str, step: int) -> QPushButton:
        made = FittingButton()
        made.setProperty("look", "sign")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAutoDefault(False)
        show_icon(made, symbol, TOKENS.primary, 18)
        made.setAccessibleName(words(f"ranking.{symbol}"))
        made.clicked.connect(lambda: self.box.stepped.emit(step))
        return made


class CountTally(Tally):
    """A line a thing; + and - count the line of the cursor, digits overwrite it."""

    def __init__(self, words: "Words", ballot: "Ballot") -> None:
        super().__init__(words, ballot)
        self.lines: list[CountLine] = []
        self._body = column(None, gap=0)
        self.setLayout(column(scrolled(self._body)))

    def show_ballot(self) -> None:
        """Show the candidates and their numbers."""
        if [line.label for line in self.lines] != list(self.ballot.labels):
            self._make_lines()
        for line in self.lines:
            line.box.show_number(self.ballot.counts.get(line.label))
        self._show_bars()

    def begin(self) -> None:
        """Come to the first number."""
        walk([line.box for line in self.lines], 0, 0)

    def _make_lines(self) -> None:
        for line in self.lines:
            take_away(self._body, line)
        labels = enumerate(self.ballot.labels, start=1)
        self.lines = [CountLine(self.words, place, label) for place, label in labels]
        for at, line in enumerate(self.lines):
            self._body.insertWidget(at, line)
            line.box.textChanged.connect(partial(self._typed, line))
            line.box.stepped.connect(partial(self._count, line))
            line.box.walked.connect(partial(self._walk, at))

    def _typed(self, line: CountLine, _text: str) -> None:
        number = line.box.number()
        if self.ballot.counts.get(line.label) == number:
            return
        if number is None:
            self.ballot.counts.pop(line.label, None)
        else:
            self.ballot.counts[line.label] = number
        self._show_bars()
        self.changed.emit()

    def _count(self, line: CountLine, step: int) -> None:
        line.box.show_number(self.ballot.add(line.label, step))
        line.box.selectAll()
        self._show_bars()
        self.changed.emit()

    def _walk(self, here: int, step: int) -> None:
        walk([line.box for line in self.lines], here, step)

    def _show_bars(self) -> None:
        most = max(self.ballot.standing().values(), default=0)
        for line in self.lines:
            line.bar.show_share(self.ballot.count(line.label), most)
