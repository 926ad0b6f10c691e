"""No name or sealed word reaches a document that may not show it, in any format."""

import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.documents import DocumentFormat, DocumentKind, DocumentOrder
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from tests.documents.reading import squeezed
from tests.documents.unpacking import everything_in
from tests.factory import StepClock, make_pack

LETTERS = "กขคงจชดตทนบปพมยรลวสหอ" + "abcdefghkmnpqrstuvwxyz"
WORD = st.text(alphabet=LETTERS, min_size=12, max_size=20)
"""Long enough never to be met by chance."""

REGISTERS = {DocumentKind.SIGN_IN, DocumentKind.ATTENDEES, DocumentKind.BADGES}


@dataclass(frozen=True)
class Secrets:
    """Words planted where they may not come out again."""

    sealed: dict[str, str]
    case: dict[str, str]
    people: dict[str, str]
    dropped: dict[str, str]


@st.composite
def secrets(draw: st.DrawFn) -> Secrets:
    numbers = count(10)

    def planted(*places: str) -> dict[str, str]:
        # Ended by a number, so that no word is part of another.
        return {place: f"{draw(WORD)}{next(numbers)}" for place in places}

    return Secrets(
        sealed=planted("first_name", "last_name", "phone", "address"),
        case=planted("subject", "facts", "wanted", "place"),
        people=planted("first", "last", "phone", "organisation"),
        dropped=planted("withdrawn", "reason", "undone", "draft", "undone_name"),
    )


def hold(desk: Desk, planted: Secrets) -> UUID:
    """Hold a small forum in which every planted word is said, typed or written down."""
    forum = services.forums.create_forum(desk, make_pack())
    services.forums.open_forum(desk, forum.id)
    for level in ComplaintLevel:
        facts: dict[str, Any] = {**planted.sealed, **planted.case}
        intake = ComplaintIntake(kind="light", level=level, **facts)
        services.complaints.lodge_complaint(desk, forum.id, intake)
    person = services.registration.register_walk_in(
        desk,
        forum.id,
        full_name=f"นาย{planted.people['first']} {planted.people['last']}",
        sector="people",
        organisation=planted.people["organisation"],
        phone=planted.people["phone"],
    ).attendee
    services.opinions.capture_opinion(
        desk, forum.id, text="ขอทางเท้า", kind=OpinionKind.NEED, speaker_id=person.id
    )
    drop(desk, forum.id, planted.dropped)
    return forum.id


def drop(desk: Desk, forum_id: UUID, planted: dict[str, str]) -> None:
    """Say things and take them back."""
    said = services.opinions.capture_opinion(
        desk, forum_id, text=planted["withdrawn"], kind=OpinionKind.PROJECT
    )
    services.priorities.propose_project(
        desk, forum_id, title=planted["withdrawn"], opinion_id=said.id
    )
    services.opinions.withdraw_opinion(desk, said.id, planted["reason"])
    row = services.registration.register_walk_in(
        desk, forum_id, full_name=planted["undone_name"], sector="people"
    )
    services.registration.undo_check_in(desk, row.attendee.id, planted["undone"])
    services.drafts.keep_draft(desk, f"{forum_id}/opinions", planted["draft"])


def orders(desk: Desk, forum_id: UUID) -> list[DocumentOrder]:
    number = services.complaints.recent_complaints(desk, forum_id)[0].reference
    return [
        DocumentOrder(kind=offer.kind, edition=edition, format=made_as, complaint=number)
        for offer in services.documents.offered()
        for edition in offer.editions
        for made_as in offer.formats
    ]


def forbidden(order: DocumentOrder, planted: Secrets) -> dict[str, str]:
    """Return the words that may not come out in a document."""
    words = planted.sealed | {"facts": planted.case["facts"]} | planted.dropped
    if order.kind in REGISTERS:
        words.pop("undone_name")  # she is on the list of the invited, and not among those present
    if order.kind is not DocumentKind.COMPLAINTS:
        words |= planted.case
    if order.edition is Edition.PUBLIC:
        words |= {f"person's {fact}": word for fact, word in planted.people.items()}
    return words


@given(planted=secrets())
@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_no_document_shows_what_it_may_not(planted: Secrets) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder), clock=StepClock())
        forum_id = hold(desk, planted)
        forum = services.forums.read_overview(desk, forum_id).forum
        for order in orders(desk, forum_id):
            data = services.documents.render_document(desk, forum_id, order)
            name = services.documents.suggested_name(forum, order)
            found = everything_in(data) + squeezed(name)
            for place, word in forbidden(order, planted).items():
                assert squeezed(word) not in found, (order, place)
        desk.close()


def test_the_search_for_planted_words_finds_those_that_may_be_there() -> None:
    """The test above can fail: what may be shown is found by the same means."""
    words = Secrets(
        sealed={"first_name": "ก" * 12, "last_name": "", "phone": "", "address": ""},
        case={"subject": "ไฟถนนดับสามคืน", "facts": "ข" * 12, "wanted": "", "place": ""},
        people={"first": "สมมติชื่อ", "last": "สมมติสกุล", "phone": "0812345678", "organisation": ""},
        dropped=dict.fromkeys(("withdrawn", "reason", "undone", "draft", "undone_name"), "ค" * 12),
    )
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.open(Path(folder), clock=StepClock())
        forum_id = hold(desk, words)
        for made_as in (DocumentFormat.PDF, DocumentFormat.XLSX, DocumentFormat.JSON):
            register = DocumentOrder(
                kind=DocumentKind.COMPLAINTS, edition=Edition.INTERNAL, format=made_as
            )
            data = services.documents.render_document(desk, forum_id, register)
            assert "ไฟถนนดับสามคืน" in everything_in(data), made_as
            minutes = DocumentOrder(
                kind=DocumentKind.MINUTES, edition=Edition.INTERNAL, format=made_as
            )
            data = services.documents.render_document(desk, forum_id, minutes)
            assert "สมมติสกุล" in everything_in(data), made_as
        desk.close()
