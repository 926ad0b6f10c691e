"""From the content of the minutes to pages, and to the bytes of a PDF."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.page_frame import PageStart, frame_of
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import ContentsLine, Label, LaidOut, lay_out_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.minutes.agenda import compose_agenda
from forum_desktop.documents.minutes.annexes import compose_annexes
from forum_desktop.documents.minutes.closing import compose_beginning, compose_end
from forum_desktop.documents.minutes.contents import compose_contents
from forum_desktop.documents.minutes.heading import compose_heading, document_title
from forum_desktop.documents.minutes.people import compose_people
from forum_desktop.documents.minutes.shown import shown
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesStatus
from forum_desktop.wording import Wording

_LONG = 12
"""Minutes of more pages than this have a table of contents."""


def render(
    content: MinutesContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the minutes as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so. An internal edition bears its data as an attachment.
    """
    watch = Watch(progress, cancelled)
    laid = _lay_out(content, wording, watch)
    if content.edition is Edition.INTERNAL:
        # Loaded here: nobody waits for tables of data to see a page.
        data: bytes = import_module("forum_desktop.documents.json_file").render(content, wording)
        laid = replace(laid, label=replace(laid.label, attachment=data))
    document = laid.pdf()
    watch.finish()
    return document


def lay_out(
    content: MinutesContent, wording: Wording, *, cancelled: IsCancelled | None = None
) -> LaidOut:
    """Return the minutes set in pages, none drawn yet; raises Cancelled as `render` does."""
    return _lay_out(content, wording, Watch(None, cancelled))


def _lay_out(content: MinutesContent, wording: Wording, watch: Watch) -> LaidOut:
    minutes = _Minutes(content, shown(content), Phrases(wording, content.pack))
    laid = lay_out_pages(
        watch.over(minutes.story(), _expected(content)),
        frame_of(content.pack.documents),
        minutes.page_start(),
        minutes.label(),
        front=minutes.front,
        front_start=minutes.page_start(is_front=True),
    )
    pages = tuple(page for page in laid.pages if not page.is_front)
    return laid if len(pages) > _LONG else replace(laid, pages=pages)


@dataclass(frozen=True, slots=True)
class _Minutes:
    """The content as given, what of it is shown, and the words to say it in."""

    content: MinutesContent
    shown: MinutesContent
    phrases: Phrases

    @property
    def composer(self) -> Composer:
        return Composer(self.phrases, frame_of(self.content.pack.documents).width)

    def story(self) -> Iterator[Block]:
        """Yield the whole document in the order of the form."""
        composer, content = self.composer, self.shown
        yield from compose_heading(composer, content)
        yield from compose_people(composer, content)
        yield from compose_beginning(composer, content)
        yield from compose_agenda(composer, content)
        yield from compose_end(composer, content)
        yield from compose_annexes(composer, content)
        yield from compose_notes(composer, self.content, printed=content)

    def front(self, lines: Sequence[ContentsLine]) -> Iterable[Block]:
        """Yield what stands before page 1."""
        return compose_contents(self.composer, lines)

    def page_start(self, *, is_front: bool = False) -> PageStart:
        """Return what draws the head of each page."""
        status = self.content.texts.status
        is_internal = self.content.edition is Edition.INTERNAL
        return PageStart(
            self.phrases,
            frame_of(self.content.pack.documents),
            is_draft=status is not MinutesStatus.CERTIFIED,
            status="checked_label" if status is MinutesStatus.CHECKED else "draft_label",
            corner="internal_label" if is_internal else "",
            is_front=is_front,
        )

    def label(self) -> Label:
        """Return what the file tells of itself."""
        return label_for(self.content, document_title(self.composer, self.content))


def _expected(content: MinutesContent) -> int:
    """Return about how many blocks there will be."""
    answers = sum(bool(opinion.answer) for opinion in content.opinions)
    plan = 3 * len(content.strategies) + 2 * len(content.approaches)
    return 30 + len(content.opinions) + answers + plan
