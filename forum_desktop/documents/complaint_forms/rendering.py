"""From reserved numbers to the bytes of a PDF with a form for each."""

from collections.abc import Iterator

from forum_desktop.documents.cards.form import compose_form
from forum_desktop.documents.drawing.arranging import start_bare
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.records.documents import ComplaintFormsContent
from forum_desktop.wording import Wording

_WHOLE_PAPER = Frame(left=0, right=0, top=0, bottom=0)


def render(
    content: ComplaintFormsContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return a page of A4 for each number; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    pages = watch.over(_pages(phrases, content), len(content.numbers))
    label = label_for(content, phrases.say("complaint_forms.title"))
    document = print_pages(pages, _WHOLE_PAPER, start_bare, label)
    watch.finish()
    return document


def _pages(phrases: Phrases, content: ComplaintFormsContent) -> Iterator[Block]:
    for number in content.numbers:
        yield compose_form(phrases, content, number)
