"""The score sheet: four criteria a line, 1 to 5; a digit jumps on to the next box."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QGridLayout

from forum_desktop import services
from forum_desktop.ui.controls import Text, column
from forum_desktop.ui.meeting.ranking.bar import Bar
from forum_desktop.ui.meeting.ranking.number_box import NumberBox, walk
from forum_desktop.ui.meeting.ranking.tally import Tally, take_away
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from forum_desktop.ui.meeting.ranking.ballot import Ballot
    from forum_desktop.ui.words import Words

_SCORE = QRegularExpression("[1-5๑-๕]?")
_BOX_WIDTH, _SUM_WIDTH = 46, 34
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ScoreBox(NumberBox):
    """Holds one score; typed over, never typed beside."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QRegularExpressionValidator(_SCORE, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(_BOX_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk sideways with arrows; Backspace in an empty box goes back."""
        if event.key() in _ARROWS:
            self.stepped.emit(_ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.stepped.emit(-1)
        else:
            self.selectAll()
            super().keyPressEvent(event)


class ScoreLine:
    """The boxes, the sum and the bar of one thing."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.boxes = [ScoreBox() for _ in services.ranking.CRITERIA]
        self.said, self.sum, self.bar = Text("body", wraps=True), Text("lead"), Bar()
        self.said.say(label)
        self.sum.setFixedWidth(_SUM_WIDTH)
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ScoreTally(Tally):
    """A sheet: things down, criteria across."""

    def __init__(self, words: "Words", ballot: "Ballot") -> None:
        super().__init__(words, ballot)
        self.lines: list[ScoreLine] = []
        self._sheet = QFrame()
        self._holder = column(self._sheet, None)
        self.setLayout(column(scrolled(self._holder)))

    def show_ballot(self) -> None:
        """Show the candidates and their scores."""
        if [line.label for line in self.lines] != list(self.ballot.labels):
            self._make_sheet()
        for line in self.lines:
            for box, score in zip(line.boxes, self.ballot.scores_of(line.label), strict=True):
                box.show_number(score or None)
        self._show_sums()

    def begin(self) -> None:
        """Come to the first box that is empty."""
        boxes = self._boxes()
        walk(list(boxes), next((at for at, box in enumerate(boxes) if not box.text()), 0), 0)

    def retranslate(self) -> None:
        """Name the criteria again."""
        self.lines = []

    def _boxes(self) -> list[ScoreBox]:
        return [box for line in self.lines for box in line.boxes]

    def _make_sheet(self) -> None:
        take_away(self._holder, self._sheet)
        self._sheet = QFrame()
        self._holder.insertWidget(0, self._sheet)
        self.lines = [ScoreLine(label) for label in self.ballot.labels]
        grid = QGridLayout(self._sheet)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        self._make_heads(grid)
        for at, line in enumerate(self.lines):
            self._place_line(grid, at, line)

    def _make_heads(self, grid: QGridLayout) -> None:
        for at, name in enumerate((*services.ranking.CRITERIA, "sum"), start=1):
            head = Text("field")
            head.say(self.words(f"ranking.criterion.{name}"))
            side = Qt.AlignmentFlag.AlignHCenter if name != "sum" else Qt.AlignmentFlag.AlignRight
            grid.addWidget(head, 0, at, side)

    def _place_line(self, grid: QGridLayout, at: int, line: ScoreLine) -> None:
        grid.addLayout(column(line.said, line.bar, gap=4), at + 1, 0)
        for across, box in enumerate(line.boxes):
            here = at * len(line.boxes) + across
            name = self.words(f"ranking.criterion.{services.ranking.CRITERIA[across]}")
            box.setAccessibleName(f"{line.label} {name}")
            grid.addWidget(box, at + 1, across + 1, Qt.AlignmentFlag.AlignHCenter)
            box.textChanged.connect(partial(self._typed, line, across, here))
            box.stepped.connect(partial(self._walk, here))
            box.walked.connect(partial(self._walk_down, here, len(line.boxes)))
        grid.addWidget(line.sum, at + 1, len(line.boxes) + 1)

    def _typed(self, line: ScoreLine, across: int, here: int, _text: str) -> None:
        scores = self.ballot.scores_of(line.label)
        score = line.boxes[across].number() or 0
        if scores[across] == score:
            return
        scores[across] = score
        self._show_sums()
        if score:
            self._walk(here, 1)
        self.changed.emit()

    def _walk(self, here: int, step: int) -> None:
        walk(list(self._boxes()), here, step)

    def _walk_down(self, here: int, wide: int, step: int) -> None:
        walk(list(self._boxes()), here, step * wide)

    def _show_sums(self) -> None:
        standing = self.ballot.standing()
        most = max(standing.values(), default=0)
        for line in self.lines:
            line.sum.say(f"{standing[line.label]}")
            line.bar.show_share(standing[line.label], most)
