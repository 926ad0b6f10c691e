"""A report across forums, or what a search found, as a table."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from forum_desktop.thai.calendar import short_date
from forum_desktop.ui.table_view import Cell, TableView
from forum_desktop.ui.theme import TOKENS, font

if TYPE_CHECKING:
    from forum_desktop.ui.words import Words

_PAD = 24
_HEAD = "document.office_report.head."
_UNSAID = {"strategy": "no_strategy", "unit": "no_unit"}


class ReportTable(TableView):
    """Rows are records of one kind; the heads are the names of their facts."""

    def __init__(self, words: "Words") -> None:
        heads = QHeaderView(Qt.Orientation.Horizontal)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setProperty("look", "heads")
        super().__init__(self._cell_of, heads, QHeaderView(Qt.Orientation.Vertical))
        self._words = words
        self._facts: tuple[str, ...] = ()
        self.verticalHeader().hide()

    def show_lines(self, lines: Sequence[Any], facts: Sequence[str] = ()) -> None:
        """Show these lines with all their facts, or with those that are named."""
        self._facts = tuple(facts) or tuple(f.name for f in fields(lines[0])) if lines else ()
        heads = [self._words(_HEAD + fact) for fact in self._facts]
        self.show_rows(lines, heads)
        metrics = QFontMetrics(font(TOKENS.body, bold=True))
        self.fit([metrics.horizontalAdvance(head) + _PAD for head in heads])
        self.choose(0, 0)

    def _cell_of(self, line: Any, at: int) -> Cell:
        fact = self._facts[at]
        value = getattr(line, fact)
        if value in {"", None}:
            unsaid = _UNSAID.get(fact)
            return Cell(self._words(f"document.office_report.{unsaid}") if unsaid else "")
        if isinstance(value, date):
            is_thai = self._words.language == "th"
            return Cell(short_date(value) if is_thai else value.isoformat())
        ink = (
            TOKENS.bad if fact in {"overdue", "days_left"} and _is_late(fact, value) else TOKENS.ink
        )
        return Cell(f"{value:,}" if isinstance(value, int) else str(value), ink=ink)


def _is_late(fact: str, value: int) -> bool:
    return value > 0 if fact == "overdue" else value < 0
