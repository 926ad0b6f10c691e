"""What is known of whole chains saves looking; it never makes anything be taken for known."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.db.database import Database
from forum_desktop.db.operations import canonical, digest, header_text, operation_sha
from forum_desktop.db.writing import Writing
from forum_desktop.records.operation import Operation, OperationKind
from forum_desktop.sync.bundle.lines import Run, from_lines, to_lines
from forum_desktop.sync.knowing import runs_known
from forum_desktop.sync.merging import merge
from forum_desktop.sync.whole import WholeChains
from tests.sync.bundle.test_bundle import chain

_LETTERS = "abcdefghij"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path / "here")) as database:
        yield database


def runs_of(operations: Sequence[Operation]) -> list[Run]:
    lines = (line.rstrip(b"\n") for line in to_lines(operations))
    return [arrival.run for arrival in from_lines(lines, lambda _: False)]


def take(writing: Writing, operations: Sequence[Operation]) -> None:
    """Take in operations as a bundle of them is taken in."""
    merge(writing, operations)
    chains = WholeChains(writing, "f")
    for run in runs_of(operations):
        chains.note(run)
    chains.keep()


def knows(writing: Writing, operations: Sequence[Operation]) -> bool:
    (run,) = runs_of(operations)
    told = WholeChains(writing, "f").knows(run)
    assert told == runs_known(writing, "f")(run), "the help and the links agree"
    return told


def test_a_chain_that_was_taken_in_is_known_whole_and_in_every_stretch(here: Database) -> None:
    told = chain("a", _LETTERS)
    with here.write() as writing:
        take(writing, told[:4])
        take(writing, told[:7])
    with here.write() as writing:
        kept = WholeChains(writing, "f").kept("a")
        assert (kept.sequence, kept.sha) == (7, told[6].sha)
        for first in range(7):
            for last in range(first + 1, 8):
                assert knows(writing, told[first:last])
        assert not knows(writing, told[5:8])
        assert not knows(writing, told[7:])


def test_the_other_branch_of_a_fork_is_not_known(here: Database) -> None:
    one, other = chain("a", "abcd"), chain("a", "abXYZ")
    with here.write() as writing:
        take(writing, one)
        assert not knows(writing, other)
        merge(writing, other[4:])  # its end is here, what lies before it is not
        assert not knows(writing, other)
        assert not knows(writing, other[2:])
        take(writing, other)
        assert knows(writing, other)
        assert knows(writing, one)


def test_what_the_log_lost_is_not_known(here: Database) -> None:
    told = chain("a", _LETTERS)
    with here.write() as writing:
        take(writing, told)
        writing.driver.execute("DELETE FROM operation WHERE sequence = 3")
    with here.write() as writing:
        assert not knows(writing, told)
        take(writing, told)
        assert knows(writing, told)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_the_help_never_tells_otherwise_than_the_links(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    branches = [chain("a", "abcdef"), chain("a", "abcXYZ"), chain("a", "Qbc"), chain("b", "abcdef")]
    stretches = st.builds(
        lambda branch, first, many: branch[first : first + many],
        st.sampled_from(branches),
        st.integers(0, 4),
        st.integers(1, 6),
    ).filter(len)
    folder = tmp_path_factory.mktemp("whole")
    with closing(Database.open(folder)) as database, database.write() as writing:
        for arriving in data.draw(st.lists(stretches, max_size=6)):
            take(writing, arriving)
            for asked in data.draw(st.lists(stretches, max_size=4)):
                knows(writing, asked)


@settings(deadline=None)
@given(
    words=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=6, max_size=6),
    numbers=st.lists(st.integers(-(2**63), 2**63 - 1), min_size=4, max_size=4),
    kind=st.sampled_from([*OperationKind, OperationKind('a "new"\nkind\\')]),
)
def test_the_header_is_the_canonical_spelling_of_a_list(
    words: list[str], numbers: list[int], kind: OperationKind
) -> None:
    replica, actor, forum, entity, entity_type, previous = words
    sequence, clock, at, version = numbers
    item = Operation(
        sha="",
        replica=replica,
        sequence=sequence,
        clock=clock,
        at=at,
        actor=actor,
        forum=forum,
        entity=entity,
        entity_type=entity_type,
        kind=kind,
        version=version,
        payload=None,
        payload_sha=digest("{}"),
        previous=previous,
    )
    header = [replica, sequence, clock, at, actor, forum, entity, entity_type, kind.value]
    assert header_text(item) == canonical([*header, version, digest("{}"), previous])
    assert operation_sha(replace(item, payload="x")) == operation_sha(item)
