"""The outbox as a page tells it."""

from uuid import UUID

from forum_desktop.records.courier import OutboxState
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.outbox.places import address_of, has_credential
from forum_desktop.services.exchange.outbox.receipts import standing_of
from forum_desktop.services.exchange.outbox.waiting import mark_of, waiting_of


def read_outbox(desk: Desk, forum_id: UUID) -> OutboxState:
    """Return where it goes, what waits or went last, and what headquarters confirmed."""
    with desk.look() as look:
        address, waiting = address_of(look), waiting_of(look, forum_id)
        mark = mark_of(desk, look, forum_id)
    return OutboxState(
        address=address,
        waiting=waiting,
        is_up_to_date=bool(waiting and waiting.sent_at and waiting.mark == mark),
        standing=standing_of(desk, forum_id),
        has_credential=has_credential(address),
    )
