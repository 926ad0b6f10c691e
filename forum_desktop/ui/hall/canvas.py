"""The canvas that paints a scene in whatever size it has: the hall's screen, and its preview."""

from collections.abc import Callable
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forum_desktop.records.hall import (
    HallCounts,
    HallNotice,
    HallPromises,
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
    promises,
    ranking,
    read_back,
    speaker,
    strategy,
    stream,
    welcome,
)
from forum_desktop.ui.hall.scenes.frame import draw_part

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView
    from forum_desktop.ui.words import Words

_WIDE, _HIGH = 16, 9
_EDGE = 3
_BOARD = QRectF(0, 0, 1920, 1080)
"""What is painted on, whatever size it is shown in: all who look see the same lines break."""
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
        HallPromises: promises.draw,
        HallNotice: notice.draw,
    }
)


class HallCanvas(QWidget):
    """Shows one scene, or nothing: black. It asks for nothing and knows no forum."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self._words = words
        self._view: HallView | None = None
        self._part = 0
        self.setMinimumSize(160, 90)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: "HallView | None", part: int = 0) -> None:
        """Show a scene, or the page `part` of one that is too long for a single page.

        Raises TypeError for anything that is no scene, whoever hands it in.
        """
        if view is not None and type(view) not in _DRAWERS:
            raise TypeError(f"{type(view).__name__} is no scene of the hall")
        if (view, part) != (self._view, self._part):
            self._view, self._part = view, part
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

    def count_parts(self) -> int:
        """Return over how many pages the scene goes."""
        dot = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(dot)
        parts = self._draw(painter)
        painter.end()
        return parts

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene as large as it fits in the shape of 16 to 9."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_DARK))
        area = _fitted(QRectF(self.rect()))
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(area.width() / _BOARD.width(), area.height() / _BOARD.height())
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> int:
        if self._view is None:
            return 1
        chalk = Chalk(painter, _BOARD.height(), self._part)
        _DRAWERS[type(self._view)](chalk, _BOARD, self._view, self._words)
        draw_part(chalk, _BOARD)
        return chalk.parts


def _fitted(whole: QRectF) -> QRectF:
    """Return the largest area of 16 to 9 in the middle of another; a pixel is not worth an edge."""
    high = min(whole.height(), whole.width() * _HIGH / _WIDE)
    wide = high * _WIDE / _HIGH
    if whole.width() - wide < _EDGE and whole.height() - high < _EDGE:
        return whole
    left = whole.left() + (whole.width() - wide) / 2
    top = whole.top() + (whole.height() - high) / 2
    return QRectF(left, top, wide, high)
