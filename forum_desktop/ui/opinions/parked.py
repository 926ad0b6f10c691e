"""Half-typed texts set aside: one a speaker, kept on the disk, taken up again by a key."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.controls import named, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.opinions.saying import Said, said_in
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.theme import strategy_color

if TYPE_CHECKING:
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.words import Words

_WIDE, _HIGH = 720, 300
_BADGE = 46
_MOST_LETTERS = 160
"""Of a text in the list: its beginning tells which one it is."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ParkedText(NamedTuple):
    """A text set aside, and the place of its draft."""

    place: str
    said: Said


def read_parked(desk: "Desk", folder: str) -> tuple[ParkedText, ...]:
    """Return the texts set aside below a folder of drafts, the last one first."""
    found = services.drafts.list_drafts(desk, folder)
    parked = (ParkedText(place, recalled(desk, json.loads(text))) for place, text in found)
    return tuple(sorted(parked, key=_number, reverse=True))


def recalled(desk: "Desk", fields: dict[str, Any]) -> Said:
    """Return what a draft kept, with the name of its speaker, who may be gone since."""
    said = said_in(fields)
    if said.speaker is None:
        return said
    try:
        person = services.registration.read_attendee(desk, said.speaker.id).attendee
    except Refusal:
        return said.without_speaker()
    return said.named(person.full_name)


def next_place(folder: str, parked: tuple[ParkedText, ...]) -> str:
    """Return a place that no text has."""
    return f"{folder}{max(map(_number, parked), default=0) + 1}"


class ParkedList(QFrame):
    """Opens over the page; Enter takes a text up, Esc goes back."""

    def __init__(
        self, words: "Words", over: QWidget, resume: Callable[[ParkedText], object]
    ) -> None:
        super().__init__(over)
        self._words, self._over, self._resume = words, over, resume
        self._back: QWidget | None = None
        self.setProperty("look", "popup")
        self.texts = _Texts(self._line, self.resume_chosen, self.close_up)
        self.texts.gone.connect(self.hide)
        named(words, "capture.parked", self.texts)
        self.texts.clicked.connect(lambda _: self.resume_chosen())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(told(words, "capture.parked", "lead"))
        layout.addWidget(self.texts, 1)
        layout.addWidget(told(words, "capture.parked_how", "small"))
        self.hide()

    def open_below(self, box: QWidget, parked: tuple[ParkedText, ...]) -> None:
        """Open over a box with the last text chosen; Esc goes back to the box."""
        self._back = box
        place = box.mapTo(self._over, box.rect().topLeft())
        width = min(_WIDE, self._over.width() - place.x())
        self.setGeometry(place.x(), place.y(), width, _HIGH)
        self.texts.set_rows(parked)
        self.texts.choose(0)
        self.show()
        self.raise_()
        self.texts.setFocus()

    def resume_chosen(self) -> None:
        """Take the chosen text up."""
        chosen = self.texts.chosen()
        self.close_up()
        if isinstance(chosen, ParkedText):
            self._resume(chosen)

    def close_up(self) -> None:
        """Go back to the box."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def _line(self, parked: ParkedText) -> Line:
        said = parked.said
        kind = self._words(f"opinion.kind.{said.kind}")
        who = said.speaker.name if said.speaker else ""
        return Line(
            text=" ".join(said.text.split())[:_MOST_LETTERS],
            under=joined((who, said.behalf, kind)),
            badge=said.code or str(said.number or "–"),
            badge_color=strategy_color(said.number),
        )


class _Texts(RecordList):
    """Takes Enter and Esc, and tells when the cursor goes elsewhere."""

    gone = Signal()

    def __init__(
        self,
        line_of: Callable[[Any], Line],
        enter: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(line_of, badge_width=_BADGE)
        self._enter, self._leave = enter, leave

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take up, or go back."""
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close with the cursor gone."""
        super().focusOutEvent(event)
        self.gone.emit()


def _number(parked: ParkedText) -> int:
    return int(parked.place.rsplit("/", 1)[1])
