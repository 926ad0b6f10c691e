"""Comparing a document with what this laptop's data make."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from forum_desktop import documents
from forum_desktop.db.reading import Reading
from forum_desktop.documents.recognising import (
    DocumentKeywords,
    attachment_of,
    format_of,
    recognise,
)
from forum_desktop.errors import Refusal
from forum_desktop.records.assignment import Assignment
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.documents import (
    DocumentContent,
    DocumentKind,
    DocumentOrder,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.verdict import DocumentReport, Verdict
from forum_desktop.services.badges import order_of_json
from forum_desktop.services.contents import gather
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import station_of
from forum_desktop.wording import Wording

_LARGEST = 1 << 28
"""Bytes; no document of ours comes near, and a larger file is not worth reading."""


def check_document(desk: Desk, path: Path) -> DocumentReport:
    """Compare a file with what its forum's data make today.

    Raises Refusal("document.unreadable") for a file that bears no fingerprint of ours,
    Refusal("document.persons_own") for somebody's copy of her own data,
    Refusal("document.blank_forms") for forms that nobody has filled in, and
    Refusal("document.of_no_forum") where its forum is not on this laptop.
    """
    data = _read(path)
    keywords = recognise(data)
    if keywords is None:
        raise Refusal("document.unreadable", path=path)
    if keywords.kind is DocumentKind.PERSON:
        raise Refusal("document.persons_own")
    if keywords.kind is DocumentKind.COMPLAINT_FORMS:
        raise Refusal("document.blank_forms")
    contents = list(_candidates(desk, keywords, data))
    if not contents:
        raise Refusal("document.of_no_forum", code=keywords.forum_code)
    return _report(keywords, contents, data)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise Refusal("document.unreadable", path=path)
        return path.read_bytes()
    except OSError as error:
        raise Refusal("document.unreadable", path=path) from error


def _report(
    keywords: DocumentKeywords, contents: list[DocumentContent], data: bytes
) -> DocumentReport:
    known = {documents.fingerprint(content): content for content in contents}
    same = known.get(keywords.fingerprint)
    content = same or contents[0]
    verdict = Verdict.OUTDATED
    if same is not None:
        made = documents.render(same, format_of(data), Wording("th"))
        verdict = Verdict.GENUINE if made == data else Verdict.ALTERED
    return DocumentReport(
        verdict=verdict,
        kind=keywords.kind,
        edition=keywords.edition,
        forum_id=content.forum.id,
        printed=keywords.fingerprint,
        known=documents.fingerprint(content),
    )


def _candidates(desk: Desk, keywords: DocumentKeywords, data: bytes) -> Iterator[DocumentContent]:
    """Yield what the document would be made of today, for each forum of its code."""
    with desk.look() as look:
        forums = [forum for forum in look.all(Forum) if forum.code == keywords.forum_code]
    stations = {forum.id: station_of(desk, forum.id) for forum in forums}
    with desk.look() as look:
        for forum in forums:
            for order in _orders(look, forum, keywords, data):
                with suppress(Refusal):  # what could be ordered once may be gone
                    yield gather(look, forum, order, stations[forum.id])


def _orders(
    look: Reading, forum: Forum, keywords: DocumentKeywords, data: bytes
) -> Iterator[DocumentOrder]:
    """Yield what may have been ordered: badges as the file tells, then the usual."""
    usual = DocumentOrder(kind=keywords.kind, edition=keywords.edition, format=format_of(data))
    if keywords.kind is DocumentKind.BADGES:
        yield replace(usual, badges=order_of_json(attachment_of(data)))
    if keywords.kind is DocumentKind.ORDER_SLIP:
        for assignment in look.all(Assignment, forum_id=forum.id):
            yield replace(usual, assignment=assignment.number)
        return
    for number in _numbers(look, forum, keywords.kind):
        yield replace(usual, complaint=number)


def _numbers(look: Reading, forum: Forum, kind: DocumentKind) -> list[str]:
    """Return the complaints that a receipt may be for."""
    if kind is not DocumentKind.RECEIPT:
        return [""]
    return [complaint.reference for complaint in look.all(Complaint, forum_id=forum.id)]
