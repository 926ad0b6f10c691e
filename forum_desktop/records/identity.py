"""Identifiers made on this laptop, without asking any other."""

import secrets
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5


def new_id(moment: datetime) -> UUID:
    """Return a UUID version 7 (RFC 9562): ids sort by the moment they were made."""
    milliseconds = int(moment.timestamp() * 1000) & (1 << 48) - 1
    number = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return UUID(int=number | 0b10 << 62 | secrets.randbits(62))


def same_id(*parts: UUID | str) -> UUID:
    """Return the one id that every laptop gives to the same facts (RFC 9562, version 5)."""
    return uuid5(NAMESPACE_OID, "/".join(str(part) for part in parts))
