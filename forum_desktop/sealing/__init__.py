"""Sealing: who may write need not be able to read (the age format, age-encryption.org/v1)."""

from forum_desktop.sealing.age import (
    KeyPair,
    is_recipient,
    is_secret,
    make_key,
    seal,
    unseal,
    unwrap,
    wrap,
)

__all__ = ["KeyPair", "is_recipient", "is_secret", "make_key", "seal", "unseal", "unwrap", "wrap"]
