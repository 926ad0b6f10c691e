"""Whatever a table row is made of can be read; what cannot is kept in the log and not shown."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forum_desktop.db.checking import check_file
from forum_desktop.db.codec import is_readable, to_fields
from forum_desktop.db.database import Database
from forum_desktop.db.operations import digest, make_payload, operation_sha
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.records.opinion import Opinion
from forum_desktop.sync.merging import all_operations, merge
from tests.factory import make_opinion


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path / "here")) as database:
        yield database


def arriving(opinion: Opinion, **other: Any) -> Operation:
    """Return what another laptop's app writes of an opinion, some facts in its own way."""
    payload = make_payload({**to_fields(opinion), **other}, {})
    unnamed = Operation(
        sha="",
        replica="r",
        sequence=1,
        clock=1,
        at=1,
        actor="",
        forum=str(opinion.forum_id),
        entity=str(opinion.id),
        entity_type="opinion",
        kind=OperationKind.PUT,
        version=1,
        payload=payload,
        payload_sha=digest(payload),
        previous="",
    )
    return replace(unnamed, sha=operation_sha(unnamed))


def test_every_record_we_write_is_readable() -> None:
    opinion = make_opinion("ไฟดับ")
    row = {**to_fields(opinion), "id": str(opinion.id), "forum_id": str(opinion.forum_id)}
    assert is_readable(Opinion, row)


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "a kind of an app to come"},
        {"said_at": "เมื่อวาน"},
        {"said_at": "2021-10-14T09:00:00"},
        {"promised_until": "20270211"},
        {"strategy_id": "ไม่มี"},
        {"tags": True},
        {"place": None},
        {"urgency": "1"},
        {"urgency": True},
    ],
)
def test_what_cannot_be_read_here_is_kept_and_carried_on_and_stops_nothing(
    here: Database, other: dict[str, Any]
) -> None:
    strange = arriving(make_opinion("จากโปรแกรมรุ่นหน้า"), **other)
    with here.write() as writing:
        mine = writing.add(make_opinion("ของเครื่องนี้"))
        assert merge(writing, [strange]).new == 1
    with here.read() as reading:
        assert reading.all(Opinion) == (mine,)
        assert strange in all_operations(reading)
        assert check_file(reading.connection).is_sound


def test_a_fact_that_only_an_app_to_come_knows_hides_nothing(here: Database) -> None:
    opinion = make_opinion("จากโปรแกรมรุ่นหน้า")
    with here.write() as writing:
        merge(writing, [arriving(opinion, mood="ดี", born="x", search_key="x", id="x")])
        assert writing.all(Opinion) == (opinion,)
