"""The wraps that a copy carries beside it, so that it opens on any laptop.

A copy is opened by what opens the file it was made of: nothing where that was open, its
passphrase or its printed code where it was not.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from forum_desktop.db.keys.bare import read_bare_key, take_over
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import fits, keys_in
from forum_desktop.db.keys.wrapping import Wrap, WrapKind, leave_open
from forum_desktop.errors import Refusal
from forum_desktop.records.secret import Secret

_ENDING = ".keys.json"
_BARE_ENDING = ".key"
"""Of the first versions, which laid the bare key beside a copy."""

WrapKey = Callable[[str], tuple[Wrap, ...]]
"""Wraps a key (hexadecimal) for those who may open it."""


def keys_beside(copy: Path) -> Path:
    """Return the path of the wraps of a copy."""
    return copy.with_name(f"{copy.name}{_ENDING}")


@contextmanager
def carrying(folder: Path, copy: Path) -> Iterator[None]:
    """Lay the wraps of a folder beside a copy that the block puts in place.

    At every moment they open the copy that is there, the one of before or the new one.
    """
    ours, beside = read_key_file(folder / KEYS_NAME), keys_beside(copy)
    before = [wraps for wraps in _known(copy) if wraps not in ours.keys] if copy.exists() else ()
    write_key_file(beside, KeyFile((*before, *ours.keys)))
    yield
    write_key_file(beside, ours)
    _bare_beside(copy).unlink(missing_ok=True)


def keys_for(copy: Path, folder: Path, secret: Secret | None = None) -> tuple[str, KeyFile]:
    """Return the key of a copy, and the wraps under which it was found.

    They lie beside it, or are those of `folder` where its passphrase was changed since.
    Raises Refusal as `keys_in`, of what lies beside first, or "keys.copy_not_opened".
    """
    told: list[Refusal] = []
    for path in (keys_beside(copy), _bare_beside(copy), folder / KEYS_NAME):
        if path.exists():
            try:
                return _fitting(copy, _read(path), secret)
            except Refusal as refusal:
                told.append(refusal)
    raise told[0] if told else Refusal("keys.not_found", file=keys_beside(copy).name)


def all_beside(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the wraps beside every copy in some folders; bare keys are taken over on the way."""
    for folder in folders:
        try:
            names = sorted(path.name for path in folder.iterdir())
        except OSError:
            continue  # a stick that is not in
        for name in names:
            if name.endswith(f".db{_BARE_ENDING}"):
                copy = folder / name.removesuffix(_BARE_ENDING)
                with suppress(Refusal):
                    take_over(folder / name, keys_beside(copy))
        yield from sorted(folder.glob(f"*{_ENDING}"))


def change_beside(folders: Iterable[Path], before: KeyFile, now: KeyFile) -> int:
    """Give copies that carry the wraps of before those of now; return how many they were."""
    changed = 0
    for path in all_beside(folders):
        with suppress(Refusal):
            if read_key_file(path) == before:
                write_key_file(path, now)
                changed += 1
    return changed


def close_beside(folders: Iterable[Path], wrap: WrapKey) -> int:
    """Wrap the keys that lie open beside copies in some folders; return how many they were.

    A copy that cannot be reached or changed is passed over.
    """
    closed: dict[str, tuple[Wrap, ...]] = {}
    count = 0
    for path in all_beside(folders):
        with suppress(Refusal):
            keys = read_key_file(path)
            if keys.is_open:
                write_key_file(
                    path, KeyFile(tuple(_closed(one, wrap, closed) for one in keys.keys))
                )
                count += 1
    return count


def _closed(
    wraps: tuple[Wrap, ...], wrap: WrapKey, closed: dict[str, tuple[Wrap, ...]]
) -> tuple[Wrap, ...]:
    for one in wraps:
        if one.kind is WrapKind.OPEN:
            if one.sealed not in closed:
                closed[one.sealed] = wrap(one.sealed)  # once a key: it takes a while
            return closed[one.sealed]
    return wraps


def _read(path: Path) -> KeyFile:
    if path.name.endswith(_BARE_ENDING):
        return KeyFile(((leave_open(read_bare_key(path)),),))
    return read_key_file(path)


def _fitting(copy: Path, keys: KeyFile, secret: Secret | None) -> tuple[str, KeyFile]:
    for key in keys_in(keys, secret):
        if fits(copy, key):
            return key, keys
    # A first page that is damaged looks as one under another key does.
    raise Refusal("keys.copy_not_opened", file=copy.name)


def _known(copy: Path) -> tuple[tuple[Wrap, ...], ...]:
    for path in (keys_beside(copy), _bare_beside(copy)):
        with suppress(Refusal):
            return _read(path).keys
    return ()


def _bare_beside(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}{_BARE_ENDING}")
