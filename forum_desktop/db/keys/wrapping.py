"""Wrapping a key: for a passphrase, the printed code, headquarters, or not at all.

A passphrase is stretched by Argon2id (RFC 9106, its second recommended choice: 64 MiB, three
passes, four lanes; 0.2 s on a small laptop), the code, random already, by HKDF (RFC 5869).
What they yield seals the key by ChaCha20-Poly1305 (RFC 8439), so that a wrong one is known.
"""

import os
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from forum_desktop.db.keys.recovery_code import read_code
from forum_desktop.errors import Refusal

KEY_BYTES = 32
LEAST_LETTERS = 8
_SALT, _NONCE = 16, 12
_MEMORY, _PASSES, _LANES = 64 * 1024, 3, 4
_MOST_MEMORY, _MOST_PASSES, _MOST_LANES = 2 * 1024 * 1024, 50, 64


class WrapKind(StrEnum):
    """What opens a wrap: nothing is needed, a passphrase, the printed code, headquarters."""

    OPEN = "open"
    PASSPHRASE = "passphrase"  # noqa: S105 - a name, not a secret
    CODE = "code"
    HEADQUARTERS = "headquarters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """A key as it is kept. `memory` (KiB), `passes` and `lanes` are 0 where nothing is stretched.

    `sealed` is hexadecimal: the key itself where the kind is open, an age file to `recipient`
    where it is headquarters'.
    """

    kind: WrapKind
    sealed: str
    salt: str = ""
    nonce: str = ""
    memory: int = 0
    passes: int = 0
    lanes: int = 0
    recipient: str = ""


def leave_open(key: str) -> Wrap:
    """Keep a key (hexadecimal) for whoever has the folder: practice, and the first minutes."""
    return Wrap(kind=WrapKind.OPEN, sealed=key)


def for_passphrase(key: str, passphrase: str) -> Wrap:
    """Wrap a key for a passphrase; raises Refusal("keys.passphrase_short")."""
    if len(passphrase.strip()) < LEAST_LETTERS:
        raise Refusal("keys.passphrase_short", least=LEAST_LETTERS)
    bare = Wrap(
        kind=WrapKind.PASSPHRASE,
        sealed="",
        salt=os.urandom(_SALT).hex(),
        memory=_MEMORY,
        passes=_PASSES,
        lanes=_LANES,
    )
    return _sealed(bare, key, _stretched(bare, passphrase))


def for_code(key: str, code: str) -> Wrap:
    """Wrap a key for the printed code; raises Refusal("keys.code_mistyped")."""
    bare = Wrap(kind=WrapKind.CODE, sealed="", salt=os.urandom(_SALT).hex())
    return _sealed(bare, key, _drawn(bare, read_code(code)))


def unwrap(wrap: Wrap, secret: str) -> str | None:
    """Return the key (hexadecimal), or None where the secret is not this wrap's.

    Raises Refusal("keys.code_mistyped") for a code that is none, and
    Refusal("keys.damaged") where the wrap itself cannot be right.
    """
    if wrap.kind is WrapKind.OPEN:
        return wrap.sealed
    if wrap.kind is WrapKind.HEADQUARTERS:
        return None  # no secret of this laptop
    if wrap.kind is WrapKind.CODE:
        return _opened(wrap, _drawn(wrap, read_code(secret)))
    return _opened(wrap, _stretched(wrap, secret))


def _sealed(wrap: Wrap, key: str, wrapping: bytes) -> Wrap:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    nonce = os.urandom(_NONCE)
    sealed = ChaCha20Poly1305(wrapping).encrypt(nonce, bytes.fromhex(key), _purpose(wrap))
    return Wrap(
        kind=wrap.kind,
        sealed=sealed.hex(),
        salt=wrap.salt,
        nonce=nonce.hex(),
        memory=wrap.memory,
        passes=wrap.passes,
        lanes=wrap.lanes,
    )


def _opened(wrap: Wrap, wrapping: bytes) -> str | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - 50 ms, where it is needed
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    nonce, sealed = bytes.fromhex(wrap.nonce), bytes.fromhex(wrap.sealed)
    try:
        return ChaCha20Poly1305(wrapping).decrypt(nonce, sealed, _purpose(wrap)).hex()
    except InvalidTag:
        return None


def _stretched(wrap: Wrap, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    # A file that somebody altered must not make the laptop reckon for a year.
    bounds = ((wrap.memory, _MOST_MEMORY), (wrap.passes, _MOST_PASSES), (wrap.lanes, _MOST_LANES))
    if any(not 0 < value <= most for value, most in bounds):
        raise Refusal("keys.damaged")
    stretching = Argon2id(
        salt=bytes.fromhex(wrap.salt),
        length=KEY_BYTES,
        iterations=wrap.passes,
        lanes=wrap.lanes,
        memory_cost=wrap.memory,
    )
    return stretching.derive(_plain_form(passphrase).encode())


def _drawn(wrap: Wrap, code: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    drawing = HKDF(SHA256(), KEY_BYTES, bytes.fromhex(wrap.salt), _purpose(wrap))
    return drawing.derive(code.encode())


def _purpose(wrap: Wrap) -> bytes:
    return f"forum-desktop file key 1 {wrap.kind}".encode()


def _plain_form(passphrase: str) -> str:
    """Return what two keyboards type for the same passphrase (RFC 8265, OpaqueString)."""
    spaced = "".join(" " if unicodedata.category(one) == "Zs" else one for one in passphrase)
    return unicodedata.normalize("NFC", spaced)
