"""What is sealed in an archive, and who opened it."""

import secrets
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, select

from forum_desktop.db.codec import to_record
from forum_desktop.db.tables import ENTITY_TABLES
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.headquarters import Opening
from forum_desktop.records.sealed import SealedPart
from forum_desktop.sync.hq.tables import opening

_complaint, _part = ENTITY_TABLES["complaint"], ENTITY_TABLES["sealed_part"]
_forum = ENTITY_TABLES["forum"]


def complaint_of_number(connection: Connection, forum_id: UUID, number: str) -> Complaint | None:
    """Return the complaint of a forum under a number."""
    chosen = select(_complaint).where(
        _complaint.c.forum_id == str(forum_id), _complaint.c.reference == number
    )
    row = connection.execute(chosen).mappings().first()
    return None if row is None else to_record(Complaint, row)


def find_part(connection: Connection, part_id: UUID) -> SealedPart | None:
    """Return a sealed part by its id."""
    chosen = select(_part).where(_part.c.id == str(part_id))
    row = connection.execute(chosen).mappings().first()
    return None if row is None else to_record(SealedPart, row)


def openings(connection: Connection) -> tuple[Opening, ...]:
    """Return every opening, the newest first."""
    chosen = (
        select(opening, _forum.c.code, _complaint.c.reference)
        .outerjoin(_forum, _forum.c.id == opening.c.forum)
        .outerjoin(_complaint, _complaint.c.id == opening.c.complaint)
        .order_by(opening.c.at.desc(), opening.c.id)
    )
    return tuple(
        Opening(
            at=datetime.fromtimestamp(row.at / 1000, UTC),
            forum=row.code or row.forum,
            complaint=row.reference or row.complaint,
            actor=row.actor,
            reason=row.reason,
        )
        for row in connection.execute(chosen)
    )


def log_opening(
    connection: Connection, complaint: Complaint, *, reason: str, actor: str, at: int
) -> None:
    """Write down who opens a complaint and why; `at` in milliseconds of the wall clock."""
    told = {"reason": reason, "actor": actor, "at": at, "complaint": str(complaint.id)}
    told |= {"id": secrets.token_hex(16), "forum": str(complaint.forum_id)}
    connection.execute(opening.insert().values(told))
