"""The left side of the minutes page: the texts, or how the document is written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from forum_desktop.ui.controls import button, column, row
from forum_desktop.ui.either import Either
from forum_desktop.ui.minutes.choices import ChoicesPanel
from forum_desktop.ui.minutes.handover import Handover
from forum_desktop.ui.minutes.snippets import SnippetPicker, built_in, select_blank
from forum_desktop.ui.minutes.texts import MinutesForm

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page

_TEXTS, _FORMAT = "texts", "format"


class Editor(QFrame):
    """Two views that share a place; phrases go to the box that was typed in last."""

    def __init__(self, page: "Page", changed: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._is_locked = False
        words = page.words
        self.form = MinutesForm(words, changed)
        self.handover = Handover(page)
        self.choices = ChoicesPanel(page)
        self.views = Either(words, "minutes.view", (_TEXTS, _FORMAT), self.show_view)
        self.snippet_button = button(
            words, "minutes.snippet_open", self.open_snippets, symbol="text-quote"
        )
        self.snippets = SnippetPicker(words, page)
        self._stack = QStackedWidget()
        self._lay_out()
        self.show_view(_TEXTS)

    def show_view(self, name: str) -> None:
        """Show the texts or the choices."""
        self.views.choose(name)
        self._stack.setCurrentIndex(int(name == _FORMAT))
        self._allow_snippets()
        if name == _FORMAT:
            self.choices.read_typefaces()

    def forum_opened(self) -> None:
        """Offer the phrases of this forum's pack before those of the app."""
        assert self._page.overview is not None
        own = self._page.overview.pack.documents.snippets
        self.snippets.offer((*own, *built_in(self._page.words)))

    def retranslate(self) -> None:
        """Name again what is not a fixed sentence."""
        self.form.retranslate()
        self.choices.retranslate()
        if self._page.overview is not None:
            self.forum_opened()
            self.handover.reload()

    def lock(self, *, is_locked: bool) -> None:
        """Let everything be read but nothing changed, or let it be changed again."""
        self.form.lock(is_locked=is_locked)
        self.handover.lock(is_locked=is_locked)
        self.choices.lock(is_locked=is_locked)
        self._is_locked = is_locked
        self._allow_snippets()

    def open_snippets(self) -> None:
        """Offer phrases for the box that was typed in last."""
        if self.snippet_button.isEnabled():
            corner = self.snippet_button.rect().bottomLeft() + QPoint(0, 6)
            place = self.snippet_button.mapTo(self._page, corner)
            self.snippets.open_at(place, self.form.typed_last)

    def next_blank(self) -> None:
        """Select the next {blank} of the box that was typed in last."""
        box = self.form.typed_last
        if not select_blank(box, box.textCursor().selectionEnd()):
            select_blank(box, 0)

    def _allow_snippets(self) -> None:
        is_texts = self._stack.currentIndex() == 0
        self.snippet_button.setEnabled(is_texts and not self._is_locked)

    def _lay_out(self) -> None:
        texts = column(self.form, self.handover, None)
        for view in (texts, column(self.choices, None)):
            view.setContentsMargins(0, 0, 10, 0)
            inner = QWidget()
            inner.setProperty("look", "clear")
            inner.setLayout(view)
            self._stack.addWidget(_rolling(inner))
        head = row(self.views, None, self.snippet_button, gap=8)
        head.setContentsMargins(0, 0, 10, 0)
        layout = column(head, self._stack, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)


def _rolling(inner: QWidget) -> QScrollArea:
    rolling = QScrollArea()
    rolling.setWidgetResizable(True)
    rolling.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # The cursor goes to what is in it.
    rolling.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rolling.setWidget(inner)
    return rolling
