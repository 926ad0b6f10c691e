"""Undo and redo across the opinions page: what was done, told in one line, taken back by a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from forum_desktop import services
from forum_desktop.ui.keys import CTRL, SHIFT, Shortcuts
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import Opinion, Support
    from forum_desktop.services.desk import Desk
    from forum_desktop.services.stream import Edits
    from forum_desktop.ui.page import Page

Reverse = Callable[["Desk"], "Reverse"]
"""Takes an act back on the worker, and returns what does it again."""

_MOST = 200


class Deed(NamedTuple):
    """An act: the sentence that tells it, how to take it back, the opinions it was about."""

    key: str
    details: dict[str, object]
    reverse: Reverse
    about: "frozenset[UUID]"


class UndoStack(QObject):
    """What was done on the page, the newest last; `page.undo_stack`, made before the list.

    In a text box Ctrl+Z stays the text's own; an empty box has nothing to take back, so there
    the key is the page's again.
    """

    told = Signal(str, bool)
    """A sentence about the newest deed, and whether it was done (not taken back)."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._page = page
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._waiting: list[Callable[[], object]] = []
        self._is_busy = False
        self.shortcuts: Shortcuts = {
            (CTRL, Qt.Key.Key_Z): self._undo_where_the_cursor_is,
            (CTRL, Qt.Key.Key_Y): self._redo_where_the_cursor_is,
            (CTRL | SHIFT, Qt.Key.Key_Z): self._redo_where_the_cursor_is,
        }

    def push(self, edits: "Edits", key: str = "said.done.changed", **details: object) -> None:
        """Keep what an act did; `key` is the sentence that tells it, `details` fill it."""
        about = frozenset(edit.after.id for edit in edits)
        self.push_deed(Deed(key, details, _reversing(edits), about))

    def captured(self, opinion: "Opinion") -> None:
        """Keep that an opinion was taken down just now."""
        reason = self._page.words("said.undone_reason")

        def reverse(desk: "Desk") -> Reverse:
            return _reversing(services.stream.captured(opinion, reason))(desk)

        about = frozenset([opinion.id])
        self.push_deed(Deed("said.done.captured", {"number": opinion.reference}, reverse, about))

    def supported(self, opinion: "Opinion", support: "Support") -> None:
        """Keep that a voice was counted just now for an opinion."""
        reason = self._page.words("said.undone_reason")
        reverse = _uncounting(support, reason)
        about = frozenset([opinion.id])
        self.push_deed(Deed("said.done.supported", {"number": opinion.reference}, reverse, about))

    def push_deed(self, deed: Deed) -> None:
        """Keep an act of another kind; what was taken back can no longer be done again."""
        self._done = [*self._done, deed][-_MOST:]
        self._undone = []
        self.told.emit(self._page.words(deed.key, **deed.details), True)

    def forget(self, opinion_id: "UUID") -> None:
        """Drop what was done with an opinion that is no more."""
        self._done = [deed for deed in self._done if opinion_id not in deed.about]
        self._undone = [deed for deed in self._undone if opinion_id not in deed.about]

    def begin(self) -> None:
        """Begin with another forum: nothing was done there yet."""
        self._done, self._undone = [], []

    def undo(self) -> None:
        """Take the newest act back."""
        self._later(lambda: self._take_back(self._done, self._undone, "said.undone"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._later(lambda: self._take_back(self._undone, self._done, "said.redone"))

    def _later(self, take_back: Callable[[], object]) -> None:
        """Take one act back after the other: the keys may come faster than the disk."""
        self._waiting.append(take_back)
        if not self._is_busy:
            self._waiting.pop(0)()

    def _take_back(self, source: list[Deed], target: list[Deed], key: str) -> None:
        if not source:
            self._page.say(f"{key}_nothing", "warn")
            self._ended()
            return
        self._is_busy = True
        deed = source.pop()
        self._page.act(
            deed.reverse,
            lambda reverse: self._reversed(deed._replace(reverse=reverse), target, key),
            Kind.OPINIONS,
            refused=lambda _: self._ended(),
            failed=self._ended,
        )

    def _reversed(self, deed: Deed, target: list[Deed], key: str) -> None:
        target.append(deed)
        self._ended()
        words = self._page.words
        told = words(key, deed=words(deed.key, **deed.details))
        self.told.emit(told, target is self._done)

    def _ended(self) -> None:
        self._is_busy = False
        if self._waiting:
            self._waiting.pop(0)()

    def _undo_where_the_cursor_is(self) -> None:
        box = _box_of_words()
        (box or self).undo()

    def _redo_where_the_cursor_is(self) -> None:
        box = _box_of_words()
        (box or self).redo()


def _reversing(edits: "Edits") -> Reverse:
    return lambda desk: _reversing(services.stream.reverse(desk, edits))


def _uncounting(support: "Support", reason: str) -> Reverse:
    def reverse(desk: "Desk") -> Reverse:
        services.supporting.withdraw_support(desk, support.id, reason)
        return _counting(support, reason)

    return reverse


def _counting(support: "Support", reason: str) -> Reverse:
    def reverse(desk: "Desk") -> Reverse:
        again = services.supporting.support(
            desk, support.opinion_id, on_behalf_of=support.on_behalf_of
        )
        return _uncounting(again, reason)

    return reverse


def _box_of_words() -> QLineEdit | QPlainTextEdit | None:
    """Return the box with the cursor, where it has words or has some to bring back."""
    box = QApplication.focusWidget()
    if isinstance(box, QLineEdit):
        is_own = box.text() or box.isUndoAvailable() or box.isRedoAvailable()
        return box if is_own else None
    if isinstance(box, QPlainTextEdit):
        history = box.document()
        is_own = not history.isEmpty() or history.isUndoAvailable() or history.isRedoAvailable()
        return box if is_own else None
    return None
