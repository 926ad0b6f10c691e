"""The command that looks whether a laptop is ready for the hall."""

from argparse import ArgumentParser, Namespace

from forum_desktop import services
from forum_desktop.commands.common import DONE, REFUSED, forum_of, open_desk, tell, uuid_of
from forum_desktop.errors import Refusal
from forum_desktop.records.preflight import Around, Light
from forum_desktop.wording import Wording

_MARKS = {Light.GREEN: "[ok]", Light.AMBER: "[!]", Light.RED: "[X]", Light.UNKNOWN: "[?]"}


def add_preflight(command: ArgumentParser) -> None:
    """Take the words of `preflight`."""
    command.add_argument("--forum", type=uuid_of, metavar="ID")
    command.set_defaults(run=look_over)


def look_over(arguments: Namespace, wording: Wording) -> int:
    """Print what was found; exit 1 where something must be put right first."""
    with open_desk(arguments) as desk:
        try:
            forum_id = forum_of(desk, arguments)
        except Refusal as refusal:
            if refusal.key != "forum.none":
                raise
            forum_id = None
        found = services.preflight.look_over(desk, forum_id, Around())
    said = [(one, wording(one.key, **dict(one.details))) for one in found.findings]
    lines = [
        f"{_MARKS[one.light]} {wording(f'preflight.{one.what}')}: {text}" for one, text in said
    ]
    facts = [
        {"what": one.what, "found": one.found, "light": one.light, **dict(one.details)}
        for one, _ in said
    ]
    verdict = wording(f"preflight.light.{found.light}")
    tell(arguments, {"light": found.light, "findings": facts}, [*lines, verdict])
    return REFUSED if found.light is Light.RED else DONE
