"""A picture as large as the page, drawn here from memory: no other program opens it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import ElidedText, button, column, row
from forum_desktop.ui.display import joined

if TYPE_CHECKING:
    from forum_desktop.records.evidence import EvidenceFile
    from forum_desktop.ui.page import Page

SHOWN_FOR = 60 * 1000
"""Milliseconds for which a picture that was sealed stands on the screen."""
_PHOTO = "image/"
_BACK = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


def picture_of(file: "EvidenceFile") -> QImage:
    """Return the picture of a photo, drawn by no decoder but that of its kind; or nothing."""
    kind = file.media_type
    if not kind.startswith(_PHOTO):
        return QImage()
    content = QBuffer()
    content.setData(file.content)
    reader = QImageReader(content, QByteArray(kind.removeprefix(_PHOTO).encode()))
    reader.setAutoDetectImageFormat(False)
    return reader.read()


class LargePicture(QFrame):
    """Covers the page until Esc; the arrows lead to the other pictures."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._page = page
        self.image = QImage()
        self.setProperty("look", "canvas")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.words.tell(self.setAccessibleName, "evidence_view.large")
        self._name = ElidedText("lead")
        self._area = _Area(self)
        back = button(page.words, "case_register.back", self.go_back, look="plain")
        head = row(self._name, back, gap=12)
        head.setStretch(0, 1)
        body = column(head, self._area, gap=8)
        body.setStretch(1, 1)
        body.setContentsMargins(20, 10, 20, 14)
        self.setLayout(body)
        self.timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.timer.timeout.connect(self.go_back)
        page.installEventFilter(self)
        self.hide()

    def show_picture(self, image: QImage, name: str, *, is_sealed: bool) -> None:
        """Show a picture; one that was sealed goes by itself after a minute."""
        self.image = image
        self._name.say(joined((name, self._page.words("evidence_view.large_keys"))))
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._area.update()
        if is_sealed:
            self.timer.start()
        else:
            self.timer.stop()

    def go_back(self) -> None:
        """Close it; the cursor goes back to the list."""
        if not self.isHidden():
            self.forget()
            self.left.emit()

    def forget(self) -> None:
        """Take the picture off the screen, and out of memory."""
        self.timer.stop()
        self.image = QImage()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back, or to another picture; every other key ends here."""
        key = Qt.Key(event.key())
        if key in _BACK:
            self.go_back()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through to what is covered."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the page whatever its size becomes."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)


class _Area(QFrame):
    """Where the picture is drawn, whole, never larger than it is."""

    def __init__(self, large: LargePicture) -> None:
        super().__init__()
        self._large = large
        self.setProperty("look", "sunken")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        super().paintEvent(event)
        image, room = self._large.image, self.rect().adjusted(8, 8, -8, -8)
        if image.isNull():
            return
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size = size.boundedTo(QSize(image.width(), image.height()))
        target = room.adjusted(0, 0, 0, 0)
        target.setSize(size)
        target.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)
        painter.end()
