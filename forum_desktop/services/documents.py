"""Acts on documents: which there are, how they are written, and the files themselves."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from forum_desktop import documents
from forum_desktop.documents.house.watching import IsCancelled, Progress
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.badges import FOR_EVERYBODY, BadgeOrder
from forum_desktop.records.documents import (
    DocumentContent,
    DocumentFormat,
    DocumentKind,
    DocumentOffer,
    DocumentOrder,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import DocumentChoices, Edition, MinutesContent
from forum_desktop.services.complaints import recent_complaints
from forum_desktop.services.contents import gather
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import station_of
from forum_desktop.services.minutes import refuse_certified
from forum_desktop.services.texts import line
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from forum_desktop.documents.house.printing import LaidOut

_PDF, _DOCX = DocumentFormat.PDF, DocumentFormat.DOCX
_TABLES = (DocumentFormat.XLSX, DocumentFormat.CSV, DocumentFormat.JSON)
_PUBLIC, _INTERNAL = Edition.PUBLIC, Edition.INTERNAL
_NARROWEST, _WIDEST = 0.5, 6.0
"""Margins in centimetres."""

_OFFERED = (
    DocumentOffer(
        kind=DocumentKind.MINUTES, editions=(_PUBLIC, _INTERNAL), formats=(_PDF, _DOCX, *_TABLES)
    ),
    DocumentOffer(
        kind=DocumentKind.SUMMARY, editions=(_PUBLIC, _INTERNAL), formats=(_PDF, *_TABLES)
    ),
    DocumentOffer(
        kind=DocumentKind.OPINIONS, editions=(_PUBLIC, _INTERNAL), formats=(_PDF, *_TABLES)
    ),
    DocumentOffer(
        kind=DocumentKind.PROJECTS, editions=(_PUBLIC, _INTERNAL), formats=(_PDF, *_TABLES)
    ),
    DocumentOffer(kind=DocumentKind.SIGN_IN, editions=(_INTERNAL,), formats=(_PDF, *_TABLES)),
    DocumentOffer(kind=DocumentKind.ATTENDEES, editions=(_INTERNAL,), formats=(_PDF, *_TABLES)),
    DocumentOffer(kind=DocumentKind.BADGES, editions=(_INTERNAL,), formats=(_PDF,)),
    DocumentOffer(kind=DocumentKind.RECEIPT, editions=(_PUBLIC,), formats=(_PDF,)),
    DocumentOffer(kind=DocumentKind.COMPLAINTS, editions=(_INTERNAL,), formats=(_PDF, *_TABLES)),
    DocumentOffer(
        kind=DocumentKind.PROMISES, editions=(_PUBLIC, _INTERNAL), formats=(_PDF, *_TABLES)
    ),
    DocumentOffer(kind=DocumentKind.CARDS, editions=(_PUBLIC,), formats=(_PDF,)),
    DocumentOffer(kind=DocumentKind.QUICK_CARDS, editions=(_PUBLIC,), formats=(_PDF,)),
)


def offered() -> tuple[DocumentOffer, ...]:
    """Return every document there is, with its editions and formats."""
    return _OFFERED


def offer_of(kind: DocumentKind) -> DocumentOffer:
    """Return the editions and formats of a kind."""
    return next(offer for offer in _OFFERED if offer.kind is kind)


def order_of(
    kind: str,
    *,
    edition: str = "",
    made_as: str = "pdf",
    complaint: str = "",
    badges: BadgeOrder = FOR_EVERYBODY,
) -> DocumentOrder:
    """Return the order that words ask for; without an edition the first that is offered."""
    wanted = DocumentKind(kind)
    return DocumentOrder(
        kind=wanted,
        edition=Edition(edition) if edition else offer_of(wanted).editions[0],
        format=DocumentFormat(made_as),
        complaint=complaint,
        badges=badges,
    )


def suggested_name(forum: Forum, order: DocumentOrder) -> str:
    """Return a file name made of the forum's code, its day and the edition, and no one's name."""
    parts = [order.kind.value, order.complaint.strip().upper() or forum.code]
    if not order.complaint:
        parts += [forum.held_on.isoformat(), order.edition.value]
    return f"{'-'.join(parts)}.{order.format}"


def installed_typefaces() -> tuple[str, ...]:
    """Return the names of the typefaces of this laptop that documents can be set in."""
    from forum_desktop.documents.fonts import installed  # noqa: PLC0415 - loads the fonts

    return installed.installed_typefaces()


def read_choices(desk: Desk, forum_id: UUID) -> DocumentChoices:
    """Return how the documents of a forum are written."""
    with desk.look() as look:
        _, choices = settings_of(look, forum_id)
    return choices


def save_choices(desk: Desk, choices: DocumentChoices) -> DocumentChoices:
    """Keep how the documents of a forum are written.

    Raises Refusal("minutes.is_certified") once its minutes are certified, and
    Refusal("document.margin") for a margin outside 0.5 to 6 centimetres.
    """
    sides = (choices.margin_left, choices.margin_right, choices.margin_top, choices.margin_bottom)
    if not all(_NARROWEST <= side <= _WIDEST for side in sides):
        raise Refusal("document.margin", narrowest=_NARROWEST, widest=_WIDEST)
    line(choices.time_word, needed=True)
    with desk.act() as act:
        refuse_certified(act, choices.forum_id)
        return act.put(choices)


def compose_document(desk: Desk, forum_id: UUID, order: DocumentOrder) -> DocumentContent:
    """Return all that a document prints.

    Raises Refusal("document.no_edition" or "document.no_format") for what is not offered.
    """
    offer = offer_of(order.kind)
    if order.edition not in offer.editions:
        raise Refusal("document.no_edition")
    if order.format not in offer.formats:
        raise Refusal("document.no_format", format=order.format.value.upper())
    station = station_of(desk, forum_id)
    with desk.look() as look:
        return gather(look, look.get(Forum, forum_id), order, station)


def render_document(
    desk: Desk,
    forum_id: UUID,
    order: DocumentOrder,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return a document as the bytes of its file; raises Cancelled where the user asked to stop.

    Documents are official Thai papers, whichever language the screen speaks.
    """
    content = compose_document(desk, forum_id, order)
    return documents.render(
        content, order.format, Wording("th"), progress=progress, cancelled=cancelled
    )


