"""Acts on what opens the file: its passphrase, the printed code, headquarters, its key.

A key that ever lay open is not wrapped but changed: the file is written anew with another
one, so that whoever copied the folder before has nothing of what comes after.
"""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from forum_desktop import sealing
from forum_desktop.db.keys import beside, recovery_code
from forum_desktop.db.keys.key_file import KEYS_NAME, KeyFile, read_key_file, write_key_file
from forum_desktop.db.keys.opening import keys_in, protect
from forum_desktop.db.keys.wrapping import (
    LEAST_LETTERS,
    Wrap,
    WrapKind,
    for_code,
    for_passphrase,
    leave_open,
)
from forum_desktop.errors import Refusal
from forum_desktop.paths import BACKUPS_NAME
from forum_desktop.records.forum import Forum
from forum_desktop.records.protection import Protection
from forum_desktop.records.secret import Secret
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of

_OURS = (WrapKind.PASSPHRASE, WrapKind.CODE)


def state(data_dir: Path) -> Protection:
    """Tell how a data folder is protected; raises Refusal where its key file cannot be read."""
    path = data_dir / KEYS_NAME
    if not path.exists():
        return Protection(is_protected=False)
    keys = read_key_file(path)
    kinds = {wrap.kind for wrap in keys.keys[-1]}
    return Protection(
        is_protected=not keys.is_open,
        has_code=WrapKind.CODE in kinds,
        has_headquarters=WrapKind.HEADQUARTERS in kinds,
    )


def new_code() -> str:
    """Return a new recovery code as it is printed; nothing is opened by it yet."""
    return recovery_code.new_code()


def is_code(typed: str) -> bool:
    """Tell whether a recovery code was typed where a passphrase or a code may stand."""
    try:
        recovery_code.read_code(typed)
    except Refusal:
        return False
    return True


def check_new(passphrase: str, again: str | None = None) -> None:
    """Look at a passphrase before it is taken.

    Raises Refusal("keys.passphrase_short"), ("keys.not_same").
    """
    if len(passphrase.strip()) < LEAST_LETTERS:
        raise Refusal("keys.passphrase_short", least=LEAST_LETTERS)
    if again is not None and passphrase != again:
        raise Refusal("keys.not_same")


def need_open(desk: Desk) -> None:
    """Look whether the file may be protected; raises Refusal("keys.is_protected")."""
    if state(desk.database.folder).is_protected:
        raise Refusal("keys.is_protected")


def check_secret(desk: Desk, secret: Secret) -> None:
    """Take a secret that opens this desk's file; raises Refusal as `db.keys.opening.key_for`."""
    keys = read_key_file(desk.database.folder / KEYS_NAME)
    if not keys.is_open and desk.database.key not in keys_in(keys, secret):
        raise Refusal("keys.none_fits", path=desk.database.path)


def set_passphrase(desk: Desk, passphrase: str, code: str, *, places: Collection[Path] = ()) -> int:
    """Protect the file by a passphrase and a printed code; return how many backups were closed.

    The file is written anew with another key. Backups in the folder, in its `backups` and in
    `places` keep their old key, which from now on the same passphrase and code open; one on a
    stick that is not in stays open. Raises Refusal("keys.is_protected") where it is already.
    """
    need_open(desk)
    check_new(passphrase)
    recovery_code.read_code(code)
    wrapping = _renew(desk, passphrase, code)
    return beside.close_beside(_places(desk, places), wrapping)


def renew_key(desk: Desk, passphrase: str, code: str) -> None:
    """Write the file anew with another key, when the old one may be in other hands.

    The passphrase stays, the code is a new one. Backups made before are still opened by the
    passphrase and the code of their day. Raises Refusal("keys.wrong_passphrase").
    """
    _need_protected(desk)
    check_secret(desk, Secret(passphrase))
    recovery_code.read_code(code)
    _renew(desk, passphrase, code)


def change_passphrase(
    desk: Desk, old: Secret, passphrase: str, *, places: Collection[Path] = ()
) -> None:
    """Take another passphrase; `old` is the one before or the printed code, which stays good.

    Backups that carry the wraps of now carry those of then. Raises Refusal as `check_secret`.
    """
    _need_protected(desk)
    check_secret(desk, old)
    _replace(desk, for_passphrase(desk.database.key, passphrase), places)


