"""From a hand-over to the bytes of a PDF on A4. It names nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from forum_desktop.documents.drawing.answers import set_blank
from forum_desktop.documents.drawing.arranging import Beside, Gap, start_bare
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import Label
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import print_pages
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import A4
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.courier import HandOverCertificate
from forum_desktop.records.documents import DocumentKind
from forum_desktop.wording import Wording

_MARGIN = 2.5 * CENTIMETRE
_FRAME = Frame(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN, paper=A4)
_STYLE = TextStyle(size=11.3, leading=19, align=Align.LEFT)
_NAMES = 6.2 * CENTIMETRE
"""How far to the right the facts stand, behind their names."""

_GROUP = 8
_SIGNED = ("cleaned_by", "witnessed_by", "signed_on")


def render(content: HandOverCertificate, wording: Wording) -> bytes:
    """Return the certificate as PDF."""
    phrases = Phrases(wording, content.pack)
    composer = Composer(phrases, _FRAME.width)
    label = Label(
        title=phrases.say("hand_over.title"),
        kind=DocumentKind.HAND_OVER,
        edition=content.edition,
        forum_code=content.handed.forum,
        fingerprint="-",
    )
    return print_pages(_story(composer, content), _FRAME, start_bare, label)


def _story(composer: Composer, content: HandOverCertificate) -> Iterator[Block]:
    phrases, handed = composer.phrases, content.handed
    if handed.municipality:
        yield _centred(composer, handed.municipality, 1.1)
    yield _centred(composer, phrases.say("hand_over.title"), 1.5, role=Role.TITLE)
    yield Gap(14)
    yield from composer.written(phrases.say("hand_over.declares"), style=_STYLE)
    yield Gap(8)
    for name, value in _facts(phrases, content):
        yield _fact(composer, name, value)
    yield Gap(8)
    for name in ("kept", "elsewhere", "protected" if handed.is_protected else "unprotected"):
        yield from composer.written(phrases.say(f"hand_over.{name}"), style=_STYLE)
        yield Gap(4)
    yield Gap(18)
    for name in _SIGNED:
        label = phrases.say(f"hand_over.{name}")
        yield set_blank(label, _STYLE, composer.width, composer.face)
        yield Gap(10)


def _facts(phrases: Phrases, content: HandOverCertificate) -> Iterator[tuple[str, str]]:
    handed = content.handed
    yield "forum", f"{handed.title} ({handed.forum})"
    yield "laptop", handed.laptop
    yield "cleaned_at", _moment(phrases, handed.cleaned_at)
    for name in ("operations", "attendees", "opinions", "complaints", "attachments", "copies"):
        yield name, phrases.count(getattr(handed, name))
    yield "received_at", _moment(phrases, handed.received_at)
    # In groups, to be compared by eye with what headquarters keeps.
    sha = handed.bundle
    yield "bundle", " ".join(sha[at : at + _GROUP] for at in range(0, len(sha), _GROUP))


def _moment(phrases: Phrases, moment: datetime) -> str:
    return f"{phrases.date(moment.date())} {phrases.time(moment)}"


def _fact(composer: Composer, name: str, value: str) -> Block:
    face = composer.face
    told = set_paragraph([Run(value)], _STYLE, composer.width - _NAMES, face=face)
    title = Run(composer.phrases.say(f"hand_over.{name}"))
    return Beside(((0.0, set_paragraph([title], _STYLE, _NAMES, face=face)), (_NAMES, told)))


def _centred(
    composer: Composer, text: str, scale: float, *, bold: bool = True, role: Role = Role.PARAGRAPH
) -> Paragraph:
    size = scale * _STYLE.size
    style = replace(_STYLE, size=size, leading=1.5 * size, align=Align.CENTRED, role=role)
    return composer.paragraph(Run(text, bold=bold), style=style)
