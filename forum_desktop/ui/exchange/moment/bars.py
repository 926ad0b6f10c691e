"""How many opinions stood under each strategy, as bars of its colour."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forum_desktop.ui.theme import TOKENS, font, strategy_color

if TYPE_CHECKING:
    from collections.abc import Sequence

_HIGH, _NAME_SHARE, _COUNT_WIDTH, _GAP = 26, 0.46, 56, 10


class Bar(NamedTuple):
    """A strategy's number (0: not yet sorted), its name and how many opinions it has."""

    number: int
    name: str
    opinions: int


class StrategyBars(QWidget):
    """Draws one bar a strategy, in the plan's order; the longest fills its room."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._font = font(TOKENS.body)
        self._bold = font(TOKENS.body, bold=True)

    def show_bars(self, bars: "Sequence[Bar]") -> None:
        """Show these counts; their words are told to screen readers too."""
        self._bars = tuple(bars)
        self.setFixedHeight(_HIGH * len(self._bars))
        self.setAccessibleName(", ".join(f"{bar.name} {bar.opinions:,}" for bar in self._bars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, bar and count of each strategy."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.opinions for bar in self._bars), default=0)
        for at, bar in enumerate(self._bars):
            self._draw(painter, QRect(0, at * _HIGH, self.width(), _HIGH), bar, most)
        painter.end()

    def _draw(self, painter: QPainter, area: QRect, bar: Bar, most: int) -> None:
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        named = QRect(area.left(), area.top(), int(area.width() * _NAME_SHARE), area.height())
        painter.setFont(self._font)
        painter.setPen(QColor(TOKENS.ink))
        elide = Qt.TextElideMode.ElideRight
        name = QFontMetrics(self._font).elidedText(bar.name, elide, named.width() - _GAP)
        painter.drawText(named, left | middle, name)
        room = area.width() - named.width() - _COUNT_WIDTH
        wide = int(room * bar.opinions / most) if most else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(strategy_color(bar.number)))
        painter.drawRoundedRect(
            QRect(named.right(), area.top() + 6, max(wide, 2), _HIGH - 12), 4, 4
        )
        painter.setPen(QColor(TOKENS.ink))
        painter.setFont(self._bold)
        count = QRect(named.right() + wide + _GAP, area.top(), _COUNT_WIDTH, area.height())
        painter.drawText(count, left | middle, f"{bar.opinions:,}")
