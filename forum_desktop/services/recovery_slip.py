"""The slip with the recovery code: written where the user says, and nowhere else."""

from pathlib import Path

from forum_desktop.db.reading import Reading
from forum_desktop.files import write_whole
from forum_desktop.records.forum import Forum
from forum_desktop.records.pack import EventPack
from forum_desktop.records.protection import RecoverySlip
from forum_desktop.services import packs
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of, station_of
from forum_desktop.wording import Wording

SLIP_NAME = "recovery-slip.pdf"
"""What the file is called by default: of no laptop and of no one."""


def compose_slip(desk: Desk, code: str) -> RecoverySlip:
    """Return all that the slip prints: the code, and which laptop it is for."""
    with desk.look() as look:
        forum = next(iter(look.all(Forum, newest_first=True)), None)
        pack = _pack(look, forum)
    station = station_of(desk, forum.id) if forum else None
    return RecoverySlip(
        pack=pack,
        code=code,
        made_on=desk.clock().date(),
        municipality=forum.municipality if forum else "",
        laptop=" ".join((station.letter, station.name)).strip() if station else "",
    )


def write_slip(desk: Desk, code: str, target: Path) -> Path:
    """Write the slip as PDF (A5), for this user's eyes (mode 0600); return its path."""
    from forum_desktop.documents import recovery_slip  # noqa: PLC0415 - loads the fonts

    content = recovery_slip.render(compose_slip(desk, code), Wording("th"))
    write_whole(target, content, mode=0o600)
    return target


def _pack(look: Reading, forum: Forum | None) -> EventPack:
    """Return how the office writes; before its first forum, as a pack of ours does."""
    return pack_of(look, forum.id) if forum else packs.list_packs()[0]
