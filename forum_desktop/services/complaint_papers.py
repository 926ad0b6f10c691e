"""Papers of the complaint desk that nobody orders from the list of documents."""

from pathlib import Path
from uuid import UUID

from forum_desktop import documents
from forum_desktop.errors import Refusal
from forum_desktop.files import write_whole
from forum_desktop.records.complaint import ReservedNumber
from forum_desktop.records.documents import (
    ComplaintFormsContent,
    DocumentFormat,
    DocumentKind,
    DocumentOrder,
    RegisterContent,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.services.complaints.numbers import reserve_numbers
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.services.desk import Desk
from forum_desktop.services.documents import compose_document
from forum_desktop.services.forums import station_of
from forum_desktop.wording import Wording

SYSTEMS = ("open311", "traffy")
"""Other systems that take complaints."""

_ENDINGS = (".csv", ".json")


def write_paper(desk: Desk, forum_id: UUID, kind: str, target: Path, count: int) -> None:
    """Write `count` blank forms ("complaint-forms"), or the cases for another system."""
    if kind in SYSTEMS:
        export_cases(desk, forum_id, kind, target)
    else:
        make_forms(desk, forum_id, count, target)


def make_forms(desk: Desk, forum_id: UUID, count: int, target: Path) -> tuple[str, ...]:
    """Set numbers aside and write a blank form for each, as PDF; return the numbers.

    Where the file cannot be written the numbers stay set aside: `print_forms` prints them.
    Raises Refusal("complaint.reserve_count").
    """
    numbers = reserve_numbers(desk, forum_id, count)
    print_forms(desk, forum_id, numbers, target)
    return numbers


def print_forms(desk: Desk, forum_id: UUID, numbers: tuple[str, ...], target: Path) -> Path:
    """Write blank forms for numbers that were set aside before.

    Raises Refusal("complaint.number_not_reserved") for any other number.
    """
    station = station_of(desk, forum_id)
    with desk.look() as look:
        reserved = {item.reference for item in look.all(ReservedNumber, forum_id=forum_id)}
        pack, _ = settings_of(look, forum_id)
        forum = look.get(Forum, forum_id)
    for number in numbers:
        if number not in reserved:
            raise Refusal("complaint.number_not_reserved", number=number)
    content = ComplaintFormsContent(
        edition=Edition.PUBLIC, forum=forum, pack=pack, station=station, numbers=numbers
    )
    write_whole(target, documents.render(content, DocumentFormat.PDF, Wording("th")))
    return target


def export_cases(desk: Desk, forum_id: UUID, system: str, target: Path) -> Path:
    """Write the cases for another system as .csv or .json, without people and sealed cases.

    Raises Refusal("complaint.export_format") for any other ending.
    """
    from forum_desktop.documents.cases import render_cases  # noqa: PLC0415 - loads the fonts

    ending = target.suffix.lower()
    if ending not in _ENDINGS:
        raise Refusal("complaint.export_format", ending=ending or "-")
    order = DocumentOrder(
        kind=DocumentKind.COMPLAINTS, edition=Edition.INTERNAL, format=DocumentFormat.CSV
    )
    content = compose_document(desk, forum_id, order)
    assert isinstance(content, RegisterContent)
    write_whole(target, render_cases(content, system, ending))
    return target
