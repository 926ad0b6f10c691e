"""An operation of the log: immutable, named by the hash of its content."""

from dataclasses import dataclass
from enum import StrEnum


class OperationKind(StrEnum):
    """Fields of an entity are set, or the entity is erased by law."""

    PUT = "put"
    ERASE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One link of one laptop's chain.

    `clock` is a hybrid logical clock (48 bits of milliseconds, 16 of counter): order only,
    never shown; `at` is the wall's time in milliseconds, shown, never trusted. `payload` is
    canonical JSON `{"f": fields, "p": {field: [hashes replaced]}, "salt": ...}`, or None
    once erased; `previous` is the hash before it in the chain of `replica`.
    """

    sha: str
    replica: str
    sequence: int
    clock: int
    at: int
    actor: str
    forum: str
    entity: str
    entity_type: str
    kind: OperationKind
    version: int
    payload: str | None
    payload_sha: str
    previous: str
