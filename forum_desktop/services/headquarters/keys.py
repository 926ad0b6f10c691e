"""Headquarters' keys in one file, as age-keygen writes it: guard it like the safe's."""

import hashlib
from pathlib import Path

from forum_desktop import sealing
from forum_desktop.errors import Refusal
from forum_desktop.files import read_small, write_whole
from forum_desktop.records.headquarters import HqKeys
from forum_desktop.sealing.signatures import SigningKey, signing_key_of

_LONGEST = 4096
_SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 - how every secret key of age begins


def make_keys(target: Path) -> HqKeys:
    """Write a new key file, readable by this user only; return what a pack names.

    Raises Refusal("hq.key_exists") where there is a file already: nothing replaces a key.
    """
    if target.exists():
        raise Refusal("hq.key_exists", path=target)
    pair = sealing.make_key()
    keys = HqKeys(recipient=pair.recipient, receipt_key=receipt_key_of(pair.secret).public)
    lines = (
        f"# public key: {keys.recipient}",
        f"# receipt key: {keys.receipt_key}",
        pair.secret,
    )
    write_whole(target, "\n".join((*lines, "")).encode("ascii"), mode=0o600)
    return keys


def read_keys(path: Path) -> str:
    """Return the secret in a key file; raises Refusal("hq_key.not_found" ..., "hq.bad_key")."""
    text = read_small(path, _LONGEST, "hq_key").decode("ascii", "replace")
    secret = next((one.strip() for one in text.splitlines() if one.startswith(_SECRET)), "")
    if not sealing.is_secret(secret):
        raise Refusal("hq.bad_key", file=path.name)
    return secret


def receipt_key_of(secret: str) -> SigningKey:
    """Return the pair that signs receipts, drawn from the secret so that one file is enough."""
    return signing_key_of(hashlib.sha256(f"forum-desktop receipt 1 {secret}".encode()).digest())
