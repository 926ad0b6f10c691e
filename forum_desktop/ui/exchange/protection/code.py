"""A new recovery code, shown once: it counts only when it is on paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, field, row
from forum_desktop.ui.folding import ENTER, Fold
from forum_desktop.ui.save_target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from forum_desktop.ui.viewed import ViewedPage

_FIRST_LINE = 4
"""Groups on the first of two lines."""


class CodeFold(Fold):
    """Shows a code, saves its slip, and asks for its last group to see that it was kept."""

    def __init__(self, page: "ViewedPage", give: Callable[[str], object]) -> None:
        super().__init__()
        self._page, self._give = page, give
        self._target = Target(page)
        self.code = ""
        self._says, self._how = Text("lead", wraps=True), Text("small", wraps=True)
        self.shown = Text("title")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.last = QLineEdit()
        self.last.setMaxLength(8)
        words = page.words
        self.save_button = button(
            words, "protection.save_slip", self.ask_and_save, look="plain", symbol="file-down"
        )
        self.go_button = button(words, "protection.code_go", self.go_on, look="primary")
        self._lay_out()

    def begin(self, code: str) -> None:
        """Show a code."""
        self.code = code
        self.last.clear()
        groups = code.split("-")
        lines = groups[:_FIRST_LINE], groups[_FIRST_LINE:]
        self.shown.say("\n".join("  ".join(line) for line in lines))
        self.retranslate()
        self.fold_out(self.save_button)

    def fold_in(self) -> None:
        """Ask no more, and forget the code."""
        super().fold_in()
        self.code = ""
        self.shown.say("")
        self.last.clear()

    def ask_and_save(self) -> None:
        """Ask where the slip goes, and write it there."""
        target = self._target.ask("recovery-slip.pdf")
        if target is not None:
            self.save_to(target)

    def save_to(self, target: "Path") -> None:
        """Write the slip to a file."""
        code = self.code
        self._page.look_up(
            lambda desk: services.recovery_slip.write_slip(desk, code, target),
            lambda path: self._saved(path.name),
        )

    def go_on(self) -> None:
        """Go on with the code, where its last group shows that it is on paper."""
        typed = self.last.text().strip().upper()
        if typed != self.code.split("-")[-1]:
            self._page.say("protection.type_last_group", "warn")
            self.last.setFocus()
            return
        code = self.code
        self.fold_in()
        self._give(code)

    def retranslate(self) -> None:
        """Say again what to do with the code."""
        self._says.say(self._page.words("protection.code"))
        self._how.say(self._page.words("protection.code_how"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button by Enter; from the line go on."""
        here = self.window().focusWidget()
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton):
            here.click()
        else:
            self.go_on()

    def _saved(self, name: str) -> None:
        self._page.say("protection.slip_saved", "good", name=name)
        self.last.setFocus()

    def _lay_out(self) -> None:
        words = self._page.words
        back = button(words, "person.fold_in", self.fold_in, look="quiet")
        typed = field(words, "protection.last_group", self.last)
        foot = row(self.go_button, back, None, gap=8)
        save = row(self.save_button, None)
        body = column(self._says, self._how, self.shown, save, typed, foot, gap=8)
        body.setContentsMargins(12, 8, 12, 10)
        self.setLayout(body)
