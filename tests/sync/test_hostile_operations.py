"""What a member with bad intent can put in a log leaves the file sound, and erased words gone."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forum_desktop.db.checking import check_file
from forum_desktop.db.codec import to_fields
from forum_desktop.db.database import Database
from forum_desktop.db.operations import canonical, digest, make_payload, operation_sha
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.records.opinion import Opinion
from forum_desktop.sync.bundle.lines import from_lines, to_lines
from forum_desktop.sync.merging import all_operations, merge
from tests.factory import make_opinion


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path / "here")) as database:
        yield database


def link(opinion: Opinion, *after: Operation, **other: Any) -> Operation:
    """Return another laptop's operation of an opinion, linked after an earlier one if given."""
    payload = make_payload(to_fields(opinion), {})
    facts: dict[str, Any] = {
        "sha": "",
        "replica": "r",
        "sequence": after[0].sequence + 1 if after else 1,
        "clock": 1,
        "at": 1,
        "actor": "",
        "forum": str(opinion.forum_id),
        "entity": str(opinion.id),
        "entity_type": "opinion",
        "kind": OperationKind.PUT,
        "version": 1,
        "payload": payload,
        "payload_sha": digest(payload),
        "previous": after[0].sha if after else "",
    }
    unnamed = Operation(**{**facts, **other})
    return replace(unnamed, sha=operation_sha(unnamed))


def lines_of(item: Operation) -> list[bytes]:
    return [line.rstrip(b"\n") for line in to_lines([item])]


def counts(database: Database) -> dict[str, int]:
    with database.read() as reading:
        report = check_file(reading.connection)
    assert report.faults == ()
    return dict(report.counts)


def test_a_link_to_a_branch_that_never_came_is_counted_until_it_comes(here: Database) -> None:
    first = link(make_opinion("หนึ่ง"))
    other = link(make_opinion("หนึ่งของอีกเครื่อง"))
    second = link(make_opinion("สอง"), other)
    with here.write() as writing:
        merge(writing, [first, second])
    assert counts(here)["link not here"] == 1
    with here.write() as writing:
        merge(writing, [other])
    assert counts(here)["link not here"] == 0


def test_whatever_kind_an_operation_has_its_words_go_when_they_are_erased(here: Database) -> None:
    opinion = make_opinion("ข้อมูลส่วนบุคคล")
    first = link(opinion)
    later = link(opinion, first, kind=OperationKind("a kind of an app to come"))
    empty = make_payload({}, {})
    erase = link(opinion, later, kind=OperationKind.ERASE, payload=empty, payload_sha=digest(empty))
    for arriving in ([first, later], [erase], [later]):
        with here.write() as writing:
            merge(writing, arriving)
    with here.read() as reading:
        known = {item.sequence: item.payload for item in all_operations(reading)}
    assert known == {1: None, 2: None, 3: empty}
    assert "link not here" in counts(here)


@pytest.mark.parametrize(("first", "previous"), [(1, "0" * 64), (2, "")])
def test_a_chain_begins_where_it_has_nothing_before_it_and_nowhere_else(
    first: int, previous: str
) -> None:
    item = link(make_opinion("หนึ่ง"), sequence=first, previous=previous)
    lines = lines_of(item)
    assert b'"first":' in lines[0]
    with pytest.raises(Refusal, match=r"bundle\.damaged"):
        list(from_lines(lines))


def test_a_payload_in_another_order_keeps_its_own_hash(here: Database) -> None:
    opinion = make_opinion("หนึ่ง")
    payload = '{"salt":"s", "p":{}, "f":' + canonical(to_fields(opinion)) + "}"
    item = link(opinion, payload=payload, payload_sha=digest(payload))
    (arrival,) = from_lines(lines_of(item))
    assert tuple(arrival.operations) == (item,)
    with here.write() as writing:
        merge(writing, arrival.operations)
        assert writing.all(Opinion) == (opinion,)
    counts(here)


def test_a_run_that_does_not_come_to_the_hash_it_promises_is_damaged() -> None:
    head, line = lines_of(link(make_opinion("หนึ่ง")))
    assert list(from_lines([head, line]))
    told = json.loads(head)
    for promised in ("0" * 64, ""):
        lied = canonical({**told, "last": promised}).encode()
        with pytest.raises(Refusal, match=r"bundle\.damaged"):
            list(from_lines([lied, line]))
