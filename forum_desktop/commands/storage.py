"""Commands about the file itself: check, backup, restore."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from forum_desktop import services
from forum_desktop.commands.common import DONE, REFUSED, Facts, data_dir_of, open_desk, tell
from forum_desktop.commands.secrets import secret_of
from forum_desktop.wording import Wording


def add_check(command: ArgumentParser) -> None:
    """Take the words of `check`."""
    command.add_argument("--document", type=Path, metavar="FILE")
    command.set_defaults(run=check)


def add_backup(command: ArgumentParser) -> None:
    """Take the words of `backup`."""
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.set_defaults(run=back_up)


def add_restore(command: ArgumentParser) -> None:
    """Take the words of `restore`."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.set_defaults(run=restore)


def check(arguments: Namespace, wording: Wording) -> int:
    """Check the file; exit 1 on any fault."""
    if arguments.document is not None:
        return _check_document(arguments, wording)
    with open_desk(arguments) as desk:
        report = services.storage.check(desk)
    verdict = wording("check.sound" if report.is_sound else "check.faulty")
    lines = [*(f"{name}: {count}" for name, count in report.counts), *report.faults, verdict]
    facts: Facts = {"counts": dict(report.counts), "faults": list(report.faults)}
    tell(arguments, facts, lines)
    return DONE if report.is_sound else REFUSED


def _check_document(arguments: Namespace, wording: Wording) -> int:
    with open_desk(arguments) as desk:
        report = services.checking.check_document(desk, arguments.document)
    known = {"printed": report.printed, "known": report.known}
    verdict = wording(f"document.verdict.{report.verdict}", **known)
    facts: Facts = {"verdict": report.verdict.value, "kind": report.kind.value, **known}
    tell(arguments, facts, [verdict])
    return DONE if report.is_genuine else REFUSED


def back_up(arguments: Namespace, wording: Wording) -> int:
    """Write an encrypted copy of the file."""
    with open_desk(arguments) as desk:
        path = services.storage.backup(desk, arguments.out)
    return tell(arguments, {"backup": str(path)}, [str(path)])


def restore(arguments: Namespace, wording: Wording) -> int:
    """Put a backup in place of the file."""
    path = services.storage.restore(data_dir_of(arguments), arguments.file, secret_of(arguments))
    return tell(arguments, {"restored": str(path)}, [str(path)])
