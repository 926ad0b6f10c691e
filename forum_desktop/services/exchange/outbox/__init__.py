"""Acts of the outbox: what goes to headquarters, only when somebody says so, and its receipt."""

from forum_desktop.services.exchange.outbox.carrying import fetch_receipt, send
from forum_desktop.services.exchange.outbox.places import (
    forget_credential,
    keep_address,
    keep_receipt_key,
    trust_server,
)
from forum_desktop.services.exchange.outbox.receipts import is_received, take_receipt
from forum_desktop.services.exchange.outbox.standing import read_outbox
from forum_desktop.services.exchange.outbox.waiting import prepare_bundle

__all__ = [
    "fetch_receipt",
    "forget_credential",
    "is_received",
    "keep_address",
    "keep_receipt_key",
    "prepare_bundle",
    "read_outbox",
    "send",
    "take_receipt",
    "trust_server",
]
