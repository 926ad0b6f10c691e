"""Who has the floor, and for how long: large and calm, amber past the limit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from forum_desktop.ui.controls import Text, card, column
from forum_desktop.ui.controls import told as titled
from forum_desktop.ui.meeting.running_clock import RunningClock, told
from forum_desktop.ui.pen import Pen
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.meeting import QueueLine
    from forum_desktop.ui.words import Words

_HEIGHT, _UNIT, _SIZE = 108, 16, 4
_BAR = 12


class Timer(QWidget):
    """Draws the time and a bar that fills up to the limit."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self.seconds: int | None = None
        self.limit = 0
        self.over = ""

    @property
    def is_over(self) -> bool:
        """Whether the limit is past."""
        return bool(self.limit) and (self.seconds or 0) > self.limit

    def show_time(self, seconds: int | None, limit: int, over: str) -> None:
        """Show a time in seconds, None where nobody speaks; a limit of 0 is none."""
        self.seconds, self.limit, self.over = seconds, limit, over
        self.setAccessibleName("" if seconds is None else f"{told(seconds)} {over}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        pen = Pen(painter, _UNIT)
        color = TOKENS.warn if self.is_over else TOKENS.ink
        area = QRectF(self.rect()).adjusted(0, 0, 0, -_BAR - 10)
        text = "–" if self.seconds is None else told(self.seconds)
        pen.write(area, text, size=_SIZE, bold=True, color=color)
        left = pen.width(text, _SIZE, bold=True) + 20
        if self.is_over:
            pen.write(area.adjusted(left, 26, 0, 0), self.over, size=1.2, color=TOKENS.warn)
        if self.limit:
            bar = QRectF(0, self.height() - _BAR - 4, self.width(), _BAR)
            filled = (self.seconds or 0) / self.limit
            pen.bar(bar, filled, TOKENS.mark if self.is_over else TOKENS.primary)
        painter.end()


class Floor(QFrame):
    """The label as the hall reads it, the name small, the time, and the limit set for all."""

    def __init__(self, words: "Words", clock: RunningClock) -> None:
        super().__init__()
        self._words, self._clock = words, clock
        self._line: QueueLine | None = None
        self.limit = 0
        self._label, self._name = Text("display", wraps=True), Text("small", wraps=True)
        self.timer = Timer()
        self.setLayout(
            column(
                card(
                    titled(words, "speakers.floor", "lead"),
                    self._label,
                    self._name,
                    self.timer,
                    gap=2,
                )
            )
        )

    def show_line(self, line: "QueueLine | None", limit: int) -> None:
        """Show who has the floor, with a limit in seconds."""
        self._line, self.limit = line, limit
        words = self._words
        self._label.say(line.turn.label if line else words("speakers.nobody"))
        self._name.say(line.name if line else words("speakers.nobody_how"))
        self._name.setVisible(bool(self._name.said()))
        self.show_time()

    def show_time(self) -> None:
        """Tell the time that has gone by."""
        begun = self._line.turn.begun_at if self._line else None
        seconds = None if begun is None else self._clock.seconds_since(begun)
        past = max(0, (seconds or 0) - self.limit)
        over = self._words("speakers.over", time=told(past)) if self.limit and past else ""
        self.timer.show_time(seconds, self.limit, over)

    def said(self) -> str:
        """Return the label shown."""
        return self._label.said()
