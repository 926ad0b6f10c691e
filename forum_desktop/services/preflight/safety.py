"""What keeps the words safe: the file, its copies, its passphrase."""

from datetime import datetime, timedelta
from itertools import islice

from forum_desktop.db.checking.pages import page_faults
from forum_desktop.records.backup import BackupState
from forum_desktop.records.preflight import Finding, Light
from forum_desktop.services import backups, protection
from forum_desktop.services.desk import Desk

_FRESH = timedelta(days=1)


def find_file(desk: Desk) -> Finding:
    """Tell whether every page of the file can be read; the whole check is another act."""
    with desk.look() as look:
        faults = tuple(islice(page_faults(look.connection), 1))
    if faults:
        return Finding(what="file", found="damaged", light=Light.RED)
    return Finding(what="file", found="sound", light=Light.GREEN)


def find_backups(desk: Desk) -> Finding:
    """Tell whether copies are made, to a second place too, and how old the newest is."""
    return backups_of(backups.read_state(desk), desk.clock())


def backups_of(state: BackupState, now: datetime) -> Finding:
    """Tell of the copies that there are."""
    if state.second is None:
        return Finding(what="backups", found="one_place", light=Light.AMBER)
    if not state.is_second_there:
        details = (("path", str(state.second)),)
        return Finding(what="backups", found="not_in", light=Light.RED, details=details)
    seconds = [one.made_at for one in state.backups if one.is_second]
    if not seconds or now - max(seconds) > _FRESH:
        return Finding(what="backups", found="old", light=Light.AMBER)
    return Finding(what="backups", found="there", light=Light.GREEN)


def find_passphrase(desk: Desk) -> Finding:
    """Tell whether a stranger who takes the laptop can read it."""
    is_set = protection.state(desk.database.folder).is_protected
    light = Light.GREEN if is_set else Light.AMBER
    return Finding(what="passphrase", found="set" if is_set else "open", light=light)
