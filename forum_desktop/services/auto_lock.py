"""When the window covers itself: kept as this laptop's setting, only where a passphrase is set."""

from forum_desktop.db import settings
from forum_desktop.errors import Refusal
from forum_desktop.records.auto_lock import LOCK_MINUTES, AutoLock
from forum_desktop.services import protection
from forum_desktop.services.desk import Desk

_NAME = "lock/minutes"
_USUAL = 10


def read_auto_lock(desk: Desk) -> AutoLock:
    """Return after how long the window covers itself, and whether it does at all."""
    with desk.look() as look:
        kept = settings.read(look, _NAME)
    minutes = int(kept) if kept.isascii() and kept.isdigit() else _USUAL
    is_on = protection.state(desk.database.folder).is_protected
    return AutoLock(is_on, minutes if minutes in LOCK_MINUTES else _USUAL)


def keep_minutes(desk: Desk, minutes: int) -> AutoLock:
    """Cover the window after so many idle minutes; raises Refusal("protection.bad_minutes")."""
    if minutes not in LOCK_MINUTES:
        raise Refusal("protection.bad_minutes")
    with desk.act() as act:
        settings.keep(act, _NAME, str(minutes))
    return read_auto_lock(desk)
