"""A forum's ordinary documents, from what all its laptops sent."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.documents import DocumentOrder
from forum_desktop.scratch import scratch
from forum_desktop.services.desk import Desk
from forum_desktop.services.documents import export_document
from forum_desktop.services.headquarters.office import Office
from forum_desktop.sync.hq.holder import forums_of_code, operations_of
from forum_desktop.sync.merging import merge


def forum_of_code(office: Office, code: str, held_on: date | None = None) -> UUID:
    """Return the forum under a code; raises Refusal("hq.no_forum", "hq.several_forums")."""
    with office.archive.look() as connection:
        found = forums_of_code(connection, code)
    known = [forum for forum in found if held_on in {None, forum.held_on}]
    if not known:
        raise Refusal("hq.no_forum")
    if len(known) > 1:
        raise Refusal("hq.several_forums", code=code, count=len(known))
    return known[0].id


def write_document(office: Office, forum_id: UUID, order: DocumentOrder, target: Path) -> Path:
    """Write a document of a forum as its own laptops would; raises as `export_document`."""
    with _desk_of(office, forum_id) as desk:
        return export_document(desk, forum_id, order, target)


@contextmanager
def _desk_of(office: Office, forum_id: UUID) -> Iterator[Desk]:
    """Yield a desk that holds one forum, in a folder that goes with the block."""
    with scratch() as folder, closing(Desk.open(folder, clock=office.clock)) as desk:
        with office.archive.look() as connection, desk.act() as act:
            merge(act, operations_of(connection, forum_id))
        yield desk
