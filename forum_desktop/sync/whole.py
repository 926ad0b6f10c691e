"""How far each laptop's chain is known here without a gap, kept beside the log.

To know a run link by link its rows must all be read; where the chain is known to be whole, one
look into the index is enough. What is kept is a help only: it goes with the transaction that
took the operations in, it is compared with the log at every use, and without it (or where a
chain forks) the links are looked at one by one.
"""

from dataclasses import dataclass

from forum_desktop.db import settings
from forum_desktop.db.writing import Writing
from forum_desktop.sync.bundle.lines import Run
from forum_desktop.sync.knowing import runs_known

_COUNT = "SELECT count(*) FROM operation WHERE forum = ? AND replica = ? AND sequence <= ?"
_AT = "SELECT sha FROM operation WHERE forum = ? AND replica = ? AND sequence = ?"
_MOST_RUNS = 50_000
"""Memory stays flat: of a bundle with more runs nothing is learnt."""


@dataclass(frozen=True, slots=True)
class Place:
    """A link of a chain: its number and hash; 0 and none before the first."""

    sequence: int = 0
    sha: str = ""


class WholeChains:
    """What is known to be whole of a forum's chains, while one bundle is taken in."""

    def __init__(self, writing: Writing, forum: str) -> None:
        self._writing, self._forum = writing, forum
        self._prefix = f"exchange/{forum}/whole/"
        self._is_known = runs_known(writing, forum)
        self._kept: dict[str, Place] = {}
        self._runs: dict[tuple[str, Place], Place] = {}

    def knows(self, run: Run) -> bool:
        """Tell whether every operation of a run is known here."""
        last = run.first + run.many - 1
        if last > self.kept(run.replica).sequence:
            return self._is_known(run)
        at = self._writing.driver.execute(_AT, (self._forum, run.replica, last)).fetchall()
        return bool(at == [(run.last,)])

    def kept(self, replica: str) -> Place:
        """Return up to where a chain is whole, by what was kept and is true of the log."""
        if replica not in self._kept:
            text = settings.read(self._writing, f"{self._prefix}{replica}")
            sequence, _, sha = text.partition(" ")
            place = Place(int(sequence) if sequence.isdecimal() else 0, sha)
            self._kept[replica] = place if self._is_whole(replica, place) else Place()
        return self._kept[replica]

    def note(self, run: Run) -> None:
        """Learn that a run was taken in, or was known."""
        if len(self._runs) < _MOST_RUNS:
            begin = Place(run.first - 1, run.previous)
            self._runs[run.replica, begin] = Place(run.first + run.many - 1, run.last)

    def keep(self) -> None:
        """Keep how far the chains are whole now that all runs are in the log."""
        for replica in {replica for replica, _ in self._runs}:
            before = self.kept(replica)
            # Most tell a chain from its beginning, in runs that end elsewhere than last time.
            ends = (self._end(replica, begin) for begin in (before, Place()))
            place = max(ends, key=lambda end: end.sequence)
            if place.sequence > before.sequence and self._is_whole(replica, place):
                name = f"{self._prefix}{replica}"
                settings.keep(self._writing, name, f"{place.sequence} {place.sha}")

    def _end(self, replica: str, place: Place) -> Place:
        """Return where the runs that were noted lead from a place without a gap."""
        while (further := self._runs.get((replica, place))) is not None:
            place = further
        return place

    def _is_whole(self, replica: str, place: Place) -> bool:
        """Tell whether the log has one operation for each number up to a place, and no more."""
        chain = (self._forum, replica, place.sequence)
        (many,) = self._writing.driver.execute(_COUNT, chain).fetchone()
        at = self._writing.driver.execute(_AT, chain).fetchall()
        return bool(many == place.sequence and at == [(place.sha,)])
