"""Commands about forums and their documents: demo, new, export."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.commands.common import forum_of, open_desk, tell, uuid_of
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from forum_desktop.records.documents import DocumentOrder

REFERENCE_PACK = "khon-kaen-2565"
KINDS = (
    *("minutes", "summary", "sign-in", "opinions", "projects", "receipt"),
    *("complaints", "attendees", "cards", "badges", "promises", "quick-cards"),
)
DESK_KINDS = ("complaint-forms", "open311", "traffy")
SLIP = "order-slip"
FORMATS = ("pdf", "docx", "xlsx", "csv", "json")


def add_demo(command: ArgumentParser) -> None:
    """Take the words of `demo`."""
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.add_argument("--size", choices=("sample", "city"), default="sample")
    command.add_argument("--pack", default=REFERENCE_PACK)
    command.set_defaults(run=hold_demo)


def add_new(command: ArgumentParser) -> None:
    """Take the words of `new`."""
    command.add_argument("--pack", required=True, metavar="PACK|FILE")
    command.set_defaults(run=create_forum)


def add_export(command: ArgumentParser) -> None:
    """Take the words of `export`."""
    command.add_argument("kind", choices=(*KINDS, *DESK_KINDS, SLIP))
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--forum", type=uuid_of, metavar="ID")
    command.add_argument("--count", type=int, metavar="N", default=20)
    command.add_argument("--edition", choices=("public", "internal"))
    command.add_argument("--format", choices=FORMATS)
    command.add_argument("--complaint", metavar="NO", default="")
    command.add_argument("--assignment", metavar="NO", default="")
    command.add_argument("--whom", metavar="GROUP[:NAME]", default="")
    command.add_argument("--layout", metavar="LABELS", default="")
    command.add_argument("--skip", type=int, metavar="N", default=0)
    command.set_defaults(run=export)


def hold_demo(arguments: Namespace, wording: Wording) -> int:
    """Hold the reference forum with invented people and write every document."""
    arguments.out.mkdir(parents=True, exist_ok=True)
    pack = services.packs.find_pack(arguments.pack)
    size = services.rehearsal.Size(arguments.size)
    with _demo_folder(arguments) as folder, open_desk(arguments, folder=folder) as desk:
        forum = services.rehearsal.hold_reference_forum(desk, pack, size=size)
        paths = services.documents.export_every(desk, forum.id, arguments.out)
    documents = [str(path) for path in paths]
    return tell(arguments, {"documents": documents}, documents)


def create_forum(arguments: Namespace, wording: Wording) -> int:
    """Create a forum from a pack and print its id."""
    with open_desk(arguments) as desk:
        forum = services.forums.create_forum(desk, services.packs.find_pack(arguments.pack))
    return tell(arguments, {"forum": str(forum.id)}, [str(forum.id)])


def export(arguments: Namespace, wording: Wording) -> int:
    """Write a document of a forum."""
    with open_desk(arguments) as desk:
        forum_id = forum_of(desk, arguments)
        if arguments.kind in DESK_KINDS:
            papers = services.complaint_papers
            papers.write_paper(desk, forum_id, arguments.kind, arguments.out, arguments.count)
        elif arguments.kind == SLIP:
            slips = services.assignment_papers
            slips.write_slip_of(desk, forum_id, arguments.assignment, arguments.out)
        else:
            services.documents.export_document(desk, forum_id, _order(arguments), arguments.out)
    return tell(arguments, {"document": str(arguments.out)}, [str(arguments.out)])


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


@contextmanager
def _demo_folder(arguments: Namespace) -> Iterator[Path]:
    if arguments.data_dir is not None:
        yield arguments.data_dir
        return
    from forum_desktop.scratch import scratch  # noqa: PLC0415 - not for the window

    with scratch() as folder:
        yield folder
