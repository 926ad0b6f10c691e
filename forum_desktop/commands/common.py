"""What every headless command needs: its data folder, a desk, a forum, and telling how it went."""

import json
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.commands.secrets import add_secrets, secret_of
from forum_desktop.errors import Refusal
from forum_desktop.paths import default_data_dir
from forum_desktop.wording import LANGUAGES

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.secret import Secret
    from forum_desktop.services.desk import Desk

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

Facts = dict[str, object]


def common_words() -> ArgumentParser:
    """Return the words that every command takes."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, default=SUPPRESS, metavar="DIR")
    common.add_argument("--lang", choices=LANGUAGES, default=SUPPRESS)
    common.add_argument("--json", action="store_true", default=SUPPRESS)
    add_secrets(common)
    return common


def tell(arguments: Namespace, facts: Facts, lines: Sequence[str]) -> int:
    """Print facts to a program or lines to people; return that it is done."""
    for line in [json.dumps(facts, ensure_ascii=False)] if arguments.json else lines:
        print(line)
    return DONE


def data_dir_of(arguments: Namespace) -> Path:
    """Return the folder that was named, or the user's own."""
    return arguments.data_dir or default_data_dir()


def open_desk(
    arguments: Namespace, secret: "Secret | None" = None, *, folder: Path | None = None
) -> "closing[Desk]":
    """Open the desk of a command; it is closed when the block ends.

    Without a secret the one that the user told opens it, without a folder the one she named.
    """
    told = secret or secret_of(arguments)
    return closing(services.start.open_desk(folder or data_dir_of(arguments), secret=told))


def report_fault(arguments: Namespace, fault: BaseException) -> Path | None:
    """Write down a fault of ours and return where; None where that is impossible."""
    reports = services.fault_reports
    return reports.write_report(reports.folder_of(data_dir_of(arguments)), fault)


def uuid_of(text: str) -> "UUID":
    """Read an id."""
    from uuid import UUID  # noqa: PLC0415 - not for the window

    return UUID(text)


def forum_of(desk: "Desk", arguments: Namespace) -> "UUID":
    """Return the forum that was named, or the only one.

    Raises Refusal("forum.none", "forum.several").
    """
    if arguments.forum is not None:
        chosen: UUID = arguments.forum
        return chosen
    forums = services.forums.list_forums(desk)
    if not forums:
        raise Refusal("forum.none")
    if len(forums) > 1:
        raise Refusal("forum.several", count=len(forums))
    return forums[0].id


def plain(facts: Facts) -> Facts:
    """Return facts as JSON can spell them."""
    return {name: _spelled(value) for name, value in facts.items()}


def _spelled(value: object) -> object:
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_spelled(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
