"""The acts of the desk as jobs for the worker: what is done, and what the desk must know of it."""

from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.records.people import CheckIn, CheckInAnswer
from forum_desktop.records.screening import ScreeningResult
from forum_desktop.ui.registration.desk.verdicts import Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.overview import ForumOverview
    from forum_desktop.records.people import AttendeeRow
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.desk.walk_in.filled import WalkIn


def check_in(
    desk: "Desk",
    overview: "ForumOverview",
    attendee_id: "UUID",
    session: str,
    *,
    anyway: bool = False,
) -> Outcome:
    """Check a person in."""
    check = services.registration.check_in(desk, attendee_id, session, anyway=anyway)
    return _judged(check, overview, session)


def check_in_badge(
    desk: "Desk", overview: "ForumOverview", code: str, session: str
) -> Outcome | None:
    """Check in who wears a badge; None where nobody does."""
    wearer = services.registration.find_badge(desk, overview.forum.id, code, session)
    return check_in(desk, overview, wearer.attendee.id, session) if wearer else None


def register(desk: "Desk", overview: "ForumOverview", told: "WalkIn", session: str) -> Outcome:
    """Enter a walk-in, what she agreed to, and the needs to count."""
    row = services.registration.register_walk_in(
        desk,
        overview.forum.id,
        session=session,
        **told.facts(),  # type: ignore[arg-type]
    )
    for purpose in told.consents:
        services.privacy.say_consent(desk, row.attendee.id, purpose, is_given=True)
    for code in told.needs:
        services.arrivals.count_need(desk, overview.forum.id, code)
    return _judged(CheckIn(answer=CheckInAnswer.CHECKED_IN, row=row), overview, session)


def find_twins(
    desk: "Desk", overview: "ForumOverview", told: "WalkIn", session: str
) -> "tuple[AttendeeRow, ...]":
    """Return those who are perhaps the same person as the one in the form."""
    return services.twins.likely_twins(
        desk,
        overview.forum.id,
        full_name=told.full_name,
        community=told.community,
        organisation=told.organisation,
        phone=told.phone,
        session=session,
    )


def screen(desk: "Desk", attendee_id: "UUID", result: str) -> None:
    """Keep how a person was screened."""
    services.screening.screen(desk, attendee_id, ScreeningResult(result))


def _judged(check: CheckIn, overview: "ForumOverview", session: str) -> Outcome:
    if check.answer is not CheckInAnswer.CHECKED_IN:
        return Outcome(check, is_late=False)
    sessions = overview.pack.sessions
    part = next((one for one in sessions if one.code == session), sessions[0])
    is_late = services.attendance.is_late(check.row, overview.forum, part)
    return Outcome(check, is_late=is_late)
