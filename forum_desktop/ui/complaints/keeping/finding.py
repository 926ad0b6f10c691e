"""Whose cases are looked for: her name as she says it, her telephone, and why."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from forum_desktop.ui.controls import Text, button, column, field, row, told
from forum_desktop.ui.folding import ENTER
from forum_desktop.ui.words import Words

_FIELDS = ("name", "phone", "reason", "passphrase")
_NEEDED = ("name", "reason")


class FindForm(QFrame):
    """Enter goes to the next line, and from the last one looks."""

    def __init__(self, words: Words, look_for: Callable[[Mapping[str, str]], object]) -> None:
        super().__init__()
        self._words, self._look_for = words, look_for
        self.lines = {name: QLineEdit() for name in _FIELDS}
        self._trouble = Text(wraps=True)
        self._phrase = QFrame()
        self._phrase.hide()
        self._lay_out()

    def ask_passphrase(self, *, is_asked: bool) -> None:
        """Ask for the desk's passphrase, where it has one."""
        self._phrase.setVisible(is_asked)

    def forget_passphrase(self) -> None:
        """Hold no passphrase."""
        self.lines["passphrase"].clear()

    def clear(self) -> None:
        """Hold nothing."""
        for line in self.lines.values():
            line.clear()
        self._trouble.hide()

    def go_on(self) -> None:
        """Look for her, once name and reason are told."""
        told_ = {name: line.text().strip() for name, line in self.lines.items()}
        lacking = next((name for name in _NEEDED if not told_[name]), "")
        self._trouble.setVisible(bool(lacking))
        if lacking:
            self._trouble.say(self._words(f"keeping.{lacking}_first"))
            self.lines[lacking].setFocus()
            return
        from forum_desktop.thai.names import split_full_name  # noqa: PLC0415 - loaded when needed

        name = split_full_name(told_["name"])
        self._look_for(told_ | {"name": f"{name.first_name} {name.last_name}".strip()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Enter on."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        shown = [line for line in self.lines.values() if line.isVisible()]
        here = next((at for at, line in enumerate(shown) if line.hasFocus()), len(shown))
        if here + 1 < len(shown):
            shown[here + 1].setFocus()
        else:
            self.go_on()

    def _lay_out(self) -> None:
        words, lines = self._words, self.lines
        for line in lines.values():
            line.setMaxLength(200)
        lines["passphrase"].setEchoMode(QLineEdit.EchoMode.Password)
        self._phrase.setProperty("look", "clear")
        self._phrase.setLayout(field(words, "curtain.passphrase", lines["passphrase"]))
        self._trouble.setProperty("tone", "bad")
        self.find_button = button(
            words, "keeping.find", self.go_on, look="primary", symbol="search"
        )
        who = _pair(
            field(words, "keeping.name", lines["name"]),
            field(words, "case_register.identity.phone", lines["phone"]),
        )
        why = _pair(field(words, "keeping.reason", lines["reason"]), self._phrase)
        how = told(words, "keeping.rights_how", "small", wraps=True)
        foot = row(self.find_button, None)
        self.setLayout(column(how, who, why, self._trouble, foot, gap=8))


def _pair(*items: object) -> QHBoxLayout:
    made = row(*items, gap=8)  # type: ignore[arg-type]
    made.setStretch(0, 3)
    made.setStretch(1, 2)
    return made
