"""Operations as lines of text. What a reader can reckon is left out: hashes and the chain.

A run is a stretch of one laptop's chain without a gap. Its first line is an object that names
where the chain begins and what its last hash must be; each line after it is a list, one
operation. The payload stands there as the JSON it is; only its hash where it was erased.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from forum_desktop.db.operations import canonical, digest, operation_sha
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation, OperationKind

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a line; the longest text that may be typed is far shorter."""
_LONGEST_RUN = 1000


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


def from_lines(lines: Iterable[bytes]) -> Iterator[Operation]:
    """Yield the operations that lines tell.

    Raises Refusal("bundle.damaged") where a line is none of ours or a chain does not come to
    the hash it must come to; what a run told before that must not be kept.
    """
    reading = iter(lines)
    for line in reading:
        head = _loaded(line)
        try:
            place = (str(head["replica"]), int(head["first"]), str(head["previous"]))
            many, last = int(head["many"]), str(head["last"])
        except (KeyError, TypeError, ValueError) as error:
            raise Refusal("bundle.damaged") from error
        if not 0 < many <= _LONGEST_RUN:
            raise Refusal("bundle.damaged")
        yield from _run(reading, place, many, last)


def _run(
    lines: Iterator[bytes], place: tuple[str, int, str], many: int, last: str
) -> Iterator[Operation]:
    replica, sequence, previous = place
    run: list[Operation] = []
    for line in chain([next(lines, b"")] if many else [], _some(lines, many - 1)):
        item = _operation(_loaded(line), replica, sequence, previous)
        run.append(item)
        sequence, previous = sequence + 1, item.sha
    if len(run) != many or previous != last:
        raise Refusal("bundle.damaged")
    yield from run


def _some(lines: Iterator[bytes], many: int) -> Iterator[bytes]:
    for _ in range(many):
        yield next(lines, b"")


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
