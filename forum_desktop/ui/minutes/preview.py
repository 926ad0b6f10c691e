"""The pages of the document under each other; only those in sight are drawn."""

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar

from forum_desktop.ui.display import flowing
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.minutes.places import Places, Spot
from forum_desktop.ui.minutes.rendering import Pages
from forum_desktop.ui.theme import TOKENS, font

_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
_SETTLE = 120
"""Milliseconds without a change of size before pages are drawn at the new one."""
_MOST_PICTURES = 12
"""Pictures kept, the nearest to what is in sight; a page takes some megabytes."""
_OVERLAP, _STEP = 40, 48


class Preview(QAbstractScrollArea):
    """Keeps its place when a newer version of the document arrives."""

    wanted = Signal(object, int, int)
    """A page is in sight and not drawn: the document, its number, its width in pixels."""
    moved = Signal()
    """Another page may be in front, or there are more or fewer of them."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages | None = None
        self.zoom = 1.0
        self._places = Places()
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._asked: set[int] = set()
        self._in_sight: frozenset[int] = frozenset()
        self._hint = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE)
        self._settling.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(320)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())

    def show_hint(self, hint: str) -> None:
        """Say what is going on while there is no page yet."""
        self._hint = hint
        self.viewport().update()

    def show_document(self, pages: Pages) -> None:
        """Show a document; old pictures stay until the new ones arrive."""
        spot = self.spot()
        self.pages = pages
        self._images = {n: i for n, i in self._images.items() if n < pages.page_count}
        self._outdate()
        self._measure(spot)

    def show_picture(self, pages: Pages, number: int, image: QImage) -> None:
        """Show the picture of a page, unless the document has changed since."""
        if pages is self.pages:
            self._images[number] = image
            self._fresh.add(number)
            self._forget_far_pictures()
            self.viewport().update()

    def drawn_pages(self) -> frozenset[int]:
        """Return the pages whose newest picture is shown."""
        return frozenset(self._fresh)

    def picture(self, number: int) -> QImage | None:
        """Return the picture shown of a page, if there is one."""
        return self._images.get(number)

    def wants(self, pages: Pages, number: int) -> bool:
        """Tell whether a page is still in sight; may be asked from the worker."""
        return pages is self.pages and number in self._in_sight

    def page_number(self) -> int:
        """Return the number (from 1) of the page in the middle of what is in sight."""
        return self._places.spot(self._top() + self.viewport().height() // 2).page + 1

    def spot(self) -> Spot:
        """Return the place in the document at the upper edge."""
        return self._places.spot(self._top())

    def go_to_page(self, number: int) -> None:
        """Go to the beginning of page `number` (from 1), as near as there is one."""
        if self.pages is not None:
            at = max(1, min(number, self.pages.page_count)) - 1
            self.verticalScrollBar().setValue(self._places.beginning(at))

    def set_zoom(self, zoom: float) -> None:
        """Show pages `zoom` times as wide as the view."""
        spot = self.spot()
        self.zoom = zoom
        self._outdate()
        self._measure(spot)

    def zoom_by(self, step: int) -> None:
        """Show pages one step larger or smaller."""
        at = min(range(len(_ZOOMS)), key=lambda n: abs(_ZOOMS[n] - self.zoom)) + step
        self.set_zoom(_ZOOMS[max(0, min(at, len(_ZOOMS) - 1))])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        spot = self.spot()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._outdate()
            self._settling.start()
        self._measure(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages, or zoom."""
        bar, high = self.verticalScrollBar(), self.viewport().height() - _OVERLAP
        by_page = bool(event.modifiers() & CTRL)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if by_page:
                step = 1 if event.key() == Qt.Key.Key_PageDown else -1
                self.go_to_page(self._first_page() + step)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + high)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - high)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(+1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.set_zoom(1.0)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, roll without."""
        if event.modifiers() & CTRL:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight and ask for those not drawn yet."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, QColor(TOKENS.line))
        if self.pages is None:
            painter.setFont(font(TOKENS.body))
            painter.setPen(QColor(TOKENS.ink_soft))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(20, 0, -20, 0), flags, flowing(self._hint))
        else:
            self._paint_pages(painter, self.pages)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(TOKENS.primary), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_pages(self, painter: QPainter, pages: Pages) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        corner = QPoint(-self.horizontalScrollBar().value(), -self._top())
        self._in_sight = frozenset(self._places.seen(self._top(), self.viewport().height()))
        for number in sorted(self._in_sight):
            place = self._places.rectangles[number]
            shown = place.translated(corner)
            painter.setPen(QPen(QColor(TOKENS.line_strong)))
            painter.setBrush(QColor(TOKENS.surface))
            painter.drawRect(shown)
            if number in self._images:
                painter.drawImage(QRectF(shown), self._images[number])
            if number not in self._fresh | self._asked and not self._settling.isActive():
                self._asked.add(number)
                pixels = int(place.width() * self.devicePixelRatioF())
                self.wanted.emit(pages, number, pixels)
        # What rolled out of sight may not have been drawn: it is asked for again when it returns.
        self._asked &= self._in_sight

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _first_page(self) -> int:
        return self._places.spot(self._top() + _OVERLAP).page + 1

    def _measure(self, spot: Spot) -> None:
        """Lay the pages out anew with `spot` at the upper edge."""
        if self.pages is None:
            return
        room, high = self.viewport().width(), self.viewport().height()
        size = (self.pages.paper.width, self.pages.paper.height)
        self._places = Places.of([size] * self.pages.page_count, room, self.zoom)
        _span(self.verticalScrollBar(), self._places.height, high)
        _span(self.horizontalScrollBar(), self._places.width, room)
        self.verticalScrollBar().setValue(self._places.top_of(spot))
        self.moved.emit()
        self.viewport().update()

    def _outdate(self) -> None:
        self._fresh.clear()
        self._asked.clear()

    def _forget_far_pictures(self) -> None:
        here = self.page_number() - 1
        near = sorted(self._images, key=lambda number: abs(number - here))[:_MOST_PICTURES]
        self._images = {number: self._images[number] for number in near}
        self._fresh &= set(near)


def _span(bar: QScrollBar, whole: int, shown: int) -> None:
    bar.setRange(0, max(0, whole - shown))
    bar.setPageStep(shown)
    bar.setSingleStep(_STEP)
