"""From the content of cards and forms to the bytes of a PDF."""

from collections.abc import Iterator

from forum_desktop.documents.cards.card import STRATEGIES, compose_cards
from forum_desktop.documents.cards.form import compose_form
from forum_desktop.documents.drawing.arranging import start_bare
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import Label, print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.records.documents import CardsContent
from forum_desktop.wording import Wording

_WHOLE_PAPER = Frame(left=0, right=0, top=0, bottom=0)


def render(
    content: CardsContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return cards and the form as PDF: a page of cards for each nine strategies, then the form.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    expected = 2 + len(content.strategies) // STRATEGIES
    pages = watch.over(_pages(phrases, content), expected)
    document = print_pages(pages, _WHOLE_PAPER, start_bare, _label(phrases, content))
    watch.finish()
    return document


def _pages(phrases: Phrases, content: CardsContent) -> Iterator[Block]:
    yield from compose_cards(phrases, content)
    yield compose_form(phrases, content)


def _label(phrases: Phrases, content: CardsContent) -> Label:
    return label_for(content, phrases.say("cards.title"))
