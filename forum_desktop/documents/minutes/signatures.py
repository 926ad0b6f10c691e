"""Who signs, and how the minutes were certified; one piece, on one page."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.minutes.annexes import has_annexes
from forum_desktop.documents.minutes.keeping import kept
from forum_desktop.documents.minutes.sentences import certified_words
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import Paragraph
from forum_desktop.documents.typesetting.style import BODY, SIGNATURE, Align, TextStyle
from forum_desktop.records.minutes import MinutesContent, MinutesStatus

_SIGNATURE_SPACE = 34.0
"""Points above the line, for a hand to sign in."""

_DOTS = "." * 42
_FIRST_LINE = replace(SIGNATURE, before=_SIGNATURE_SPACE)
_CERTIFIED = replace(BODY, before=22)


def compose_signatures(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the places to sign, with what stands under them; the last of the form.

    The notes after them stay with them; annexes begin a page of their own.
    """
    *blocks, last = _paragraphs(composer, content)
    yield from blocks
    yield kept(last, keeps_next=not has_annexes(content))


def _paragraphs(composer: Composer, content: MinutesContent) -> Iterator[Paragraph]:
    texts = content.texts
    yield from _signature(composer, "recorder", texts.recorder_name, texts.recorder_position)
    yield from _signature(composer, "checker", texts.checker_name, texts.checker_position)
    if texts.status is MinutesStatus.CERTIFIED:
        yield composer.paragraph(Run(certified_words(composer.phrases, texts)), style=_CERTIFIED)


def _signature(composer: Composer, role: str, name: str, position: str) -> Iterator[Paragraph]:
    phrases = composer.phrases
    signed = phrases.say("signed", dots=_DOTS)
    typed = name or phrases.missing(role)
    under = _under_dots(composer, phrases.say("signed", dots=""), signed)
    yield composer.paragraph(Run(signed + phrases.say(role)), style=_FIRST_LINE)
    yield composer.paragraph(Run(f"({typed})", whole=bool(name)), style=under)
    if position:
        yield composer.paragraph(Run(position), style=under)


def _under_dots(composer: Composer, before: str, with_dots: str) -> TextStyle:
    """Return the style of a name centred under the dots that a hand signs on."""
    widths = [composer.line(text, SIGNATURE).width for text in (before, with_dots)]
    middle = SIGNATURE.left + sum(widths) / 2 * SIGNATURE.size / 1000
    half = min(middle, composer.width - middle)
    return replace(
        SIGNATURE, align=Align.CENTRED, left=middle - half, right=composer.width - middle - half
    )
