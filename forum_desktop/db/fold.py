"""The pure fold: the same set of operations gives the same entity, whatever their order."""

from collections.abc import Iterable
from dataclasses import dataclass

from forum_desktop.db.codec import Fields, Primitive
from forum_desktop.db.operations import PAYLOAD_VERSION, read_payload, sort_key
from forum_desktop.records.operation import Operation, OperationKind

Heads = dict[str, tuple[tuple[str, Primitive], ...]]
"""The live writings of each fact, as the operation's hash and the value."""

FIRST_WINS = frozenset(
    ("attendance", fact)
    for fact in ("checked_in_at", "station", "left_at", "from_paper", "notice_version")
)
"""Facts where the earliest writing counts: two desks that check one person in agree."""

SAID_WINS = frozenset(("attendance", fact) for fact in ("left_at", "in_place_of"))
"""Facts where nothing said gives way: a desk that checked her in did not know that she left."""


@dataclass(frozen=True, slots=True)
class Folded:
    """An entity's state. `heads` are the live writings of each fact, winner first.

    A fact with heads of several values is in conflict: both are kept, a person chooses.
    """

    entity: str
    entity_type: str
    forum: str
    born: int
    erased: bool
    heads: Heads

    @property
    def facts(self) -> Fields:
        """The value that counts for each fact."""
        return {name: heads[0][1] for name, heads in self.heads.items()}

    @property
    def conflicts(self) -> dict[str, tuple[Primitive, ...]]:
        """The distinct values of facts that a person must choose between, winner first."""
        several = {name: _distinct(heads) for name, heads in self.heads.items() if len(heads) > 1}
        return {
            name: values
            for name, values in several.items()
            if len(values) > 1 and not _is_settled(self.entity_type, name, values)
        }


def fold(operations: Iterable[Operation]) -> Folded:
    """Return the state of the entity that all `operations` (at least one) speak of."""
    ordered = sorted(operations, key=sort_key)
    first = ordered[0]
    erased = any(operation.kind is OperationKind.ERASE for operation in ordered)
    heads = {} if erased else _only(first) if len(ordered) == 1 else _heads(ordered)
    return Folded(first.entity, first.entity_type, first.forum, first.clock, erased, heads)


def _only(operation: Operation) -> Heads:
    return {name: ((operation.sha, value),) for name, value in told(operation).items()}


def _heads(ordered: list[Operation]) -> Heads:
    entity_type = ordered[0].entity_type
    writings: dict[str, list[tuple[str, Primitive]]] = {}
    replaced: set[tuple[str, str]] = set()
    for operation in ordered:
        facts, parents = _told(operation)
        for name, value in facts.items():
            writings.setdefault(name, []).append((operation.sha, value))
            replaced.update((name, sha) for sha in parents.get(name, ()))
    return {
        name: _winner_first(entity_type, name, [w for w in written if (name, w[0]) not in replaced])
        for name, written in writings.items()
    }


def told(operation: Operation) -> Fields:
    """Return the facts that an operation sets."""
    return _told(operation)[0]


def _told(operation: Operation) -> tuple[Fields, dict[str, list[str]]]:
    """Return the facts an operation sets and those each replaces.

    What is erased sets none, nor what an app to come wrote in a way not understood here.
    """
    is_understood = operation.version <= PAYLOAD_VERSION and operation.kind is OperationKind.PUT
    return read_payload(operation.payload) if is_understood and operation.payload else ({}, {})


def _winner_first(
    entity_type: str, name: str, live: list[tuple[str, Primitive]]
) -> tuple[tuple[str, Primitive], ...]:
    ordered = live if (entity_type, name) in FIRST_WINS else live[::-1]
    if (entity_type, name) in SAID_WINS:
        ordered = sorted(ordered, key=lambda writing: writing[1] is None)
    return tuple(ordered)


def _is_settled(entity_type: str, name: str, values: tuple[Primitive, ...]) -> bool:
    """Tell whether a rule decides between values, so that nobody has to."""
    said = [value for value in values if value is not None]
    gives_way = (entity_type, name) in SAID_WINS and len(said) <= 1
    return gives_way or (entity_type, name) in FIRST_WINS


def _distinct(heads: tuple[tuple[str, Primitive], ...]) -> tuple[Primitive, ...]:
    # True == 1 in Python, so values are told apart together with their type.
    return tuple({(type(value), value): value for _, value in heads}.values())
