"""The zone in which a forum's times are told, whatever the laptop believes."""

from datetime import tzinfo
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.records.opinion import Opinion
from forum_desktop.records.people import Attendance
from forum_desktop.services.desk import Desk


def zone_of(look: Reading, desk: Desk, forum_id: UUID) -> tzinfo | None:
    """Return the zone in which the forum was held; before anything happened there, the clock's."""
    came = look.all(Attendance, forum_id=forum_id, limit=1)
    if came:
        return came[0].checked_in_at.tzinfo
    said = look.all(Opinion, forum_id=forum_id, limit=1)
    return said[0].said_at.tzinfo if said else desk.clock().tzinfo
