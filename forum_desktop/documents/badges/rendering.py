"""From the content of badges to the bytes of a PDF."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.badges.badge import BadgeSetter
from forum_desktop.documents.badges.paper import sheets_of
from forum_desktop.documents.badges.tent import set_tent
from forum_desktop.documents.drawing.arranging import start_bare
from forum_desktop.documents.fingerprint import canonical
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import Label, print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.style import CENTIMETRE, TITLE
from forum_desktop.records.badges import LabelUse
from forum_desktop.records.documents import BadgesContent
from forum_desktop.wording import Wording

_WHOLE_PAPER = Frame(left=0, right=0, top=0, bottom=0)
_MARGIN = 2.5 * CENTIMETRE
_LETTER = Frame(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN)


def render(
    content: BadgesContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return sheets of badges as PDF; the same content gives the same bytes.

    Where nobody gets a badge, one page says so. `progress` hears shares of the work from
    0 to 1. Raises Cancelled soon after `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    labels = list(watch.over(_labels(phrases, content), len(content.badges)))
    if labels:
        pages: Iterator[Block] = sheets_of(content.layout, labels, content.order.skip)
        frame = _WHOLE_PAPER
    else:
        pages, frame = _nobody(phrases), _LETTER
    document = print_pages(pages, frame, start_bare, _label(phrases, content))
    watch.finish()
    return document


def _labels(phrases: Phrases, content: BadgesContent) -> Iterator[Block]:
    if content.layout.use is LabelUse.TENT:
        for badge in content.badges:
            yield set_tent(phrases, content, badge)
        return
    setter = BadgeSetter(phrases, content)
    for badge in content.badges:
        yield setter.set(badge)


def _nobody(phrases: Phrases) -> Iterator[Block]:
    style = replace(TITLE, keeps_next=False)
    yield Composer(phrases, _LETTER.width).paragraph(
        Run(phrases.say("badges.nobody"), bold=True), style=style
    )


def _label(phrases: Phrases, content: BadgesContent) -> Label:
    """Return what the file tells of itself; it bears the order, to be made again of the data."""
    title = f"{phrases.say('badges.title')} {content.forum.meeting_name}"
    return label_for(content, title, canonical(content.order).encode())
