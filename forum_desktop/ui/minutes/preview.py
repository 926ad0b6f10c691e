"""The minutes as they will be printed, page under page; only pages in sight are drawn."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from forum_desktop.ui.minutes.rendering import Rendered
from forum_desktop.ui.theme import TOKENS, font

_MARGIN, _GAP = 14, 12
_WIDEST = 860


class Preview(QAbstractScrollArea):
    """Keeps its place when a newer version of the document arrives."""

    wanted = Signal(object, int, int)
    """A page is in sight and not drawn: the document, its number, its width in pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.rendered: Rendered | None = None
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._hint = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(320)

    def show_hint(self, hint: str) -> None:
        """Say what is going on while there is no page yet."""
        self._hint = hint
        self.viewport().update()

    def show_document(self, rendered: Rendered) -> None:
        """Show a document; old pictures stay until the new ones arrive."""
        self.rendered = rendered
        self._fresh.clear()
        self._asked.clear()
        self._images = {n: i for n, i in self._images.items() if n < len(rendered.sizes)}
        self._measure()
        self.viewport().update()

    def show_picture(self, rendered: Rendered, number: int, image: QImage) -> None:
        """Show the picture of a page, unless the document has changed since."""
        if rendered is self.rendered:
            self._images[number] = image
            self._fresh.add(number)
            self.viewport().update()

    def drawn_pages(self) -> frozenset[int]:
        """Return the pages whose newest picture is shown."""
        return frozenset(self._fresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fresh.clear()
        self._asked.clear()
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight and ask for those not drawn yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(TOKENS.line))
        if self.rendered is None:
            painter.setFont(font(TOKENS.body))
            painter.setPen(QColor(TOKENS.ink_soft))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(20, 0, -20, 0), flags, self._hint)
        else:
            self._paint_pages(painter, self.rendered)
        painter.end()

    def _paint_pages(self, painter: QPainter, rendered: Rendered) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self.viewport().rect()
        for number, place in self._places(rendered):
            shown = place.translated(0, -self.verticalScrollBar().value())
            if not shown.intersects(seen):
                continue
            painter.setPen(QPen(QColor(TOKENS.line_strong)))
            painter.setBrush(QColor(TOKENS.surface))
            painter.drawRect(shown)
            if number in self._images:
                painter.drawImage(QRectF(shown), self._images[number])
            if number not in self._fresh | self._asked:
                self._asked.add(number)
                pixels = int(place.width() * self.devicePixelRatioF())
                self.wanted.emit(rendered, number, pixels)

    def _places(self, rendered: Rendered) -> Iterator[tuple[int, QRect]]:
        room = self.viewport().width() - 2 * _MARGIN
        width = max(100, min(room, _WIDEST))
        left, top = _MARGIN + (room - width) // 2, _MARGIN
        for number, (wide, high) in enumerate(rendered.sizes):
            height = int(width * high / wide)
            yield number, QRect(left, top, width, height)
            top += height + _GAP

    def _measure(self) -> None:
        if self.rendered is None:
            return
        bottom = max((place.bottom() for _, place in self._places(self.rendered)), default=0)
        high = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, bottom + _MARGIN - high))
        self.verticalScrollBar().setPageStep(high)
        self.verticalScrollBar().setSingleStep(48)