def change_code(desk: Desk, passphrase: str, code: str, *, places: Collection[Path] = ()) -> None:
    """Take another printed code in place of the one that was lost; raises as `check_secret`."""
    _need_protected(desk)
    check_secret(desk, Secret(passphrase))
    _replace(desk, for_code(desk.database.key, code), places)


def remove_protection(desk: Desk, secret: Secret) -> None:
    """Leave the key open beside the file, for practice; raises Refusal as `check_secret`."""
    _need_protected(desk)
    check_secret(desk, secret)
    protect(desk.database.folder, (leave_open(desk.database.key),))


def keep_for_headquarters(desk: Desk) -> bool:
    """Wrap the key for the headquarters that the packs name; tell whether anything changed.

    Only a protected file needs it. Raises Refusal("sealing.bad_recipient").
    """
    path = desk.database.folder / KEYS_NAME
    keys = read_key_file(path)
    wanted = () if keys.is_open else _recipients(desk)
    known = {wrap.recipient for wrap in keys.keys[-1]}
    if not set(wanted) - known:
        return False
    kept = [wrap for wrap in keys.keys[-1] if wrap.kind in _OURS]
    protect(desk.database.folder, (*kept, *_for_headquarters(desk.database.key, wanted)))
    return True


def open_by_headquarters(data_dir: Path, secret: str, passphrase: str) -> None:
    """Give a folder that nobody can open a new passphrase, by headquarters' own secret.

    The app is closed on that folder. Raises Refusal("keys.not_for_headquarters").
    """
    path = data_dir / KEYS_NAME
    check_new(passphrase)
    keys = read_key_file(path).keys
    write_key_file(path, KeyFile(tuple(_reopened(wraps, secret, passphrase) for wraps in keys)))


class _Wrapping:
    """Wraps any key for the same passphrase, code and headquarters."""

    def __init__(self, passphrase: str, code: str, recipients: tuple[str, ...]) -> None:
        self._passphrase, self._code, self._recipients = passphrase, code, recipients

    def __call__(self, key: str) -> tuple[Wrap, ...]:
        own = (for_passphrase(key, self._passphrase), for_code(key, self._code))
        return (*own, *_for_headquarters(key, self._recipients))


def _need_protected(desk: Desk) -> None:
    if not state(desk.database.folder).is_protected:
        raise Refusal("keys.not_protected")


def _renew(desk: Desk, passphrase: str, code: str) -> _Wrapping:
    wrapping = _Wrapping(passphrase, code, _recipients(desk))
    desk.database.renew_key(wrapping)
    return wrapping


def _replace(desk: Desk, wrap: Wrap, places: Collection[Path]) -> None:
    """Put a wrap in the place of the one of its kind, here and beside backups of now."""
    folder = desk.database.folder
    before = read_key_file(folder / KEYS_NAME)
    others = (kept for kept in before.keys[-1] if kept.kind is not wrap.kind)
    now = protect(folder, (wrap, *others))
    beside.change_beside(_places(desk, places), before, now)


def _places(desk: Desk, others: Collection[Path]) -> tuple[Path, ...]:
    folder = desk.database.folder
    return (folder, folder / BACKUPS_NAME, *others)


def _recipients(desk: Desk) -> tuple[str, ...]:
    """Return the public keys of the headquarters that the forums' packs name, each once."""
    with desk.look() as look:
        named = [pack_of(look, forum.id).hq_recipient for forum in look.all(Forum)]
    return tuple(dict.fromkeys(recipient for recipient in named if recipient))


def _for_headquarters(key: str, recipients: Collection[str]) -> tuple[Wrap, ...]:
    return tuple(
        Wrap(
            kind=WrapKind.HEADQUARTERS,
            sealed=sealing.seal(bytes.fromhex(key), [recipient]).encode("ascii").hex(),
            recipient=recipient,
        )
        for recipient in recipients
    )


def _reopened(wraps: tuple[Wrap, ...], secret: str, passphrase: str) -> tuple[Wrap, ...]:
    others = (wrap for wrap in wraps if wrap.kind is not WrapKind.PASSPHRASE)
    return (for_passphrase(_unsealed(wraps, secret), passphrase), *others)


def _unsealed(wraps: tuple[Wrap, ...], secret: str) -> str:
    for wrap in wraps:
        if wrap.kind is WrapKind.HEADQUARTERS:
            with suppress(Refusal):
                return sealing.unseal(bytes.fromhex(wrap.sealed).decode("ascii"), secret).hex()
    raise Refusal("keys.not_for_headquarters")
