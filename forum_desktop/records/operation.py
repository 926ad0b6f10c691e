"""An operation of the log: immutable, named by the hash of its content."""

from dataclasses import dataclass
from enum import StrEnum


class OperationKind(StrEnum):
    """Fields of an entity are set, or the entity is erased by law."""

    PUT = "put"
    ERASE = "erase"

    @classmethod
    def _missing_(cls, value: object) -> "OperationKind":
        """Take a kind that an app to come writes: it is kept and carried on, and does nothing."""
        if not isinstance(value, str):
            raise ValueError(value)  # noqa: TRY004 - what Enum itself raises
        later = str.__new__(cls, value)
        later._name_, later._value_ = value, value
        return later


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
