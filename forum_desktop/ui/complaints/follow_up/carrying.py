"""Taking over what an earlier forum left open: which forum, then Enter."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from forum_desktop.ui.controls import button, column, row, told
from forum_desktop.ui.display import joined, said_date
from forum_desktop.ui.folding import ENTER, Fold
from forum_desktop.ui.record_list import Line, RecordList

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum
    from forum_desktop.ui.words import Words

_HIGH = 150


class CarryFold(Fold):
    """Offers the other forums of this laptop, the newest first."""

    def __init__(self, words: "Words", give: Callable[["Forum"], object]) -> None:
        super().__init__()
        self._words, self._give = words, give
        self.forums = RecordList(self._line)
        self.forums.setMaximumHeight(_HIGH)
        self.forums.activated.connect(lambda _: self.go_on())
        words.tell(self.forums.setAccessibleName, "follow_up.carry_title")
        words.tell(self.forums.set_hint, "follow_up.carry_none")
        self.go_button = button(words, "follow_up.carry_go", self.go_on, look="primary")
        back = button(words, "person.fold_in", self.fold_in, look="quiet")
        body = column(
            told(words, "follow_up.carry_title", "lead"),
            told(words, "follow_up.carry_how", "small", wraps=True),
            self.forums,
            row(self.go_button, back, None, gap=8),
            gap=6,
        )
        body.setContentsMargins(12, 8, 12, 10)
        self.setLayout(body)

    def begin(self, forums: "tuple[Forum, ...]") -> None:
        """Ask which forum."""
        self.forums.set_rows(forums)
        self.forums.choose(0)
        self.go_button.setEnabled(bool(forums))
        self.fold_out(self.forums)

    def go_on(self) -> None:
        """Give the chosen forum."""
        chosen = self.forums.chosen()
        if chosen is not None:
            self._give(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take over on Enter."""
        if event.key() in ENTER:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _line(self, forum: "Forum") -> Line:
        day = said_date(forum.held_on, self._words.language)
        return Line(text=forum.title, under=joined((forum.code, day)))
