"""Signatures of stations: Ed25519 (RFC 8032), keys and signatures in hexadecimal."""

from typing import NamedTuple

_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


class SigningKey(NamedTuple):
    """Both halves: `public` travels with the log, `secret` stays on the laptop."""

    public: str
    secret: str


def new_signing_key() -> SigningKey:
    """Return a new key of 32 random bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - 50 ms
        Ed25519PrivateKey,
    )

    made = Ed25519PrivateKey.generate()
    return SigningKey(made.public_key().public_bytes_raw().hex(), made.private_bytes_raw().hex())


def signing_key_of(seed: bytes) -> SigningKey:
    """Return the key that 32 bytes give, always the same."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    made = Ed25519PrivateKey.from_private_bytes(seed)
    return SigningKey(made.public_key().public_bytes_raw().hex(), seed.hex())


def sign(content: bytes, secret: str) -> str:
    """Return the signature of a content."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)).sign(content).hex()


def is_signed(content: bytes, signature: str, public: str) -> bool:
    """Tell whether a signature over a content was made with the secret half of `public`."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        key, signed = bytes.fromhex(public), bytes.fromhex(signature)
        if len(key) != _KEY_BYTES or len(signed) != _SIGNATURE_BYTES:
            return False
        Ed25519PublicKey.from_public_bytes(key).verify(signed, content)
    except (InvalidSignature, ValueError):
        return False
    return True
