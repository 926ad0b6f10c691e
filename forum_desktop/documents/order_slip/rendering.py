"""From an assignment to the bytes of a PDF on A5; a long task goes on to a second page."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.drawing.answers import WritingLines
from forum_desktop.documents.drawing.arranging import Beside, Gap, stack, start_bare
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import A5
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.assignment import Assignment, AssignmentSource
from forum_desktop.records.documents import OrderSlipContent
from forum_desktop.wording import Wording

_MARGIN = 1.2 * CENTIMETRE
"""Cheap printers leave up to a centimetre white."""

_FRAME = Frame(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN, paper=A5)
_STYLE = TextStyle(size=11.3, leading=17, align=Align.LEFT)
_NAMES = 3.1 * CENTIMETRE
"""How far to the right the facts stand, behind their names."""

_SIGNING_SPACE = 20.0
_RESULT_LINES = 4
_DOTS = "." * 32


def render(
    content: OrderSlipContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the slip as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    composer = Composer(phrases, _FRAME.width)
    blocks = watch.over(_story(composer, content), 20)
    label = label_for(content, f"{phrases.say('order_slip.title')} {content.assignment.number}")
    document = print_pages(blocks, _FRAME, start_bare, label)
    watch.finish()
    return document


def _story(composer: Composer, content: OrderSlipContent) -> Iterator[Block]:
    phrases = composer.phrases
    yield _centred(composer, content.forum.municipality, 1.1)
    yield _centred(composer, phrases.written(content.forum.meeting_name), 0.95, bold=False)
    yield _centred(composer, phrases.say("order_slip.title"), 1.5, role=Role.TITLE)
    yield Gap(6)
    for name, value in _facts(phrases, content):
        yield _fact(composer, phrases.say(f"order_slip.{name}"), value)
    yield _heading(composer, "task")
    yield from composer.written(_task(phrases, content.assignment), style=_STYLE)
    yield from _answering(composer)
    yield from compose_notes(composer, content)


def _facts(phrases: Phrases, content: OrderSlipContent) -> Iterator[tuple[str, Run]]:
    order = content.assignment
    yield "number", Run(order.number, bold=True, whole=True)
    yield "ordered_at", Run(phrases.date(order.ordered_at.date()))
    if order.ordered_by:
        yield "ordered_by", Run(order.ordered_by)
    to = "  ".join(text for text in (order.to_officer, order.unit) if text)
    yield "to", Run(to)
    yield "source", Run(_source(phrases, order))
    if content.origin:
        yield "origin", Run(phrases.written(content.origin))
    due = phrases.date(order.due_on) if order.due_on else phrases.say("order_slip.no_day")
    yield "due_on", Run(due, bold=True)


def _source(phrases: Phrases, order: Assignment) -> str:
    if order.source is AssignmentSource.MEETING:
        return phrases.say("order_slip.of_meeting")
    # A number is typed as it is read: past the digits of the office.
    return phrases.plain(f"order_slip.of_{order.source.value}", number=order.source_reference)


def _task(phrases: Phrases, order: Assignment) -> str:
    if order.task:
        return order.task
    return phrases.plain("order_slip.as_in_complaint", number=order.source_reference)


def _fact(composer: Composer, name: str, value: Run) -> Block:
    face = composer.face
    told = set_paragraph([value], _STYLE, composer.width - _NAMES, face=face)
    label = set_paragraph([Run(name)], _STYLE, _NAMES, face=face)
    return Beside(((0.0, label), (_NAMES, told)))


def _answering(composer: Composer) -> Iterator[Block]:
    """Yield where both sign, and the lines for what was done."""
    half = composer.width / 2
    signed = [_signature(composer, key) for key in ("ordered_by", "taken_by")]
    lines = (Beside(((0.0, left), (half, right))) for left, right in zip(*signed, strict=True))
    yield stack((Gap(_SIGNING_SPACE), *lines, Gap(_SIGNING_SPACE / 4)))
    yield _heading(composer, "result")
    yield WritingLines(_RESULT_LINES, composer.width)


def _signature(composer: Composer, key: str) -> list[Paragraph]:
    phrases, style = composer.phrases, replace(_STYLE, align=Align.CENTRED)
    lines = (
        phrases.say("signed", dots=_DOTS),
        f"({_DOTS})",
        phrases.say(f"order_slip.{key}"),
        phrases.say("order_slip.signed_on"),
    )
    half = composer.width / 2
    return [set_paragraph([Run(text)], style, half, face=composer.face) for text in lines]


def _heading(composer: Composer, key: str) -> Paragraph:
    style = replace(_STYLE, before=6, after=1, keeps_next=True)
    words = composer.phrases.say(f"order_slip.{key}")
    return composer.paragraph(Run(words, bold=True), style=style)


def _centred(
    composer: Composer, text: str, scale: float, *, bold: bool = True, role: Role = Role.PARAGRAPH
) -> Paragraph:
    size = scale * _STYLE.size
    style = TextStyle(size=size, leading=1.5 * size, align=Align.CENTRED, role=role)
    return composer.paragraph(Run(text, bold=bold), style=style)
