"""From the content of the minutes to the bytes of a PDF."""

from collections.abc import Callable, Iterable, Iterator

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.minutes.agenda import compose_agenda
from forum_desktop.documents.minutes.closing import compose_beginning, compose_end, compose_note
from forum_desktop.documents.minutes.composer import Composer
from forum_desktop.documents.minutes.heading import compose_heading, document_title
from forum_desktop.documents.minutes.missing import missing_characters
from forum_desktop.documents.minutes.page_frame import PageStart, frame_of
from forum_desktop.documents.minutes.people import compose_people
from forum_desktop.documents.minutes.phrases import Phrases
from forum_desktop.documents.pdf import write_pdf
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.pages import fill_pages
from forum_desktop.errors import Cancelled
from forum_desktop.records.minutes import MinutesContent, MinutesStatus
from forum_desktop.wording import Wording

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]

_SETTING_SHARE = 0.9
"""The part of the work that is setting text; the rest is writing the file."""


def render(
    content: MinutesContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the minutes as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases = Phrases(wording, content.pack)
    frame = frame_of(content.pack.documents)
    composer = Composer(phrases, frame.width)
    fonts = DocumentFonts()
    start_page = PageStart(phrases, frame, content.texts.status is MinutesStatus.DRAFT)
    blocks = _watched(_story(composer, content), _expected(content), progress, cancelled)
    sheets = fill_pages(blocks, frame, fonts, start_page)
    document = write_pdf(sheets, fonts, document_title(composer, content))
    if progress:
        progress(1.0)
    return document


def _story(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the whole document in the order of the form."""
    yield from compose_heading(composer, content)
    yield from compose_people(composer, content)
    yield from compose_beginning(composer, content)
    yield from compose_agenda(composer, content)
    yield from compose_end(composer, content)
    yield from compose_note(composer, missing_characters(content))


def _watched(
    blocks: Iterable[Block],
    expected: int,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> Iterator[Block]:
    """Pass blocks on, telling how far the work is and heeding a wish to stop."""
    for done, block in enumerate(blocks):
        if cancelled and cancelled():
            raise Cancelled
        if progress:
            progress(_SETTING_SHARE * min(1.0, done / expected))
        yield block


def _expected(content: MinutesContent) -> int:
    """Return about how many blocks there will be."""
    answers = sum(bool(opinion.answer) for opinion in content.opinions)
    plan = 3 * len(content.strategies) + 2 * len(content.approaches)
    return 30 + len(content.opinions) + answers + plan
