"""Commands to headquarters: send, receipt, hand-over."""

import os
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.commands.common import (
    DONE,
    REFUSED,
    Facts,
    forum_of,
    open_desk,
    plain,
    tell,
    uuid_of,
)
from forum_desktop.commands.secrets import read_secret
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from forum_desktop.records.courier import Credential, ReceiptStanding
    from forum_desktop.services.desk import Desk

PASSWORD_VARIABLE = "FORUM_COURIER_PASSWORD"  # noqa: S105 - a name, not a secret


def add_send(command: ArgumentParser) -> None:
    """Take the words of `send`; the password comes from a file or the environment."""
    _add_way(command)
    command.add_argument("--keep-password", action="store_true")
    command.set_defaults(run=send)


def add_receipt(command: ArgumentParser) -> None:
    """Take the words of `receipt`: a file, or else it is fetched."""
    command.add_argument("file", type=Path, nargs="?", metavar="FILE")
    _add_way(command)
    command.set_defaults(run=take_receipt)


def add_hand_over(command: ArgumentParser) -> None:
    """Take the words of `hand-over`."""
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--forum", type=uuid_of, metavar="ID")
    command.set_defaults(run=hand_over)


def send(arguments: Namespace, wording: Wording) -> int:
    """Bring all that this laptop knows to headquarters' mail box."""
    from forum_desktop.services.exchange import outbox  # noqa: PLC0415 - not for the window

    with open_desk(arguments) as desk:
        forum_id = forum_of(desk, arguments)
        _prepare_way(desk, arguments)
        delivery = outbox.send(
            desk, forum_id, credential=_credential(arguments), is_kept=arguments.keep_password
        )
    told = {"file": delivery.bundle.name, "operations": delivery.bundle.operations}
    done = wording("courier.was_there" if delivery.was_there else "courier.sent", **told)
    facts: Facts = {"sha256": delivery.bundle.sha256, "was_there": delivery.was_there, **told}
    lines = (done, _lack(delivery.standing, wording))
    return tell(arguments, {**facts, **_plain(delivery.standing)}, lines)


def take_receipt(arguments: Namespace, wording: Wording) -> int:
    """Take in or fetch headquarters' receipt; exit 1 where it does not cover all."""
    from forum_desktop.services.exchange import outbox  # noqa: PLC0415 - not for the window

    with open_desk(arguments) as desk:
        forum_id = forum_of(desk, arguments)
        _prepare_way(desk, arguments)
        if arguments.file is not None:
            standing = outbox.take_receipt(desk, forum_id, arguments.file)
        else:
            standing = outbox.fetch_receipt(desk, forum_id, credential=_credential(arguments))
    tell(arguments, _plain(standing), [_lack(standing, wording)])
    return DONE if standing.is_whole else REFUSED


def hand_over(arguments: Namespace, wording: Wording) -> int:
    """Clean this laptop of what headquarters confirmed, and write the certificate."""
    from forum_desktop.services.exchange import handing_over  # noqa: PLC0415 - not for the window

    with open_desk(arguments) as desk:
        known = handing_over.list_handed_over(desk)
        is_gone = bool(known) and not services.forums.list_forums(desk)
        # Broken off after the forum was gone: it is ended, or its certificate printed again.
        is_again = is_gone and arguments.forum is None
        forum_id = known[0].forum_id if is_again else forum_of(desk, arguments)
        handed = handing_over.hand_over(desk, forum_id, arguments.out)
    facts: Facts = {"certificate": str(arguments.out), **asdict(handed)}
    done = wording("handing_over.done", operations=handed.operations, path=arguments.out)
    return tell(arguments, plain(facts), [done])


def _add_way(command: ArgumentParser) -> None:
    command.add_argument("--forum", type=uuid_of, metavar="ID")
    command.add_argument("--to", default="", metavar="FOLDER|URL")
    command.add_argument("--user", default="", metavar="NAME")
    command.add_argument("--password-file", type=Path, metavar="FILE")
    command.add_argument("--key-file", type=Path, metavar="FILE")
    command.add_argument("--trust", default="", metavar="SHA256:...")
    command.add_argument("--receipt-key", default="", metavar="HEX")


def _prepare_way(desk: "Desk", arguments: Namespace) -> None:
    """Keep the address and the keys that were told; nothing of it is secret."""
    from forum_desktop.services.exchange import outbox  # noqa: PLC0415 - not for the window

    if arguments.to:
        outbox.keep_address(desk, arguments.to)
    if arguments.trust:
        outbox.trust_server(desk, arguments.trust)
    if arguments.receipt_key:
        outbox.keep_receipt_key(desk, arguments.receipt_key)


def _credential(arguments: Namespace) -> "Credential | None":
    """Return what the user told, or None for what the system's keyring keeps."""
    from forum_desktop.records.courier import Credential  # noqa: PLC0415 - not for the window

    told = os.environ.pop(PASSWORD_VARIABLE, "")
    secret = read_secret(arguments.password_file) if arguments.password_file else told
    if not secret and not arguments.key_file:
        return None
    return Credential(user=arguments.user, secret=secret, key_file=arguments.key_file)


def _lack(standing: "ReceiptStanding", wording: Wording) -> str:
    return wording(f"courier.lack.{standing.lack}")


def _plain(standing: "ReceiptStanding") -> Facts:
    received = standing.received_at.isoformat() if standing.received_at else None
    return {"is_received": standing.is_whole, "lack": str(standing.lack), "received_at": received}
