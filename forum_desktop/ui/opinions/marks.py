"""What stands beside the text: how urgent, tags, the place, on whose behalf, who spoke."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from forum_desktop.ui.controls import row
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.ui.words import Words

_WIDEST = 240
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_REMOVES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class MarkKind(StrEnum):
    """What a mark tells; the order in which marks stand."""

    SPEAKER = "speaker"
    BEHALF = "behalf"
    URGENCY = "urgency"
    PLACE = "place"
    TAG = "tag"


_SYMBOLS = {
    MarkKind.SPEAKER: "user-round",
    MarkKind.BEHALF: "users",
    MarkKind.URGENCY: "triangle-alert",
    MarkKind.PLACE: "map-pin",
}


@dataclass(frozen=True, eq=False)
class Mark:
    """One thing beside the text; `value` of an urgency is "1" or "2"."""

    kind: MarkKind
    value: str
    speaker_id: "UUID | None" = None


class MarkButton(QPushButton):
    """A mark that Delete, Backspace, Enter or a click takes away; arrows go to the next."""

    def __init__(self, mark: Mark, remove: Callable[[], object]) -> None:
        super().__init__()
        self.mark, self._remove = mark, remove
        self.setProperty("look", "mark")
        self.setProperty("tone", "warn" if mark.kind is MarkKind.URGENCY else "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(remove)
        if mark.kind in _SYMBOLS:
            color = TOKENS.warn if mark.kind is MarkKind.URGENCY else TOKENS.primary
            show_icon(self, _SYMBOLS[mark.kind], color, 16)

    def say(self, words: "Words") -> None:
        """Show what the mark tells, in the current language."""
        kind, value = self.mark.kind, self.mark.value
        is_urgency = kind is MarkKind.URGENCY
        told = words(f"capture.urgency.{value}") if is_urgency else value
        shown = f"#{told}" if kind is MarkKind.TAG else told
        elide = Qt.TextElideMode.ElideRight
        fitted = self.fontMetrics().elidedText(shown, elide, _WIDEST)
        self.setText(f"{fitted}  ×")
        self.setAccessibleName(words(f"capture.mark.{kind}", value=told))
        self.setToolTip(words("capture.mark.remove", value=told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the mark away, or go to the one beside it."""
        if event.key() in _REMOVES or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._remove()
        elif event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[event.key()] > 0)
        else:
            super().keyPressEvent(event)


class MarkRow(QWidget):
    """The marks in their order; of all but tags there is one of a kind.

    Tab comes to them from the control named `after`.
    """

    changed = Signal()
    removed = Signal(object)
    left = Signal()
    """A mark was taken away by hand: the cursor goes back to the text."""

    def __init__(self, words: "Words", after: QWidget) -> None:
        super().__init__()
        self._words, self._after = words, after
        self._buttons: list[MarkButton] = []
        self._row = row(gap=6)
        self.setLayout(self._row)
        self.hide()

    def put(self, mark: Mark) -> None:
        """Add a mark; it takes the place of one of its kind, a tag that of the same tag."""
        for other in self.of(mark.kind):
            if mark.kind is not MarkKind.TAG or other.value == mark.value:
                self._take_away(other)
        button = MarkButton(mark, lambda: self._remove_by_hand(mark))
        button.say(self._words)
        kinds = list(MarkKind)
        at = sum(kinds.index(b.mark.kind) <= kinds.index(mark.kind) for b in self._buttons)
        self._buttons.insert(at, button)
        self._row.insertWidget(at, button)
        for before, then in pairwise((self._after, *self._buttons)):
            QWidget.setTabOrder(before, then)
        button.show()
        self.show()
        self.changed.emit()

    def remove(self, mark: Mark) -> None:
        """Take a mark away, if it is here."""
        if self._take_away(mark):
            self.changed.emit()

    def of(self, kind: MarkKind) -> tuple[Mark, ...]:
        """Return the marks of a kind."""
        return tuple(button.mark for button in self._buttons if button.mark.kind is kind)

    def value(self, kind: MarkKind) -> str:
        """Return what the mark of a kind tells, "" where there is none."""
        return next((mark.value for mark in self.of(kind)), "")

    def clear(self) -> None:
        """Take all marks away."""
        for button in tuple(self._buttons):
            self._take_away(button.mark)
        self.changed.emit()

    def retranslate(self) -> None:
        """Say the marks in another language."""
        for button in self._buttons:
            button.say(self._words)

    def _remove_by_hand(self, mark: Mark) -> None:
        self.remove(mark)
        self.left.emit()

    def _take_away(self, mark: Mark) -> bool:
        button = next((b for b in self._buttons if b.mark is mark), None)
        if button is None:
            return False
        self._buttons.remove(button)
        self._row.removeWidget(button)
        button.hide()
        button.deleteLater()
        self.setVisible(bool(self._buttons))
        self.removed.emit(mark)
        return True
