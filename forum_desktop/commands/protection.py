"""Commands about what opens the file: protect, unprotect, passphrase."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.commands.common import Facts, open_desk, tell
from forum_desktop.commands.secrets import read_secret, secret_of
from forum_desktop.errors import Refusal
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from forum_desktop.records.secret import Secret
    from forum_desktop.services.desk import Desk


def add_protect(command: ArgumentParser) -> None:
    """Take the words of `protect`: the passphrase is told as everywhere."""
    command.add_argument("--slip", type=Path, metavar="FILE")
    command.set_defaults(run=protect)


def add_unprotect(command: ArgumentParser) -> None:
    """Take the words of `unprotect`."""
    command.set_defaults(run=unprotect)


def add_passphrase(command: ArgumentParser) -> None:
    """Take the words of `passphrase`: another one, another code, or another key."""
    wanted = command.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--new-passphrase-file", type=Path, metavar="FILE")
    wanted.add_argument("--new-code", action="store_true")
    wanted.add_argument("--renew-key", action="store_true")
    command.add_argument("--slip", type=Path, metavar="FILE")
    command.set_defaults(run=change)


def protect(arguments: Namespace, wording: Wording) -> int:
    """Protect the file by the passphrase; print the recovery code, or write it on a slip."""
    secret = secret_of(arguments)
    if secret is None or secret.is_code:
        raise Refusal("keys.passphrase_needed")
    services.protection.check_new(secret.typed)
    with open_desk(arguments) as desk:
        services.protection.need_open(desk)
        code, told = _lay_down(arguments, desk)
        closed = services.protection.set_passphrase(desk, secret.typed, code)
    facts: Facts = {"protected": True, "backups": closed, **told}
    return tell(arguments, facts, [wording("protection.done.protected"), *told.values()])


def unprotect(arguments: Namespace, wording: Wording) -> int:
    """Leave the key open, for practice."""
    secret = _secret(arguments)
    with open_desk(arguments, secret) as desk:
        services.protection.remove_protection(desk, secret)
    return tell(arguments, {"protected": False}, [wording("protection.done.removed")])


def change(arguments: Namespace, wording: Wording) -> int:
    """Take another passphrase, print another code, or write the file with another key."""
    secret = _secret(arguments)
    with open_desk(arguments, secret) as desk:
        if arguments.new_passphrase_file is not None:
            new = read_secret(arguments.new_passphrase_file)
            services.protection.change_passphrase(desk, secret, new)
            return tell(arguments, {"changed": True}, [wording("protection.done.changed")])
        if secret.is_code:
            raise Refusal("keys.passphrase_needed")
        services.protection.check_secret(desk, secret)
        code, told = _lay_down(arguments, desk)
        if arguments.new_code:
            services.protection.change_code(desk, secret.typed, code)
        else:
            services.protection.renew_key(desk, secret.typed, code)
    said = wording("protection.done.code" if arguments.new_code else "protection.done.renewed")
    return tell(arguments, {"changed": True, **told}, [said, *told.values()])


def _lay_down(arguments: Namespace, desk: "Desk") -> tuple[str, dict[str, str]]:
    """Return a new code and what to tell of it: the code, or where its slip was written."""
    code = services.protection.new_code()
    if arguments.slip is None:
        return code, {"code": code}
    services.recovery_slip.write_slip(desk, code, arguments.slip)
    return code, {"slip": str(arguments.slip)}


def _secret(arguments: Namespace) -> "Secret":
    secret = secret_of(arguments)
    if secret is None:
        raise Refusal("keys.passphrase_needed")
    return secret
