"""Exchange by a stick or a shared folder: take what the others left, leave what is known here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.errors import Cancelled, Refusal
from forum_desktop.records.exchange import BundleReport, Received, RefusedFile, StickExchange
from forum_desktop.records.forum import Forum
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.inspecting import inspect_bundle
from forum_desktop.services.exchange.receiving import take_bundle
from forum_desktop.services.exchange.sending import ENDING, write_bundle
from forum_desktop.services.forums import station_of

_MOST_FILES = 200


def exchange_by(
    desk: Desk,
    forum_id: UUID,
    folder: Path,
    tell: Callable[[float], object] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> StickExchange:
    """Take in what the forum's other laptops left in a folder, then leave this one's own file.

    A file that cannot be taken in is told of and stops nothing; it stays where it is. What was
    left is read back from the stick. `tell` hears how much is done, 0 to 1. Raises
    Refusal("files.not_written", "exchange.no_forum_key", "exchange.no_folder"); stopped
    in between, all files taken in so far stay.
    """
    if not folder.is_dir():
        raise Refusal("exchange.no_folder", path=folder)
    met = _Met()
    files = list(_files(folder, _own_name(desk, forum_id)))
    for number, path in enumerate(files):
        if is_cancelled():
            raise Cancelled
        _meet(met, desk, forum_id, path)
        tell((number + 1) / (len(files) + 1))
    # Named anew: a laptop that met its own double goes on under another name.
    left = folder / _own_name(desk, forum_id)
    report = _leave(desk, forum_id, left)
    tell(1.0)
    return StickExchange(
        taken=tuple(met.taken),
        unchanged=met.unchanged,
        refused=tuple(met.refused),
        left=left.name,
        operations=report.operations,
    )


@dataclass
class _Met:
    """What was met on a stick so far."""

    taken: list[Received] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    unchanged: int = 0


def _meet(met: _Met, desk: Desk, forum_id: UUID, path: Path) -> None:
    try:
        received = _take(desk, forum_id, path)
    except Refusal as refusal:
        details = tuple((name, str(told)) for name, told in refusal.details.items())
        met.refused.append(RefusedFile(name=path.name, reason=refusal.key, details=details))
    else:
        met.taken += [received] if received else []
        met.unchanged += received is None


def _files(folder: Path, own: str) -> Iterator[Path]:
    try:
        names = sorted(path.name for path in folder.glob(f"*{ENDING}"))[:_MOST_FILES]
    except OSError as error:  # pulled out meanwhile
        raise Refusal("exchange.no_folder", path=folder) from error
    for name in names:
        path = folder / name
        # A link could lead out of the folder; hidden files are half written ones.
        if name != own and not name.startswith(".") and _is_plain_file(path):
            yield path


def _is_plain_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:  # it is met, and told of, when it is read
        return True


def _take(desk: Desk, forum_id: UUID, path: Path) -> Received | None:
    """Take in a file; None where it was before and has not changed since."""
    place = f"exchange/{forum_id}/taken/{path.name}"
    try:
        told = path.stat()
    except OSError as error:  # pulled out meanwhile
        raise Refusal("bundle.not_readable", file=path.name, reason=error.strerror) from error
    mark = f"{told.st_size} {told.st_mtime_ns}"
    with desk.look() as look:
        if settings.read(look, place) == mark:
            return None
    received = take_bundle(desk, path)
    with desk.act() as act:
        settings.keep(act, place, mark)
    return received


def _leave(desk: Desk, forum_id: UUID, target: Path) -> BundleReport:
    written = write_bundle(desk, forum_id, target)
    if inspect_bundle(target) != written:
        raise Refusal("files.not_written", path=target, reason="")
    return written


def _own_name(desk: Desk, forum_id: UUID) -> str:
    station = station_of(desk, forum_id)
    with desk.look() as look:
        code = look.get(Forum, forum_id).code
    return f"{code}-{station.letter}-{station.replica[:8]}{ENDING}"
