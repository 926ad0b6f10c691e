"""What an act asks before it is done, folded out in its place; nothing typed here is ever kept."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QWidget

from forum_desktop.ui.controls import Text, button, column, field, restyle, row
from forum_desktop.ui.folding import ENTER, Fold
from forum_desktop.ui.words import Words

_LONGEST = 300
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Asked(NamedTuple):
    """One line to fill in, and the sentence that names it; a secret is not shown."""

    name: str
    says: str
    is_secret: bool = False


PASSPHRASE = Asked("passphrase", "curtain.passphrase", is_secret=True)
REASON = Asked("reason", "keeping.reason")


class AskedLines(QFrame):
    """The lines of a question in a grid; some are left out where they make no sense."""

    def __init__(self, words: Words, asked: tuple[Asked, ...], columns: int = 1) -> None:
        super().__init__()
        self._words = words
        self._left_out: frozenset[str] = frozenset()
        self.lines = {one.name: QLineEdit() for one in asked}
        self._secrets = tuple(self.lines[one.name] for one in asked if one.is_secret)
        self._boxes = {one.name: self._box(one) for one in asked}
        self.setProperty("look", "clear")
        self._lay_out(columns)

    @property
    def shown(self) -> list[QLineEdit]:
        """The lines that are asked now, in order."""
        return [line for name, line in self.lines.items() if name not in self._left_out]

    def begin(self, ready: Mapping[str, str], leave_out: Collection[str]) -> None:
        """Ask anew; `ready` stands in the lines already."""
        self._left_out = frozenset(leave_out)
        for name, line in self.lines.items():
            line.setText(ready.get(name, ""))
            self._boxes[name].setVisible(name not in self._left_out)

    def first(self) -> QLineEdit | None:
        """Return the first line in which nothing stands."""
        return next((line for line in self.shown if not line.text()), None)

    def told(self) -> dict[str, str]:
        """Return what was typed."""
        return {n: line.text() for n, line in self.lines.items() if n not in self._left_out}

    def clear(self) -> None:
        """Forget what was typed."""
        for line in self.lines.values():
            line.clear()

    def ask_again(self) -> QLineEdit | None:
        """Forget what is secret, and return the line in which to type again."""
        for secret in self._secrets:
            secret.clear()
        shown = self.shown
        return next(iter((*(line for line in self._secrets if line in shown), *shown)), None)

    def go_from(self, here: QWidget | None) -> bool:
        """Go on to the next line; tell whether there is one."""
        shown = self.shown
        if not isinstance(here, QLineEdit) or here not in shown[:-1]:
            return False
        shown[shown.index(here) + 1].setFocus()
        return True

    def _box(self, asked: Asked) -> QFrame:
        line, box = self.lines[asked.name], QFrame()
        line.setMaxLength(_LONGEST)
        if asked.is_secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        box.setProperty("look", "clear")
        box.setLayout(field(self._words, asked.says, line))
        return box

    def _lay_out(self, columns: int) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for at, box in enumerate(self._boxes.values()):
            grid.addWidget(box, at // columns, at % columns)
        self.setLayout(grid)


class AskFold(Fold):
    """Says `<key>` and what it means, `<key>_how`; Enter leads on, and from the last line acts."""

    def __init__(
        self,
        words: Words,
        key: str,
        asked: tuple[Asked, ...],
        give: Callable[[Mapping[str, str]], object],
        *,
        columns: int = 1,
        tone: str = "",
    ) -> None:
        super().__init__()
        self._words, self._key, self._give = words, key, give
        self._details: dict[str, object] = {}
        self._asked = AskedLines(words, asked, columns)
        self.lines = self._asked.lines
        self._says, self._how = Text("lead", wraps=True), Text("small", wraps=True)
        self.go_button = button(words, f"{key}_go", self.go_on, look="primary")
        self._lay_out()
        if tone:
            restyle(self, look="message", tone=tone)

    def begin(
        self,
        ready: Mapping[str, str] = _NOTHING,
        *,
        leave_out: Collection[str] = (),
        **details: object,
    ) -> None:
        """Ask; `ready` stands in the lines already, `details` fill the sentences."""
        self._details = details
        self._asked.begin(ready, leave_out)
        self.retranslate()
        self.fold_out(self._asked.first() or self.go_button)

    def go_on(self) -> None:
        """Give what was typed."""
        self._give(self._asked.told())

    def fold_in(self) -> None:
        """Ask no more, and forget what was typed."""
        super().fold_in()
        self._asked.clear()

    def ask_again(self) -> None:
        """Ask anew after a refusal, first for what is secret."""
        (self._asked.ask_again() or self.go_button).setFocus()

    def retranslate(self) -> None:
        """Say again what is asked."""
        self._says.say(self._words(self._key, **self._details))
        self._how.say(self._words(f"{self._key}_how", **self._details))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Enter from line to line; on a button it presses that."""
        here = self.window().focusWidget()
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton):
            here.click()
        elif not self._asked.go_from(here):
            self.go_on()

    def _lay_out(self) -> None:
        back = button(self._words, "person.fold_in", self.fold_in, look="quiet")
        foot = row(self.go_button, back, None, gap=8)
        body = column(self._says, self._how, self._asked, foot, gap=6)
        body.setContentsMargins(12, 8, 12, 10)
        self.setLayout(body)
