"""The form of a complaint; who complains stands on a slip that is cut off and sealed."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.cards.card import station_text
from forum_desktop.documents.cards.numbered import NumberedBox, set_number_line
from forum_desktop.documents.cards.paper import FORM_HEIGHT, FORM_WIDTH, FormPage, Pen
from forum_desktop.documents.drawing.answers import (
    HAND,
    CutLine,
    EntryBox,
    WritingLines,
    fits_columns,
    set_blank,
    set_choices,
)
from forum_desktop.documents.drawing.arranging import Beside, Gap, Stack, stack
from forum_desktop.documents.drawing.clipping import clip_notes
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import set_line
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.style import Align, TextStyle
from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.documents import CardsContent, ComplaintFormsContent

_STYLE = TextStyle(size=10.5, leading=16.5, align=Align.LEFT)
_BOX_WIDTH, _BOX_HEIGHT = 140.0, 40.0
_KINDS = 17
"""Kinds that the form lists at most; another one is written behind the last box."""

_GAP = 6.0
_WANTED_LINES, _LEAST_LINES = 2, 3
_PRIVACY_LENGTH, _PRIVACY_LINES = 260, 3


Content = CardsContent | ComplaintFormsContent


def compose_form(phrases: Phrases, content: Content, number: str = "") -> FormPage:
    """Return the form, whose lines for the complaint take all the room that is left.

    `number` is printed on both halves where one was set aside for the form.
    """
    pen = Pen(phrases, _STYLE, FORM_WIDTH)
    above = (*_heading(pen, content, number), *_kinds(pen, content), *_what(pen))
    below = (*_circumstances(pen), *_level(pen), *_end(pen, content), *_slip(pen, number))
    room = FORM_HEIGHT - stack((*above, *below)).height
    lines = WritingLines(max(int(room / HAND), _LEAST_LINES), pen.width)
    return FormPage(Stack((*above, lines, *below)))


def _heading(pen: Pen, content: Content, number: str) -> Iterator[Block]:
    left = replace(pen, width=pen.width - _BOX_WIDTH - 12)
    meeting = pen.phrases.written(content.forum.meeting_name)
    told = stack(
        (
            left.text(content.forum.municipality, bold=True),
            left.text(pen.say("form"), bold=True, scale=1.5, role=Role.TITLE),
            left.text(meeting, lines=2),
        )
    )
    station = replace(pen, width=_BOX_WIDTH)
    where = station.text(station_text(pen, content), align=Align.RIGHT)
    yield Beside(
        ((0.0, told), (pen.width - _BOX_WIDTH, stack((_reference_box(pen, number), where))))
    )
    yield Gap(_GAP)


def _reference_box(pen: Pen, number: str) -> Block:
    small = replace(pen.style, size=8, leading=12)
    caption = set_line(pen.say("reserved" if number else "reference"), small, face=pen.face)
    box = EntryBox(caption, small, _BOX_WIDTH, _BOX_HEIGHT)
    return NumberedBox(box, set_number_line(pen, number, _BOX_WIDTH)) if number else box


def _kinds(pen: Pen, content: Content) -> Iterator[Block]:
    """Yield the kinds of the pack, and a line for any other."""
    names = [pen.phrases.written(kind.name) for kind in content.pack.complaint_kinds]
    other = "".join(pen.say("other").split())
    kinds = [name for name in names if "".join(name.split()) != other]
    choices = [*kinds[:_KINDS], f"{pen.say('other')} {pen.say('which')}"]
    columns = 3 if fits_columns(choices, pen.style, pen.width, 3, pen.face) else 2
    yield pen.text(pen.say("form_kind"), bold=True)
    yield set_choices(choices, pen.style, pen.width, columns, pen.face)
    yield WritingLines(1, pen.width)
    yield Gap(_GAP)


def _what(pen: Pen) -> Iterator[Block]:
    yield pen.text(f"{pen.say('what')}  ({pen.say('what_how')})", bold=True)


def _circumstances(pen: Pen) -> Iterator[Block]:
    half = (pen.width - 16) / 2
    yield set_blank(pen.say("where"), pen.style, pen.width, pen.face)
    since = set_blank(pen.say("since"), pen.style, half, pen.face)
    affected = set_blank(pen.say("affected"), pen.style, half, pen.face)
    yield Beside(((0.0, since), (half + 16, affected)))
    yield set_blank(pen.say("wanted"), pen.style, pen.width, pen.face)
    yield WritingLines(_WANTED_LINES - 1, pen.width)
    yield Gap(_GAP)


def _level(pen: Pen) -> Iterator[Block]:
    levels = [pen.say(f"level.{level.value}") for level in ComplaintLevel]
    yield pen.text(pen.say("level"), bold=True)
    yield set_choices(levels, pen.style, pen.width, 1, pen.face)
    yield Gap(_GAP)


def _end(pen: Pen, content: Content) -> Iterator[Block]:
    """Yield the notice and the notes, above the line that is cut along."""
    privacy = _privacy(pen, content)
    if privacy:
        yield pen.text(privacy, lines=_PRIVACY_LINES, scale=0.82)
    yield from clip_notes(compose_notes(Composer(pen.phrases, pen.width), content), pen.face)
    yield Gap(_GAP)


def _privacy(pen: Pen, content: Content) -> str:
    """Return the privacy notice of the pack, or where to read it where it is long."""
    for notice in content.pack.notices:
        if notice.key == "privacy" and notice.text.strip():
            text = pen.phrases.written(notice.text.strip())
            return text if len(text) <= _PRIVACY_LENGTH else pen.say("privacy", title=notice.title)
    return ""


def _slip(pen: Pen, number: str) -> Iterator[Block]:
    """Yield what is kept apart from the case: the person, and the number that joins the two."""
    narrow = pen.width - _BOX_WIDTH - 16
    cut = set_line(Run(pen.say("cut"), bold=True), pen.style, face=pen.face)
    yield CutLine(cut, pen.style, pen.width)
    yield Gap(_GAP)
    names = stack(set_blank(pen.say(key), pen.style, narrow, pen.face) for key in ("name", "phone"))
    yield Beside(((0.0, names), (pen.width - _BOX_WIDTH, _reference_box(pen, number))))
