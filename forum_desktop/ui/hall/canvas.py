"""The canvas that paints a scene in whatever size it has: the hall's screen, and its preview."""

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forum_desktop.records.hall import (
    HallCounts,
    HallNotice,
    HallRanking,
    HallReadBack,
    HallSpeaker,
    HallStrategy,
    HallStream,
    HallWelcome,
)
from forum_desktop.ui.hall.chalk import Chalk
from forum_desktop.ui.hall.scenes import (
    counts,
    notice,
    ranking,
    read_back,
    speaker,
    strategy,
    stream,
    welcome,
)

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView
    from forum_desktop.ui.words import Words

_WIDE, _HIGH = 16, 9
_DARK = "#05090d"

_DRAWERS: MappingProxyType[type, Callable[[Chalk, QRectF, Any, "Words"], None]] = MappingProxyType(
    {
        HallWelcome: welcome.draw,
        HallStrategy: strategy.draw,
        HallStream: stream.draw,
        HallCounts: counts.draw,
        HallReadBack: read_back.draw,
        HallSpeaker: speaker.draw,
        HallRanking: ranking.draw,
        HallNotice: notice.draw,
    }
)


class HallCanvas(QWidget):
    """Shows one scene, or nothing: black. It asks for nothing and knows no forum."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._view: HallView | None = None
        self.setMinimumSize(160, 90)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: "HallView | None") -> None:
        """Show a scene; raises TypeError for anything that is none, whoever hands it in."""
        if view is not None and type(view) not in _DRAWERS:
            raise TypeError(f"{type(view).__name__} is no scene of the hall")
        self._view = view
        self.update()

    def view(self) -> "HallView | None":
        """Return the scene shown."""
        return self._view

    def sizeHint(self) -> QSize:
        """Return a size of the shape that projectors have."""
        return QSize(_WIDE * 40, _HIGH * 40)

    def heightForWidth(self, width: int) -> int:
        """Return the height that goes with a width."""
        return width * _HIGH // _WIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene as large as it fits in the shape of 16 to 9."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_DARK))
        if self._view is not None:
            area = _fitted(QRectF(self.rect()))
            painter.setClipRect(area)
            chalk = Chalk(painter, area.height())
            _DRAWERS[type(self._view)](chalk, area, self._view, self._words)
        painter.end()


def _fitted(whole: QRectF) -> QRectF:
    """Return the largest area of 16 to 9 in the middle of another."""
    high = min(whole.height(), whole.width() * _HIGH / _WIDE)
    wide = high * _WIDE / _HIGH
    left = whole.left() + (whole.width() - wide) / 2
    top = whole.top() + (whole.height() - high) / 2
    return QRectF(left, top, wide, high)
