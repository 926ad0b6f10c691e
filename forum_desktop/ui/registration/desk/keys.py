"""The keys of the desk, known by their place on the keyboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from forum_desktop.ui.keys import ALT, CTRL, NONE, SHIFT, Shortcuts
from forum_desktop.ui.registration.desk.side import SideActs

if TYPE_CHECKING:
    from forum_desktop.ui.registration.desk.view import DeskView


def desk_keys(view: "DeskView") -> Shortcuts:
    """Return the keys of the desk beside those of its box."""
    key, subject = Qt.Key, view.subject
    keys: Shortcuts = {
        (NONE, key.Key_F7): subject.show_person,
        (NONE, key.Key_F8): view.card.read,
        (NONE, key.Key_F9): subject.begin_undo,
        (NONE, key.Key_F10): subject.leave_hall,
        (NONE, key.Key_F11): lambda: subject.screen("passed"),
        (NONE, key.Key_F12): lambda: subject.screen("not_passed"),
        (SHIFT, key.Key_F12): lambda: subject.screen("sent_for_test"),
        (CTRL, key.Key_N): view.begin_walk_in,
        (CTRL, key.Key_I): view.newcomer.show_notice,
    }
    for number in range(1, 10):
        digit = key.Key_0 + number
        keys[ALT, digit] = _counter(view, number, 1)
        keys[ALT | SHIFT, digit] = _counter(view, number, -1)
    return keys


def _counter(view: "DeskView", number: int, step: int) -> Callable[[], object]:
    return lambda: view.needs.count_number(number, step)


def side_acts(view: "DeskView") -> SideActs:
    """Return what the buttons beside the list do."""
    return SideActs(
        new=view.begin_walk_in,
        leave=view.subject.leave_hall,
        undo=view.subject.begin_undo,
        person=view.subject.show_person,
        card=view.card.read,
        screen=view.subject.screen,
        count_need=view.needs.count,
    )
