"""The command that saves what can be saved of a damaged file."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from forum_desktop import services
from forum_desktop.commands.common import DONE, REFUSED, data_dir_of, plain, tell
from forum_desktop.commands.secrets import secret_of
from forum_desktop.records.backup import Lost, Recovered
from forum_desktop.wording import Wording


def add_recover(command: ArgumentParser) -> None:
    """Take the words of `recover`: folders with more copies, as a stick."""
    command.add_argument(
        "--from", type=Path, nargs="*", default=[], dest="places", metavar="FOLDER"
    )
    command.set_defaults(run=recover)


def recover(arguments: Namespace, wording: Wording) -> int:
    """Make a sound file of a damaged one and its copies; exit 1 where something is lost."""
    saved = services.recovering.recover(
        data_dir_of(arguments), secret_of(arguments), arguments.places
    )
    tell(arguments, plain(asdict(saved)), _lines(saved, wording))
    return REFUSED if saved.lost or saved.attachments_lost else DONE


def _lines(saved: Recovered, wording: Wording) -> list[str]:
    lost = sum(one.operations for one in saved.lost)
    key = "recover.lost_some" if lost or saved.attachments_lost else "recover.lost_nothing"
    files = len(saved.attachments_lost)
    said = wording(key, saved=saved.from_file + saved.from_copies, lost=lost, files=files)
    gaps = (_gap(one, wording) for one in saved.lost)
    aside = (wording("recover.aside", path=path) for path in saved.kept_aside)
    return [said, *gaps, *aside]


def _gap(lost: Lost, wording: Wording) -> str:
    times = [
        one.isoformat(timespec="minutes") if one else "-" for one in (lost.from_at, lost.to_at)
    ]
    return wording(
        "recover.gap",
        replica=lost.replica[:8],
        count=lost.operations,
        begun=times[0],
        ended=times[1],
    )
