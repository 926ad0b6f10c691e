"""From a code to the bytes of a PDF on A5.

No fingerprint of it is printed or kept: whoever could check one could try codes.
"""

from collections.abc import Iterator
from dataclasses import replace

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
from forum_desktop.documents.typesetting.sheet import A5
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align, TextStyle
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.protection import RecoverySlip
from forum_desktop.wording import Wording

_MARGIN = 1.2 * CENTIMETRE
"""Cheap printers leave up to a centimetre white."""

_FRAME = Frame(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN, paper=A5)
_STYLE = TextStyle(size=11.3, leading=17, align=Align.LEFT)
_CODE = TextStyle(size=22, leading=34, align=Align.CENTRED)
_NAMES = 3.1 * CENTIMETRE
"""How far to the right the facts stand, behind their names."""

_GROUPS_A_LINE = 4
_HOW, _KEPT = ("open", "secret", "lost"), ("safe", "keeper", "sealed_on")
_NOTHING = "-"


def render(slip: RecoverySlip, wording: Wording) -> bytes:
    """Return the slip as PDF; its title and keywords tell nothing of the code."""
    phrases = Phrases(wording, slip.pack)
    composer = Composer(phrases, _FRAME.width)
    label = Label(
        title=phrases.say("recovery_slip.title"),
        kind=DocumentKind.RECOVERY_SLIP,
        edition=slip.edition,
        forum_code=_NOTHING,
        fingerprint=_NOTHING,
    )
    return print_pages(_story(composer, slip), _FRAME, start_bare, label)


def _story(composer: Composer, slip: RecoverySlip) -> Iterator[Block]:
    phrases = composer.phrases
    if slip.municipality:
        yield _centred(composer, slip.municipality, 1.1)
    yield _centred(composer, phrases.say("recovery_slip.title"), 1.5, role=Role.TITLE)
    yield _centred(composer, phrases.say("recovery_slip.meant"), 0.95, bold=False)
    yield Gap(10)
    for line in _lines(slip.code):
        # As it is typed: past the digits of the office, and never parted.
        yield composer.paragraph(Run(line, bold=True, whole=True), style=_CODE)
    yield Gap(10)
    if slip.laptop:
        yield _fact(composer, "laptop", slip.laptop)
    yield _fact(composer, "made_on", phrases.date(slip.made_on))
    yield Gap(4)
    for name in _HOW:
        yield from composer.written(phrases.say(f"recovery_slip.how_{name}"), style=_STYLE)
    yield Gap(8)
    for name in _KEPT:
        label = phrases.say(f"recovery_slip.{name}")
        yield set_blank(label, _STYLE, composer.width, composer.face)


def _lines(code: str) -> Iterator[str]:
    groups = code.split("-")
    for at in range(0, len(groups), _GROUPS_A_LINE):
        yield "  ".join(groups[at : at + _GROUPS_A_LINE])


def _fact(composer: Composer, name: str, value: str) -> Block:
    face = composer.face
    told = set_paragraph([Run(value)], _STYLE, composer.width - _NAMES, face=face)
    title = Run(composer.phrases.say(f"recovery_slip.{name}"))
    return Beside(((0.0, set_paragraph([title], _STYLE, _NAMES, face=face)), (_NAMES, told)))


def _centred(
    composer: Composer, text: str, scale: float, *, bold: bool = True, role: Role = Role.PARAGRAPH
) -> Paragraph:
    size = scale * _STYLE.size
    style = replace(_STYLE, size=size, leading=1.5 * size, align=Align.CENTRED, role=role)
    return composer.paragraph(Run(text, bold=bold), style=style)
