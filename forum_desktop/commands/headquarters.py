"""Commands of headquarters: hq keygen, import, watch, report, minutes, open, openings, search."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.commands.common import DONE, REFUSED, common_words, data_dir_of, plain, tell
from forum_desktop.errors import Refusal
from forum_desktop.records.headquarters import Filed, Quarantined
from forum_desktop.records.office_report import ReportKind
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from forum_desktop.services.headquarters import Office


REPORTS = ("attendance", "opinions", "proposals", "complaints", "delegations")
_FORMATS = ("pdf", "docx", "xlsx", "csv", "json")


def add_hq(command: ArgumentParser) -> None:
    """Take the words of `hq`."""
    acts = command.add_subparsers(
        metavar="keygen|import|watch|report|minutes|open|openings|search", required=True
    )
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
    for act in (take, watch, *_looking(acts, common)):
        act.add_argument("--key", type=Path, required=True, metavar="FILE")
        act.add_argument("--database", default="", metavar="URL")


def _looking(acts: Any, common: ArgumentParser) -> tuple[ArgumentParser, ...]:
    """Return the words of what looks at all that was received."""
    report = acts.add_parser("report", parents=[common], allow_abbrev=False)
    report.add_argument("kind", choices=REPORTS)
    report.add_argument("--out", type=Path, required=True, metavar="FILE")
    report.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    report.set_defaults(run=write_report)
    minutes = acts.add_parser("minutes", parents=[common], allow_abbrev=False)
    minutes.add_argument("--out", type=Path, required=True, metavar="FILE")
    minutes.add_argument("--edition", choices=("public", "internal"), default="")
    minutes.set_defaults(run=write_minutes)
    opened = acts.add_parser("open", parents=[common], allow_abbrev=False)
    opened.add_argument("--complaint", required=True, metavar="NO")
    opened.add_argument("--reason", required=True)
    opened.add_argument("--by", required=True, metavar="NAME")
    opened.set_defaults(run=open_complaint)
    openings = acts.add_parser("openings", parents=[common], allow_abbrev=False)
    openings.set_defaults(run=list_openings)
    for act in (minutes, opened):
        act.add_argument("--forum", required=True, metavar="CODE")
        act.add_argument("--held-on", type=date.fromisoformat, metavar="YYYY-MM-DD")
    search = acts.add_parser("search", parents=[common], allow_abbrev=False)
    search.add_argument("words", nargs="+")
    search.add_argument("--limit", type=int, default=50, metavar="N")
    search.set_defaults(run=search_opinions)
    return report, minutes, opened, openings, search


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


def write_report(arguments: Namespace, wording: Wording) -> int:
    """Write a report across all forums."""
    with _office(arguments) as office:
        kind = ReportKind(arguments.kind)
        services.headquarters.write_report(office, kind, arguments.out, arguments.on)
    return tell(arguments, {"report": str(arguments.out)}, [str(arguments.out)])


def write_minutes(arguments: Namespace, wording: Wording) -> int:
    """Write the minutes of a forum from what all its laptops sent."""
    ending = arguments.out.suffix.lstrip(".").lower()
    order = services.documents.order_of(
        "minutes", edition=arguments.edition, made_as=ending if ending in _FORMATS else "pdf"
    )
    with _office(arguments) as office:
        forum_id = services.headquarters.forum_of_code(office, arguments.forum, arguments.held_on)
        services.headquarters.write_document(office, forum_id, order, arguments.out)
    return tell(arguments, {"document": str(arguments.out)}, [str(arguments.out)])


def open_complaint(arguments: Namespace, wording: Wording) -> int:
    """Print who complains, and nothing before the opening is on record."""
    headquarters = services.headquarters
    with _office(arguments) as office:
        forum_id = headquarters.forum_of_code(office, arguments.forum, arguments.held_on)
        person = headquarters.open_identity(
            office, forum_id, arguments.complaint, reason=arguments.reason, actor=arguments.by
        )
    facts = {name: fact for name, fact in asdict(person).items() if fact}
    return tell(arguments, plain(facts), [f"{name}: {fact}" for name, fact in facts.items()])


def list_openings(arguments: Namespace, wording: Wording) -> int:
    """Print who opened whose name, when and why."""
    with _office(arguments) as office:
        known = services.headquarters.list_openings(office)
    lines = [
        f"{one.at.astimezone():%Y-%m-%d %H:%M} "
        f"{one.forum} {one.complaint} {one.actor}: {one.reason}"
        for one in known
    ]
    return tell(arguments, {"openings": [plain(asdict(one)) for one in known]}, lines)


def search_opinions(arguments: Namespace, wording: Wording) -> int:
    """Print opinions of all forums that hold every word."""
    with _office(arguments) as office:
        found = services.headquarters.search(office, " ".join(arguments.words), arguments.limit)
    lines = [f"{one.forum} {one.reference} {one.text}" for one in found]
    return tell(arguments, {"opinions": [asdict(one) for one in found]}, lines)


def _office(arguments: Namespace) -> "AbstractContextManager[Office]":
    headquarters = services.headquarters
    secret = headquarters.read_keys(arguments.key)
    return headquarters.open_office(data_dir_of(arguments), secret, arguments.database)


def _line(outcome: Filed | Quarantined | Refusal, wording: Wording) -> str:
    if isinstance(outcome, Refusal):
        return wording.of(outcome)
    if isinstance(outcome, Quarantined):
        return wording("hq.quarantined", file=outcome.file, reason=outcome.reason)
    facts = {"forum": outcome.forum, "station": outcome.station, "new": outcome.new}
    return wording("hq.kept_before" if outcome.was_kept else "hq.filed", file=outcome.file, **facts)
