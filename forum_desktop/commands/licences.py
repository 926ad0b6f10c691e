"""The command about what the program is made of: licences."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from sys import stderr

from forum_desktop import services
from forum_desktop.commands.common import DONE, REFUSED, tell
from forum_desktop.wording import Wording


def add_licences(command: ArgumentParser) -> None:
    """Take the words of `licences`."""
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.set_defaults(run=write_licences)


def write_licences(arguments: Namespace, wording: Wording) -> int:
    """Write the list of all packages with licences and hashes; 1 where one may not be shipped."""
    bill = services.licences.make_bill()
    services.licences.write_bill(arguments.out, bill)
    facts = {"bill": str(arguments.out), "packages": len(bill.packages), "faults": bill.faults}
    count = wording("licences.written", count=len(bill.packages), path=arguments.out)
    tell(arguments, facts, [count])
    for name in bill.faults:
        print(wording("licences.fault", name=name), file=stderr)
    return REFUSED if bill.faults else DONE
