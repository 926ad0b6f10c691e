"""What was said and resolved under one item, typed while it is said."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from forum_desktop import services
from forum_desktop.ui.controls import Text, card, column, field, restyle
from forum_desktop.ui.drafts import DraftKeeper
from forum_desktop.ui.meeting.running_clock import RunningClock, told
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.ui.page import Page

_SAVE_PAUSE = 600
"""Milliseconds without a key before what is typed is kept."""
_RESOLUTION_HEIGHT = 88
_LEAST_HEIGHT = 72


class ItemBox(QPlainTextEdit):
    """A box of plain words; Tab goes on, Esc goes back to the agenda."""

    def __init__(self, focused: "Callable[[ItemBox], object]", back: Callable[[], object]) -> None:
        super().__init__()
        self._focused, self._back = focused, back
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that typing goes here now."""
        super().focusInEvent(event)
        self._focused(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)


class ItemEditor(QFrame):
    """Shows the selected item. Typing is a draft within a second, and kept after a pause."""

    def __init__(self, page: "Page", clock: RunningClock, back: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._clock = page, clock
        self._item: AgendaItem | None = None
        self._is_filling = False
        self._title, self._time = Text("title", wraps=True), Text("lead")
        self.notes, self.resolution = (ItemBox(self._typed_in, back) for _ in range(2))
        self.typed_last = self.notes
        """The box that the cursor was in last; phrases go there."""
        self.drafts = DraftKeeper(self, page.background, self._fields)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_PAUSE)
        self._saving.timeout.connect(self.save)
        for box in (self.notes, self.resolution):
            box.textChanged.connect(self._changed)
        self._lay_out()

    def show_item(self, item: "AgendaItem | None") -> None:
        """Show another item, or what is new of the one shown; what is being typed stays."""
        if self._item is not None and item is not None and item.id == self._item.id:
            self._renew(item)
        else:
            self.save()
            self._item = item
            self._fill()
        self.setEnabled(item is not None)
        self.show_time()

    def show_time(self) -> None:
        """Tell for how long the item has been taken up."""
        item = self._item
        if item is None or item.begun_at is None:
            self._time.say("" if item is None else self._page.words("agenda.not_yet"))
            restyle(self._time, tone="")
            return
        ended = item.ended_at
        taken = (
            int((ended - item.begun_at).total_seconds())
            if ended
            else self._clock.seconds_since(item.begun_at)
        )
        over = taken // 60 - item.planned_minutes if item.planned_minutes is not None else 0
        self._time.say(self._told_time(item, taken, over))
        restyle(self._time, tone="warn" if over > 0 else "good" if ended else "info")

    def restore(self, kept: dict[str, str], items: "tuple[AgendaItem, ...]") -> bool:
        """Put a draft back over what is kept; tell whether there was one of a known item."""
        item = next((one for one in items if str(one.id) == kept.get("item")), None)
        if item is None or ("notes" not in kept and "resolution" not in kept):
            return False
        self.show_item(item)
        self.notes.setPlainText(kept.get("notes", ""))
        self.resolution.setPlainText(kept.get("resolution", ""))
        return True

    def save(self) -> None:
        """Keep what was changed."""
        self._saving.stop()
        item = self._item
        if item is None or not self._is_changed(item):
            return
        notes, resolution = self.notes.toPlainText(), self.resolution.toPlainText()
        self._item = replace(item, notes=notes, resolution=resolution)
        self._page.act(
            self.drafts.cleared_after(
                lambda desk: services.minutes.write_of_item(
                    desk, item.id, notes=notes, resolution=resolution
                )
            ),
            lambda _: None,
            Kind.MINUTES,
            refused=lambda _: self._not_kept(item),
        )

    def lock(self, *, is_locked: bool) -> None:
        """Let everything be read, but nothing changed."""
        for box in (self.notes, self.resolution):
            if box.isReadOnly() is not is_locked:
                box.setReadOnly(is_locked)
                restyle(box)

    def forget(self) -> None:
        """Begin with another forum."""
        self.save()
        self._item = None
        self._fill()

    def _renew(self, item: "AgendaItem") -> None:
        assert self._item is not None
        is_typing = self.notes.hasFocus() or self.resolution.hasFocus()
        if is_typing or self._is_changed(self._item):
            # Typed here a moment ago, or just now: only the times are newer in the file.
            typed = (self._item.notes, self._item.resolution)
            self._item = replace(item, notes=typed[0], resolution=typed[1])
            self._say_title()
            return
        self._item = item
        self._fill()

    def _not_kept(self, item: "AgendaItem") -> None:
        if self._item is not None and self._item.id == item.id:
            self._item = replace(self._item, notes=item.notes, resolution=item.resolution)

    def _fill(self) -> None:
        item = self._item
        self._is_filling = True
        for box, text in (
            (self.notes, item.notes if item else ""),
            (self.resolution, item.resolution if item else ""),
        ):
            if box.toPlainText() != text:
                box.setPlainText(text)
        self._is_filling = False
        self._say_title()

    def _say_title(self) -> None:
        item, words = self._item, self._page.words
        told_item = (
            words("minutes.agenda_item", number=item.number, title=item.title) if item else ""
        )
        self._title.say(told_item)

    def _told_time(self, item: "AgendaItem", taken: int, over: int) -> str:
        words = self._page.words
        key = "agenda.took" if item.ended_at else "agenda.taking"
        said = words(key, time=told(taken))
        if over > 0:
            return f"{said}   {words('agenda.over', minutes=over)}"
        if item.planned_minutes is not None and not item.ended_at:
            return f"{said}   {words('agenda.of_planned', minutes=item.planned_minutes)}"
        return said

    def _is_changed(self, item: "AgendaItem") -> bool:
        typed = (self.notes.toPlainText(), self.resolution.toPlainText())
        return typed != (item.notes, item.resolution)

    def _changed(self) -> None:
        if not self._is_filling and self._item is not None:
            self.drafts.changed()
            self._saving.start()

    def _fields(self) -> dict[str, str]:
        """Return what is typed, for the draft."""
        if self._item is None or not self._is_changed(self._item):
            return {}
        return {
            "item": str(self._item.id),
            "notes": self.notes.toPlainText(),
            "resolution": self.resolution.toPlainText(),
        }

    def _typed_in(self, box: ItemBox) -> None:
        self.typed_last = box

    def _lay_out(self) -> None:
        words = self._page.words
        self.resolution.setFixedHeight(_RESOLUTION_HEIGHT)
        notes = field(words, "minutes.notes", self.notes)
        notes.setStretch(1, 1)
        resolution = field(words, "minutes.resolution", self.resolution)
        self.notes.setMinimumHeight(_LEAST_HEIGHT)
        inside = card(self._title, self._time, notes, resolution, gap=4, widest=2)
        self.setLayout(column(inside))
