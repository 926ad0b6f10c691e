"""Evidence of a sealed complaint: its content and all that tells of it stand in one seal."""

import json
from collections.abc import Sequence
from dataclasses import replace

from forum_desktop import sealing
from forum_desktop.records.evidence import Evidence


def sealed_content(evidence: Evidence, content: bytes, to: Sequence[str]) -> bytes:
    """Return the content of a piece sealed, a line of what it is before it."""
    assert evidence.media_type is not None
    head = {
        "of": str(evidence.id),
        "media_type": evidence.media_type.value,
        "name": evidence.name,
        "original_sha256": evidence.original_sha256,
        "original_size": evidence.original_size,
    }
    text = json.dumps(head, sort_keys=True).encode() + b"\n" + content
    return sealing.seal(text, to).encode("ascii")


def without_words(evidence: Evidence) -> Evidence:
    """Return a piece as the log names it: by hash, size and day alone."""
    return replace(
        evidence,
        media_type=None,
        original_sha256="",
        original_size=0,
        name="",
        withdrawn="",
        is_sealed=True,
    )
