"""Commands of headquarters: hq keygen, import, watch."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from forum_desktop import services
from forum_desktop.commands.common import DONE, REFUSED, common_words, data_dir_of, plain, tell
from forum_desktop.errors import Refusal
from forum_desktop.records.headquarters import Filed, Quarantined
from forum_desktop.wording import Wording


def add_hq(command: ArgumentParser) -> None:
    """Take the words of `hq`."""
    acts = command.add_subparsers(metavar="keygen|import|watch", required=True)
    common = common_words()
    keygen = acts.add_parser("keygen", parents=[common], allow_abbrev=False)
    keygen.add_argument("--out", type=Path, required=True, metavar="FILE")
    keygen.set_defaults(run=make_keys)
    take = acts.add_parser("import", parents=[common], allow_abbrev=False)
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.set_defaults(run=import_bundles)
    watch = acts.add_parser("watch", parents=[common], allow_abbrev=False)
    watch.add_argument("folder", type=Path, metavar="FOLDER")
    watch.add_argument("--once", action="store_true")
    watch.set_defaults(run=watch_folder)
    for act in (take, watch):
        act.add_argument("--key", type=Path, required=True, metavar="FILE")
        act.add_argument("--database", default="", metavar="URL")


def make_keys(arguments: Namespace, wording: Wording) -> int:
    """Write headquarters' key file and print what a pack names."""
    keys = services.headquarters.make_keys(arguments.out)
    lines = (f'hq_recipient = "{keys.recipient}"', f'hq_receipt_key = "{keys.receipt_key}"')
    return tell(arguments, {"key_file": str(arguments.out), **asdict(keys)}, lines)


def import_bundles(arguments: Namespace, wording: Wording) -> int:
    """Take in bundles; exit 1 where one was kept aside."""
    headquarters = services.headquarters
    secret = headquarters.read_keys(arguments.key)
    with headquarters.open_office(data_dir_of(arguments), secret, arguments.database) as office:
        outcomes = [headquarters.file_bundle(office, path) for path in arguments.files]
    facts = [{"taken": isinstance(one, Filed), **plain(asdict(one))} for one in outcomes]
    tell(arguments, {"bundles": facts}, [_line(one, wording) for one in outcomes])
    return REFUSED if any(isinstance(one, Quarantined) for one in outcomes) else DONE


def watch_folder(arguments: Namespace, wording: Wording) -> int:
    """Take in whatever appears in a folder until stopped by Ctrl+C."""
    headquarters = services.headquarters
    secret = headquarters.read_keys(arguments.key)

    def told(outcome: Filed | Quarantined | Refusal) -> None:
        print(_line(outcome, wording), flush=True)

    with headquarters.open_office(data_dir_of(arguments), secret, arguments.database) as office:
        try:
            headquarters.watch(office, arguments.folder, told, once=arguments.once)
        except KeyboardInterrupt:
            return DONE
    return DONE


def _line(outcome: Filed | Quarantined | Refusal, wording: Wording) -> str:
    if isinstance(outcome, Refusal):
        return wording.of(outcome)
    if isinstance(outcome, Quarantined):
        return wording("hq.quarantined", file=outcome.file, reason=outcome.reason)
    facts = {"forum": outcome.forum, "station": outcome.station, "new": outcome.new}
    return wording("hq.kept_before" if outcome.was_kept else "hq.filed", file=outcome.file, **facts)
