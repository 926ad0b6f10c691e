"""Somebody who takes a scripted forum down: keys at the pace of sixty words a minute."""

import re
import time as stopwatch
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from forum_desktop.records.opinion import OpinionKind, OpinionRow
from forum_desktop.ui.opinions.page import OpinionsPage
from tests.acceptance.script import Does, Line, moment
from tests.ui.keyboard import ALT, CTRL, NONE, Typist

KEY_PACE = timedelta(seconds=0.2)
"""A word is five keys, so sixty words a minute are five keys a second."""

_STROKES = re.compile(r"\[(\w+)\]|(.)", re.DOTALL)
_NAMED = {
    "Back": Qt.Key.Key_Backspace,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Esc": Qt.Key.Key_Escape,
}
_KINDS = tuple(OpinionKind)


class FloorClock:
    """The forum's own time. It goes on with the keys, and by a breath at each look."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """Tell the time, a little after the last time: ids keep the order of acts."""
        self.now += timedelta(milliseconds=1)
        return self.now


class Recording:
    """Types line by line. No wait but where a typist at this pace would have her answer."""

    def __init__(self, typist: Typist, page: OpinionsPage, clock: FloorClock) -> None:
        self._typist, self._page, self._clock = typist, page, clock
        self._in_plan, self._kind = "", OpinionKind.NEED
        self._aside: list[Line] = []
        self.strokes: list[float] = []
        """Seconds that the window took for each key."""
        self.lag = timedelta()
        """The furthest that the typist fell behind the floor."""

    def take_down(self, line: Line, said_before: dict[str, str]) -> None:
        """Take one line down; `said_before` holds the texts that have a name."""
        self._clock.now = max(self._clock.now, moment(line.at))
        if line.does is Does.SAY:
            self._say(line)
        elif line.does is Does.PARK:
            self._set_aside(line)
        elif line.does is Does.RESUME:
            self._resume(line)
        elif line.does is Does.SECOND:
            self._second(line, said_before[line.of])
        elif line.does is Does.UNDO:
            self._take_back(said_before[line.of])
        else:
            self._put_right(line, said_before)
        self.lag = max(self.lag, self._clock.now - moment(line.at))

    def _say(self, line: Line) -> None:
        self._go_to(line)
        self._mention(line)
        self._type(line.keys or line.text)
        if not line.keys:
            self._type("".join(f" {mark}" for mark in _marks(line)))
        elif line.urgency and "!" not in line.keys:
            self._type(" " + "!" * line.urgency)
        self._press(Qt.Key.Key_Return, CTRL)

    def _set_aside(self, line: Line) -> None:
        self._go_to(line)
        self._type("".join(f"{mark} " for mark in _marks(line)))
        self._mention(line)
        self._type(line.text)
        self._press(Qt.Key.Key_P, CTRL)
        self._aside.insert(0, line)

    def _resume(self, line: Line) -> None:
        at = next(at for at, one in enumerate(self._aside) if one.name == line.of)
        begun = self._aside.pop(at)
        self._press(Qt.Key.Key_P, CTRL)
        for _ in range(at):
            self._press(Qt.Key.Key_Down)
        self._press(Qt.Key.Key_Return)
        self._in_plan, self._kind = begun.in_plan, begun.kind
        self._type(line.text)
        self._press(Qt.Key.Key_Return, CTRL)

    def _second(self, line: Line, same: str) -> None:
        self._mention(line)
        self._type(line.text)
        offers = self._page.capture.offers
        self._typist.until(lambda: offers.chosen() is not None)
        for _ in range(3):
            offered = offers.chosen()
            if offered is None or offered.text == same:
                break
            self._press(Qt.Key.Key_Down, CTRL)
        assert offered is not None
        assert offered.text == same
        self._press(Qt.Key.Key_J, CTRL)

    def _take_back(self, text: str) -> None:
        self._typist.until(lambda: self._listed()[:1] == [text])
        self._press(Qt.Key.Key_Z, CTRL)
        self._typist.until(lambda: text not in self._listed())

    def _put_right(self, line: Line, said_before: dict[str, str]) -> None:
        before = self._page.said.opinions.records.rows()
        if line.does is Does.JOIN:
            for name in (line.of, *line.others):
                self._choose(said_before[name])
                self._press(Qt.Key.Key_Space)
            self._press(Qt.Key.Key_J)
        else:
            self._choose(said_before[line.of])
        if line.does is Does.SORT:
            self._type(line.in_plan.replace(".", ""))
        elif line.does is Does.CALL:
            self._press(Qt.Key.Key_F7 + _KINDS.index(line.kind))
        elif line.does is Does.REWORD:
            self._press(Qt.Key.Key_E)
            self._press(Qt.Key.Key_End, CTRL)
            self._type(line.text)
            self._press(Qt.Key.Key_Return, CTRL)
        self._typist.until(lambda: self._page.said.opinions.records.rows() != before)
        self._typist.until(lambda: self._page.said.is_in_hand)
        self._press(Qt.Key.Key_Escape)

    def _choose(self, text: str) -> None:
        self._press(Qt.Key.Key_D, CTRL)
        self._press(Qt.Key.Key_Home)
        for _ in range(self._listed().index(text)):
            self._press(Qt.Key.Key_Down)
        chosen = self._page.said.opinions.chosen()
        assert isinstance(chosen, OpinionRow)
        assert chosen.opinion.text == text

    def _listed(self) -> list[str]:
        return [row.opinion.text for row in self._page.said.feed.opinions()]

    def _go_to(self, line: Line) -> None:
        if line.in_plan != self._in_plan:
            if line.in_plan:
                self._type(f"{line.in_plan} ")
            else:
                self._press(Qt.Key.Key_0, ALT)
        if line.kind is not self._kind:
            self._press(Qt.Key.Key_F7 + _KINDS.index(line.kind))
        self._in_plan, self._kind = line.in_plan, line.kind

    def _mention(self, line: Line) -> None:
        mentions = self._page.capture.mentions
        for who in filter(None, (line.speaker, line.behalf)):
            self._type(f"@{who}")
            self._typist.until(lambda: not mentions._asking.is_open)
            self._press(Qt.Key.Key_Return)
            assert not mentions.is_open, who

    def _type(self, keys: str) -> None:
        for name, letter in _STROKES.findall(keys):
            if name == "Enter" or letter == "\n":
                self._press(Qt.Key.Key_Return)
            elif name:
                self._press(_NAMED[name])
            else:
                self._stroke(partial(self._typist.type, letter))

    def _press(self, key: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
        text = "\r" if key == Qt.Key.Key_Return and modifiers == NONE else ""
        self._stroke(lambda: self._typist.press(key, modifiers, text))

    def _stroke(self, press: Callable[[], object]) -> None:
        begun = stopwatch.perf_counter()
        press()
        QCoreApplication.processEvents()
        self.strokes.append(stopwatch.perf_counter() - begun)
        self._clock.now += KEY_PACE


def _marks(line: Line) -> list[str]:
    places = [f"#{line.place.replace(' ', '')}"] if line.place else []
    urgency = ["!" * line.urgency] if line.urgency else []
    return [*places, *(f"#{tag}" for tag in line.tags), *urgency]
