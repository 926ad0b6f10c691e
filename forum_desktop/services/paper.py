"""Acts that type up a signed sheet of paper, line by line."""

from datetime import datetime
from uuid import UUID

from forum_desktop.db import people
from forum_desktop.db.presence import root_of, row_of
from forum_desktop.db.reading import Reading
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee, AttendeeRow, CheckIn, CheckInAnswer
from forum_desktop.services import registration
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.registering.facts import name_of
from forum_desktop.services.registering.same_person import Told, is_place, same_person


def enter_from_paper(
    desk: Desk,
    forum_id: UUID,
    *,
    full_name: str,
    place: str = "",
    phone: str = "",
    sector: str = "",
    session: str = "",
    at: datetime | None = None,
) -> CheckIn:
    """Check in whom a line of a signed sheet names, marked as from paper; enter her if new.

    Only somebody who is surely meant is taken (see `guess_from_paper`); in doubt a new person
    is entered, whom an officer may merge. A line typed twice changes nothing the second time.
    Whoever signed was there: she is checked in even where the session is meant for others.

    Raises the refusals of `registration.register_walk_in`.
    """
    with desk.look() as look:
        pack = pack_of(look, forum_id)
        known = _known(look, forum_id, pack, Told(full_name=full_name, place=place, phone=phone))
    if known is not None:
        return registration.check_in(desk, known.id, session, anyway=True, from_paper=True, at=at)
    lives_there = is_place(pack, place)
    row = registration.register_walk_in(
        desk,
        forum_id,
        full_name=full_name,
        sector=sector,
        community=place if lives_there else "",
        organisation="" if lives_there else place,
        phone=phone,
        session=session,
        from_paper=True,
        at=at,
    )
    return CheckIn(answer=CheckInAnswer.CHECKED_IN, row=row)


def guess_from_paper(
    desk: Desk, forum_id: UUID, full_name: str, place: str = "", session: str = ""
) -> AttendeeRow | None:
    """Return whom a line of a sheet surely names, with her presence, or None.

    Surely is: written just so, and her community or organisation is the one told; or nobody
    else has that name and nothing told speaks against her.
    """
    with desk.look() as look:
        told = Told(full_name=full_name, place=place)
        known = _known(look, forum_id, pack_of(look, forum_id), told)
        return None if known is None else row_of(look, root_of(look, known), session)


def _known(look: Reading, forum_id: UUID, pack: EventPack, told: Told) -> Attendee | None:
    name = name_of(told.full_name, "", "", "")
    listed = people.people_named(look, forum_id, f"{name.first_name}{name.last_name}")
    return same_person(listed, told, name, pack)
