"""An open file under review: its rows as a table, what stands under the cursor, and the act."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from forum_desktop.records.importing import RowDecision
from forum_desktop.ui.controls import button, column, named, row, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.keys import ALT, CTRL, NONE
from forum_desktop.ui.registration.importing.chips import FilterChips
from forum_desktop.ui.registration.importing.detail import Detail
from forum_desktop.ui.registration.importing.file_line import FileLine
from forum_desktop.ui.registration.importing.heads import ColumnHeads
from forum_desktop.ui.registration.importing.looks import cell_of
from forum_desktop.ui.registration.importing.open_file import Filter, allowed, next_decision
from forum_desktop.ui.registration.importing.row_signs import RowSigns
from forum_desktop.ui.table_view import TableView

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from forum_desktop.records.importing import ImportField
    from forum_desktop.ui.registration.importing.open_file import OpenFile, SheetRow
    from forum_desktop.ui.table_view import Cell
    from forum_desktop.ui.words import Words


class Review(QFrame):
    """Shows an open file and changes decisions; what needs another look is asked for by signals."""

    write_wanted = Signal()
    column_told = Signal(int, object)

    def __init__(
        self, words: "Words", tell_known: "Callable[[UUID, Callable[[str], object]], object]"
    ) -> None:
        super().__init__()
        self._words, self._tell_known = words, tell_known
        self.file: OpenFile | None = None
        self._cursor = (0, 0)
        self.heads = ColumnHeads(words)
        self.chips, self.detail = FilterChips(words), Detail(words)
        self.table = TableView(self._cell_of, self.heads, RowSigns(words))
        # It is longer than the table may be high.
        self.heads.chooser.setParent(self)
        self.line = FileLine(words)
        self.write = button(words, "importing_view.nothing", self.write_wanted.emit, look="primary")
        self._lay_out()
        self._connect()

    @property
    def is_busy(self) -> bool:
        """Whether the file is being looked at."""
        return self.line.is_busy

    def show_file(self, file: "OpenFile", *, is_same: bool = False) -> None:
        """Show a file; where it is the same as before, the cursor and the filter stay."""
        if not is_same:
            self.chips.chips[Filter.ROWS].setChecked(True)
            used = (column.index for column in file.preview.columns if column.field)
            self._cursor = (0, next(used, 0))
        self.file = file
        self.heads.show_columns(file.preview.columns)
        self.line.show_file(file.preview)
        if not file.counts[self.chips.filter]:
            self.chips.chips[Filter.ROWS].setChecked(True)
        self._show_rows()
        self._fit()

    def clear(self) -> None:
        """Take every name off the screen; the file stays in hand."""
        self.heads.chooser.hide()
        self.table.records.show_rows((), ())
        self.detail.tell(None, 0, "", "")
        self.line.name.say("")

    def retranslate(self) -> None:
        """Say the states and counts again."""
        if self.file is not None:
            self._show_rows()
            self._fit()

    def show_busy(self, key: str) -> None:
        """Say that the worker is at it; an empty key that it is done."""
        self.line.show_busy(key)
        self.write.setEnabled(not key and self._is_writable())

    def choose_filter(self) -> None:
        """Show only the rows of the chip that was pressed."""
        self._show_rows()
        self.table.setFocus()

    def open_chooser(self, at: int | None = None) -> None:
        """Offer what a column may hold, by default the one under the cursor."""
        column = self.table.currentIndex().column() if at is None else at
        if column < 0 or self.is_busy:
            return
        self.table.choose(max(self.table.currentIndex().row(), 0), column)
        self.table.scrollTo(self.table.currentIndex())
        self.heads.open_chooser(column)

    def next_problem(self, step: int = 1) -> None:
        """Go to the next cell or row that somebody should look at, around."""
        rows = self.table.records.rows()
        here = (self.table.currentIndex().row(), self.table.currentIndex().column())
        places = [(at, c) for at, told in enumerate(rows) for c in told.odd_columns()]
        if not places:
            return
        if step > 0:
            goal = next((place for place in places if place > here), places[0])
        else:
            goal = next((place for place in reversed(places) if place < here), places[-1])
        self.table.choose(*goal)
        self.table.setFocus()

    def turn_decision(self) -> None:
        """Take the next of the decisions that are open for the row under the cursor."""
        chosen: SheetRow | None = self.table.chosen()
        if chosen is not None and chosen.row is not None and allowed(chosen.row):
            self.decide(next_decision(chosen.row))

    def decide(self, decision: RowDecision) -> None:
        """Decide what is done with the row under the cursor."""
        chosen: SheetRow | None = self.table.chosen()
        if self.file is None or chosen is None or decision not in allowed(chosen.row):
            return
        self.file = self.file.decide(chosen.line.number, decision)
        rows = self.file.rows
        changed = next(told for told in rows if told.line.number == chosen.line.number)
        self.table.records.put(self.table.currentIndex().row(), changed)
        self._say_counts()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the new room."""
        super().resizeEvent(event)
        self._fit()

    def _cell_of(self, told: "SheetRow", at: int) -> "Cell":
        return cell_of(self._words, told, at)

    def _show_rows(self) -> None:
        assert self.file is not None
        number, at = self._cursor
        heads = [self.heads.said(column)[0] for column in self.file.preview.columns]
        rows = self.file.shown(self.chips.filter)
        self.table.show_rows(rows, heads)
        places = (n for n, told in enumerate(rows) if told.line.number >= number)
        self.table.choose(next(places, 0), at)
        self._say_counts()
        self._tell()

    def _say_counts(self) -> None:
        assert self.file is not None
        self.chips.show_counts(self.file)
        said = self._said_act()
        self.write.setText(said)
        self.write.setAccessibleName(said)
        self.write.setEnabled(self._is_writable() and not self.is_busy)

    def _said_act(self) -> str:
        assert self.file is not None
        if self.file.preview.missing:
            return self._words("importing_view.tell_columns")
        if not self._is_writable():
            return self._words("importing_view.nothing")
        counts = (
            ("add", self.file.to_add),
            ("change", self.file.to_change),
            ("leave", self.file.left_out),
        )
        said = [
            self._words(f"importing_view.will_{name}", count=f"{count:,}")
            for name, count in counts
            if count
        ]
        return self._words("importing_view.write", what=joined(said))

    def _is_writable(self) -> bool:
        file = self.file
        return bool(file and not file.preview.missing and file.to_add + file.to_change)

    def _tell(self, known: str = "") -> None:
        chosen: SheetRow | None = self.table.chosen()
        at = max(self.table.currentIndex().column(), 0)
        if chosen is not None:
            self._cursor = (chosen.line.number, at)
        columns = self.file.preview.columns if self.file else ()
        head = self.heads.said(columns[at])[0] if at < len(columns) else ""
        self.detail.tell(chosen, at, head, known)
        row = chosen.row if chosen else None
        if not known and row is not None and row.known is not None and allowed(row):
            self._tell_known(row.known, lambda who: self._tell_if_here(chosen, who))

    def _tell_if_here(self, asked: "SheetRow | None", who: str) -> None:
        here: SheetRow | None = self.table.chosen()
        if who and here is not None and asked is not None and here.line == asked.line:
            self._tell(who)

    def _fit(self) -> None:
        if self.file is not None and self.table.records.columnCount():
            self.table.fit(self.heads.widths())

    def _connect(self) -> None:
        self.table.moved.connect(self._tell)
        self.chips.chosen.connect(lambda _: self.choose_filter())
        self.detail.decided.connect(self.decide)
        self.heads.opened.connect(self.open_chooser)
        self.heads.chooser.closed.connect(self.table.setFocus)
        self.heads.chooser.taken.connect(self._told)
        self.table.keys = {
            (NONE, Qt.Key.Key_Space): self.turn_decision,
            (ALT, Qt.Key.Key_Down): self.open_chooser,
            (CTRL, Qt.Key.Key_Up): self.open_chooser,
            (CTRL, Qt.Key.Key_Down): self.next_problem,
        }

    def _told(self, at: int, told_field: "ImportField | None") -> None:
        assert self.file is not None
        if self.file.fields[at] is not told_field:
            self.column_told.emit(at, told_field)

    def _lay_out(self) -> None:
        words = self._words
        named(words, "importing_view.table", self.table)
        words.tell(self.table.corner.say, "importing_view.corner")
        foot = row(told(words, "importing_view.keys", "small", wraps=True), self.write)
        foot.setStretch(0, 1)
        body = column(self.line, self.chips, self.table, self.detail, foot, gap=8)
        body.setStretch(2, 1)
        self.setLayout(body)
