"""The help panel: keys and what they are for, at the right of the page in front."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, row, told

if TYPE_CHECKING:
    from forum_desktop.records.quick_card import QuickCard
    from forum_desktop.ui.main_window import MainWindow

_WIDTH, _KEYS_WIDTH, _SHARE = 400, 118, 0.45


class HelpPanel(QFrame):
    """Lies beside the work and stays while pages change, until it is turned off.

    It lies in the window's own body, so that what covers the window covers it too.
    """

    def __init__(self, window: "MainWindow") -> None:
        body = window.centralWidget()
        super().__init__(body)
        self._window = window
        self.setProperty("look", "popup")
        self.title = Text("title", wraps=True)
        self._rolling = QScrollArea()
        self._rolling.setWidgetResizable(True)
        self._rolling.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rolling.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = button(window.words, "help.close", self.hide)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # The cursor stays where it works.
        more = told(window.words, "help.more", "small", wraps=True)
        layout = column(self.title, self._rolling, more, row(close, None), gap=10)
        layout.setStretch(1, 1)
        layout.setContentsMargins(20, 16, 16, 16)
        self.setLayout(layout)
        self.hide()
        window.words.tell(lambda _: self._show_card(), "help.turn")
        assert body is not None
        body.installEventFilter(self)
        window.visited.connect(self._show_card)

    def turn(self) -> None:
        """Show, or hide."""
        if self.isVisible():
            self.hide()
            return
        self._show_card()
        self._place()
        self.show()
        self.raise_()

    def said(self) -> tuple[tuple[str, str], ...]:
        """Return the lines as they stand there: keys, and what they are for."""
        card = self._card()
        return tuple((line.keys, line.says) for line in card.lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _card(self) -> "QuickCard":
        language = self._window.words.language
        return services.quick_cards.card_of(self._window.current_name, language)

    def _show_card(self) -> None:
        card = self._card()
        self.title.say(card.title)
        self.setAccessibleName(card.title)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(card.lines):
            keys, says = Text("field", wraps=True), Text("body", wraps=True)
            keys.say(line.keys)
            says.say(line.says)
            keys.setFixedWidth(_KEYS_WIDTH)
            grid.addWidget(keys, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(says, at, 1)
        inner = QWidget()
        inner.setProperty("look", "clear")
        inner.setLayout(column(grid, None))
        self._rolling.setWidget(inner)

    def _place(self) -> None:
        body = self.parentWidget()
        assert body is not None
        wide = min(_WIDTH, round(body.width() * _SHARE))
        self.setGeometry(body.width() - wide, 0, wide, body.height())
