"""Where headquarters' mail box is, what opens it, and by which key its receipts are known."""

import re
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import Any
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.errors import Refusal
from forum_desktop.records.courier import Address, Credential, Transport
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import pack_of
from forum_desktop.sync.couriers.addresses import read_address

_ADDRESS, _RECEIPT_KEY = "courier/address", "courier/receipt_key"
_SERVICE = "forum-desktop"
_KEY = re.compile(r"[0-9a-f]{64}")


def keep_address(desk: Desk, address: str) -> Address:
    """Remember where headquarters' mail box is; raises as `read_address`."""
    found = read_address(address)
    with desk.act() as act:
        settings.keep(act, _ADDRESS, address.strip())
    return found


def address_of(look: Reading) -> str:
    """Return the address as it was told, empty where none was."""
    return settings.read(look, _ADDRESS)


def place_of(desk: Desk, address: str = "") -> tuple[str, Address]:
    """Return the address told now or kept, and what it names with the server's known key.

    Raises Refusal("courier.no_address") and as `read_address`.
    """
    with desk.look() as look:
        told = address.strip() or address_of(look)
        if not told:
            raise Refusal("courier.no_address")
        found = read_address(told)
        known = settings.read(look, _server(found))
    return told, found if found.fingerprint else replace(found, fingerprint=known)


def trust_server(desk: Desk, fingerprint: str, address: str = "") -> None:
    """Remember an SFTP server's key, which somebody compared with what headquarters told."""
    _, found = place_of(desk, address)
    with desk.act() as act:
        settings.keep(act, _server(found), fingerprint.strip())


def keep_receipt_key(desk: Desk, key: str) -> None:
    """Remember headquarters' receipt key, for forums whose pack does not name it.

    Raises Refusal("courier.bad_receipt_key").
    """
    if not _KEY.fullmatch(key.strip()):
        raise Refusal("courier.bad_receipt_key")
    with desk.act() as act:
        settings.keep(act, _RECEIPT_KEY, key.strip())


def receipt_key_of(look: Reading, forum_id: UUID) -> str:
    """Return the key that signs receipts: the pack's, or else the one kept here."""
    return pack_of(look, forum_id).hq_receipt_key or settings.read(look, _RECEIPT_KEY)


def credential_of(told: str, found: Address, credential: Credential | None) -> Credential:
    """Return what opens the mail box: what was told now, or what the system's keyring keeps.

    Raises Refusal("courier.needs_credential").
    """
    if credential is not None or found.transport is Transport.FOLDER:
        return credential or Credential()
    secret = _kept(told)
    if secret is None:
        raise Refusal("courier.needs_credential", server=found.host)
    return Credential(user=found.user, secret=secret)


def keep_credential(told: str, credential: Credential) -> bool:
    """Put a password into the system's keyring; False where there is none: it is kept nowhere."""
    ring = _keyring()
    if ring is None or not credential.secret or credential.key_file:
        return False
    with suppress(Exception):  # a keyring that is locked, or whose owner says no
        ring.set_password(_SERVICE, told, credential.secret)
        return bool(ring.get_password(_SERVICE, told) == credential.secret)
    return False


def forget_credential(desk: Desk, address: str = "") -> None:
    """Take the password out of the system's keyring."""
    told, _ = place_of(desk, address)
    ring = _keyring()
    if ring is not None:
        with suppress(Exception):  # there is none, or no keyring that answers
            ring.delete_password(_SERVICE, told)


def has_credential(told: str) -> bool:
    """Tell whether the system's keyring opens a mail box."""
    return _kept(told) is not None


def _kept(told: str) -> str | None:
    ring = _keyring()
    if ring is None or not told:
        return None
    with suppress(Exception):  # headless systems have a keyring that only fails
        secret = ring.get_password(_SERVICE, told)
        return str(secret) if secret else None
    return None


def _keyring() -> Any:
    try:
        return import_module("keyring")
    except ImportError:
        return None


def _server(found: Address) -> str:
    return f"courier/server/{found.host}:{found.port or ''}"
