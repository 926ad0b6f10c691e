"""The pre-flight: is this laptop ready for the hall? Each check finds one thing and tells it."""

from uuid import UUID

from forum_desktop.records.preflight import Around, Preflight
from forum_desktop.services.desk import Desk
from forum_desktop.services.preflight.around import find_printer, find_scanner, find_screens
from forum_desktop.services.preflight.machine import find_clock, find_disk, find_power
from forum_desktop.services.preflight.plan import find_fonts, find_headquarters, find_pack
from forum_desktop.services.preflight.power import read_power
from forum_desktop.services.preflight.safety import find_backups, find_file, find_passphrase

__all__ = ["look_over"]


def look_over(desk: Desk, forum_id: UUID | None, around: Around) -> Preflight:
    """Look over the laptop, and the forum where one is named; reads only."""
    findings = [
        find_power(read_power()),
        find_disk(desk.database.folder),
        find_clock(desk),
        find_file(desk),
        find_backups(desk),
        find_passphrase(desk),
        find_pack(desk, forum_id),
        find_headquarters(desk, forum_id),
        find_fonts(desk, forum_id),
        find_screens(around),
        find_printer(around),
        find_scanner(),
    ]
    return Preflight(findings=tuple(findings))
