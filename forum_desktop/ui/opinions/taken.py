"""Words of the grammar that were taken out of the text, so that Backspace brings them back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from forum_desktop.ui.opinions.text_box import TextBox


class Taken(NamedTuple):
    """A word as it was typed, where it stood, and what undoes its meaning."""

    typed: str
    place: "QTextCursor"
    undo: Callable[[], object]
    subject: object


class TakenWords:
    """The words taken out of one box, in the order in which they were taken."""

    def __init__(self, box: "TextBox") -> None:
        self._box = box
        self._words: list[Taken] = []

    def take(self, typed: str, subject: object, undo: Callable[[], object]) -> None:
        """Take a word that ends at the cursor out of the text."""
        place = self._box.take_before_cursor(typed)
        self._words.append(Taken(typed, place, undo, subject))

    def at_cursor(self) -> Taken | None:
        """Return the word last taken out where the cursor stands."""
        cursor = self._box.textCursor()
        if cursor.hasSelection():
            return None
        here = (
            word for word in reversed(self._words) if word.place.position() == cursor.position()
        )
        return next(here, None)

    def bring_back(self) -> bool:
        """Put the word taken out at the cursor into the text again; tell whether there is one.

        It stays text then: its space is there already.
        """
        word = self.at_cursor()
        if word is None:
            return False
        self._words.remove(word)
        word.undo()
        self._box.textCursor().insertText(word.typed)
        return True

    def forget(self, subject: object) -> None:
        """Let go of the words that brought something about which is gone."""
        self._words = [word for word in self._words if word.subject is not subject]

    def forget_all(self) -> None:
        """Let go of all words."""
        self._words.clear()
