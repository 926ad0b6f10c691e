"""The votes counted on one agenda item."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.ui.controls import column, field, row, told
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.meeting import AgendaItem

NAMES = ("votes_for", "votes_against", "votes_abstained")
_COUNT = QRegularExpression("[0-9๐-๙]{0,5}")
_WIDTH = 110


class VoteFields(QFrame):
    """Three counts; an empty field is a count that was not taken."""

    def __init__(self, words: Words, item: "AgendaItem", changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed
        self.fields = {name: self._field() for name in NAMES}
        self._hint = told(words, "minutes.votes_incomplete", "small", wraps=True)
        counts = [field(words, f"minutes.{name}", line) for name, line in self.fields.items()]
        self.setLayout(column(row(*counts, None), self._hint, gap=4))
        self.renew(item)
        self._show_hint()

    def renew(self, item: "AgendaItem") -> None:
        """Show the counts of the item."""
        for name, line in self.fields.items():
            votes = getattr(item, name)
            told = "" if votes is None else str(votes)
            if to_arabic_digits(line.text()) != told:
                line.setText(told)

    def votes(self) -> dict[str, int | None]:
        """Return the counts by their names in the record."""
        typed = {name: to_arabic_digits(line.text()) for name, line in self.fields.items()}
        return {name: int(text) if text else None for name, text in typed.items()}

    def _field(self) -> QLineEdit:
        line = QLineEdit()
        line.setFixedWidth(_WIDTH)
        line.setValidator(QRegularExpressionValidator(_COUNT, line))
        line.textChanged.connect(lambda _: self._typed())
        return line

    def _typed(self) -> None:
        self._show_hint()
        self._changed()

    def _show_hint(self) -> None:
        counted = self.votes()
        any_count = any(count is not None for count in counted.values())
        is_whole = None not in {counted["votes_for"], counted["votes_against"]}
        self._hint.setVisible(any_count and not is_whole)
