"""Pairs: one question at a time, answered by the left or the right arrow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QSizePolicy

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.controls import Text, button, column, restyle, row
from forum_desktop.ui.meeting.ranking.bar import Bar
from forum_desktop.ui.meeting.ranking.tally import Tally, take_away
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from forum_desktop.ui.meeting.ranking.ballot import Ballot
    from forum_desktop.ui.words import Words

_SIDE_HEIGHT = 130
_SUM_WIDTH = 40
_ARROWS = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}


class SideButton(QPushButton):
    """One thing of the pair: a large button whose words wrap."""

    def __init__(self, arrow: str) -> None:
        super().__init__()
        self.setProperty("look", "choice")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._said, sign = Text("lead", wraps=True), Text("title")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.say(arrow)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for text in (self._said, sign):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        body = column(self._said, sign, gap=4)
        body.setStretch(0, 1)
        body.setContentsMargins(14, 12, 14, 10)
        self.setLayout(body)

    def sizeHint(self) -> QSize:
        """Ask for room for three lines and the arrow: a button would ask for one."""
        return QSize(0, _SIDE_HEIGHT)

    def say(self, label: str) -> None:
        """Show a thing."""
        self._said.say(label)
        self.setAccessibleName(label)


class PairTally(Tally):
    """Asks every pair once; Backspace takes the last answer back."""

    def __init__(self, words: "Words", ballot: "Ballot") -> None:
        super().__init__(words, ballot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pair: tuple[str, str] | None = None
        self.sides = (SideButton("←"), SideButton("→"))
        self.progress, self.question = Text("soft"), Text("lead", wraps=True)
        self._meter = QProgressBar()
        self._meter.setTextVisible(False)
        self._asked = QFrame()
        self._sums = QFrame()
        self._lay_out()

    def show_ballot(self) -> None:
        """Show the next question, or that all were asked."""
        try:
            left = self.ballot.open_pairs()
        except Refusal as refusal:
            self._show_pair(None, self.words.of(refusal), "warn")
            self._show_progress(0, 0)
            return
        count = len(self.ballot.labels)
        self._show_progress(count * (count - 1) // 2, len(left))
        if left:
            self._show_pair(left[0], self.words("ranking.which_first"))
        else:
            done = "ranking.pairs_done" if count > 1 else "ranking.too_few"
            self._show_pair(None, self.words(done), "good" if count > 1 else "warn")

    def begin(self) -> None:
        """Take the arrows."""
        self.setFocus()

    def answer(self, side: int) -> None:
        """Prefer the left (0) or the right (1) one."""
        if self.pair is not None:
            self.ballot.prefer(self.pair, self.pair[side])
            self._changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by an arrow, take back by Backspace."""
        if event.key() in _ARROWS:
            self.answer(_ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def take_back(self) -> None:
        """Ask the last question again."""
        if self.ballot.take_back() is not None:
            self._changed()

    def _changed(self) -> None:
        self.show_ballot()
        self.changed.emit()

    def _show_pair(self, pair: tuple[str, str] | None, said: str, tone: str = "") -> None:
        self.pair = pair
        self.question.say(said)
        restyle(self.question, tone=tone)
        for side, shown in enumerate(self.sides):
            shown.setVisible(pair is not None)
            shown.say(pair[side] if pair else "")
        self._show_sums()

    def _show_progress(self, whole: int, left: int) -> None:
        self._meter.setRange(0, max(whole, 1))
        self._meter.setValue(whole - left)
        self._asked.setVisible(whole > 0)
        self.progress.say(self.words("ranking.pairs_progress", done=whole - left, whole=whole))

    def _show_sums(self) -> None:
        take_away(self._body, self._sums)
        self._sums = QFrame()
        lines = self.ballot.standing() if len(self.ballot.labels) <= _most() else {}
        most = max(lines.values(), default=0)
        best_first = sorted(lines.items(), key=lambda line: -line[1])
        self._sums.setLayout(column(*(_sum(label, won, most) for label, won in best_first), gap=6))
        self._body.insertWidget(self._body.count() - 1, self._sums)

    def _lay_out(self) -> None:
        for side, shown in enumerate(self.sides):
            shown.clicked.connect(lambda _=False, at=side: self.answer(at))
        pair = row(*self.sides)
        for at in range(2):
            pair.setStretch(at, 1)
        back = button(
            self.words, "ranking.take_back", self.take_back, look="quiet", symbol="undo-2"
        )
        self._asked.setLayout(column(row(self.progress, None, back), self._meter, gap=2))
        self._body = column(self._asked, self.question, pair, self._sums, None)
        self._body.setContentsMargins(4, 0, 4, 0)
        self.setLayout(column(scrolled(self._body)))


def _most() -> int:
    return services.ranking.MOST_IN_PAIRS


def _sum(label: str, won: int, most: int) -> QFrame:
    line, said, points, bar = QFrame(), Text("body", wraps=True), Text("lead"), Bar()
    said.say(label)
    points.say(f"{won}")
    points.setFixedWidth(_SUM_WIDTH)
    points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    bar.show_share(won, most)
    body = row(column(said, bar, gap=4), points)
    body.setStretch(0, 1)
    line.setLayout(body)
    return line
