"""Taking in a bundle: all of it or nothing, and nothing that is not its forum's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from forum_desktop.db.driver import DriverError, is_out_of_shape
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.operation import Operation
from forum_desktop.sync.bundle.lines import Knows, Run
from forum_desktop.sync.bundle.manifest import Part
from forum_desktop.sync.bundle.reading import Bundle, read_part, read_runs
from forum_desktop.sync.classes import INTERNAL, PUBLIC, SEALED
from forum_desktop.sync.merging import Merged, merge
from forum_desktop.sync.whole import WholeChains

LARGEST_ATTACHMENT = 64 * 1024 * 1024
"""Bytes; what is kept of a file is far less."""
_OURS = frozenset({PUBLIC, INTERNAL, SEALED})
BROKEN = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError)
"""What the fold meets in a payload that no app of ours wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How many operations were new and known, and whether another laptop wrote as this one."""

    new: int
    known: int
    latest_at: int
    is_cloned: bool


def operation_parts(bundle: Bundle) -> Iterator[Part]:
    """Yield the parts that hold operations; raises Refusal("bundle.newer") for unknown ones."""
    for part in bundle.manifest.parts:
        if part.name in _OURS:
            yield part
        elif not part.name.startswith(("attachment/", "about/")):
            raise Refusal("bundle.newer")


def take_in(writing: Writing, bundle: Bundle, secrets: Sequence[str]) -> TakenIn:
    """Merge what a bundle holds.

    Raises Refusal("bundle.damaged", "bundle.not_for_us", "bundle.newer"): then nothing of the
    act may be kept.
    """
    chains = WholeChains(writing, bundle.manifest.forum_id)
    arriving = Arriving(bundle, secrets, chains.knows, writing.replica, chains.note)
    try:
        merged = merge(writing, arriving, are_named=True)
        chains.keep()
    except BROKEN as error:
        raise Refusal("bundle.damaged") from error
    except DriverError as error:
        if is_out_of_shape(error):
            raise Refusal("bundle.damaged") from error
        raise
    return arriving.outcome(merged)


def read_attachment(bundle: Bundle, part: Part, secrets: Sequence[str]) -> bytes:
    """Return the content of evidence; raises as `read_part`, and where it is far too large."""
    if part.unpacked > LARGEST_ATTACHMENT:
        raise Refusal("bundle.damaged")
    return b"".join(read_part(bundle, part, secrets))


class Arriving:
    """The operations of a bundle that may be new, and what was seen on the way."""

    def __init__(
        self,
        bundle: Bundle,
        secrets: Sequence[str],
        knows: Knows,
        replica: str = "",
        note: Callable[[Run], object] = lambda _: None,
    ) -> None:
        self._bundle, self._secrets, self._knows, self._replica = bundle, secrets, knows, replica
        self._note = note
        self._skipped = self._latest_at = self._own = 0

    def __iter__(self) -> Iterator[Operation]:
        forum = self._bundle.manifest.forum_id
        for part in operation_parts(self._bundle):
            secrets = () if part.name == PUBLIC else self._secrets
            for arrival in read_runs(self._bundle, part, secrets, self._knows):
                self._note(arrival.run)
                self._skipped += 0 if arrival.operations else arrival.many
                for item in arrival.operations:
                    if item.forum != forum:
                        raise Refusal("bundle.damaged")
                    self._latest_at = max(self._latest_at, item.at)
                    self._own += item.replica == self._replica
                    yield item

    def outcome(self, merged: Merged) -> TakenIn:
        """Return what came of it, once all was read and merged."""
        return TakenIn(
            new=merged.new,
            known=merged.known + self._skipped,
            latest_at=self._latest_at,
            is_cloned=self._own > 0,
        )
