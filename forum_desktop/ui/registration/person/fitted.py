"""A text as large as its room lets it be; where even the smallest is too high, it scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import Text, column
from forum_desktop.ui.scrolling import scrolled
from forum_desktop.ui.theme import TOKENS, font


class FittedText(QFrame):
    """`sizes` are pixels, the largest first."""

    def __init__(self, sizes: tuple[int, ...]) -> None:
        super().__init__()
        self._sizes = sizes
        self.text = Text("body", wraps=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = scrolled(column(self.text, None))
        self._area.viewport().installEventFilter(self)
        self.setLayout(column(self._area))

    def say(self, text: str) -> None:
        """Show a text."""
        self.text.say(text)
        self._fit()

    def pixels(self) -> int:
        """Return the size in which the text stands."""
        return self.text.font().pixelSize()

    def turn(self, pages: int) -> None:
        """Go on by so many pages, or back."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Fit the words to the new room."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._area.viewport().size()
        for pixels in self._sizes:
            self.text.setFont(font(pixels))
            if self.text.heightForWidth(room.width() - TOKENS.gap) <= room.height():
                return
