"""The items in order, with planned and real times; keys run the meeting."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.ui.controls import named
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.meeting import AgendaItem, ClockLine
    from forum_desktop.ui.words import Words

_BADGE = 30
_PLAN_WIDTH, _PLAN_HEIGHT = 84, 34
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class PlanLine(QLineEdit):
    """The planned minutes of one item, typed on its own line of the list."""

    given = Signal(str)
    left = Signal()

    def __init__(self, over: RecordList) -> None:
        super().__init__(over.viewport())
        self.setMaxLength(4)
        self.setFixedSize(_PLAN_WIDTH, _PLAN_HEIGHT)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hide()

    def open_at(self, place: QRect, minutes: str) -> None:
        """Stand at the right end of a line, with minutes to go on from."""
        self.setText(minutes)
        self.move(place.right() - _PLAN_WIDTH - 8, place.bottom() - _PLAN_HEIGHT - 2)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give on Enter, leave on Esc; digits count on any layout."""
        key = latin_key(event)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.given.emit(self.text())
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _DIGITS and not to_arabic_digits(event.text()).isdigit():
            self.insert(chr(key))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give nothing that was left without Enter."""
        super().focusOutEvent(event)
        self.hide()


class AgendaList(RecordList):
    """Enter takes up, Space goes on, E ends, B is the break, D hands over, digits plan."""

    taken = Signal()
    planned = Signal(object, object)

    def __init__(self, words: "Words", keys: dict[int, Callable[[], object]]) -> None:
        super().__init__(lambda line: _told(words, line), badge_width=_BADGE, pixels=TOKENS.lead)
        self._words, self._keys = words, keys
        self._planning: UUID | None = None
        self.plan = named(words, "agenda.plan", PlanLine(self))
        self.plan.given.connect(self._give_plan)
        self.plan.left.connect(self._leave_plan)
        words.tell(self.plan.setPlaceholderText, "agenda.plan_hint")
        self.doubleClicked.connect(lambda _: self.taken.emit())

    def show_lines(self, lines: "tuple[ClockLine, ...]") -> None:
        """Show the items; the selected one stays selected."""
        chosen = self.item()
        if self.records.rows() == lines:
            return
        self.set_rows(lines)
        self.choose_item(chosen.id if chosen else None)

    def item(self) -> "AgendaItem | None":
        """Return the selected item."""
        line: ClockLine | None = self.chosen()
        return line.item if line else None

    def choose_item(self, item_id: "UUID | None") -> None:
        """Select an item; the first where it is not there."""
        places = (at for at, line in enumerate(self.records.rows()) if line.item.id == item_id)
        self.choose(next(places, 0))

    def begin_plan(self, digit: str = "") -> None:
        """Type the planned minutes of the selected item."""
        item = self.item()
        if item is None:
            return
        self._planning = item.id
        known = "" if item.planned_minutes is None else str(item.planned_minutes)
        self.scrollTo(self.currentIndex())
        self.plan.open_at(self.visualRect(self.currentIndex()), digit or known)
        if not digit:
            self.plan.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the meeting by single keys, on any layout."""
        key = latin_key(event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif key == Qt.Key.Key_Backspace or key in _DIGITS:
            self.begin_plan(chr(key) if key in _DIGITS else "")
        elif key in self._keys:
            # A key held down must not run through the whole agenda.
            if not event.isAutoRepeat():
                self._keys[key]()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters run the meeting; they search for nothing."""

    def _give_plan(self, typed: str) -> None:
        digits = to_arabic_digits(typed).strip()
        if digits.isdecimal() or not digits:
            self.planned.emit(self._planning, int(digits) if digits else None)
        self._leave_plan()

    def _leave_plan(self) -> None:
        self.setFocus()
        self.plan.hide()


def _told(words: "Words", line: "ClockLine") -> Line:
    item = line.item
    is_now = item.begun_at is not None and item.ended_at is None
    color = TOKENS.primary if is_now else TOKENS.good if item.begun_at else TOKENS.line_strong
    return Line(
        text=item.title,
        under=joined((_planned(words, line), _real(words, item))),
        badge=str(item.number),
        badge_color=color,
        mark=words("agenda.over", minutes=line.over) if line.over else "",
        mark_color=TOKENS.warn,
    )


def _planned(words: "Words", line: "ClockLine") -> str:
    begin, minutes = said_time(line.planned_begin), line.item.planned_minutes
    if minutes is None:
        return "" if line.item.begun_at else words("agenda.planned_open", begin=begin)
    if line.item.begun_at:
        return words("agenda.planned_minutes", minutes=minutes)
    return words("agenda.planned", begin=begin, minutes=minutes)


def _real(words: "Words", item: "AgendaItem") -> str:
    if item.begun_at is None:
        return ""
    begin = said_time(item.begun_at)
    if item.ended_at is None:
        return words("agenda.real_open", begin=begin)
    return words("agenda.real", begin=begin, end=said_time(item.ended_at))
