"""The keys that journeys at the desk cost, counted by typing them; each is seen to its end."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt

from benchmarks.hands import CTRL, Hands, until
from forum_desktop.records.people import Attendee
from forum_desktop.ui.registration.desk.view import DeskView

KNOWN = 50
SECTOR, COMMUNITY, REASON = "4", "บะขาม", "ผิดคน"
LAST_NAME = "ไม่มีในรายชื่อ"
NEWCOMER = f"นางสาวมาใหม่ {LAST_NAME}"


def count_keys(
    view: DeskView, hands: Hands, people: list[Attendee]
) -> Iterator[tuple[str, float, float]]:
    """Yield each journey, its keys from the empty box to the answer, and how many it may take."""
    listed = [person for person in people if person.phone]
    known = listed[:: len(listed) // KNOWN][:KNOWN]
    for how, typed, most in (("name", _name, 20), ("telephone", _digits, 7)):
        counts = [_known(view, hands, person, typed(person)) for person in known]
        yield f"known person by {how}, mean of {KNOWN}", sum(counts) / KNOWN, most
    spelled = len(NEWCOMER)
    yield f"undo, {len(REASON)} of them the reason", _undo(view, hands), len(REASON) + 2
    fields = len(SECTOR) + len(COMMUNITY) + 3
    yield f"walk-in, {spelled} of them her name", _walk_in(view, hands), spelled + fields
    name = "walk-in entered again, recognised"
    yield name, _duplicate(view, hands), spelled + fields + 1


def _name(person: Attendee) -> str:
    return f"{person.first_name} {person.last_name}"


def _digits(person: Attendee) -> str:
    return person.phone[-6:]


def _known(view: DeskView, hands: Hands, person: Attendee, typed: str) -> int:
    """Type until she stands first, then Enter."""
    _begin(view, hands)
    for end, letter in enumerate(typed, start=1):
        hands.type(letter)
        until(partial(_is_answered, view, typed[:end]))
        row = view.found.chosen()
        if row is not None and row.attendee.id == person.id:
            break
    hands.enter()
    _await_answer(view, person.full_name)
    return hands.pressed


def _undo(view: DeskView, hands: Hands) -> int:
    """Take back the check-in that was just answered."""
    assert view.last is not None
    assert view.last.is_present
    hands.pressed = 0
    hands.press(Qt.Key.Key_F9)
    until(view.undo.isVisible)
    hands.type(REASON)
    hands.enter()
    until(lambda: view.last is not None and not view.last.is_present)
    return hands.pressed


def _walk_in(view: DeskView, hands: Hands) -> int:
    """Type the name of somebody who is not on the list, and her two other fields."""
    _begin(view, hands)
    hands.type(NEWCOMER)
    until(partial(_is_answered, view, NEWCOMER))
    hands.enter()
    until(view.walk_in.isVisible)
    _fill(hands)
    _await_answer(view, LAST_NAME)
    return hands.pressed


def _duplicate(view: DeskView, hands: Hands) -> int:
    """Enter the same person again: the desk asks, and Enter says that it is her."""
    _begin(view, hands)
    hands.type(NEWCOMER)
    until(partial(_is_answered, view, NEWCOMER))
    hands.press(Qt.Key.Key_N, modifiers=CTRL)
    until(view.walk_in.isVisible)
    _fill(hands)
    until(view.newcomer.twins.isVisible)
    hands.enter()
    _await_answer(view, LAST_NAME)
    return hands.pressed


def _begin(view: DeskView, hands: Hands) -> None:
    view.escape()
    hands.pressed = 0


def _fill(hands: Hands) -> None:
    hands.type(SECTOR)
    hands.enter()
    hands.type(COMMUNITY)
    hands.enter()


def _await_answer(view: DeskView, name: str) -> None:
    until(lambda: view.is_fresh and name in view.answer.head())


def _is_answered(view: DeskView, typed: str) -> bool:
    return view.found.typed == typed and not view.found.is_asking
