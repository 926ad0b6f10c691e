"""What opening sealed evidence takes: a reason, and the desk's passphrase where one is set."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.ui.controls import field, row

if TYPE_CHECKING:
    from forum_desktop.ui.complaints.evidence.shelf import Piece
    from forum_desktop.ui.page import Page


class Why(NamedTuple):
    """Reason and passphrase; empty where nothing is sealed."""

    reason: str = ""
    passphrase: str = ""


class WhyFields(QFrame):
    """Shown for a sealed case; the passphrase is asked for every opening anew."""

    answered = Signal()

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self.reason, self.passphrase, self._phrase = QLineEdit(), QLineEdit(), QFrame()
        self.reason.setMaxLength(300)
        self.passphrase.setMaxLength(200)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._phrase.setLayout(field(page.words, "curtain.passphrase", self.passphrase))
        asked = row(field(page.words, "evidence_view.opening", self.reason), self._phrase, gap=8)
        asked.setStretch(0, 3)
        asked.setStretch(1, 2)
        self.setLayout(asked)
        self.reason.returnPressed.connect(self._lead_on)
        self.passphrase.returnPressed.connect(self.answered.emit)

    def ask(self, *, is_sealed: bool, needs_passphrase: bool) -> None:
        """Be there where it is needed, and empty."""
        self.forget()
        self.setVisible(is_sealed)
        self._phrase.setVisible(needs_passphrase)

    def answer(self, piece: "Piece") -> Why | None:
        """Return why a piece is opened; None, and the cursor there, where it is still wanting."""
        if not piece.evidence.is_sealed:
            return Why()
        why = Why(self.reason.text(), self.passphrase.text())
        for line, text in ((self.reason, why.reason), (self.passphrase, why.passphrase)):
            if line.isVisible() and not text.strip():
                self._page.say("evidence_view.opening_first", "warn")
                line.setFocus()
                return None
        self.passphrase.clear()
        return why

    def forget(self) -> None:
        """Hold neither reason nor passphrase."""
        self.reason.clear()
        self.passphrase.clear()

    def _lead_on(self) -> None:
        if self.passphrase.isVisible():
            self.passphrase.setFocus()
        else:
            self.answered.emit()
