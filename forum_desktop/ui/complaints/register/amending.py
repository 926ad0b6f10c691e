"""Putting right who complains, from the case in hand: nothing of what is kept is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from forum_desktop import services
from forum_desktop.ui.asking import AskedLines
from forum_desktop.ui.complaints.keeping.amending import AMEND, amended
from forum_desktop.ui.complaints.register.opening import SHOWN_FOR
from forum_desktop.ui.complaints.register.panel import Panel, is_plain_enter
from forum_desktop.ui.controls import Text, button, column, row, told

if TYPE_CHECKING:
    from forum_desktop.ui.complaints.register.card import CaseCard


class AmendPanel(Panel):
    """What is typed of a person is never a draft, and goes after a minute without a key."""

    def __init__(self, card: "CaseCard") -> None:
        super().__init__(card)
        self._asked = AskedLines(self.words, AMEND, columns=2)
        self.lines = self._asked.lines
        self._how = Text("soft", wraps=True)
        self.timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.timer.timeout.connect(self.forget)
        for line in self.lines.values():
            line.textEdited.connect(lambda _: self.timer.start())
        self._lay_out()
        self.retranslate()

    def begin(self) -> None:
        """Ask about the case in hand."""
        assert self.card.case is not None
        leave_out = () if self.card.case.needs_passphrase else ("passphrase",)
        self._asked.begin({}, leave_out)

    def first(self) -> QWidget:
        """Begin with the name."""
        return self.lines["name"]

    def keep(self) -> None:
        """Keep what was typed, for a reason; the opening is on record first."""
        typed = self._asked.told()
        changes, reason = amended(typed), typed["reason"]
        if not changes:
            self._lacks("keeping.nothing_to_amend", "name")
        elif not reason.strip():
            self._lacks("keeping.reason_first", "reason")
        else:
            complaint_id, phrase = self.complaint.id, typed.get("passphrase", "")
            amend = services.complaints.amend_identity
            self.card.do(
                lambda desk: amend(desk, complaint_id, changes, reason, passphrase=phrase),
                "keeping.done.amended",
            )

    def ask_again(self) -> None:
        """Show that the try is on record, and ask anew."""
        self.card.read_again()
        (self._asked.ask_again() or self.first()).setFocus()

    def forget(self) -> None:
        """Hold nothing that was typed."""
        self.timer.stop()
        self._asked.clear()

    def half_typed(self) -> dict[str, str]:
        """Keep nothing: who complains never lies in a draft."""
        return {}

    def retranslate(self) -> None:
        """Say again what it means."""
        self._how.say(self.words("keeping.amending_how"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Enter from line to line; from the last it acts."""
        here = self.window().focusWidget()
        if not is_plain_enter(event):
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton):
            here.click()
        elif not self._asked.go_from(here):
            self.keep()

    def _lacks(self, key: str, name: str) -> None:
        self.page.say(key, "warn")
        self.lines[name].setFocus()

    def _lay_out(self) -> None:
        words = self.words
        self.go_button = button(words, "keeping.amending_keep", self.keep, look="primary")
        back = button(words, "case_register.back", self.card.close_task, look="quiet")
        title = told(words, "keeping.amending_title", "lead")
        foot = row(self.go_button, back, None, gap=8)
        self.setLayout(column(title, self._how, self._asked, foot, None, gap=8))
