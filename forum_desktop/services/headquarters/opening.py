"""Opening who complains, at headquarters: for a reason, written down before anything is read."""

from uuid import UUID

from forum_desktop.clock import to_milliseconds
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complainant
from forum_desktop.records.headquarters import Opening
from forum_desktop.records.sealed import SealedHolds
from forum_desktop.services.complaints.parts import open_part, part_id, to_sealed
from forum_desktop.services.headquarters.office import Office
from forum_desktop.services.texts import line
from forum_desktop.sync.hq.sealed import complaint_of_number, find_part, log_opening, openings


def open_identity(
    office: Office, forum_id: UUID, number: str, *, reason: str, actor: str
) -> Complainant:
    """Return who complains; the try is on record whatever comes of it.

    Raises Refusal("text.empty") without a reason or a name, "hq.no_complaint",
    "complaint.nobody_named" for an anonymous one, and what `open_part` raises.
    """
    why, who = line(reason, needed=True), line(actor, needed=True)
    with office.archive.look() as connection:
        complaint = complaint_of_number(connection, forum_id, number)
    if complaint is None:
        raise Refusal("hq.no_complaint", number=number)
    with office.archive.act() as connection:
        at = to_milliseconds(office.clock())
        log_opening(connection, complaint, reason=why, actor=who, at=at)
    with office.archive.look() as connection:
        part = find_part(connection, part_id(complaint.id, SealedHolds.IDENTITY))
    if part is None:
        raise Refusal("complaint.nobody_named")
    return to_sealed(Complainant, open_part(part, complaint.id, (office.secret,)))


def list_openings(office: Office) -> tuple[Opening, ...]:
    """Return who opened whose name, when and why, the newest first; never the name."""
    with office.archive.look() as connection:
        return openings(connection)
