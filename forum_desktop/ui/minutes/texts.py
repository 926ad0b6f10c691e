"""What the clerk types for the minutes: heads, agenda, names, closing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from forum_desktop.ui.clock_field import ClockField
from forum_desktop.ui.controls import card, column, field, restyle, row
from forum_desktop.ui.display import said_time
from forum_desktop.ui.minutes.agenda import AgendaFields
from forum_desktop.ui.minutes.growing_box import GrowingBox
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from datetime import date, datetime

    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.records.minutes import MinutesTexts

_LINES = ("recorder_name", "recorder_position", "checker_name", "checker_position")


class MinutesForm(QFrame):
    """All texts of the minutes, in the order of the document."""

    def __init__(self, words: Words, changed: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._changed = words, changed
        self._texts: MinutesTexts | None = None
        self._is_locked = False
        self.meeting_number = QLineEdit()
        self.started_at, self.ended_at = ClockField(), ClockField()
        self.opening, self.closing = GrowingBox(self._typed_in), GrowingBox(self._typed_in)
        self.typed_last = self.opening
        """The box that the cursor was in last; phrases go there."""
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
            # A long name is read from its beginning.
            line.setCursorPosition(0)
        self._show_agenda(items)

    def take_standing(self, texts: "MinutesTexts") -> None:
        """Take over where the minutes stand; what is typed stays."""
        if self._texts is not None:
            self._texts = replace(
                self._texts,
                status=texts.status,
                certified_on=texts.certified_on,
                certified_how=texts.certified_how,
                reopened=texts.reopened,
            )

    def renew_items(self, items: "tuple[AgendaItem, ...]") -> None:
        """Show what was written of the agenda elsewhere; what is typed here stays."""
        by_number = {item.number: item for item in items}
        for fields in self.agenda:
            if (item := by_number.get(fields.number())) is not None:
                fields.renew(item)

    def lock(self, *, is_locked: bool) -> None:
        """Let everything be read and copied, but not changed; or let it be changed again."""
        self._is_locked = is_locked
        for box in self._boxes().values():
            box.setReadOnly(is_locked)
            restyle(box)
        for line in self._all_lines().values():
            line.setReadOnly(is_locked)

    def retranslate(self) -> None:
        """Name the agenda items in the current language."""
        for fields in self.agenda:
            fields.retranslate()

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
        """Return what is typed, for the draft."""
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

    def _typed_in(self, box: GrowingBox) -> None:
        self.typed_last = box

    def _boxes(self) -> dict[str, GrowingBox]:
        boxes = {"opening": self.opening, "closing": self.closing}
        for fields in self.agenda:
            boxes |= fields.boxes()
        return boxes

    def _all_lines(self) -> dict[str, QLineEdit]:
        times = {"started_at": self.started_at, "ended_at": self.ended_at}
        lines = {"meeting_number": self.meeting_number, **times, **self.lines}
        for fields in self.agenda:
            lines |= fields.lines()
        return lines

    def _show_agenda(self, items: "tuple[AgendaItem, ...]") -> None:
        for fields in self.agenda:
            self._agenda_column.removeWidget(fields)
            fields.hide()
            fields.deleteLater()
        self.typed_last = self.opening
        self.agenda = [
            AgendaFields(self._words, item, self._changed, self._typed_in) for item in items
        ]
        for fields in self.agenda:
            self._agenda_column.addWidget(fields)
        self.lock(is_locked=self._is_locked)
        self._order_tabs()

    def _order_tabs(self) -> None:
        # The items were made after the fields below them.
        stops = [stop for fields in self.agenda for stop in fields.stops()]
        for before, after in pairwise((self.opening, *stops, self.closing)):
            self.setTabOrder(before, after)

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
