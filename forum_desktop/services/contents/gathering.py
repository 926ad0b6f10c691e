"""The content of any document somebody orders."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import Complaint
from forum_desktop.records.documents import (
    AttendeesContent,
    BadgesContent,
    CardsContent,
    DocumentContent,
    DocumentKind,
    DocumentOrder,
    OpinionsContent,
    OrderSlipContent,
    ProjectsContent,
    PromisesContent,
    ReceiptContent,
    RegisterContent,
    SignInContent,
)
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import Station
from forum_desktop.records.quick_card import QuickCardsContent
from forum_desktop.services.contents import counts, followed, planned, present, spoken
from forum_desktop.services.contents.badges import badges_of
from forum_desktop.services.contents.minutes import minutes_of, summary_of
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.services.masking import told_masked
from forum_desktop.services.quick_cards import read_cards

_FOLLOW_UP = "follow_up"
"""The notice of a pack that tells complainants how to ask after their case."""


@told_masked
def gather(look: Reading, forum: Forum, order: DocumentOrder, station: Station) -> DocumentContent:
    """Return all that an ordered document prints, and nothing its edition may not show.

    ID numbers that somebody told are masked in it. Raises Refusal("document.complaint_needed" or
    "document.complaint_unknown") for a receipt, what `followed.ordered` says for an order slip,
    and what `badges_of` says for badges.
    """
    if order.kind is DocumentKind.MINUTES:
        return minutes_of(look, forum, order.edition)
    if order.kind is DocumentKind.SUMMARY:
        return summary_of(look, forum, order.edition)
    if order.kind is DocumentKind.CARDS:
        strategies = planned.strategies_of(look, forum)
        return CardsContent(**_base(look, forum, order), strategies=strategies, station=station)
    return _GATHERERS[order.kind](look, forum, order)


def _base(look: Reading, forum: Forum, order: DocumentOrder) -> dict[str, Any]:
    pack, _ = settings_of(look, forum.id)
    return {"edition": order.edition, "forum": forum, "pack": pack}


def _quick_cards(look: Reading, forum: Forum, order: DocumentOrder) -> QuickCardsContent:
    # In the language of all documents of an office.
    return QuickCardsContent(**_base(look, forum, order), cards=read_cards("th"))


def _sign_in(look: Reading, forum: Forum, order: DocumentOrder) -> SignInContent:
    return SignInContent(**_base(look, forum, order), groups=present.sign_in_groups(look, forum))


def _attendees(look: Reading, forum: Forum, order: DocumentOrder) -> AttendeesContent:
    base = _base(look, forum, order)
    return AttendeesContent(
        **base,
        people=present.present_people(look, forum),
        by_sector=counts.by_sector(look, forum, base["pack"]),
        by_zone=counts.by_zone(look, forum, base["pack"]),
    )


def _badges(look: Reading, forum: Forum, order: DocumentOrder) -> BadgesContent:
    base = _base(look, forum, order)
    return badges_of(look, forum, base["pack"], order.badges, base)


def _opinions(look: Reading, forum: Forum, order: DocumentOrder) -> OpinionsContent:
    base = _base(look, forum, order)
    return OpinionsContent(
        **base,
        strategies=planned.strategies_of(look, forum),
        approaches=planned.approaches_of(look, forum),
        opinions=spoken.printed_opinions(
            look, forum, base["pack"], spoken.standing_opinions(look, forum)
        ),
    )


def _projects(look: Reading, forum: Forum, order: DocumentOrder) -> ProjectsContent:
    return ProjectsContent(
        **_base(look, forum, order),
        strategies=planned.strategies_of(look, forum),
        approaches=planned.approaches_of(look, forum),
        projects=planned.projects_of(look, forum, spoken.standing_opinions(look, forum)),
    )


def _receipt(look: Reading, forum: Forum, order: DocumentOrder) -> ReceiptContent:
    base = _base(look, forum, order)
    complaint = _complaint(look, forum, order.complaint)
    kinds = {kind.code: kind.name for kind in base["pack"].complaint_kinds}
    notices = {notice.key: notice.text for notice in base["pack"].notices}
    return ReceiptContent(
        **base,
        reference=complaint.reference,
        kind="" if complaint.is_sealed else kinds.get(complaint.kind, ""),
        unit=complaint.unit,
        level=complaint.level,
        lodged_at=complaint.lodged_at,
        due_on=complaint.due_on,
        station=_station_name(look, forum, complaint),
        follow_up=notices.get(_FOLLOW_UP, ""),
        is_sealed=complaint.is_sealed,
    )


def _complaint(look: Reading, forum: Forum, typed: str) -> Complaint:
    wanted = typed.strip().upper()
    if not wanted:
        raise Refusal("document.complaint_needed")
    found = look.all(Complaint, forum_id=forum.id, reference=wanted)
    if not found:
        raise Refusal("document.complaint_unknown", number=typed.strip())
    return found[0]


def _station_name(look: Reading, forum: Forum, complaint: Complaint) -> str:
    """Return the name of the station whose letter stands in the number, or the letter."""
    letter = complaint.reference.removeprefix(f"{forum.code}-").partition("-")[0]
    stations = look.all(Station, forum_id=forum.id, letter=letter)
    return next((station.name for station in stations if station.name), letter)


def _order_slip(look: Reading, forum: Forum, order: DocumentOrder) -> OrderSlipContent:
    assignment = followed.ordered(look, forum, order.assignment)
    origin = followed.origin_of(look, assignment)
    return OrderSlipContent(**_base(look, forum, order), assignment=assignment, origin=origin)


def _promises(look: Reading, forum: Forum, order: DocumentOrder) -> PromisesContent:
    promises = followed.promises_of(look, forum.id)
    return PromisesContent(
        **_base(look, forum, order),
        rows=followed.rows_of(look, forum, order.edition),
        from_complaints=promises.from_complaints,
        complaints_answered=promises.complaints_answered,
    )


def _register(look: Reading, forum: Forum, order: DocumentOrder) -> RegisterContent:
    lodged = look.all(Complaint, forum_id=forum.id)
    told = tuple(complaint for complaint in lodged if not complaint.is_sealed)
    return RegisterContent(
        **_base(look, forum, order), complaints=told, sealed_count=len(lodged) - len(told)
    )


_GATHERERS: MappingProxyType[
    DocumentKind, Callable[[Reading, Forum, DocumentOrder], DocumentContent]
] = MappingProxyType(
    {
        DocumentKind.SIGN_IN: _sign_in,
        DocumentKind.ATTENDEES: _attendees,
        DocumentKind.BADGES: _badges,
        DocumentKind.OPINIONS: _opinions,
        DocumentKind.PROJECTS: _projects,
        DocumentKind.RECEIPT: _receipt,
        DocumentKind.COMPLAINTS: _register,
        DocumentKind.ORDER_SLIP: _order_slip,
        DocumentKind.PROMISES: _promises,
        DocumentKind.QUICK_CARDS: _quick_cards,
    }
)
