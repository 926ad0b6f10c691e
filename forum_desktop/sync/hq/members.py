"""Whom a forum trusts, as its own log tells."""

from collections.abc import Sequence

from forum_desktop.db.fold import fold
from forum_desktop.errors import Refusal
from forum_desktop.sync.bundle.packing import ZSTD
from forum_desktop.sync.bundle.reading import Bundle, read_operations
from forum_desktop.sync.incoming import operation_parts

_KEYS = "forum_keys"


def told_member_key(bundle: Bundle, secrets: Sequence[str]) -> str:
    """Return the key that signs the laptops of a bundle's forum.

    Raises Refusal("hq.no_member_key") where the bundle does not tell, and as reading does.
    """
    for part in operation_parts(bundle):
        if part.packed == ZSTD:
            continue
        operations = read_operations(bundle, part, secrets)
        told = [item for item in operations if item.entity_type == _KEYS]
        if told:
            return str(fold(told).facts.get("member_key", ""))
    raise Refusal("hq.no_member_key")
