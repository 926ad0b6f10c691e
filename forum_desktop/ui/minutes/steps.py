"""Where the minutes stand, as three steps in a row."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from forum_desktop.records.minutes import MinutesStatus
from forum_desktop.ui.controls import Text, restyle, row
from forum_desktop.ui.icons import picture
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

_Place = Literal["done", "here", "ahead"]
_ICON, _HEIGHT = 16, 34


class Step(QFrame):
    """One state: behind, reached, or still ahead. Told by sign and weight, not by colour alone."""

    def __init__(self, words: Words, status: MinutesStatus) -> None:
        super().__init__()
        self._sign, self._name = QLabel(), Text()
        words.tell(self._name.say, f"minutes.status.{status}")
        # The sentence beside may take two lines; a step stays a pill.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 12, 0)
        layout.setSpacing(6)
        layout.addWidget(self._sign)
        layout.addWidget(self._name)

    def show_place(self, place: _Place) -> None:
        """Show whether the minutes are past this state, in it or before it."""
        restyle(self, look="step", place=place)
        restyle(self._name, place=place)
        self._sign.setVisible(place == "done")
        if place == "done":
            self._sign.setPixmap(picture("check", TOKENS.good, _ICON))


class Steps(QFrame):
    """Draft, checked, certified."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._steps = {status: Step(words, status) for status in MinutesStatus}
        parts: list[QFrame | QLabel] = []
        for step in self._steps.values():
            parts += [_arrow(), step] if parts else [step]
        self.setLayout(row(*parts, gap=6))

    def show_status(self, status: MinutesStatus) -> None:
        """Mark the state reached."""
        reached = list(MinutesStatus).index(status)
        for at, step in enumerate(self._steps.values()):
            is_last = status is MinutesStatus.CERTIFIED and at == reached
            is_done = at < reached or is_last
            step.show_place("done" if is_done else "here" if at == reached else "ahead")
        said = self._words(f"minutes.status.{status}")
        self.setAccessibleName(self._words("minutes.status_is", status=said))


def _arrow() -> QLabel:
    arrow = QLabel("›")
    arrow.setProperty("look", "soft")
    arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return arrow
