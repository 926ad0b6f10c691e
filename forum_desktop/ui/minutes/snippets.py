"""Phrases of official Thai, found by typing and put where the cursor was."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from forum_desktop.records.pack import Snippet
from forum_desktop.ui.controls import named, told
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.words import Words

_BUILT_IN = (
    "opening",
    "inform",
    "noted",
    "approve_minutes",
    "approve_changed",
    "first_meeting",
    "explained",
    "observed",
    "agreed",
    "unanimous",
    "majority",
    "not_agreed",
    "postponed",
    "assigned",
    "chair_handed",
    "nothing",
    "closing",
)
"""In the order of a meeting."""
_WIDTH, _HEIGHT = 470, 420
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


def built_in(words: Words) -> tuple[Snippet, ...]:
    """Return the phrases that come with the app; their names are in the language on screen."""
    return tuple(
        Snippet(name=words(f"minutes.snippet.{key}"), text=words(f"minutes.snippet_text.{key}"))
        for key in _BUILT_IN
    )


def insert(box: QPlainTextEdit, text: str) -> None:
    """Put a phrase at the cursor with its first blank selected, so that typing fills it in."""
    cursor = box.textCursor()
    start = cursor.selectionStart()
    cursor.insertText(text)
    box.setTextCursor(cursor)
    box.setFocus()
    if "{" in text:
        select_blank(box, start)


def select_blank(box: QPlainTextEdit, start: int) -> bool:
    """Select the first {blank} from a position on; tell whether there is one."""
    opened = box.document().find("{", start)
    closed = box.document().find("}", opened) if not opened.isNull() else opened
    if closed.isNull() or closed.blockNumber() != opened.blockNumber():
        return False
    blank = QTextCursor(opened)
    blank.setPosition(opened.selectionStart())
    blank.setPosition(closed.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(blank)
    return True


class SnippetPicker(QFrame):
    """Opens over the page; typing narrows the list, Enter inserts, Escape goes back."""

    def __init__(self, words: Words, over: QWidget) -> None:
        super().__init__(over)
        self._words, self._over = words, over
        self._offered: tuple[Snippet, ...] = ()
        self._box: QPlainTextEdit | None = None
        self.setProperty("look", "popup")
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.search = _Search(self._step, self.insert_chosen, self.close_up)
        self.found = RecordList(_line, focusable=False)
        self._lay_out()
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def offer(self, snippets: Iterable[Snippet]) -> None:
        """Offer these phrases."""
        self._offered = tuple(snippets)
        self._narrow()

    def open_at(self, place: QPoint, box: QPlainTextEdit) -> None:
        """Open with the upper left corner at a place of the page, for a text box."""
        self._box = box
        self.search.clear()
        self._narrow()
        room = self._over.rect().bottomRight() - self.rect().bottomRight()
        self.move(max(0, min(place.x(), room.x())), max(0, min(place.y(), room.y())))
        self.show()
        self.raise_()
        self.search.setFocus()

    def insert_chosen(self) -> None:
        """Put the chosen phrase into the box."""
        snippet, box = self.found.chosen(), self._box
        self.hide()
        if snippet is not None and box is not None:
            insert(box, snippet.text)

    def close_up(self) -> None:
        """Go back to the text."""
        self.hide()
        if self._box is not None:
            self._box.setFocus()

    def _narrow(self) -> None:
        typed = self.search.text().strip().casefold()
        self.found.set_rows([s for s in self._offered if typed in f"{s.name} {s.text}".casefold()])
        self.found.choose(0)

    def _step(self, step: int) -> None:
        self.found.choose(self.found.currentIndex().row() + step)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self.hide()

    def _lay_out(self) -> None:
        words = self._words
        named(words, "minutes.snippet_search", self.search)
        words.tell(self.search.setPlaceholderText, "minutes.snippet_search")
        named(words, "minutes.snippets", self.found)
        words.tell(self.found.set_hint, "minutes.snippet_none")
        self.search.textChanged.connect(lambda _: self._narrow())
        self.found.clicked.connect(lambda _: self.insert_chosen())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.found, 1)
        layout.addWidget(told(words, "minutes.snippet_how", "small", wraps=True))


class _Search(QLineEdit):
    """Keeps the cursor while arrows walk the list under it."""

    def __init__(
        self,
        step: Callable[[int], object],
        enter: Callable[[], object],
        escape: Callable[[], object],
    ) -> None:
        super().__init__()
        self._step, self._enter, self._escape = step, enter, escape
        self.setMaxLength(100)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, insert, leave, or type."""
        key = event.key()
        if (step := _STEPS.get(key)) is not None:
            self._step(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)


def _line(snippet: Snippet) -> Line:
    return Line(text=snippet.name, under=snippet.text.replace("\n", " "))
