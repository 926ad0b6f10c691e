"""Who waits for the floor: labels large, names small."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from forum_desktop.ui.display import joined
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from forum_desktop.records.meeting import QueueLine, SpeakerQueue
    from forum_desktop.ui.words import Words

_BADGE = 34
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class QueueList(RecordList):
    """Single keys give and end the floor; any other letter begins the box."""

    given = Signal()
    typed = Signal(str)

    def __init__(self, words: "Words", keys: dict[int, Callable[[], object]]) -> None:
        super().__init__(self._told, badge_width=_BADGE, pixels=TOKENS.title)
        self._words, self._keys = words, keys
        self._places: dict[UUID, int] = {}
        self._before: dict[str, int] = {}
        self.sectors: Mapping[str, str] = {}
        self.doubleClicked.connect(lambda _: self.given.emit())

    def show_queue(self, queue: "SpeakerQueue") -> None:
        """Show who waits; the selected one stays selected."""
        chosen = self.turn_line()
        waiting = queue.waiting
        self._places = {line.turn.id: at for at, line in enumerate(waiting, start=1)}
        self._before = _times_heard(queue)
        if self.records.rows() != waiting:
            self.set_rows(waiting)
        places = (
            at for at, line in enumerate(waiting) if chosen and line.turn.id == chosen.turn.id
        )
        self.choose(next(places, 0))
        self.viewport().update()

    def turn_line(self) -> "QueueLine | None":
        """Return the selected line."""
        line: QueueLine | None = self.chosen()
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act, or hand the letter to the box."""
        key = latin_key(event)
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.given.emit()
        elif key in self._keys and not event.modifiers() & _SHIFT:
            # A key held down must not run through the whole queue.
            if not event.isAutoRepeat():
                self._keys[key]()
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters go to the box; they search for nothing here."""

    def _told(self, line: "QueueLine") -> Line:
        turn = line.turn
        heard = self._before.get(_who(line), 0)
        sector = self.sectors.get(turn.sector, "")
        return Line(
            text=turn.label,
            under=joined((line.name, sector if sector != turn.label else "")),
            badge=str(self._places.get(turn.id, "")),
            badge_color=TOKENS.primary,
            mark=self._words("speakers.heard_before", count=heard) if heard else "",
        )


def _times_heard(queue: "SpeakerQueue") -> dict[str, int]:
    heard: dict[str, int] = {}
    for line in queue.lines:
        if line.turn.begun_at is not None:
            heard[_who(line)] = heard.get(_who(line), 0) + 1
    return heard


def _who(line: "QueueLine") -> str:
    """Return by what one is known again: the person, or else the label."""
    return str(line.turn.attendee_id or line.turn.label)
