"""Which forums an archive holds, the pack of one, and its operations."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, select

from forum_desktop.db.codec import to_record
from forum_desktop.db.projection import to_operation
from forum_desktop.db.tables import ENTITY_TABLES, operation
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.operation import Operation

_forum, _pack = ENTITY_TABLES["forum"], ENTITY_TABLES["pack_copy"]
_AT_ONCE = 5_000


def forums_of_code(connection: Connection, code: str) -> tuple[Forum, ...]:
    """Return the forums under a code, the latest first; all where the code is empty."""
    chosen = select(_forum).order_by(_forum.c.held_on.desc(), _forum.c.born.desc(), _forum.c.id)
    if code:
        chosen = chosen.where(_forum.c.code == code)
    return tuple(to_record(Forum, row) for row in connection.execute(chosen).mappings())


def pack_content(connection: Connection, forum_id: UUID) -> str:
    """Return a forum's pack as the forum copied it; raises Refusal("hq.no_forum")."""
    chosen = select(_pack.c.content).where(_pack.c.forum_id == str(forum_id)).limit(1)
    content = connection.execute(chosen).scalar()
    if content is None:
        raise Refusal("hq.no_forum")
    return str(content)


def operations_of(connection: Connection, forum_id: UUID) -> Iterator[Operation]:
    """Yield all operations of a forum, chain after chain."""
    order = (operation.c.replica, operation.c.sequence, operation.c.sha)
    chosen = select(operation).where(operation.c.forum == str(forum_id)).order_by(*order)
    found = connection.execute(chosen, execution_options={"yield_per": _AT_ONCE})
    return (to_operation(row) for row in found.mappings())
