"""Perhaps the same person: shown before a walk-in is saved, and decided by the officer alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import ElidedText, button, card, column, named, row, told
from forum_desktop.ui.one_line import OneLineList
from forum_desktop.ui.registration.desk.verdicts import line_of

if TYPE_CHECKING:
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.words import Words

_FRAME = 6
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TwinChoices(NamedTuple):
    """What the officer may decide."""

    same: "Callable[[AttendeeRow], object]"
    other: Callable[[], object]
    back: Callable[[], object]


class TwinList(OneLineList):
    """Enter: it is her. Ctrl+Enter: someone else. Esc: back to the form."""

    def __init__(self, words: "Words", choices: TwinChoices) -> None:
        super().__init__(lambda row: line_of(words, row))
        self._choices = choices

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, or walk through the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._choices.back()
        elif event.key() in _ENTER:
            self._decide(event)
        else:
            super().keyPressEvent(event)

    def same(self) -> None:
        """Decide for the one chosen."""
        chosen = self.chosen()
        if chosen is not None:
            self._choices.same(chosen)

    def _decide(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choices.other()
        else:
            self.same()


class TwinsPanel(QFrame):
    """Stands in place of the save; nothing is written before she has decided."""

    def __init__(self, words: "Words", choices: TwinChoices) -> None:
        super().__init__()
        self._words = words
        self._who, how = ElidedText("title"), ElidedText("soft")
        words.tell(how.say, "desk.twins_how")
        self.people = TwinList(words, choices)
        named(words, "desk.twins", self.people)
        self.same_button = button(
            words, "desk.twins_same", self.people.same, look="primary", symbol="user-check"
        )
        self.other_button = button(words, "desk.twins_other", choices.other, symbol="user-plus")
        back = button(words, "desk.twins_back", choices.back)
        head = column(
            told(words, "desk.twins", "lead"),
            self._who,
            how,
            gap=2,
        )
        foot = row(self.same_button, self.other_button, None, back)
        self.setLayout(column(card(head, self.people, foot, None)))

    def ask(self, full_name: str, where: str, twins: "tuple[AttendeeRow, ...]") -> None:
        """Ask whether the one in the form is one of these."""
        self._who.say(self._words("desk.twins_whom", name=full_name, place=where))
        self.people.set_rows(twins)
        self.people.setFixedHeight(self.people.sizeHintForRow(0) * len(twins) + _FRAME)
        self.people.choose(0)
        self.people.setFocus()
