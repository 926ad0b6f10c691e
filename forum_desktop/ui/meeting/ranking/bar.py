"""A bar beside a thing: its share of the most points."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forum_desktop.ui.pen import Pen
from forum_desktop.ui.theme import TOKENS

_HIGH = 10


class Bar(QWidget):
    """Drawn anew when the share changes."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._is_first = 0.0, False
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, points: int, most: int) -> None:
        """Show points against the most that any thing has."""
        self._share = points / most if most else 0.0
        self._is_first = 0 < points == most
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        color = TOKENS.good if self._is_first else TOKENS.primary
        Pen(painter, TOKENS.body).bar(QRectF(self.rect()), self._share, color)
        painter.end()
