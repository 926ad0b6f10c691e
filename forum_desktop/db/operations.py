"""Making and checking operations: canonical spelling, hashes and the chain."""

import hashlib
import json
import secrets
from json.encoder import encode_basestring

from forum_desktop.db.codec import Fields
from forum_desktop.records.operation import Operation

PAYLOAD_VERSION = 1
CLOCK_COUNTER_BITS = 16


def make_payload(facts: Fields, replaced: dict[str, list[str]]) -> str:
    """Return a put's payload: facts, the operations each replaces, and a salt.

    The salt keeps an erased fact from being guessed out of its hash.
    """
    return canonical({"f": facts, "p": replaced, "salt": secrets.token_hex(8)})


def read_payload(payload: str) -> tuple[Fields, dict[str, list[str]]]:
    """Return the facts of a payload and the operations each replaces."""
    content = json.loads(payload)
    return content["f"], content["p"]


_spell = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(content: object) -> str:
    """Return the one JSON spelling of a content (sorted keys, no blanks, as RFC 8785 means)."""
    return _spell(content)


def digest(text: str) -> str:
    """Return the SHA-256 of a text as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def operation_sha(operation: Operation) -> str:
    """Return the hash that names an operation: of all it says, its payload by its hash."""
    return digest(header_text(operation))


def header_text(operation: Operation) -> str:
    """Return the canonical spelling of a list of all that an operation says, hash aside.

    Put together by hand: it is what a merge does most, and the encoder takes three times as long.
    """
    text = encode_basestring
    return (
        f"[{text(operation.replica)},{operation.sequence},{operation.clock},{operation.at},"
        f"{text(operation.actor)},{text(operation.forum)},{text(operation.entity)},"
        f"{text(operation.entity_type)},{text(operation.kind.value)},{operation.version},"
        f"{text(operation.payload_sha)},{text(operation.previous)}]"
    )


def is_genuine(operation: Operation) -> bool:
    """Tell whether an operation is what its hash says; an erased payload may be absent."""
    if operation.payload is not None and digest(operation.payload) != operation.payload_sha:
        return False
    return operation_sha(operation) == operation.sha


def next_clock(latest: int, milliseconds: int) -> int:
    """Return a hybrid logical clock after `latest`, near the wall's time where it can be.

    Kulkarni et al., "Logical Physical Clocks", 2014: never goes back, whatever the wall does.
    """
    return max(latest + 1, milliseconds << CLOCK_COUNTER_BITS)


def sort_key(operation: Operation) -> tuple[int, str, str]:
    """Return what decides between two operations: clock, replica, hash."""
    return operation.clock, operation.replica, operation.sha
