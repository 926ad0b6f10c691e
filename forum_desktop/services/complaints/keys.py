"""The keys of a complaint desk: the public half in the log, the secret on this laptop only."""

from uuid import UUID

from forum_desktop import sealing
from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.identity import same_id
from forum_desktop.records.sealed import SealingKey
from forum_desktop.services.forums import pack_of
from forum_desktop.services.stations import known_station, own_station
from forum_desktop.services.texts import line

PLAIN, WRAPPED = "plain", "wrapped"


def recipients_of(act: Writing, forum_id: UUID) -> tuple[str, ...]:
    """Return to whom this desk seals: itself and, where it is known, headquarters.

    The desk's own keys are made where it has none yet.
    """
    own = (known_key(act, forum_id, act.replica) or make_key(act, forum_id)).recipient
    headquarters = pack_of(act, forum_id).hq_recipient
    return (own, headquarters) if headquarters else (own,)


def known_key(look: Reading, forum_id: UUID, replica: str) -> SealingKey | None:
    """Return the public half of this desk's keys, if it has any."""
    station = known_station(look, forum_id, replica)
    return look.find(SealingKey, same_id(station.id, "sealing")) if station else None


def make_key(act: Writing, forum_id: UUID) -> SealingKey:
    """Make this desk's keys; the secret goes nowhere but into this laptop's settings."""
    station, pair = own_station(act, forum_id), sealing.make_key()
    key = SealingKey(
        id=same_id(station.id, "sealing"),
        forum_id=forum_id,
        station_id=station.id,
        recipient=pair.recipient,
    )
    settings.keep(act, _place(forum_id, PLAIN, key.id), pair.secret)
    return act.add(key)


def keep_wrapped(act: Writing, forum_id: UUID, key_id: str, wrapped: str) -> None:
    """Keep a secret in its wrapping, in place of the bare one."""
    settings.keep(act, f"{_folder(forum_id)}{WRAPPED}/{key_id}", wrapped)
    settings.forget(act, f"{_folder(forum_id)}{PLAIN}/{key_id}")


def forget_secrets(act: Writing, forum_id: UUID) -> None:
    """Destroy every secret of this laptop for a forum."""
    for name in settings.read_all(act, _folder(forum_id)):
        settings.forget(act, name)


def kept_secrets(look: Reading, forum_id: UUID) -> dict[str, dict[str, str]]:
    """Return the secrets by the way they are kept (PLAIN or WRAPPED) and their key's id.

    A laptop restored from a backup keeps those of the station it was before.
    """
    found: dict[str, dict[str, str]] = {PLAIN: {}, WRAPPED: {}}
    for name, text in settings.read_all(look, _folder(forum_id)).items():
        way, _, key_id = name.removeprefix(_folder(forum_id)).partition("/")
        found[way][key_id] = text
    return found


def secrets_of(look: Reading, forum_id: UUID, passphrase: str) -> tuple[str, ...]:
    """Return the secrets that read what this desk sealed.

    Raises Refusal("sealing.handed_over" or "sealing.no_secret") where there are none left,
    "sealing.passphrase_needed" and "sealing.wrong_passphrase".
    """
    kept = kept_secrets(look, forum_id)
    if not any(kept.values()):
        keys = look.all(SealingKey, forum_id=forum_id)
        is_over = any(key.handed_over_at for key in keys)
        raise Refusal("sealing.handed_over" if is_over else "sealing.no_secret")
    if kept[WRAPPED] and not passphrase:
        raise Refusal("sealing.passphrase_needed")
    said = line(passphrase)
    unwrapped = (sealing.unwrap(text, said) for text in kept[WRAPPED].values())
    return (*kept[PLAIN].values(), *unwrapped)


def _folder(forum_id: UUID) -> str:
    return f"sealing/{forum_id}/"


def _place(forum_id: UUID, way: str, key_id: UUID) -> str:
    return f"{_folder(forum_id)}{way}/{key_id}"
