"""The command that imports a table of people, opinions or complaints."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from forum_desktop.commands.common import forum_of, open_desk, tell, uuid_of
from forum_desktop.wording import Wording

IMPORTED = ("attendees", "opinions", "complaints")


def add_import(command: ArgumentParser) -> None:
    """Take the words of `import`."""
    command.add_argument("kind", choices=IMPORTED)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--forum", type=uuid_of, metavar="ID")
    command.add_argument("--sheet", metavar="NAME")
    command.add_argument("--apply", action="store_true")
    command.set_defaults(run=import_table)


def import_table(arguments: Namespace, wording: Wording) -> int:
    """Look at a table of people, opinions or complaints, and write it with --apply."""
    from forum_desktop.commands import importing  # noqa: PLC0415 - not for the window

    with open_desk(arguments) as desk:
        outcome = importing.import_table(
            desk,
            forum_of(desk, arguments),
            arguments.kind,
            arguments.file,
            wording,
            sheet=arguments.sheet,
            is_written=arguments.apply,
        )
    return tell(arguments, outcome.facts, outcome.lines)
