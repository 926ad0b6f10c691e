"""A forum as it stood at a moment, read out of the log."""

from dataclasses import dataclass
from datetime import datetime

from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, Proposal
from forum_desktop.records.overview import Counts
from forum_desktop.records.people import AttendeeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A quarter of an hour in which something was kept: its last moment, and how much it was."""

    at: datetime
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What was known at the moment `at`; None for a forum that was not made yet.

    `people` are those present, in the order of their coming; `opinions` and `projects` those
    that stood, the newest first. Of complaints there is a count alone.
    """

    at: datetime
    forum: Forum | None
    counts: Counts
    in_hall: int
    people: tuple[AttendeeRow, ...]
    opinions: tuple[Opinion, ...]
    projects: tuple[Proposal, ...]
