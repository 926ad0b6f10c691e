"""Where files go between laptops: sticks that are plugged in, and the place chosen last."""

import os
import re
import string
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from forum_desktop.db import settings
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import ExchangePlace, PackPlan
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.sending import ENDING
from forum_desktop.services.exchange.venue_pack import ENDING as PACK_ENDING
from forum_desktop.services.exchange.venue_pack import read_pack_plan

_MOST_PACKS = 20
_SETTING = "exchange/place"
_MOUNTS = Path("/proc/mounts")
_PLUGGED = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where desktops show what is plugged in."""
_INTERNAL = frozenset(("tmpfs", "proc", "sysfs", "overlay", "squashfs", "autofs", "devtmpfs"))
_OCTAL = re.compile(r"\\([0-7]{3})")
_REMOVABLE = 2
"""DRIVE_REMOVABLE of Windows' GetDriveType."""


def list_places(
    desk: Desk, chosen: Path | None = None, mounts: Path = _MOUNTS
) -> tuple[ExchangePlace, ...]:
    """Return the place chosen now or last, there or not, and every stick that is plugged in."""
    with desk.look() as look:
        kept = settings.read(look, _SETTING)
    sticks = () if desk.is_practice else tuple(plugged_in(mounts))
    first = chosen or (Path(kept) if kept else None)
    folders = dict.fromkeys([first, *sticks] if first else sticks)
    return tuple(
        ExchangePlace(
            folder=folder,
            is_there=_is_folder(folder),
            is_stick=any(folder == stick or stick in folder.parents for stick in sticks),
            files=_count(folder),
        )
        for folder in folders
    )


def find_venue_packs(desk: Desk) -> tuple[PackPlan, ...]:
    """Return the venue packs that lie on the sticks that are plugged in; others are passed by."""
    folders = (place.folder for place in list_places(desk) if place.is_there)
    return tuple(found for folder in folders for found in _packs_in(folder))


def keep_place(desk: Desk, folder: Path) -> None:
    """Remember the place for the next time."""
    with desk.act() as act:
        if settings.read(act, _SETTING) != str(folder):
            settings.keep(act, _SETTING, str(folder))


def plugged_in(mounts: Path = _MOUNTS) -> Iterator[Path]:
    """Yield the folders of the sticks and other drives that are plugged in now."""
    if sys.platform == "win32":
        yield from _windows_sticks()
    elif sys.platform == "darwin":
        yield from (path for path in Path("/Volumes").glob("*") if os.path.ismount(path))
    else:
        yield from _mounted(mounts)


def _packs_in(folder: Path) -> Iterator[PackPlan]:
    with suppress(OSError):
        for path in sorted(folder.glob(f"*{PACK_ENDING}"))[:_MOST_PACKS]:
            if not path.name.startswith(".") and path.is_file():
                with suppress(Refusal):
                    yield read_pack_plan(path)


def _mounted(mounts: Path) -> Iterator[Path]:
    with suppress(OSError):
        for line in mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            parts = line.split(" ")
            if len(parts) > 2 and parts[1].startswith(_PLUGGED) and parts[2] not in _INTERNAL:
                yield Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), parts[1]))


def _windows_sticks() -> list[Path]:
    found: list[Path] = []
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        kind_of = ctypes.windll.kernel32.GetDriveTypeW
        drives = (f"{letter}:\\" for letter in string.ascii_uppercase)
        found += (Path(drive) for drive in drives if kind_of(drive) == _REMOVABLE)
    return found


def _is_folder(folder: Path) -> bool:
    with suppress(OSError):
        return folder.is_dir()
    return False


def _count(folder: Path) -> int:
    with suppress(OSError):
        return sum(not path.name.startswith(".") for path in folder.glob(f"*{ENDING}"))
    return 0
