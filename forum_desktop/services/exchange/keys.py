"""The keys of a forum and of this laptop: public halves in the log, secrets here only."""

import json
from dataclasses import asdict, dataclass, field
from uuid import UUID

from forum_desktop import sealing
from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import ForumKeys, StationKey
from forum_desktop.records.identity import same_id
from forum_desktop.sealing.signatures import SigningKey, is_signed, new_signing_key, sign
from forum_desktop.services.stations import own_station


@dataclass(frozen=True, slots=True)
class KeyRing:
    """A forum's keys, which all its laptops have: one pair to seal, one to sign."""

    recipient: str
    secret: str = field(repr=False)
    member: SigningKey = field(repr=False)


def ring_of(act: Writing, forum_id: UUID) -> KeyRing:
    """Return the forum's keys, made where this laptop is the first to need them.

    Raises Refusal("exchange.no_forum_key") where another laptop made them and this one never
    was given them.
    """
    known = known_ring(act, forum_id)
    if known is not None:
        return known
    if act.find(ForumKeys, same_id(forum_id, "keys")) is not None:
        raise Refusal("exchange.no_forum_key")
    pair = sealing.make_key()
    ring = KeyRing(pair.recipient, pair.secret, new_signing_key())
    keep_ring(act, forum_id, ring)
    act.add(
        ForumKeys(
            id=same_id(forum_id, "keys"),
            forum_id=forum_id,
            recipient=ring.recipient,
            member_key=ring.member.public,
        )
    )
    return ring


def known_ring(look: Reading, forum_id: UUID) -> KeyRing | None:
    """Return the forum's keys where this laptop has them."""
    kept = settings.read(look, f"exchange/{forum_id}/ring")
    return read_ring(kept) if kept else None


def keep_ring(act: Writing, forum_id: UUID, ring: KeyRing) -> None:
    """Keep the forum's keys on this laptop."""
    settings.keep(act, f"exchange/{forum_id}/ring", spell_ring(ring))


def spell_ring(ring: KeyRing) -> str:
    """Return the forum's keys as a venue pack carries them."""
    return json.dumps({**asdict(ring), "member": list(ring.member)})


def read_ring(text: str) -> KeyRing:
    """Return the forum's keys from their spelling; raises Refusal("bundle.damaged")."""
    try:
        told = json.loads(text)
        public, secret = told["member"]
        ring = KeyRing(str(told["recipient"]), str(told["secret"]), SigningKey(public, secret))
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("bundle.damaged") from error
    return ring


def station_key(act: Writing, forum_id: UUID) -> tuple[SigningKey, str]:
    """Return this laptop's signing key and the forum's signature over it."""
    place, station = f"exchange/{forum_id}/signing", own_station(act, forum_id)
    kept = settings.read(act, place)
    key = SigningKey(*json.loads(kept)) if kept else new_signing_key()
    if not kept:
        settings.keep(act, place, json.dumps(list(key)))
    certificate = sign(_membership(forum_id, key.public), ring_of(act, forum_id).member.secret)
    key_id = same_id(station.id, "key")
    if act.find(StationKey, key_id) is None:
        act.add(
            StationKey(
                id=key_id,
                forum_id=forum_id,
                station_id=station.id,
                key=key.public,
                certificate=certificate,
            )
        )
    return key, certificate


def belongs(forum_id: UUID, key: str, certificate: str, member_key: str) -> bool:
    """Tell whether a signing key is that of a laptop of the forum."""
    return is_signed(_membership(forum_id, key), certificate, member_key)


def _membership(forum_id: UUID, key: str) -> bytes:
    return f"forum-desktop member 1 {forum_id} {key}".encode()
