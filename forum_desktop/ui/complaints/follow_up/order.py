"""Ordering something: what, of whom, until when, and what it comes from."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from forum_desktop.ui.choice import TypedChoice
from forum_desktop.ui.controls import button, column, field, row, told
from forum_desktop.ui.date_field import DateField
from forum_desktop.ui.folding import ENTER, Fold

if TYPE_CHECKING:
    from forum_desktop.records.assignment import Assignment
    from forum_desktop.ui.words import Words

_CTRL = Qt.KeyboardModifier.ControlModifier


class Ordered(NamedTuple):
    """What was typed; `due_on` is None where no day was."""

    source: str
    task: str
    ordered_by: str
    to_officer: str
    unit: str
    due_on: date | None


class OrderForm(Fold):
    """Enter leads from field to field and from the last one keeps; Ctrl+Enter keeps at once."""

    def __init__(self, words: "Words", give: Callable[[Ordered], object]) -> None:
        super().__init__()
        self._words, self._give = words, give
        self.correcting: Assignment | None = None
        self.source, self.task, self.day = QLineEdit(), QLineEdit(), DateField()
        self.by, self.officer, self.unit = TypedChoice(), TypedChoice(), TypedChoice()
        self.keep_button = button(words, "follow_up.order_keep", self.keep, look="primary")
        self._fields: tuple[QWidget, ...] = (
            self.task,
            self.officer,
            self.unit,
            self.day,
            self.by,
            self.source,
        )
        self._lay_out()
        for choice in (self.by, self.officer, self.unit):
            # What is offered under a field takes Enter for itself; it leads on all the same.
            choice.offered().installEventFilter(self)

    def offer(self, officers: Iterable[str], units: Iterable[str]) -> None:
        """Offer the officers and units of the pack; others may be typed."""
        known = tuple(officers)
        for choice in (self.by, self.officer):
            choice.offer(known)
        self.unit.offer(units)

    def begin(self, *, source: str = "", task: str = "") -> None:
        """Ask for a new order."""
        self.correcting = None
        self._fill(task=task, source=source)
        self.source.setEnabled(True)
        self.by.setEnabled(True)
        self.fold_out(self.task)

    def correct(self, assignment: "Assignment") -> None:
        """Ask for what is to be put right; number and source stay."""
        self._fill(
            task=assignment.task, source=assignment.source_reference, by=assignment.ordered_by
        )
        self.officer.setEditText(assignment.to_officer)
        self.unit.setEditText(assignment.unit)
        if assignment.due_on:
            self.day.show_day(assignment.due_on, self._words.language)
        self.source.setEnabled(False)
        self.by.setEnabled(False)
        self.correcting = assignment
        self.fold_out(self.task)

    def keep(self) -> None:
        """Give what was typed; a day that is none is asked for again."""
        if self.day.text().strip() and self.day.day() is None:
            self.day.setFocus()
            self.day.selectAll()
            return
        self._give(
            Ordered(
                source=self.source.text().strip(),
                task=self.task.text(),
                ordered_by=self.by.currentText(),
                to_officer=self.officer.currentText(),
                unit=self.unit.currentText(),
                due_on=self.day.day(),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Enter on."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & _CTRL:
            self.keep()
        else:
            self._lead_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is offered and chosen at Enter, and lead on."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if not is_key or event.key() not in ENTER:  # type: ignore[attr-defined]
            return False
        for choice in (self.by, self.officer, self.unit):
            if choice.offered() is watched:
                choice.take_offered()
        self.keyPressEvent(event)  # type: ignore[arg-type]
        return True

    def _lead_on(self) -> None:
        if self.window().focusWidget() in {self._last(), self.keep_button}:
            self.keep()
        else:
            self.focusNextChild()

    def _last(self) -> QWidget:
        return self.by if not self.source.isEnabled() else self.source

    def _fill(self, *, task: str, source: str, by: str = "") -> None:
        self.task.setText(task)
        self.source.setText(source)
        self.by.setEditText(by)
        for choice in (self.officer, self.unit):
            choice.setEditText("")
        self.day.clear()

    def _lay_out(self) -> None:
        words = self._words
        for line in (self.task, self.source):
            line.setMaxLength(500)
        words.tell(self.day.setPlaceholderText, "follow_up.day_hint")
        words.tell(self.source.setPlaceholderText, "follow_up.source_hint")
        back = button(words, "person.fold_in", self.fold_in, look="quiet")
        whom = row(
            field(words, "follow_up.officer", self.officer),
            field(words, "follow_up.unit", self.unit),
        )
        when = row(field(words, "follow_up.day", self.day), field(words, "follow_up.by", self.by))
        for line_of_two in (whom, when):
            line_of_two.setStretch(0, 1)
            line_of_two.setStretch(1, 1)
        body = column(
            told(words, "follow_up.order_title", "lead"),
            field(words, "follow_up.task", self.task),
            whom,
            when,
            field(words, "follow_up.source", self.source),
            row(self.keep_button, back, None, gap=8),
            gap=6,
        )
        body.setContentsMargins(12, 8, 12, 10)
        self.setLayout(body)
