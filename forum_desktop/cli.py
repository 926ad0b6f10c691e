"""Headless commands, and the one that opens the window. None but that one loads Qt."""

import gc
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from forum_desktop import __version__
from forum_desktop.commands import (
    courier,
    documents,
    exchange,
    headquarters,
    licences,
    practice,
    preflight,
    protection,
    recovering,
    storage,
    tables,
)
from forum_desktop.commands.common import REFUSED, common_words, data_dir_of, report_fault
from forum_desktop.commands.secrets import secret_of
from forum_desktop.errors import Refusal
from forum_desktop.event_log import Event, EventLog
from forum_desktop.look import read_look, wear
from forum_desktop.process import keep_private
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from types import ModuleType

_COMMANDS: dict[str, Callable[[ArgumentParser], None]] = {
    "demo": documents.add_demo,
    "new": documents.add_new,
    "import": tables.add_import,
    "export": documents.add_export,
    "preflight": preflight.add_preflight,
    "check": storage.add_check,
    "backup": storage.add_backup,
    "restore": storage.add_restore,
    "recover": recovering.add_recover,
    "protect": protection.add_protect,
    "unprotect": protection.add_unprotect,
    "passphrase": protection.add_passphrase,
    "licences": licences.add_licences,
    "venue-pack": exchange.add_venue_pack,
    "join": exchange.add_join,
    "bundle": exchange.add_bundle,
    "hq": headquarters.add_hq,
    "send": courier.add_send,
    "receipt": courier.add_receipt,
    "hand-over": courier.add_hand_over,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 done, 1 refused or found faulty, 2 wrong usage."""
    keep_private()
    parser = _parser()
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    log = EventLog(data_dir_of(arguments))
    with log.run(arguments.run):
        return _run(arguments, Wording(arguments.lang), log)


def _run(arguments: Namespace, wording: Wording, log: EventLog) -> int:
    try:
        return int(arguments.run(arguments, wording))
    except Refusal as refusal:
        log.note(Event.REFUSED, refusal.key)
        print(wording.of(refusal), file=sys.stderr)
    except Exception as fault:  # noqa: BLE001 - ours: reported, for its text may name people
        report = report_fault(arguments, fault)
        log.note(Event.FAULT)
        print(wording("command.crashed", path=report or "-"), file=sys.stderr)
    return REFUSED


def _parser() -> ArgumentParser:
    # Of their own for the commands: defaults set here would undo what stood before a command.
    common = common_words()
    parser = ArgumentParser(prog="forum-desktop", parents=[common_words()], allow_abbrev=False)
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(run=open_window, lang="th", json=False, data_dir=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    rehearsing = commands.add_parser("practice", parents=[common], allow_abbrev=False)
    rehearsing.set_defaults(run=open_practice)
    for name, add in _COMMANDS.items():
        add(commands.add_parser(name, parents=[common], allow_abbrev=False))
    return parser


def open_window(arguments: Namespace, wording: Wording) -> int:
    """Open the app as it looks on this laptop."""
    data_dir = data_dir_of(arguments)
    wear(read_look(data_dir))
    return int(load_app().run(data_dir, wording, secret_of(arguments)))


def open_practice(arguments: Namespace, wording: Wording) -> int:
    """Open a forum to practise with, looking as the app does; it is gone when it is closed."""
    wear(read_look(data_dir_of(arguments)))
    with practice.prepared() as data_dir:
        return int(load_app().practise(data_dir, wording))


def load_app() -> "ModuleType":
    """Load the window's code, which no other command needs.

    The collector rests until the window is shown: nothing of what loads is garbage.
    """
    gc.disable()
    from forum_desktop import app  # noqa: PLC0415 - loads Qt

    return app
