"""From quick cards to the bytes of a PDF on A5 sheets, a card a sheet. They name nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forum_desktop.documents.drawing.arranging import Beside, Gap, Sides, stack, start_bare
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.paragraph import set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import A5
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.quick_card import CardLine, QuickCard, QuickCardsContent
from forum_desktop.wording import Wording

_MARGIN = 1.5 * CENTIMETRE
_FRAME = Frame(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN, paper=A5)
_STYLE = TextStyle(size=14.5, leading=24, align=Align.LEFT)
_TITLE = replace(_STYLE, size=21, leading=34, role=Role.TITLE)
_FOOT = replace(_STYLE, size=9.5, leading=16)
_ROOM = A5.height - 2 * _MARGIN
_KEYS = 4.3 * CENTIMETRE
"""How far to the right the sentences stand, behind their keys."""


def render(
    content: QuickCardsContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the cards as PDF; raises Cancelled soon after `cancelled` says so."""
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    composer = Composer(phrases, _FRAME.width)
    pages = watch.over(_pages(composer, content.cards), len(content.cards))
    label = label_for(content, phrases.say("quick_cards.title"))
    document = print_pages(pages, _FRAME, start_bare, label)
    watch.finish()
    return document


def _pages(composer: Composer, cards: Sequence[QuickCard]) -> Iterator[Block]:
    foot = composer.paragraph(Run(composer.phrases.say("quick_cards.foot")), style=_FOOT)
    for card in cards:
        yield Sides(_ROOM, stack(_card(composer, card)), foot)


def _card(composer: Composer, card: QuickCard) -> Iterator[Block]:
    yield composer.paragraph(Run(card.title, bold=True), style=_TITLE)
    yield Gap(10)
    for line in card.lines:
        yield _line(composer, line)
        yield Gap(9)


def _line(composer: Composer, line: CardLine) -> Block:
    face = composer.face
    keys = set_paragraph([Run(line.keys, bold=True)], _STYLE, _KEYS - 8, face=face)
    says = set_paragraph([Run(line.says)], _STYLE, composer.width - _KEYS, face=face)
    return Beside(((0.0, keys), (_KEYS, says)))
