"""The groups of a roll call, found by typing: the committee first, then the communities."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forum_desktop import services
from forum_desktop.records.people import AttendeeRole
from forum_desktop.thai.folding import fold_tight
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.people import RosterRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.words import Words

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Group(NamedTuple):
    """Members of the committee, or a community (empty: those who named none)."""

    community: str
    present: int
    registered: int
    is_members: bool = False

    def is_same(self, other: "Group | None") -> bool:
        """Tell whether both are the same group, whatever was counted since."""
        return other is not None and self[::3] == other[::3]


class GroupBox(QLineEdit):
    """Finds a group while typing; arrows walk, Enter opens, Esc clears."""

    stepped = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, clear; everything else is typing."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


def read_groups(desk: "Desk", forum_id: "UUID", session: str) -> tuple[Group, ...]:
    """Return the groups that have anyone, the committee first; its members are called there."""
    members = services.attendance.roll_call(desk, forum_id, session, members=True)
    called = {place: _counted(rows) for place, rows in _by_place(members).items()}
    committee = Group("", *_counted(members), is_members=True)
    communities = (
        Group(place, present - called.get(place, (0, 0))[0], listed - called.get(place, (0, 0))[1])
        for place, present, listed in services.attendance.roll_call_groups(desk, forum_id, session)
    )
    return tuple(group for group in (committee, *communities) if group.registered)


def read_roster(
    desk: "Desk", forum_id: "UUID", session: str, group: Group
) -> "tuple[RosterRow, ...]":
    """Return the people of a group."""
    call = services.attendance.roll_call
    if group.is_members:
        return call(desk, forum_id, session, members=True)
    rows = call(desk, forum_id, session, community=group.community)
    return tuple(row for row in rows if row.row.attendee.role is not AttendeeRole.MEMBER)


def _by_place(rows: "Iterable[RosterRow]") -> "dict[str, list[RosterRow]]":
    places: dict[str, list[RosterRow]] = {}
    for row in rows:
        places.setdefault(row.row.attendee.community, []).append(row)
    return places


def _counted(rows: "Collection[RosterRow]") -> tuple[int, int]:
    return sum(row.row.is_present for row in rows), len(rows)


def fitting(groups: "Iterable[Group]", typed: str, pack: "EventPack") -> tuple[Group, ...]:
    """Return the groups that the typed words name: a whole zone, or a part of a name."""
    if not typed.strip():
        return tuple(groups)
    in_zone = {place.name for place in pack.communities if place.zone == typed.strip()}
    if in_zone:
        return tuple(group for group in groups if group.community in in_zone)
    wanted = fold_tight(typed.strip().removeprefix("ชุมชน"))
    names = {place.name: (place.name, place.zone, *place.aliases) for place in pack.communities}
    return tuple(
        group
        for group in groups
        if any(wanted in fold_tight(name) for name in names.get(group.community, group[:1]))
    )


def name_of(words: "Words", group: Group) -> str:
    """Return what a group is called."""
    if group.is_members:
        return words("roll_call.members")
    return group.community or words("roll_call.no_community")


def line_of(words: "Words", group: Group) -> Line:
    """Return how a group appears: green where all have come."""
    is_full = group.present >= group.registered
    return Line(
        text=name_of(words, group),
        mark=f"{group.present:,} / {group.registered:,}",
        mark_color=TOKENS.good if is_full else "",
    )
