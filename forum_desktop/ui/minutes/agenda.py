"""One agenda item as the clerk types it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from forum_desktop.ui.controls import Text, card, column, field
from forum_desktop.ui.minutes.growing_box import GrowingBox
from forum_desktop.ui.minutes.votes import VoteFields
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.meeting import AgendaItem


class AgendaFields(QFrame):
    """What was said, what the meeting resolved, and the votes counted on it."""

    def __init__(
        self,
        words: Words,
        item: "AgendaItem",
        changed: Callable[[], object],
        focused: Callable[[GrowingBox], object],
    ) -> None:
        super().__init__()
        self._item, self._words = item, words
        self.notes, self.resolution = GrowingBox(focused), GrowingBox(focused)
        self.votes = VoteFields(words, item, changed)
        self._title = Text("lead", wraps=True)
        self.notes.setPlainText(item.notes)
        self.resolution.setPlainText(item.resolution)
        notes = field(words, "minutes.notes", self.notes)
        resolution = field(words, "minutes.resolution", self.resolution)
        self.setLayout(column(card(self._title, notes, resolution, self.votes, gap=6)))
        for box in (self.notes, self.resolution):
            box.textChanged.connect(changed)
        self.retranslate()

    def number(self) -> int:
        """Return the number of the item."""
        return self._item.number

    def retranslate(self) -> None:
        """Name the item in the current language."""
        item = self._item
        self._title.say(self._words("minutes.agenda_item", number=item.number, title=item.title))

    def changed_item(self) -> "AgendaItem | None":
        """Return the item as typed, or None where nothing was changed."""
        counted = self.votes.votes()
        typed = replace(
            self._item,
            notes=self.notes.toPlainText(),
            resolution=self.resolution.toPlainText(),
            votes_for=counted["votes_for"],
            votes_against=counted["votes_against"],
            votes_abstained=counted["votes_abstained"],
        )
        return None if typed == self._item else typed

    def is_saved(self, item: "AgendaItem") -> None:
        """Remember what is kept now."""
        self._item = item

    def renew(self, item: "AgendaItem") -> None:
        """Show what was written of the item elsewhere, unless it is being typed here."""
        is_typing = self.notes.hasFocus() or self.resolution.hasFocus()
        if is_typing or self.changed_item() is not None:
            return
        self._item = item
        texts = ((self.notes, item.notes), (self.resolution, item.resolution))
        for box, text in texts:
            if box.toPlainText() != text:
                box.setPlainText(text)
        self.votes.renew(item)

    def boxes(self) -> dict[str, GrowingBox]:
        """Return the boxes by their names in the draft."""
        number = self.number()
        return {f"notes{number}": self.notes, f"resolution{number}": self.resolution}

    def lines(self) -> dict[str, QLineEdit]:
        """Return the number fields by their names in the draft."""
        return {f"{name}{self.number()}": line for name, line in self.votes.fields.items()}

    def stops(self) -> tuple[QWidget, ...]:
        """Return the controls in the order that Tab visits them."""
        return (self.notes, self.resolution, *self.votes.fields.values())
