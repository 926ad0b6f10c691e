"""What the coach says: a banner that cannot be overlooked, and one line with the lesson."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from forum_desktop.ui.controls import ElidedText, Text, button, column, restyle, row, told

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_JOINT = "  →  "


class Banner(QFrame):
    """Says that nothing here is real."""

    def __init__(self, words: "Words") -> None:
        super().__init__()
        self.setProperty("look", "practice")
        self.text = told(words, "practice.banner", "lead")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = column(self.text)
        body.setContentsMargins(12, 4, 12, 4)
        self.setLayout(body)


class CoachLine(QFrame):
    """The lesson and its keys at the left; to be shown how, or to go on, at the right."""

    changed_language = Signal()

    def __init__(
        self, words: "Words", show_how: Callable[[], object], skip: Callable[[], object]
    ) -> None:
        super().__init__()
        self._words = words
        self.setProperty("look", "coach")
        self.head, self.what, self.keys = Text("field"), ElidedText("lead"), ElidedText("small")
        self.show_button = button(words, "practice.show", show_how, look="primary")
        self.skip_button = button(words, "practice.skip", skip)
        for control in (self.show_button, self.skip_button):
            control.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # The cursor stays where it types.
        self._lay_out()
        words.tell(lambda _: QTimer.singleShot(0, self.changed_language.emit), "practice.show")

    def show_lesson(
        self, key: str, keys: Sequence[str], behind: int, count: int, typed: str
    ) -> None:
        """Ask for a lesson; `typed` is what to type for it."""
        words = self._words
        self.head.say(words("practice.lesson", number=behind + 1, count=count))
        details = {"typed": typed} if typed else {}
        self.what.say(words(f"practice.{key}.do", **details))
        self.keys.say(words("practice.keys", keys=_JOINT.join(keys)))
        restyle(self, look="coach", tone="")

    def show_praise(self, key: str) -> None:
        """Say that it was done."""
        self.what.say(self._words(f"practice.{key}.done"))
        restyle(self, look="coach", tone="good")

    def show_state(self, text: str) -> None:
        """Say what the hands are doing, in place of the keys."""
        self.keys.say(text)

    def show_end(self, count: int) -> None:
        """Say that all is done."""
        words = self._words
        self.head.say(words("practice.all", count=count))
        self.what.say(words("practice.end"))
        self.keys.say(words("practice.end_how"))
        self.show_button.hide()
        self.skip_button.hide()
        restyle(self, look="coach", tone="good")

    def _lay_out(self) -> None:
        texts = column(self.head, self.what, self.keys, gap=0)
        body = row(texts, self.show_button, self.skip_button)
        body.setStretch(0, 1)
        body.setContentsMargins(20, 6, 20, 8)
        self.setLayout(body)
