"""A card to write an opinion on, a quarter of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forum_desktop.documents.cards.paper import CARD_HEIGHT, CARD_WIDTH, FourCards, Pen
from forum_desktop.documents.drawing.answers import (
    HAND,
    EntryBox,
    WritingLines,
    set_blank,
    set_choices,
)
from forum_desktop.documents.drawing.arranging import Beside, Gap, Stack, stack
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.paragraph import set_line
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.style import Align, TextStyle
from forum_desktop.records.documents import CardsContent, ComplaintFormsContent
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.plan import Strategy

STRATEGIES = 9
"""Strategies on a card at most: as many as keys, and as a card has room for."""

_STYLE = TextStyle(size=9.5, leading=15, align=Align.LEFT)
_BOX_WIDTH, _BOX_HEIGHT = 86.0, 34.0
_GAP = 5.0


def compose_cards(phrases: Phrases, content: CardsContent) -> Iterator[Block]:
    """Yield a page of cards for each nine strategies; one page where there are none."""
    pen = Pen(phrases, _STYLE, CARD_WIDTH)
    starts = range(0, max(len(content.strategies), 1), STRATEGIES)
    parts = [content.strategies[start : start + STRATEGIES] for start in starts]
    for number, strategies in enumerate(parts, start=1):
        question = _question(pen, number, len(parts))
        yield FourCards(_card(pen, content, strategies, question))


def _question(pen: Pen, part: int, parts: int) -> str:
    level = pen.phrases.strategy
    if parts == 1:
        return pen.say("strategy", level=level)
    return pen.say("strategy_of", level=level, part=part, parts=parts)


def _card(pen: Pen, content: CardsContent, strategies: Sequence[Strategy], question: str) -> Stack:
    """Return a card whose lines to write on take all the room that is left."""
    above = stack(_questions(pen, content, strategies, question))
    lines = int((CARD_HEIGHT - above.height) / HAND)
    return Stack((*above.blocks, WritingLines(lines, pen.width)))


def _questions(
    pen: Pen, content: CardsContent, strategies: Sequence[Strategy], question: str
) -> Iterator[Block]:
    gap = Gap(_GAP)
    yield _head(pen, content)
    yield gap
    if strategies:
        yield pen.text(question, bold=True)
        names = [pen.phrases.digits(f"{item.number}. ") + item.short for item in strategies]
        yield set_choices([*names, pen.say("not_sure")], pen.style, pen.width, 2, pen.face)
        yield gap
    yield pen.text(pen.say("kind"), bold=True)
    kinds = [pen.say(f"kind.{kind.value}") for kind in OpinionKind]
    yield set_choices(kinds, pen.style, pen.width, 3, pen.face)
    yield set_blank(pen.say("community"), pen.style, pen.width, pen.face)
    yield gap
    yield pen.text(pen.say("text"), bold=True)


def _head(pen: Pen, content: CardsContent) -> Block:
    """Return what the card is, and where its number is written when it is keyed in."""
    left = replace(pen, width=pen.width - _BOX_WIDTH - 10)
    small = replace(pen.style, size=7.5, leading=11)
    box = EntryBox(
        set_line(pen.say("number"), small, face=pen.face), small, _BOX_WIDTH, _BOX_HEIGHT
    )
    station = replace(pen, width=_BOX_WIDTH)
    told = stack(
        (
            left.text(pen.say("card"), bold=True, scale=1.35, role=Role.TITLE),
            left.text(content.forum.municipality, scale=0.9),
            left.text(pen.say("no_name"), bold=True),
        )
    )
    beside = stack((box, station.text(station_text(pen, content), scale=0.9, align=Align.RIGHT)))
    return Beside(((0.0, told), (pen.width - _BOX_WIDTH, beside)))


def station_text(pen: Pen, content: CardsContent | ComplaintFormsContent) -> str:
    """Return the code of the station, as its references bear it, and its name."""
    station, phrases = content.station, pen.phrases
    name = phrases.written(station.name)
    return phrases.plain("cards.station", letter=station.letter, name=name).rstrip()
