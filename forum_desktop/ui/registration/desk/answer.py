"""The big answer of the registration desk, read from across the table."""

from functools import cache
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from forum_desktop.ui.controls import ElidedText, column, restyle, row
from forum_desktop.ui.icons import picture
from forum_desktop.ui.theme import TOKENS, font

AnswerTone = Literal["good", "warn", "bad", "info"]

_NAME_SIZES = (46, 42, 38, 34, 30, 26)
"""Pixels; 46 on a 15-inch laptop is read from 1.5 metres."""
_HIGH = 160
_LIFT = 5
"""Pixels by which a Thai name is raised: its room for tone marks is above."""
_SYMBOL = 56
_COLORS = {
    "good": TOKENS.good,
    "warn": TOKENS.warn,
    "bad": TOKENS.bad,
    "info": TOKENS.primary_deep,
}


class Said(NamedTuple):
    """An answer: the verdict, a name (or what to do), what to confirm it by."""

    verdict: str
    name: str
    detail: str
    tone: AnswerTone
    symbol: str


class BigName(QWidget):
    """One line, as large as its room lets it be: a style sheet would fix its size."""

    def __init__(self) -> None:
        super().__init__()
        self._said, self._color = "", TOKENS.ink
        self._faces = tuple(font(pixels, bold=True) for pixels in _NAME_SIZES)
        self.setFixedHeight(QFontMetrics(self._faces[0]).height())

    def say(self, text: str, color: str) -> None:
        """Show a text; an empty one takes no room."""
        self._said, self._color = text, color
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def said(self) -> str:
        """Return the text."""
        return self._said

    def pixels(self) -> int:
        """Return how large the text stands in its room."""
        return self._face().pixelSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text; one that is too long even when small ends in dots."""
        painter, face = QPainter(self), self._face()
        dots = Qt.TextElideMode.ElideRight
        fitted = QFontMetrics(face).elidedText(self._said, dots, self.width())
        painter.setFont(face)
        painter.setPen(QColor(self._color))
        painter.drawText(self.rect().translated(0, -_LIFT), Qt.AlignmentFlag.AlignVCenter, fitted)
        painter.end()

    def _face(self) -> QFont:
        fits = (f for f in self._faces if self._wide(f) <= self.width())
        return next(fits, self._faces[-1])

    def _wide(self, face: QFont) -> int:
        return QFontMetrics(face).horizontalAdvance(self._said)


@cache
def _symbol(name: str, color: str) -> QPixmap:
    return picture(name, color, _SYMBOL)


class Answer(QFrame):
    """One coloured panel: what the desk did, or what Enter will do."""

    def __init__(self) -> None:
        super().__init__()
        self._symbol = QLabel()
        self._verdict, self._name, self._detail = ElidedText("title"), BigName(), ElidedText("lead")
        self._said: Said | None = None
        self._symbol.setFixedWidth(_SYMBOL + TOKENS.gap)
        lines = column(None, self._verdict, self._name, self._detail, None, gap=0)
        layout = row(self._symbol, lines, gap=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(16, 4, 16, 6)
        self.setLayout(layout)
        self.setFixedHeight(_HIGH)

    def say(self, said: Said) -> None:
        """Show an answer; the same one again costs nothing."""
        if said == self._said:
            return
        self._said = said
        self._verdict.say(said.verdict)
        self._name.say(said.name, _COLORS[said.tone])
        self._detail.say(said.detail)
        self._symbol.setPixmap(_symbol(said.symbol, _COLORS[said.tone]))
        self.setAccessibleName(" ".join(part for part in said[:3] if part))
        restyle(self, look="message", tone=said.tone)
        for text in (self._verdict, self._detail):
            restyle(text, tone=said.tone)

    def head(self) -> str:
        """Return the name in the answer, else its verdict."""
        return self._name.said() or self._verdict.said()

    def said(self) -> Said | None:
        """Return the whole answer."""
        return self._said
