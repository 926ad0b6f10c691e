"""Operations as lines of text. What a reader can reckon is left out: hashes and the chain.

A run is a stretch of one laptop's chain without a gap. Its first line is an object that names
where the chain begins and what its last hash must be; each line after it is a list, one
operation. The payload stands there as the JSON it is; only its hash where it was erased.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from forum_desktop.db.operations import canonical, digest, operation_sha
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation, OperationKind

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a line; the longest text that may be typed is far shorter."""
_LONGEST_RUN = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a chain: where it begins, how long it is, the hash it comes to."""

    replica: str
    first: int
    previous: str
    many: int
    last: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A run that was read: how many operations it has, and those that are not known here."""

    many: int
    operations: Sequence[Operation]


Knows = Callable[[Run], bool]


def to_lines(operations: Iterable[Operation]) -> Iterator[bytes]:
    """Yield the lines of operations, which come in the order of their chains."""
    for run in _runs(operations):
        first = run[0]
        head = {
            "replica": first.replica,
            "first": first.sequence,
            "previous": first.previous,
            "many": len(run),
            "last": run[-1].sha,
        }
        yield f"{canonical(head)}\n".encode()
        for item in run:
            yield f"{canonical(_told(item))}\n".encode()


def from_lines(lines: Iterable[bytes], knows: Knows = lambda _: False) -> Iterator[Arrival]:
    """Yield the runs that lines tell; of a run known here its length only.

    Raises Refusal("bundle.damaged") where a line is none of ours or a chain does not come to
    the hash it must come to; what a run told before that must not be kept.
    """
    reading = iter(lines)
    for line in reading:
        run = _head(_loaded(line))
        if knows(run):
            if sum(1 for _ in islice(reading, run.many)) != run.many:
                raise Refusal("bundle.damaged")
            yield Arrival(run.many, ())
        else:
            yield Arrival(run.many, tuple(_operations(reading, run)))


def _head(told: Any) -> Run:
    try:
        run = Run(
            replica=_text(told["replica"]),
            first=_whole(told["first"]),
            previous=_text(told["previous"]),
            many=_whole(told["many"]),
            last=_text(told["last"]),
        )
    except (KeyError, TypeError) as error:
        raise Refusal("bundle.damaged") from error
    if not 0 < run.many <= _LONGEST_RUN or run.first < 1:
        raise Refusal("bundle.damaged")
    return run


def _operations(lines: Iterator[bytes], run: Run) -> Iterator[Operation]:
    sequence, previous = run.first, run.previous
    for line in islice(lines, run.many):
        item = _operation(_loaded(line), run.replica, sequence, previous)
        yield item
        sequence, previous = sequence + 1, item.sha
    if sequence != run.first + run.many or previous != run.last:
        raise Refusal("bundle.damaged")


def _runs(operations: Iterable[Operation]) -> Iterator[list[Operation]]:
    run: list[Operation] = []
    for item in operations:
        if run and (len(run) >= _LONGEST_RUN or not _follows(item, run[-1])):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _follows(item: Operation, before: Operation) -> bool:
    is_next = item.replica == before.replica and item.sequence == before.sequence + 1
    return is_next and item.previous == before.sha


def _told(item: Operation) -> list[Any]:
    head = [item.clock, item.at, item.actor, item.forum, item.entity, item.entity_type]
    payload: Any = {"erased": item.payload_sha}
    if item.payload is not None:
        content = json.loads(item.payload)
        # A payload spelled otherwise, by an app to come, travels as the text it is.
        is_canonical = isinstance(content, dict) and canonical(content) == item.payload
        payload = {"is": content} if is_canonical else {"text": item.payload}
    return [*head, item.kind.value, item.version, payload]


def _operation(told: Any, replica: str, sequence: int, previous: str) -> Operation:
    try:
        clock, at, actor, forum, entity, entity_type, kind, version, content = told
        payload, payload_sha = _payload(content)
        unnamed = Operation(
            sha="",
            replica=replica,
            sequence=sequence,
            clock=_whole(clock),
            at=_whole(at),
            actor=_text(actor),
            forum=_text(forum),
            entity=_text(entity),
            entity_type=_text(entity_type),
            kind=OperationKind(kind),
            version=_whole(version),
            payload=payload,
            payload_sha=payload_sha,
            previous=previous,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal("bundle.damaged") from error
    return _named(unnamed)


def _named(item: Operation) -> Operation:
    object.__setattr__(item, "sha", operation_sha(item))
    return item


def _payload(content: Any) -> tuple[str | None, str]:
    if "erased" in content:
        return None, _text(content["erased"])
    payload = canonical(content["is"]) if "is" in content else _text(content["text"])
    return payload, digest(payload)


def _whole(told: Any) -> int:
    if type(told) is not int:
        raise TypeError(told)
    return told


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError(told)
    return told


def _loaded(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refusal("bundle.damaged") from error
