"""The window's own plain controls: each has its sentence and its name for screen readers."""

from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from forum_desktop.ui.display import flowing
from forum_desktop.ui.fitting import FittingButton
from forum_desktop.ui.icons import show_icon
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

Look = Literal["primary", "plain", "quiet"]
Control = TypeVar("Control", bound=QWidget)
TextLook = Literal["body", "soft", "small", "lead", "title", "display", "field"]


class Text(QLabel):
    """A text that wraps between Thai words and never reads what people typed as markup."""

    def __init__(self, look: TextLook = "body", *, wraps: bool = False) -> None:
        super().__init__()
        self._said = ""
        self._whole: QSize | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self.setMinimumWidth(40)

    def say(self, text: str) -> None:
        """Show a text."""
        self._said, self._whole = text, None
        self.setText(flowing(text) if self.wordWrap() else text)
        self.setAccessibleName(text)
        if self.isVisible():
            self._fit_line()

    def said(self) -> str:
        """Return the text as it was given, without break marks."""
        return self._said

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text, also while it is cut."""
        return self._whole or super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End one line in dots where the window leaves it too little room."""
        super().resizeEvent(event)
        self._fit_line()

    def _fit_line(self) -> None:
        is_one_line = not self.wordWrap() and "\n" not in self._said
        if is_one_line and (self._whole or self.width() < super().sizeHint().width()):
            self._end_in_dots()

    def _end_in_dots(self) -> None:
        whole = self._whole or super().sizeHint()
        edges = whole.width() - self.fontMetrics().horizontalAdvance(self._said)
        # One more: an advance is rounded, what is elided is not.
        room = self.width() - max(0, edges) + 1
        fitted = self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room)
        self._whole = None if fitted == self._said else whole
        self.setToolTip("" if fitted == self._said else self._said)
        self.setText(fitted)


class ElidedText(Text):
    """One line that ends in dots where there is no room; the whole text is its tooltip."""

    def __init__(self, look: TextLook = "body") -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show as much of a text as fits."""
        self._said = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        QLabel.resizeEvent(self, event)
        self._fit()

    def _fit(self) -> None:
        elide = Qt.TextElideMode.ElideRight
        fitted = self.fontMetrics().elidedText(self._said, elide, self.width())
        self.setToolTip("" if fitted == self._said else self._said)
        if fitted != self.text():
            self.setText(fitted)


def told(words: Words, key: str, look: TextLook = "body", *, wraps: bool = False) -> Text:
    """Return a text that shows a sentence of the catalogue."""
    text = Text(look, wraps=wraps)
    words.tell(text.say, key)
    return text


def button(
    words: Words,
    key: str,
    act: Callable[[], object],
    *,
    look: Look = "plain",
    symbol: str = "",
) -> QPushButton:
    """Return a button that says its act."""
    made = FittingButton()
    made.setProperty("look", look)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if symbol:
        color = TOKENS.on_primary if look == "primary" else TOKENS.primary
        show_icon(made, symbol, color, 18)
    space = " " if symbol else ""
    words.tell(lambda text: made.setText(space + text), key)
    words.tell(made.setAccessibleName, key)
    made.clicked.connect(act)
    return made


def named(words: Words, key: str, control: Control) -> Control:
    """Give a control its name for screen readers, and return it."""
    words.tell(control.setAccessibleName, key)
    return control


def field(words: Words, key: str, control: QWidget) -> QVBoxLayout:
    """Return a control under its label."""
    label = told(words, key, "field")
    label.setBuddy(control)
    named(words, key, control)
    return column(label, control, gap=0)


def column(*items: QWidget | QLayout | None, gap: int = TOKENS.gap) -> QVBoxLayout:
    """Return a column of items without margins; None is a stretch."""
    layout = QVBoxLayout()
    _fill(layout, items, gap)
    return layout


def row(*items: QWidget | QLayout | None, gap: int = TOKENS.gap) -> QHBoxLayout:
    """Return a row of items without margins; None is a stretch."""
    layout = QHBoxLayout()
    _fill(layout, items, gap)
    return layout


def card(*items: QWidget | QLayout | None, gap: int = TOKENS.gap, widest: int = -1) -> QFrame:
    """Return a white card around a column of items; item number `widest` takes spare room."""
    frame = QFrame()
    frame.setProperty("look", "card")
    layout = column(*items, gap=gap)
    layout.setStretch(widest, 1)
    layout.setContentsMargins(16, 12, 16, 14)
    frame.setLayout(layout)
    return frame


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at, and draw the widget anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _fill(
    layout: QVBoxLayout | QHBoxLayout, items: tuple[QWidget | QLayout | None, ...], gap: int
) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
