"""Contents gathered from a real file, for tests of what documents may show."""

from uuid import UUID

from forum_desktop import services
from forum_desktop.records.documents import DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition, MinutesContent
from forum_desktop.services.desk import Desk


def minutes_of(desk: Desk, forum_id: UUID, edition: Edition) -> MinutesContent:
    """Return what the minutes print."""
    order = DocumentOrder(kind=DocumentKind.MINUTES, edition=edition)
    content = services.documents.compose_document(desk, forum_id, order)
    assert isinstance(content, MinutesContent)
    return content
