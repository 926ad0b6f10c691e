"""Withdrawing an opinion: it leaves the lists and the minutes with a reason, and is not deleted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, field, row, told
from forum_desktop.ui.opinions.said.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.card import OpinionCard

_LONGEST = 300


class WithdrawPanel(Panel):
    """Asks for the reason and nothing else; Ctrl+Z brings it back."""

    name = "withdraw"

    def __init__(self, card: "OpinionCard") -> None:
        super().__init__(card)
        self.reason, self._words_said = QLineEdit(), Text("soft", wraps=True)
        self.reason.setMaxLength(_LONGEST)
        self.reason.returnPressed.connect(self.keep)
        words = self.words
        self.save_button = button(words, "opinions.withdraw", self.keep, look="primary")
        how = told(words, "said.withdraw_how", "small", wraps=True)
        reason = field(words, "opinions.reason", self.reason)
        foot = row(self.save_button, None)
        self.lay_out(column(self._words_said, reason, how, foot, None, gap=8))
        self.watch(reason=self.reason)

    def begin(self, opinion: "Opinion") -> None:
        """Show what is to be withdrawn."""
        self._words_said.say(opinion.text)
        self.reason.clear()

    def first(self) -> QWidget:
        """Begin in the reason."""
        return self.reason

    def keep(self) -> None:
        """Withdraw it."""
        opinion, reason = self.card.opinion, self.reason.text()
        assert opinion is not None
        self.edit(
            lambda desk: services.stream.withdraw(desk, opinion.id, reason),
            "said.done.withdrawn",
            number=opinion.reference,
        )
