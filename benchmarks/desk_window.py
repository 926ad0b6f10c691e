"""A process with a real window at the registration desk, driven by keys; prints JSON."""

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.hands import Eyes, Hands, settle, until
from benchmarks.journeys import count_keys
from forum_desktop import services
from forum_desktop.app import build
from forum_desktop.records.people import Attendee
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.wording import Wording

TYPED, SEARCHES, CHECK_INS = 40, 500, 200
BARE_ROWS, BARE_ROUNDS = 20, 200


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at the desk, and those whom its list knows."""

    view: DeskView
    hands: Hands
    people: list[Attendee]


def main(word: str, folder: Path) -> None:
    """Do what `word` names on a folder's file, which holds one forum with many people."""
    people = _people(folder)
    application = QApplication([])
    window = build(folder, Wording("th"), application)
    window.show()
    window.activateWindow()
    until(lambda: window.overview is not None)
    settle(1.0)
    told = {"keys": _keys, "memory": _memory, "journeys": _journeys}[word](window, people)
    window.close()
    print(json.dumps(told), flush=True)


def _keys(window: MainWindow, people: list[Attendee]) -> dict[str, list[float]]:
    seat, searches = _sit_down(window, people), _timed_searches()
    keys = [key for person in people[:TYPED] for key in _type_name(seat, person)]
    bare = list(_paint_bare(window, people))
    return {"keys": keys, "searches": searches, "bare": bare}


def _memory(window: MainWindow, people: list[Attendee]) -> dict[str, float]:
    before, peak_before = _status("VmRSS"), _status("VmHWM")
    seat = _sit_down(window, people)
    for person in people[:SEARCHES]:
        _look_for(seat, person)
    for person in people[-CHECK_INS:]:
        _look_for(seat, person)
        seat.hands.enter()
        until(lambda: seat.view.is_fresh)
    settle(1.0)
    return {"grown": _status("VmRSS") - before, "peak": _status("VmHWM") - peak_before}


def _journeys(window: MainWindow, people: list[Attendee]) -> list[tuple[str, float, float]]:
    seat = _sit_down(window, people)
    return list(count_keys(seat.view, seat.hands, seat.people))


def _people(folder: Path) -> list[Attendee]:
    desk = services.start.open_desk(folder)
    forum = services.forums.list_forums(desk)[0]
    rows = services.registration.find_attendees(desk, forum.id, "", 20_000)
    desk.close()
    return [row.attendee for row in rows]


def _sit_down(window: MainWindow, people: list[Attendee]) -> Seat:
    window.visit(PageName.REGISTRATION)
    view = cast("RegistrationPage", window.current).desk
    until(view.box.hasFocus)
    settle(0.5)
    return Seat(view, Hands(window), people)


def _type_name(seat: Seat, person: Attendee) -> Iterator[float]:
    """Yield the milliseconds from each key of a name to the list painted with its answer."""
    view = seat.view
    view.escape()
    for letter in f"{person.first_name} {person.last_name}":
        text = view.box.text() + letter
        eyes = Eyes(view.found.viewport(), lambda text=text: _is_answered(view, text))  # type: ignore[misc]
        begin = time.perf_counter()
        seat.hands.type(letter)
        eyes.wait()
        yield 1000 * (time.perf_counter() - begin)


def _is_answered(view: DeskView, text: str) -> bool:
    return view.found.typed == text and not view.found.is_asking


def _timed_searches() -> list[float]:
    """Return a list into which every search from now on writes its milliseconds."""
    times: list[float] = []
    find = services.registration.find_attendees

    def timed(*asked: Any) -> Any:
        begin = time.perf_counter()
        found = find(*asked)
        times.append(1000 * (time.perf_counter() - begin))
        return found

    services.registration.find_attendees = timed  # type: ignore[assignment]
    return times


def _paint_bare(window: MainWindow, people: list[Attendee]) -> Iterator[float]:
    """Yield the milliseconds in which a bare list of the same size shows other rows."""
    model, bare = QStringListModel(), QListView()
    bare.setModel(model)
    bare.resize(window.size())
    bare.show()
    until(bare.isVisible)
    for number in range(BARE_ROUNDS):
        eyes = Eyes(bare.viewport(), lambda: True)
        begin = time.perf_counter()
        model.setStringList([p.full_name for p in people[number:][:BARE_ROWS]])
        eyes.wait()
        yield 1000 * (time.perf_counter() - begin)
    bare.close()


def _look_for(seat: Seat, person: Attendee) -> None:
    """Type a name in place of what stands in the box, and wait for who is found."""
    seat.view.box.selectAll()
    typed = f"{person.first_name} {person.last_name}"
    seat.hands.type(typed)
    until(lambda: _is_answered(seat.view, typed))


def _status(name: str) -> float:
    """Return the megabytes that the kernel tells of this process."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
