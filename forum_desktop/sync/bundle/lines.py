"""Operations as lines of text. What a reader can reckon is left out: hashes and the chain.

A run is a stretch of one laptop's chain without a gap. Its first line is an object that names
where the chain begins and what its last hash must be; each line after it is a list, one
operation. The payload stands there as the JSON it is; only its hash where it was erased.

A payload is never spelled anew: what is between the braces is what is hashed and kept, so that
a line is parsed no more than it must be. Whoever spelled it otherwise finds another hash.
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
_IS = ',{"is":'
"""No text within a list's line holds it: a quotation mark there has a backslash before it."""
_KINDS = {kind.value: kind for kind in OperationKind}


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

    run: Run
    operations: Sequence[Operation]

    @property
    def many(self) -> int:
        """How many operations the run has."""
        return self.run.many


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
            yield f"{_told(item)}\n".encode()


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
            yield Arrival(run, ())
        else:
            yield Arrival(run, tuple(_operations(reading, run)))


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
    is_first = run.previous == ""
    if not 0 < run.many <= _LONGEST_RUN or run.first < 1 or is_first != (run.first == 1):
        raise Refusal("bundle.damaged")
    return run


def _operations(lines: Iterator[bytes], run: Run) -> Iterator[Operation]:
    sequence, previous = run.first, run.previous
    for line in islice(lines, run.many):
        item = _operation(line, run.replica, sequence, previous)
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


def _told(item: Operation) -> str:
    where = (item.clock, item.at, item.actor, item.forum, item.entity, item.entity_type)
    head = canonical([*where, item.kind.value, item.version])[:-1]
    if item.payload is None:
        return f"{head},{canonical({'erased': item.payload_sha})}]"
    if _is_canonical(item.payload):
        return f"{head}{_IS}{item.payload}}}]"
    # A payload spelled otherwise, by an app to come, travels as the text it is.
    return f"{head},{canonical({'text': item.payload})}]"


def _is_canonical(payload: str) -> bool:
    try:
        content = json.loads(payload)
        return isinstance(content, dict) and canonical(content) == payload
    except (ValueError, RecursionError):
        return False


def _operation(line: bytes, replica: str, sequence: int, previous: str) -> Operation:
    try:
        head, payload, payload_sha = _parted(line)
        clock, at, actor, forum, entity, entity_type, kind, version = head
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
            kind=_KINDS.get(kind) or OperationKind(kind),
            version=_whole(version),
            payload=payload,
            payload_sha=payload_sha,
            previous=previous,
        )
        object.__setattr__(unnamed, "sha", operation_sha(unnamed))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Refusal("bundle.damaged") from error
    return unnamed


def _parted(line: bytes) -> tuple[list[Any], str | None, str]:
    """Return the head of a line, its payload and the payload's hash."""
    told = line.decode()
    head, mark, payload = told.partition(_IS)
    if mark and payload.endswith("}]"):
        return json.loads(f"{head}]"), payload[:-2], digest(payload[:-2])
    *first, content = json.loads(told)
    if "erased" in content:
        return first, None, _text(content["erased"])
    text = _text(content["text"])
    return first, text, digest(text)


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
