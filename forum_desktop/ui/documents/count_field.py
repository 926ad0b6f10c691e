"""A field for a whole number, in digits of either kind."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from forum_desktop.thai.digits import to_arabic_digits

_COUNT = QRegularExpression("[0-9๐-๙]{0,4}")


class CountField(QLineEdit):
    """Holds a number; nothing typed is 0."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setValidator(QRegularExpressionValidator(_COUNT, self))
        self.setText(str(number))

    def number(self) -> int:
        """Return the number."""
        return int(to_arabic_digits(self.text()) or "0")
