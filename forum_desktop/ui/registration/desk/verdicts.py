"""What the desk answers, in words: the verdict, the name, and what to confirm it by."""

from typing import TYPE_CHECKING, NamedTuple

from forum_desktop.records.people import AttendeeRole, CheckInAnswer
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.registration.desk.answer import Said
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.people import AttendeeRow, CheckIn
    from forum_desktop.ui.words import Words


class Outcome(NamedTuple):
    """The answer to a check-in, and whether it came after the session began."""

    check: "CheckIn"
    is_late: bool


def said_of_check_in(words: "Words", outcome: Outcome) -> Said:
    """Return the answer to a check-in."""
    row, answer = outcome.check.row, outcome.check.answer
    name, detail = row.attendee.full_name, where_of(words, row)
    if answer is CheckInAnswer.NOT_FOR_SESSION:
        how = joined((words("desk.anyway"), detail))
        return Said(words("desk.not_for_session"), name, how, "bad", "triangle-alert")
    if answer is CheckInAnswer.ALREADY:
        return Said(_when(words, row, "desk.already"), name, detail, "warn", "info")
    if answer is CheckInAnswer.RETURNED:
        return Said(_when(words, row, "desk.returned"), name, detail, "good", "log-in")
    if outcome.is_late:
        late = _when(words, row, "desk.checked_in_late")
        return Said(late, name, detail, "good", "clock-alert")
    return Said(_when(words, row, "desk.checked_in"), name, detail, "good", "circle-check")


def said_of(words: "Words", key: str, row: "AttendeeRow", symbol: str) -> Said:
    """Return what else was done to a person."""
    return Said(words(key), row.attendee.full_name, where_of(words, row), "warn", symbol)


def where_of(words: "Words", row: "AttendeeRow") -> str:
    """Return by what a person is told from others of her name; never a telephone number."""
    person = row.attendee
    member = words("desk.member") if person.role is AttendeeRole.MEMBER else ""
    place = joined((person.community, person.organisation))
    return joined((person.position, place, person.zone, member)) or words("desk.no_place")


def line_of(words: "Words", row: "AttendeeRow") -> Line:
    """Return how a person stands in the list."""
    mark, color = "", TOKENS.good
    if row.attendance is not None and row.is_present:
        left = row.attendance.left_at
        if left is None:
            mark = _when(words, row, "desk.here_since")
        else:
            mark, color = words("desk.left_at", time=said_time(left)), TOKENS.warn
    return Line(
        text=row.attendee.full_name, under=where_of(words, row), mark=mark, mark_color=color
    )


def _when(words: "Words", row: "AttendeeRow", key: str) -> str:
    attendance = row.attendance
    if attendance is None:
        return words(key, time="-", station="-")
    return words(key, time=said_time(attendance.checked_in_at), station=attendance.station)


def said_of_found(words: "Words", how_many: int, typed: str) -> Said:
    """Return what is answered while somebody types: whom to choose, or that nobody is there."""
    if how_many:
        return Said(words("desk.choose"), "", words("desk.choose_how"), "info", "users")
    how = words("desk.not_found_how")
    return Said(words("desk.not_found"), " ".join(typed.split()), how, "info", "user-plus")


def said_ready(words: "Words") -> Said:
    """Return what an empty box is answered."""
    return Said(words("desk.ready"), "", words("desk.ready_how"), "info", "users")
