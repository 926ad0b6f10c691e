"""The small chooser after a strategy: under which of its approaches, or under none."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from forum_desktop.ui.controls import Text, column, named
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.record_list import Line

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.records.plan import Approach
    from forum_desktop.ui.words import Words

_WIDE, _LINE, _MOST_SEEN = 460, 40, 6
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class ApproachChoice(QFrame):
    """Lies over the list beside the opinion that was just sorted; a digit chooses, Esc leaves."""

    def __init__(
        self,
        words: "Words",
        over: QWidget,
        chosen: "Callable[[Opinion, Approach], object]",
    ) -> None:
        super().__init__(over)
        self._over, self._words, self._chosen = over, words, chosen
        self._opinion: Opinion | None = None
        self.approaches = _Approaches(self._line, self._key)
        self.approaches.left.connect(self.hide)
        self._head = Text("field")
        named(words, "opinions.approach", self.approaches)
        self.approaches.clicked.connect(lambda index: self._take(index.row()))
        self.setProperty("look", "popup")
        layout = column(self._head, self.approaches, gap=2)
        layout.setContentsMargins(10, 6, 10, 8)
        self.setLayout(layout)
        self.hide()

    def ask(self, opinion: "Opinion", approaches: "tuple[Approach, ...]", beside: QPoint) -> None:
        """Offer the approaches; where there are none, ask nothing."""
        if not approaches:
            return
        self._opinion = opinion
        self._head.say(self._words("said.which_approach", number=opinion.reference))
        self.approaches.set_rows(approaches)
        self.approaches.choose(0)
        over = self._over
        high = min(len(approaches), _MOST_SEEN) * _LINE + 50
        self.setFixedSize(min(_WIDE, over.width() - 40), high)
        left = over.width() - self.width() - 24
        self.move(max(8, left), max(8, min(beside.y(), over.height() - high - 8)))
        self.show()
        self.raise_()
        self.approaches.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        key = latin_key(event)
        if key in _DIGITS:
            self._take(key - Qt.Key.Key_1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.approaches.currentIndex().row())
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_0}:
            self._leave()
        else:
            return key not in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        return True

    def _take(self, place: int) -> None:
        rows, opinion = self.approaches.records.rows(), self._opinion
        if place < len(rows) and opinion is not None:
            self._leave()
            self._chosen(opinion, rows[place])

    def _leave(self) -> None:
        self._over.setFocus()
        self.hide()

    def _line(self, approach: "Approach") -> Line:
        at = self.approaches.records.rows().index(approach) + 1
        return Line(
            text=f"{approach.code}  {approach.text}", badge=str(at) if at <= len(_DIGITS) else ""
        )


class _Approaches(OneLineList):
    left = Signal()

    def __init__(self, line_of: Callable[[Any], Line], key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(line_of, number_width=16)
        self._key = key
        self.setProperty("look", "plain")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
