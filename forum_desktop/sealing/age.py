"""Key pairs, sealing to them, and a passphrase around the half that reads.

pyrage is loaded by the first call, never at start-up. What it takes and gives is text in
ASCII armour, so that it can stand in the log and in a settings row as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from forum_desktop.errors import Refusal


@dataclass(frozen=True, slots=True)
class KeyPair:
    """`recipient` may be known to everybody and seals; `secret` reads, and is never shown."""

    recipient: str
    secret: str = field(repr=False)


def make_key() -> KeyPair:
    """Return a new pair of X25519 keys."""
    identity = _pyrage().x25519.Identity.generate()
    return KeyPair(str(identity.to_public()), str(identity))


def is_recipient(text: str) -> bool:
    """Tell whether a text is the public half of a pair, copied without a mistake."""
    pyrage = _pyrage()
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def is_secret(text: str) -> bool:
    """Tell whether a text is the secret half of a pair, copied without a mistake."""
    pyrage = _pyrage()
    try:
        pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        return False
    return True


def seal(text: bytes, recipients: Sequence[str]) -> str:
    """Return the text sealed so that the secret of any of the recipients reads it.

    Raises Refusal("sealing.bad_recipient") where one is no public key, or there is none.
    """
    pyrage = _pyrage()
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
        sealed: bytes = pyrage.encrypt(text, keys, armored=True)
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise Refusal("sealing.bad_recipient") from error
    return sealed.decode("ascii")


def unseal(sealed: str, secret: str) -> bytes:
    """Return what was sealed.

    Raises Refusal("sealing.not_ours") where it was sealed to others, or was changed since.
    """
    pyrage = _pyrage()
    try:
        identity = pyrage.x25519.Identity.from_str(secret)
        text: bytes = pyrage.decrypt(sealed.encode(), [identity])
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise Refusal("sealing.not_ours") from error
    return text


def wrap(secret: str, passphrase: str) -> str:
    """Return a secret that only the passphrase gives back; takes about a second on purpose."""
    wrapped: bytes = _pyrage().passphrase.encrypt(secret.encode(), passphrase, armored=True)
    return wrapped.decode("ascii")


def unwrap(wrapped: str, passphrase: str) -> str:
    """Return a wrapped secret; raises Refusal("sealing.wrong_passphrase")."""
    pyrage = _pyrage()
    try:
        secret: bytes = pyrage.passphrase.decrypt(wrapped.encode(), passphrase)
    except pyrage.DecryptError as error:
        raise Refusal("sealing.wrong_passphrase") from error
    return secret.decode("ascii")


def _pyrage() -> Any:
    """Return the library; raises Refusal("sealing.not_installed") where it has no wheel."""
    try:
        return import_module("pyrage")
    except ImportError as error:
        raise Refusal("sealing.not_installed") from error
