"""Acts on a complaint desk's own keys: its passphrase, and handing over for good."""

from dataclasses import replace
from uuid import UUID

from forum_desktop import sealing
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.sealed import ComplaintDesk, SealedPart
from forum_desktop.services.complaints import keys
from forum_desktop.services.complaints.officer import officer_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.services.texts import line

SHORTEST = 8
"""Characters that a passphrase has at least."""


def read_desk(desk: Desk, forum_id: UUID) -> ComplaintDesk:
    """Return how this laptop's complaint desk stands: its key, its passphrase, what it sealed."""
    with desk.look() as look:
        key = keys.known_key(look, forum_id, desk.database.replica)
        kept = keys.kept_secrets(look, forum_id)
        return ComplaintDesk(
            has_key=key is not None,
            is_wrapped=bool(kept[keys.WRAPPED]) and not kept[keys.PLAIN],
            is_handed_over=key is not None and key.handed_over_at is not None,
            can_hand_over=bool(pack_of(look, forum_id).hq_recipient and any(kept.values())),
            sealed_count=len(look.all(Complaint, forum_id=forum_id, is_sealed=True)),
            officer=officer_of(look, forum_id),
        )


def set_passphrase(desk: Desk, forum_id: UUID, passphrase: str, *, old: str = "") -> None:
    """Let only a passphrase open what this desk seals; `old` is the one before, if any.

    Raises Refusal("sealing.passphrase_short"), and what `keys.secrets_of` raises.
    """
    said = line(passphrase)
    if len(said) < SHORTEST:
        raise Refusal("sealing.passphrase_short", shortest=SHORTEST)
    _make_key(desk, forum_id)
    with desk.look() as look:
        secrets = _secrets_by_id(look, forum_id, old)
    # A second of work on purpose, so not while the file is being written.
    wrapped = {key_id: sealing.wrap(secret, said) for key_id, secret in secrets.items()}
    with desk.act() as act:
        for key_id, text in wrapped.items():
            keys.keep_wrapped(act, forum_id, key_id, text)
    desk.database.settle()


def check_passphrase(desk: Desk, forum_id: UUID, passphrase: str) -> None:
    """Take a passphrase to unlock the desk; raises Refusal("sealing.wrong_passphrase")."""
    with desk.look() as look:
        keys.secrets_of(look, forum_id, passphrase)


def hand_over(desk: Desk, forum_id: UUID, *, passphrase: str = "") -> None:
    """Destroy this desk's secrets: from now on headquarters alone reads what it took in.

    What was sealed before headquarters' key was known is sealed to it first. The desk goes on
    taking in complaints. Raises Refusal("sealing.no_hq") while headquarters' key is unknown,
    and what `keys.secrets_of` raises. A backup made before keeps the secret as it was then.
    """
    with desk.act() as act:
        headquarters = pack_of(act, forum_id).hq_recipient
        if not headquarters:
            raise Refusal("sealing.no_hq")
        secrets = keys.secrets_of(act, forum_id, passphrase)
        for part in act.all(SealedPart, forum_id=forum_id):
            if headquarters not in part.recipients.splitlines():
                _seal_anew(act, part, secrets, headquarters)
        keys.forget_secrets(act, forum_id)
        key = keys.known_key(act, forum_id, act.replica)
        if key is not None:
            act.put(replace(key, handed_over_at=act.now))
    desk.database.settle()


def _make_key(desk: Desk, forum_id: UUID) -> None:
    with desk.act() as act:
        if keys.known_key(act, forum_id, act.replica) is None:
            keys.make_key(act, forum_id)


def _secrets_by_id(look: Reading, forum_id: UUID, old: str) -> dict[str, str]:
    kept = keys.kept_secrets(look, forum_id)
    names = (*kept[keys.PLAIN], *kept[keys.WRAPPED])
    return dict(zip(names, keys.secrets_of(look, forum_id, old), strict=True))


def _seal_anew(act: Writing, part: SealedPart, secrets: tuple[str, ...], to: str) -> None:
    recipients = [*part.recipients.splitlines(), to]
    for secret in secrets:
        try:
            text = sealing.unseal(part.sealed, secret)
        except Refusal:  # sealed by another desk, which hands over for itself
            continue
        sealed = sealing.seal(text, recipients)
        act.put(replace(part, sealed=sealed, recipients="\n".join(recipients)))
        return
