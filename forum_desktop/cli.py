"""Headless commands, and the one that opens the window. None but that one loads Qt."""

import gc
import json
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop import __version__, services
from forum_desktop.errors import Refusal
from forum_desktop.paths import default_data_dir
from forum_desktop.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from types import ModuleType
    from uuid import UUID

    from forum_desktop.records.documents import DocumentOrder
    from forum_desktop.services.desk import Desk

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
REFERENCE_PACK = "khon-kaen-2565"
NOT_YET = ("venue-pack", "join", "bundle", "hq")
KINDS = (
    *("minutes", "summary", "sign-in", "opinions", "projects", "receipt"),
    *("complaints", "attendees", "cards", "badges", "promises"),
)
DESK_KINDS = ("complaint-forms", "open311", "traffy")
SLIP = "order-slip"
IMPORTED = ("attendees", "opinions", "complaints")
FORMATS = ("pdf", "docx", "xlsx", "csv", "json")

Facts = dict[str, object]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 done, 1 refused or found faulty, 2 wrong usage."""
    parser = _parser()
    arguments, unknown = parser.parse_known_args(argv)
    if unknown and arguments.run is not _not_yet:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    wording = Wording(arguments.lang)
    try:
        return int(arguments.run(arguments, wording))
    except Refusal as refusal:
        print(wording.of(refusal), file=sys.stderr)
        return REFUSED


def _parser() -> ArgumentParser:
    # Of their own for the commands: defaults set here would undo what stood before a command.
    common = _common()
    parser = ArgumentParser(prog="forum-desktop", parents=[_common()], allow_abbrev=False)
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(run=open_window, lang="th", json=False, data_dir=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, add in _COMMANDS.items():
        add(commands.add_parser(name, parents=[common], allow_abbrev=False))
    for name in NOT_YET:
        commands.add_parser(name, parents=[common]).set_defaults(run=_not_yet)
    return parser


def _common() -> ArgumentParser:
    common = ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, default=SUPPRESS, metavar="DIR")
    common.add_argument("--lang", choices=LANGUAGES, default=SUPPRESS)
    common.add_argument("--json", action="store_true", default=SUPPRESS)
    return common


def _add_demo(command: ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.add_argument("--size", choices=("sample", "city"), default="sample")
    command.add_argument("--pack", default=REFERENCE_PACK)
    command.set_defaults(run=hold_demo)


def _add_new(command: ArgumentParser) -> None:
    command.add_argument("--pack", required=True, metavar="PACK|FILE")
    command.set_defaults(run=create_forum)


def _add_export(command: ArgumentParser) -> None:
    command.add_argument("kind", choices=(*KINDS, *DESK_KINDS, SLIP))
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--forum", type=_uuid, metavar="ID")
    command.add_argument("--count", type=int, metavar="N", default=20)
    command.add_argument("--edition", choices=("public", "internal"))
    command.add_argument("--format", choices=FORMATS)
    command.add_argument("--complaint", metavar="NO", default="")
    command.add_argument("--assignment", metavar="NO", default="")
    command.add_argument("--whom", metavar="GROUP[:NAME]", default="")
    command.add_argument("--layout", metavar="LABELS", default="")
    command.add_argument("--skip", type=int, metavar="N", default=0)
    command.set_defaults(run=export)


def _add_import(command: ArgumentParser) -> None:
    command.add_argument("kind", choices=IMPORTED)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--forum", type=_uuid, metavar="ID")
    command.add_argument("--sheet", metavar="NAME")
    command.add_argument("--apply", action="store_true")
    command.set_defaults(run=import_table)


def _add_check(command: ArgumentParser) -> None:
    command.add_argument("--document", type=Path, metavar="FILE")
    command.set_defaults(run=check)


def _add_backup(command: ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.set_defaults(run=back_up)


def _add_restore(command: ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.set_defaults(run=restore)


_COMMANDS: dict[str, Callable[[ArgumentParser], None]] = {
    "demo": _add_demo,
    "new": _add_new,
    "import": _add_import,
    "export": _add_export,
    "check": _add_check,
    "backup": _add_backup,
    "restore": _add_restore,
}


def open_window(arguments: Namespace, wording: Wording) -> int:
    """Open the app."""
    return int(load_app().run(_data_dir(arguments), wording))


def load_app() -> "ModuleType":
    """Load the window's code, which no other command needs.

    The collector rests until the window is shown: nothing of what loads is garbage.
    """
    gc.disable()
    from forum_desktop import app  # noqa: PLC0415 - loads Qt

    return app


def hold_demo(arguments: Namespace, wording: Wording) -> int:
    """Hold the reference forum with invented people and write every document."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    pack = services.packs.find_pack(arguments.pack)
    size = services.rehearsal.Size(arguments.size)
    with _demo_folder(arguments) as folder, closing(services.start.open_desk(folder)) as desk:
        forum = services.rehearsal.hold_reference_forum(desk, pack, size=size)
        paths = services.documents.export_every(desk, forum.id, arguments.out)
    documents = [str(path) for path in paths]
    return _tell(arguments, {"documents": documents}, documents)


