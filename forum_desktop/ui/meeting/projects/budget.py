"""A field for whole baht: 1,500,000 and ๑,๕๐๐,๐๐๐ are read, thousands are parted on leaving."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from forum_desktop.errors import Refusal
from forum_desktop.thai.digits import to_arabic_digits

_WORDS = ("บาท", "baht", "฿")


def read_baht(typed: str) -> int | None:
    """Return the baht that were typed, None where nothing was.

    Raises Refusal("projects.budget_faulty") for what is no whole number.
    """
    plain = to_arabic_digits(typed).lower()
    for said in (*_WORDS, ",", " ", "\u00a0"):
        plain = plain.replace(said, "")
    plain = plain.removesuffix(".00").removesuffix(".")
    if not plain:
        return None
    if not (plain.isascii() and plain.isdecimal()):
        raise Refusal("projects.budget_faulty")
    return int(plain)


class BudgetField(QLineEdit):
    """Shows what it understood when it is left; what it does not understand stays as typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(40)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def baht(self) -> int | None:
        """Return the budget; refuses as `read_baht`."""
        return read_baht(self.text())

    def show_baht(self, baht: int | None) -> None:
        """Show a budget."""
        self.setText("" if baht is None else f"{baht:,}")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Part the thousands."""
        super().focusOutEvent(event)
        try:
            self.show_baht(self.baht())
        except Refusal:
            return
