"""Going to headquarters' mail box: leaving the file, and fetching the receipt."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from forum_desktop.records.courier import Credential, Delivery, ReceiptStanding
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.outbox.places import (
    credential_of,
    keep_credential,
    place_of,
)
from forum_desktop.services.exchange.outbox.receipts import standing_of, take_content
from forum_desktop.services.exchange.outbox.waiting import (
    keep_waiting,
    path_of,
    prepare_bundle,
)
from forum_desktop.services.headquarters.receipts import LONGEST, name_of
from forum_desktop.sync.couriers.delivering import Watch, bring, fetch
from forum_desktop.sync.couriers.opening import open_store
from forum_desktop.sync.couriers.store import Store


def send(
    desk: Desk,
    forum_id: UUID,
    *,
    address: str = "",
    credential: Credential | None = None,
    is_kept: bool = False,
    tell: Callable[[float], object] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Delivery:
    """Bring all that this laptop knows to headquarters' mail box, and fetch the receipt there is.

    Sent again it changes nothing; broken off it goes on where it can. Without an address the
    one kept is gone to; a credential `is_kept` in the system's keyring once it has opened the
    mail box, and nowhere else. Raises Refusal("courier....") and Cancelled; nothing is lost then.
    """
    with _opened(desk, address, credential, is_kept=is_kept) as store:
        bundle = prepare_bundle(desk, forum_id)
        brought = bring(store, path_of(desk, bundle), bundle.name, Watch(tell, is_cancelled))
        bundle = replace(bundle, sent_at=desk.clock())
        with desk.act() as act:
            keep_waiting(act, forum_id, bundle)
        standing = _fetched(desk, forum_id, store)
    return Delivery(
        bundle=bundle,
        was_there=brought.was_there,
        resumed_at=brought.resumed_at,
        standing=standing,
    )


def fetch_receipt(
    desk: Desk, forum_id: UUID, *, address: str = "", credential: Credential | None = None
) -> ReceiptStanding:
    """Fetch headquarters' receipt from its mail box and return what it confirms.

    A receipt that is not there yet is no fault. Raises as `send` and `take_receipt`.
    """
    with _opened(desk, address, credential, is_kept=False) as store:
        return _fetched(desk, forum_id, store)


def _fetched(desk: Desk, forum_id: UUID, store: Store) -> ReceiptStanding:
    content = fetch(store, name_of(forum_id, desk.database.replica), LONGEST)
    return take_content(desk, forum_id, content) if content else standing_of(desk, forum_id)


@contextmanager
def _opened(
    desk: Desk, address: str, credential: Credential | None, *, is_kept: bool
) -> Iterator[Store]:
    told, found = place_of(desk, address)
    opening = credential_of(told, found, credential)
    store = open_store(found, opening)
    try:
        if is_kept:
            keep_credential(told, opening)
        yield store
    finally:
        store.close()