def create_forum(arguments: Namespace, wording: Wording) -> int:
    """Create a forum from a pack and print its id."""
    with _desk(arguments) as desk:
        forum = services.forums.create_forum(desk, services.packs.find_pack(arguments.pack))
    return _tell(arguments, {"forum": str(forum.id)}, [str(forum.id)])


def export(arguments: Namespace, wording: Wording) -> int:
    """Write a document of a forum."""
    with _desk(arguments) as desk:
        forum_id = _forum_id(desk, arguments)
        if arguments.kind in DESK_KINDS:
            papers = services.complaint_papers
            papers.write_paper(desk, forum_id, arguments.kind, arguments.out, arguments.count)
        elif arguments.kind == SLIP:
            slips = services.assignment_papers
            slips.write_slip_of(desk, forum_id, arguments.assignment, arguments.out)
        else:
            services.documents.export_document(desk, forum_id, _order(arguments), arguments.out)
    return _tell(arguments, {"document": str(arguments.out)}, [str(arguments.out)])


def _order(arguments: Namespace) -> "DocumentOrder":
    """Return what was asked for; the file's ending tells the format where nothing else does."""
    ending = arguments.out.suffix.lstrip(".").lower()
    badges = services.badges.order_of_words(arguments.whom, arguments.layout, arguments.skip)
    return services.documents.order_of(
        arguments.kind,
        edition=arguments.edition or "",
        made_as=arguments.format or (ending if ending in FORMATS else "pdf"),
        complaint=arguments.complaint,
        badges=badges,
    )


def import_table(arguments: Namespace, wording: Wording) -> int:
    """Look at a table of people, opinions or complaints, and write it with --apply."""
    from forum_desktop import import_command  # noqa: PLC0415 - not for the window

    with _desk(arguments) as desk:
        outcome = import_command.import_table(
            desk,
            _forum_id(desk, arguments),
            arguments.kind,
            arguments.file,
            wording,
            sheet=arguments.sheet,
            is_written=arguments.apply,
        )
    return _tell(arguments, outcome.facts, outcome.lines)


def check(arguments: Namespace, wording: Wording) -> int:
    """Check the file; exit 1 on any fault."""
    if arguments.document is not None:
        return _check_document(arguments, wording)
    with _desk(arguments) as desk:
        report = services.storage.check(desk)
    verdict = wording("check.sound" if report.is_sound else "check.faulty")
    lines = [*(f"{name}: {count}" for name, count in report.counts), *report.faults, verdict]
    facts: Facts = {"counts": dict(report.counts), "faults": list(report.faults)}
    _tell(arguments, facts, lines)
    return DONE if report.is_sound else REFUSED


def _check_document(arguments: Namespace, wording: Wording) -> int:
    with _desk(arguments) as desk:
        report = services.checking.check_document(desk, arguments.document)
    known = {"printed": report.printed, "known": report.known}
    verdict = wording(f"document.verdict.{report.verdict}", **known)
    facts: Facts = {"verdict": report.verdict.value, "kind": report.kind.value, **known}
    _tell(arguments, facts, [verdict])
    return DONE if report.is_genuine else REFUSED


def back_up(arguments: Namespace, wording: Wording) -> int:
    """Write an encrypted copy of the file."""
    with _desk(arguments) as desk:
        path = services.storage.backup(desk, arguments.out)
    return _tell(arguments, {"backup": str(path)}, [str(path)])


def restore(arguments: Namespace, wording: Wording) -> int:
    """Put a backup in place of the file."""
    path = services.storage.restore(_data_dir(arguments), arguments.file)
    return _tell(arguments, {"restored": str(path)}, [str(path)])


def _not_yet(arguments: Namespace, wording: Wording) -> int:
    print(wording("command.not_yet"), file=sys.stderr)
    return WRONG_USAGE


def _tell(arguments: Namespace, facts: Facts, lines: Sequence[str]) -> int:
    for line in [json.dumps(facts, ensure_ascii=False)] if arguments.json else lines:
        print(line)
    return DONE


def _data_dir(arguments: Namespace) -> Path:
    return arguments.data_dir or default_data_dir()


def _desk(arguments: Namespace) -> "closing[Desk]":
    return closing(services.start.open_desk(_data_dir(arguments)))


@contextmanager
def _demo_folder(arguments: Namespace) -> Iterator[Path]:
    if arguments.data_dir is not None:
        yield arguments.data_dir
        return
    import tempfile  # noqa: PLC0415 - not for the window

    with tempfile.TemporaryDirectory(prefix="forum-desktop-") as folder:
        yield Path(folder)


def _uuid(text: str) -> "UUID":
    from uuid import UUID  # noqa: PLC0415 - not for the window

    return UUID(text)


def _forum_id(desk: "Desk", arguments: Namespace) -> "UUID":
    if arguments.forum is not None:
        chosen: UUID = arguments.forum
        return chosen
    forums = services.forums.list_forums(desk)
    if not forums:
        raise Refusal("forum.none")
    if len(forums) > 1:
        raise Refusal("forum.several", count=len(forums))
    return forums[0].id
