"""Title, first name and last name in one row; a whole name in the first is taken apart."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.thai.names import split_full_name
from forum_desktop.ui.controls import Text, column, field, restyle, row
from forum_desktop.ui.registration.desk.naming import is_doubled

if TYPE_CHECKING:
    from forum_desktop.thai.names import SplitName
    from forum_desktop.ui.words import Words

_TITLE_WIDTH = 150


class FirstName(QLineEdit):
    """Tells when she leaves it."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a whole name apart."""
        super().focusOutEvent(event)
        self._left()


class NameRow(QFrame):
    """The three boxes and the sentence that says what is wrong with them."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self.title, self.first = QLineEdit(), FirstName(self.settle)
        self.last = QLineEdit()
        self.fault = Text("small")
        for line in self.lines():
            line.setMaxLength(200)
            line.textEdited.connect(lambda _: self.fault.hide())
        self.title.setFixedWidth(_TITLE_WIDTH)
        boxes = row(
            field(words, "desk.title", self.title),
            field(words, "desk.first_name", self.first),
            field(words, "desk.last_name", self.last),
        )
        boxes.setStretch(1, 1)
        boxes.setStretch(2, 1)
        self.setLayout(column(boxes, self.fault, gap=2))
        self.fault.hide()

    def lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """Return the boxes in their order."""
        return self.title, self.first, self.last

    def show_name(self, name: "SplitName") -> None:
        """Show a name in its parts."""
        self.fault.hide()
        self.title.setText(name.title)
        self.first.setText(name.first_name)
        self.last.setText(name.last_name)

    def settle(self) -> None:
        """Take apart a whole name that was typed into the first name's box."""
        told = split_full_name(self.first.text())
        if not told.doubled and told.title and not self.title.text().strip():
            self.title.setText(told.title)
            self.first.setText(f"{told.first_name} {told.last_name}".strip())
        told = split_full_name(self.first.text())
        if not told.title and told.last_name and not self.last.text().strip():
            self.first.setText(told.first_name)
            self.last.setText(told.last_name)

    def is_sound(self) -> bool:
        """Tell whether there is a name with at most one title; if not, say why beside it."""
        self.settle()
        title, first = self.title.text().strip(), self.first.text().strip()
        if not first:
            self.refuse(self._words("desk.name_needed"))
        elif is_doubled(title, first):
            told = title or split_full_name(first).title
            self.refuse(self._words("desk.title_doubled", title=told))
        return not self.fault.isVisibleTo(self)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, and put the cursor where it is put right."""
        self.fault.say(sentence)
        restyle(self.fault, tone="bad")
        self.fault.show()
        self.first.setFocus()
        self.first.selectAll()
