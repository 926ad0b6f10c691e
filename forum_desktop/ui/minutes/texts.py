"""What the clerk types for the minutes: heads, agenda, names, closing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout

from forum_desktop.ui.clock_field import ClockField
from forum_desktop.ui.controls import Text, card, column, field, row
from forum_desktop.ui.display import said_time
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from datetime import date, datetime

    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.records.minutes import MinutesTexts

_LINES = ("recorder_name", "recorder_position", "checker_name", "checker_position")


_MOST_LINES = 9
_FRAME = 18
"""Pixels that border, padding and margin add to the lines."""


class GrowingBox(QPlainTextEdit):
    """A text box that is as high as its text, within reason."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew at another width."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = max(2, int(self.document().size().height()))
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if lines > _MOST_LINES else off)
        shown = min(lines, _MOST_LINES)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + _FRAME)


class AgendaFields(QFrame):
    """One agenda item: what was said, and what the meeting resolved."""

    def __init__(self, words: Words, item: "AgendaItem", changed: Callable[[], object]) -> None:
        super().__init__()
        self._item = item
        self.notes, self.resolution = GrowingBox(), GrowingBox()
        self._title = Text("lead", wraps=True)
        self._title.say(words("minutes.agenda_item", number=item.number, title=item.title))
        self.notes.setPlainText(item.notes)
        self.resolution.setPlainText(item.resolution)
        notes = field(words, "minutes.notes", self.notes)
        resolution = field(words, "minutes.resolution", self.resolution)
        self.setLayout(column(card(self._title, notes, resolution, gap=4)))
        for box in (self.notes, self.resolution):
            box.textChanged.connect(changed)

    def number(self) -> int:
        """Return the number of the item."""
        return self._item.number

    def changed_item(self) -> "AgendaItem | None":
        """Return the item as typed, or None where nothing was changed."""
        typed = replace(
            self._item, notes=self.notes.toPlainText(), resolution=self.resolution.toPlainText()
        )
        return None if typed == self._item else typed

    def is_saved(self, item: "AgendaItem") -> None:
        """Remember what is kept now."""
        self._item = item


class MinutesForm(QFrame):
    """All texts of the minutes, in the order of the document."""

    def __init__(self, words: Words, changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._texts: MinutesTexts | None = None
        self.meeting_number = QLineEdit()
        self.started_at, self.ended_at = ClockField(), ClockField()
        self.opening, self.closing = GrowingBox(), GrowingBox()
        self.lines = {name: QLineEdit() for name in _LINES}
        self.agenda: list[AgendaFields] = []
        self._agenda_column = column()
        self._lay_out()
        self._listen()

    def show_texts(self, texts: "MinutesTexts", items: "tuple[AgendaItem, ...]") -> None:
        """Show what is kept."""
        self._texts = texts
        self.meeting_number.setText(texts.meeting_number)
        self.started_at.show_moment(texts.started_at)
        self.ended_at.show_moment(texts.ended_at)
        self.opening.setPlainText(texts.opening)
        self.closing.setPlainText(texts.closing)
        for name, line in self.lines.items():
            line.setText(getattr(texts, name))
        self._show_agenda(items)

    def faulty_field(self) -> ClockField | None:
        """Return a time field that holds no time of day."""
        return next((c for c in (self.started_at, self.ended_at) if c.is_faulty()), None)

    def changed_texts(self, day: "date") -> "MinutesTexts | None":
        """Return the texts as typed, or None where nothing was changed."""
        assert self._texts is not None
        typed = replace(
            self._texts,
            meeting_number=self.meeting_number.text(),
            opening=self.opening.toPlainText(),
            closing=self.closing.toPlainText(),
            started_at=self._moment(self.started_at, self._texts.started_at, day),
            ended_at=self._moment(self.ended_at, self._texts.ended_at, day),
            recorder_name=self.lines["recorder_name"].text(),
            recorder_position=self.lines["recorder_position"].text(),
            checker_name=self.lines["checker_name"].text(),
            checker_position=self.lines["checker_position"].text(),
        )
        return None if typed == self._texts else typed

    def changed_items(self) -> "tuple[AgendaItem, ...]":
        """Return the agenda items that were changed."""
        return tuple(item for item in (f.changed_item() for f in self.agenda) if item)

    def is_saved(self, texts: "MinutesTexts | None", items: "tuple[AgendaItem, ...]") -> None:
        """Remember what is kept now; what was typed since stays a change."""
        self._texts = texts or self._texts
        for fields in self.agenda:
            for item in items:
                if item.number == fields.number():
                    fields.is_saved(item)

    def fields(self) -> dict[str, str]:
        """Return what differs from what is kept, for the draft."""
        typed = {name: box.toPlainText() for name, box in self._boxes().items()}
        typed |= {name: line.text() for name, line in self._all_lines().items()}
        return typed

    def fill(self, kept: Mapping[str, str]) -> None:
        """Put a draft over what is kept."""
        for name, box in self._boxes().items():
            if name in kept and kept[name] != box.toPlainText():
                box.setPlainText(kept[name])
        for name, line in self._all_lines().items():
            if name in kept:
                line.setText(kept[name])

    def _moment(self, field: ClockField, kept: "datetime | None", day: "date") -> "datetime | None":
        # An untouched time keeps its seconds and its own offset.
        shown = said_time(kept) if kept else ""
        return kept if field.text() == shown else field.moment(day)

    def _boxes(self) -> dict[str, QPlainTextEdit]:
        boxes: dict[str, QPlainTextEdit] = {"opening": self.opening, "closing": self.closing}
        for fields in self.agenda:
            boxes[f"notes{fields.number()}"] = fields.notes
            boxes[f"resolution{fields.number()}"] = fields.resolution
        return boxes

    def _all_lines(self) -> dict[str, QLineEdit]:
        times = {"started_at": self.started_at, "ended_at": self.ended_at}
        return {"meeting_number": self.meeting_number, **times, **self.lines}

    def _show_agenda(self, items: "tuple[AgendaItem, ...]") -> None:
        for fields in self.agenda:
            self._agenda_column.removeWidget(fields)
            fields.hide()
            fields.deleteLater()
        self.agenda = [AgendaFields(self._words, item, self._changed) for item in items]
        for fields in self.agenda:
            self._agenda_column.addWidget(fields)

    def _listen(self) -> None:
        for line in self._all_lines().values():
            line.setMaxLength(400)
            line.textEdited.connect(lambda _: self._changed())
        for box in (self.opening, self.closing):
            box.textChanged.connect(self._changed)

    def _lay_out(self) -> None:
        words, lines = self._words, self.lines
        head = row(
            field(words, "minutes.meeting_number", self.meeting_number),
            field(words, "minutes.started_at", self.started_at),
            field(words, "minutes.ended_at", self.ended_at),
        )
        opening = field(words, "minutes.opening", self.opening)
        closing = field(words, "minutes.closing", self.closing)
        people = [
            row(
                field(words, f"minutes.{who}_name", lines[f"{who}_name"]),
                field(words, f"minutes.{who}_position", lines[f"{who}_position"]),
            )
            for who in ("recorder", "checker")
        ]
        first = card(head, opening, gap=6)
        last = card(closing, *people, gap=6)
        layout: QVBoxLayout = column(first, self._agenda_column, last)
        self.setLayout(layout)
