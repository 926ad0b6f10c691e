"""Commands between laptops: venue-pack, join, bundle export, inspect and import."""

import os
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from forum_desktop import services
from forum_desktop.commands.common import (
    Facts,
    common_words,
    forum_of,
    open_desk,
    plain,
    tell,
    uuid_of,
)
from forum_desktop.errors import Refusal
from forum_desktop.files import read_small
from forum_desktop.wording import Wording

CODE_VARIABLE = "FORUM_JOIN_CODE"
_LONGEST_KEY = 4096


def add_venue_pack(command: ArgumentParser) -> None:
    """Take the words of `venue-pack`."""
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--forum", type=uuid_of, metavar="ID")
    command.add_argument("--with-code", action="store_true")
    command.set_defaults(run=make_venue_pack)


def add_join(command: ArgumentParser) -> None:
    """Take the words of `join`; the code comes from a file or the environment."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--station", required=True, metavar="NAME")
    command.add_argument("--join-code-file", type=Path, metavar="FILE")
    command.set_defaults(run=join)


def add_bundle(command: ArgumentParser) -> None:
    """Take the words of `bundle`."""
    acts = command.add_subparsers(metavar="export|inspect|import", required=True)
    common = common_words()
    export = acts.add_parser("export", parents=[common], allow_abbrev=False)
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--forum", type=uuid_of, metavar="ID")
    export.add_argument("--recipient", type=Path, action="append", default=[], metavar="KEYFILE")
    export.set_defaults(run=export_bundle)
    inspect = acts.add_parser("inspect", parents=[common], allow_abbrev=False)
    inspect.add_argument("file", type=Path, metavar="FILE")
    inspect.set_defaults(run=inspect_bundle)
    take = acts.add_parser("import", parents=[common], allow_abbrev=False)
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.set_defaults(run=import_bundles)


def make_venue_pack(arguments: Namespace, wording: Wording) -> int:
    """Write the venue pack and print the code that opens it, where one was asked for."""
    exchange = services.exchange
    code = exchange.new_join_code() if arguments.with_code else ""
    with open_desk(arguments) as desk:
        forum_id = forum_of(desk, arguments)
        stations = exchange.read_venue(desk, forum_id, wording).stations
        pack = exchange.make_venue_pack(desk, forum_id, arguments.out, stations, code=code)
    facts: Facts = {"venue_pack": str(arguments.out), **asdict(pack)}
    lines = [f"{station.letter}: {station.name}" for station in pack.stations]
    told = [wording("exchange.code", code=code)] if code else []
    return tell(arguments, plain(facts), [str(arguments.out), *lines, *told])


def join(arguments: Namespace, wording: Wording) -> int:
    """Make this laptop a station of the forum of a venue pack."""
    with open_desk(arguments) as desk:
        station = services.exchange.join_forum(
            desk, arguments.file, arguments.station, code=_code(arguments)
        )
    facts: Facts = {"forum": str(station.forum_id), "letter": station.letter, "name": station.name}
    return tell(arguments, facts, [f"{station.letter}: {station.name}"])


def export_bundle(arguments: Namespace, wording: Wording) -> int:
    """Write what this laptop knows of a forum for others."""
    recipients = [key for path in arguments.recipient for key in _recipients(path)]
    with open_desk(arguments) as desk:
        report = services.exchange.write_bundle(
            desk, forum_of(desk, arguments), arguments.out, recipients=recipients
        )
    facts: Facts = {"bundle": str(arguments.out), "operations": report.operations}
    return tell(arguments, facts, [str(arguments.out)])


def inspect_bundle(arguments: Namespace, wording: Wording) -> int:
    """Print what the outside of a bundle tells; no key is needed."""
    report = services.exchange.inspect_bundle(arguments.file)
    parts = (
        f"  {part.name}: {part.entries} · {part.packed} · {part.sha256}" for part in report.parts
    )
    head = (report.purpose.value, report.forum, report.station, str(report.forum_id))
    return tell(arguments, plain(asdict(report)), [*head, *parts])


def import_bundles(arguments: Namespace, wording: Wording) -> int:
    """Take in bundles one after the other; each whole or not at all."""
    lines, facts = [], []
    with open_desk(arguments) as desk:
        for path in arguments.files:
            received = services.exchange.take_bundle(desk, path)
            facts.append(plain({"file": str(path), **asdict(received)}))
            told = {"file": path.name, "station": received.station}
            lines.append(wording("exchange.taken", new=received.new, known=received.known, **told))
    return tell(arguments, {"bundles": facts}, lines)


def _code(arguments: Namespace) -> str:
    if arguments.join_code_file is None:
        return os.environ.get(CODE_VARIABLE, "")
    return (
        read_small(arguments.join_code_file, _LONGEST_KEY, "bundle")
        .decode("utf-8", "replace")
        .strip()
    )


def _recipients(path: Path) -> list[str]:
    """Return the public keys of a key file, one a line; comments begin with #."""
    lines = _text_of(path).splitlines()
    keys = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if not keys:
        raise Refusal("sealing.bad_recipient")
    return keys


def _text_of(path: Path) -> str:
    return read_small(path, _LONGEST_KEY, "bundle").decode("utf-8", "replace")
