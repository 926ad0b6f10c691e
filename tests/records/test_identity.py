"""Ids are made here and sort by their moment."""

from datetime import datetime, timedelta

from forum_desktop.records.identity import new_id, same_id
from tests.factory import BANGKOK


def test_ids_sort_by_moment_and_are_version_7() -> None:
    start = datetime(2021, 10, 14, 9, tzinfo=BANGKOK)
    made = [new_id(start + timedelta(milliseconds=step)) for step in range(100)]
    assert made == sorted(made)
    assert {item.version for item in made} == {7}
    assert len({new_id(start) for _ in range(1000)}) == 1000


def test_the_same_facts_give_the_same_id() -> None:
    assert same_id("forum", "person") == same_id("forum", "person") != same_id("forum", "other")
