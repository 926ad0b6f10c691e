"""What a laptop knows of the chains of others."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.sync.bundle.lines import Knows, Run

_STRETCH = (
    "SELECT sha, previous FROM operation"
    " WHERE forum = ? AND replica = ? AND sequence BETWEEN ? AND ?"
)
_CHAINS = (
    "SELECT replica, sequence, sha, previous, at FROM operation WHERE forum = ?"
    " ORDER BY replica, sequence"
)
_HELD = "SELECT 1 FROM operation WHERE forum = ? AND replica = ? AND sequence = ? AND sha = ?"


def runs_known(reading: Reading, forum: str) -> Knows:
    """Return what tells whether every operation of a run of a forum is known here."""

    def is_known(run: Run) -> bool:
        stretch = (forum, run.replica, run.first, run.first + run.many - 1)
        before = dict(reading.driver.execute(_STRETCH, stretch).fetchall())
        at = run.last
        for _ in range(run.many):
            if at not in before:
                return False
            at = before[at]
        return bool(at == run.previous)

    return is_known


def chains(reading: Reading, forum_id: UUID) -> "dict[str, Chain]":
    """Return how far each laptop's chain is known, by its replica."""
    rows = reading.driver.execute(_CHAINS, (str(forum_id),))
    return {replica: Chain(list(links)) for replica, links in groupby(rows, itemgetter(0))}


def holds(reading: Reading, forum: str, replica: str, sequence: int, sha: str) -> bool:
    """Tell whether an operation is known here."""
    return reading.driver.execute(_HELD, (forum, replica, sequence, sha)).fetchone() is not None


class Chain:
    """One laptop's chain as far as it is known here; it may have gaps, and fork."""

    def __init__(self, links: list[tuple[Any, ...]]) -> None:
        self.operations = len(links)
        self.last_at = max(int(link[4]) for link in links)
        self._links = [(int(sequence), str(sha), str(old)) for _, sequence, sha, old, _ in links]

    @property
    def missing(self) -> tuple[tuple[int, int], ...]:
        """The stretches that have not arrived, first and last number of each."""
        return tuple(self._gaps())

    @property
    def whole_up_to(self) -> tuple[int, str]:
        """The number and hash up to which nothing is missing and nothing forks; 0 for nothing."""
        upto, sha = 0, ""
        for sequence, own, previous in self._links:
            if sequence != upto + 1 or previous != sha:
                break
            upto, sha = sequence, own
        # One that forks further on may have its other branch lower: told from the beginning.
        return (upto, sha) if not self._forks else (0, "")

    @property
    def _forks(self) -> bool:
        return len({sequence for sequence, _, _ in self._links}) < len(self._links)

    def _gaps(self) -> Iterator[tuple[int, int]]:
        before = 0
        for sequence, _, _ in self._links:
            if sequence > before + 1:
                yield before + 1, sequence - 1
            before = max(before, sequence)
