"""The check finds what was done behind the log's back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from forum_desktop.db.checking import check_file
from forum_desktop.db.database import Database
from tests.factory import make_opinion


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path)
    for word in ("หนึ่ง", "สอง", "สาม"):
        with opened.write() as writing:
            writing.add(make_opinion(word))
    yield opened
    opened.close()


def faults_after(database: Database, statement: str) -> tuple[str, ...]:
    with database.write() as writing:
        writing.connection.exec_driver_sql(statement)
    with database.read() as reading:
        return check_file(reading.connection).faults


def test_a_sound_file_has_no_faults_and_true_counts(database: Database) -> None:
    with database.read() as reading:
        report = check_file(reading.connection)
    assert report.is_sound
    assert dict(report.counts)["opinion"] == dict(report.counts)["operation"] == 3


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE opinion SET text = 'อื่น' WHERE text = 'สอง'", "table differs"),
        ("DELETE FROM opinion WHERE text = 'สอง'", "table differs"),
        ("UPDATE operation SET payload = replace(payload, 'สอง', 'อื่น')", "not what its hash says"),
        ("UPDATE operation SET at = at + 1 WHERE sequence = 2", "not what its hash says"),
        ("UPDATE operation SET payload = NULL WHERE sequence = 2", "content is missing"),
        ("DELETE FROM operation WHERE sequence = 3", "table differs"),
        ("UPDATE operation SET previous = '' WHERE sequence = 3", "broken"),
        ("DELETE FROM operation WHERE sequence = 2", "something lacks before operation 3"),
    ],
)
def test_finds_a_planted_fault(database: Database, statement: str, fault: str) -> None:
    faults = faults_after(database, statement)
    assert any(fault in found for found in faults), faults


def test_what_is_pointed_to_and_not_known_is_counted(database: Database) -> None:
    with database.write() as writing:
        writing.add(replace(make_opinion("สี่"), strategy_id=writing.new_id()))
    with database.read() as reading:
        report = check_file(reading.connection)
    assert report.is_sound
    assert dict(report.counts)["reference not here"] == 1
