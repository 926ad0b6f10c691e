"""What an assignment comes from, by the number that somebody types."""

from uuid import UUID

from forum_desktop.records.assignment import AssignmentSource
from forum_desktop.records.opinion import Opinion
from forum_desktop.services.complaints.numbers import find_complaint
from forum_desktop.services.desk import Desk
from forum_desktop.services.texts import line
from forum_desktop.thai.digits import to_arabic_digits


def find_source(desk: Desk, forum_id: UUID, typed: str) -> tuple[AssignmentSource, UUID | None]:
    """Return the opinion or complaint of a number; the meeting itself where none is typed.

    Raises as `find_complaint` for what is neither: a mistyped number is told by its check
    character.
    """
    number = to_arabic_digits(line(typed)).upper()
    if not number:
        return AssignmentSource.MEETING, None
    with desk.look() as look:
        opinions = look.all(Opinion, forum_id=forum_id, reference=number)
    if opinions:
        return AssignmentSource.OPINION, opinions[0].id
    return AssignmentSource.COMPLAINT, find_complaint(desk, forum_id, number).id
