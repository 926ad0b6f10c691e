"""The rows of a sheet that were typed, each with its answer."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, Any

from forum_desktop.records.people import CheckInAnswer
from forum_desktop.ui.display import joined, said_time
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.ui.registration.paper.entry import Entered


class RowState(StrEnum):
    """What became of a typed row."""

    SAVING = "saving"
    NEW = "new"
    MATCHED = "matched"
    ALREADY = "already"
    UNDONE = "undone"
    REFUSED = "refused"


UNCOUNTED = {RowState.UNDONE, RowState.REFUSED}
_COLORS = {
    RowState.NEW: TOKENS.primary,
    RowState.MATCHED: TOKENS.good,
    RowState.ALREADY: TOKENS.warn,
    RowState.REFUSED: TOKENS.bad,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRow:
    """A row as typed: `number` is its line on the sheet, `session` where it was entered.

    `key` stays its own while rows come and go, so that a late answer finds its row.
    """

    key: int
    number: int
    name: str
    place: str
    phone: str
    session: str
    state: RowState = RowState.SAVING
    attendee_id: "UUID | None" = None
    shown: str = ""
    where: str = ""
    time: str = ""


class TypedRows:
    """The rows of the sheet in hand, in the order they were typed."""

    def __init__(self) -> None:
        self._rows: dict[int, TypedRow] = {}
        self._keys = count()
        self._before = 0

    def begin(self, before: int = 0) -> None:
        """Begin a sheet of which `before` rows were typed earlier."""
        self._rows, self._before = {}, before

    def all(self) -> tuple[TypedRow, ...]:
        """Return the rows, those taken back too."""
        return tuple(self._rows.values())

    def add(self, *, name: str, place: str, phone: str, session: str) -> TypedRow:
        """Add a row at the first line of the sheet that is not typed yet."""
        row = TypedRow(
            key=next(self._keys),
            number=self.next_number(),
            name=name,
            place=place,
            phone=phone,
            session=session,
        )
        self._rows[row.key] = row
        return row

    def change(self, key: int, **facts: Any) -> None:
        """Change facts of a row; one of an earlier sheet is gone."""
        if key in self._rows:
            self._rows[key] = replace(self._rows[key], **facts)

    def drop(self, key: int) -> None:
        """Forget a row."""
        self._rows.pop(key, None)

    def total(self) -> int:
        """Return how many rows of the sheet stand."""
        return self._before + sum(row.state not in UNCOUNTED for row in self.all())

    def number_of(self, state: RowState) -> int:
        """Return how many rows have an answer."""
        return sum(row.state is state for row in self.all())

    def next_number(self) -> int:
        """Return the first line of the sheet that is not typed yet."""
        taken = {row.number for row in self.all() if row.state not in UNCOUNTED}
        return next(number for number in count(self._before + 1) if number not in taken)


def answered(entered: "Entered") -> dict[str, Any]:
    """Return the facts of a row that was entered."""
    checked = entered.checked
    person, attendance = checked.row.attendee, checked.row.attendance
    state = RowState.NEW if entered.is_new else RowState.MATCHED
    if checked.answer is CheckInAnswer.ALREADY:
        state = RowState.ALREADY
    return {
        "state": state,
        "attendee_id": person.id,
        "shown": person.full_name,
        "where": joined((person.community or person.organisation, person.position)),
        "time": said_time(attendance.checked_in_at) if attendance else "",
    }


def line_of(words: Words, row: TypedRow) -> Line:
    """Return how a row appears."""
    return Line(
        text=row.shown or row.name,
        under=joined((row.where or row.place, row.phone)),
        badge="" if row.state in UNCOUNTED else f"{row.number}",
        mark=words(f"paper.row_{row.state}", time=row.time),
        mark_color=_COLORS.get(row.state, ""),
    )


def guessed(words: Words, row: "AttendeeRow | None") -> str:
    """Tell who would be checked in, or that nobody of the name is known."""
    if row is None:
        return words("paper.guess_new")
    person = row.attendee
    where = joined((person.full_name, person.community or person.organisation, person.position))
    if row.is_present and row.attendance is not None:
        return words("paper.guess_here", who=where, time=said_time(row.attendance.checked_in_at))
    return words("paper.guess_known", who=where)