def export_document(
    desk: Desk,
    forum_id: UUID,
    order: DocumentOrder,
    target: Path,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Path:
    """Write a document to a file, whole or not at all; return its path."""
    data = render_document(desk, forum_id, order, progress=progress, cancelled=cancelled)
    write_whole(target, data)
    return target


def export_every(desk: Desk, forum_id: UUID, folder: Path) -> tuple[Path, ...]:
    """Write every document in all its editions and formats into a folder; return their paths.

    Of receipts there is one, for the first complaint, where there is any.
    """
    numbers = [item.reference for item in recent_complaints(desk, forum_id)][-1:]
    orders = [
        DocumentOrder(kind=offer.kind, edition=edition, format=made_as, complaint=number)
        for offer in _OFFERED
        for number in (numbers if offer.kind is DocumentKind.RECEIPT else [""])
        for edition in offer.editions
        for made_as in offer.formats
    ]
    return tuple(
        export_document(desk, forum_id, order, folder / _short_name(order)) for order in orders
    )


def _short_name(order: DocumentOrder) -> str:
    is_other = order.edition is not offer_of(order.kind).editions[0]
    return f"{order.kind}{f'-{order.edition}' if is_other else ''}.{order.format}"


def preview_minutes(
    desk: Desk, forum_id: UUID, edition: Edition, *, cancelled: IsCancelled | None = None
) -> "LaidOut":
    """Return the minutes set in pages, any of which can be had as a PDF of its own."""
    from forum_desktop.documents.minutes import lay_out  # noqa: PLC0415 - loads the fonts

    content = compose_document(
        desk, forum_id, DocumentOrder(kind=DocumentKind.MINUTES, edition=edition)
    )
    assert isinstance(content, MinutesContent)
    return lay_out(content, Wording("th"), cancelled=cancelled)
