"""What an archive holds of a forum: bundles, and how far each laptop's chain goes."""

from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, func, select

from forum_desktop.db.tables import operation
from forum_desktop.sync.hq.tables import kept_bundle


def bundles_of(connection: Connection, forum: str, replica: str) -> tuple[str, ...]:
    """Return the hashes of the bundles that a laptop sent, in the order they came."""
    chosen = (
        select(kept_bundle.c.sha256)
        .where(kept_bundle.c.forum == forum, kept_bundle.c.replica == replica)
        .order_by(kept_bundle.c.received_at, kept_bundle.c.sha256)
    )
    return tuple(connection.execute(chosen).scalars())


def held_of(connection: Connection, forum: str) -> tuple[tuple[str, int], ...]:
    """Return the number up to which each laptop's chain of a forum is held without a gap."""
    counted = select(operation.c.replica, func.max(operation.c.sequence), func.count()).where(
        operation.c.forum == forum
    )
    whole: list[tuple[str, int]] = []
    broken: list[tuple[str, int]] = []
    for replica, last, many in connection.execute(counted.group_by(operation.c.replica)):
        (whole if last == many else broken).append((replica, last))
    gapped = [(replica, _upto(connection, forum, replica)) for replica, _ in broken]
    return tuple(sorted([*whole, *gapped], key=itemgetter(0)))


def _upto(connection: Connection, forum: str, replica: str) -> int:
    numbers = (
        select(operation.c.sequence)
        .where(operation.c.forum == forum, operation.c.replica == replica)
        .order_by(operation.c.sequence)
    )
    upto = 0
    for sequence, _ in groupby(connection.execute(numbers).scalars()):
        if sequence != upto + 1:
            break
        upto = sequence
    return upto
