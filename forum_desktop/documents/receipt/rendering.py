"""From the content of a receipt to the bytes of a PDF of one page of A5."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.drawing.arranging import Beside, Gap, Sides, stack, start_bare
from forum_desktop.documents.drawing.clipping import clip, clip_notes, shortened
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import Label, print_pages
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.receipt.facts import Setter, compose_facts, compose_follow_up
from forum_desktop.documents.receipt.number import QR_SIDE, set_code, set_number
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_line, set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import A5
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.documents import ReceiptContent
from forum_desktop.wording import Wording

_MARGIN = 1.2 * CENTIMETRE
"""Cheap printers leave up to a centimetre white."""

_FRAME = Frame(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN, paper=A5)
_FITS = (
    *((size, 9) for size in (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)),
    *((7.5, lines) for lines in (6, 4, 2)),
)
"""Type in points, as large as the facts allow, and the lines that following up may take."""

_LEADING = 1.5
_GUTTER = 12.0
_SIGNING_SPACE = 26.0
_DOTS = "." * 44
_SIGNATURE_LEFT = 0.2


def render(
    content: ReceiptContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the receipt as PDF; it tells nothing of the case and names nobody.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    phrases, watch = Phrases(wording, content.pack), Watch(progress, cancelled)
    page = fit_page(phrases, content, watch)
    document = print_pages([page], _FRAME, start_bare, _label(phrases, content))
    watch.finish()
    return document


def fit_page(phrases: Phrases, content: ReceiptContent, watch: Watch) -> Sides:
    """Return the page in the largest type that it has room for, or in the smallest of all."""
    for size, lines in watch.over(_FITS, len(_FITS)):
        style = TextStyle(size=size, leading=_LEADING * size, align=Align.LEFT)
        page = _set_page(Setter(phrases, style, _FRAME.width), content, lines)
        if page.spare >= 0:
            break
    return page


def _label(phrases: Phrases, content: ReceiptContent) -> Label:
    return label_for(content, f"{phrases.say('receipt.title')} {content.reference}")


def _set_page(setter: Setter, content: ReceiptContent, lines: int) -> Sides:
    head, foot = _story(setter, content, lines), _foot(setter, content)
    return Sides(_FRAME.height, stack(head), stack(foot))


def _story(setter: Setter, content: ReceiptContent, lines: int) -> Iterator[Block]:
    """Yield the receipt from its head."""
    gap = Gap(0.7 * setter.style.leading)
    forum = content.forum
    yield _centred(setter, forum.municipality, 1.1, bold=True)
    yield _centred(setter, setter.phrases.written(forum.meeting_name), 0.95)
    yield Gap(0.4 * setter.style.leading)
    yield _centred(setter, setter.phrases.say("receipt.title"), 1.55, bold=True)
    yield gap
    yield set_number(setter.phrases, content.reference, setter.style, setter.width)
    yield gap
    yield _facts_beside_code(setter, content)
    yield gap
    yield from compose_follow_up(setter, content, lines)


def _centred(setter: Setter, text: str, scale: float, *, bold: bool = False) -> Paragraph:
    size = scale * setter.style.size
    role = Role.TITLE if scale > 1.5 else Role.PARAGRAPH
    style = TextStyle(size=size, leading=_LEADING * size, align=Align.CENTRED, role=role)
    run = Run(" ".join(shortened(text).splitlines()), bold=bold)
    return clip(set_paragraph([run], style, setter.width, face=setter.face), 2, setter.face)


def _facts_beside_code(setter: Setter, content: ReceiptContent) -> Block:
    code = set_code(setter.phrases, content.reference)
    if code is None:
        return stack(compose_facts(setter, content))
    narrow = replace(setter, width=setter.width - QR_SIDE - _GUTTER)
    facts = stack(compose_facts(narrow, content))
    return Beside(((0.0, facts), (setter.width - QR_SIDE, code)))


def _foot(setter: Setter, content: ReceiptContent) -> Iterator[Block]:
    """Yield where the officer signs, and the notes of the house."""
    phrases = setter.phrases
    signed = phrases.say("signed", dots=_DOTS)
    left = replace(setter.style, left=_SIGNATURE_LEFT * setter.width)
    before = (
        set_line(phrases.say("signed", dots=""), left, face=setter.face).width * left.size / 1000
    )
    under = replace(left, left=left.left + before)
    yield Gap(_SIGNING_SPACE)
    yield _line(setter, f"{signed} {phrases.say('receipt.officer')}", left)
    yield _line(setter, f"({_DOTS[2:]})", under)
    yield Gap(4)
    yield from clip_notes(compose_notes(Composer(phrases, setter.width), content), setter.face)


def _line(setter: Setter, text: str, style: TextStyle) -> Paragraph:
    return set_paragraph([Run(text, whole=True)], style, setter.width, face=setter.face)
