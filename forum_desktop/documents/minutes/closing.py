"""The beginning and end of the meeting, and who signs."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.minutes.composer import Composer
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import set_line
from forum_desktop.documents.typesetting.style import NOTE, SIGNATURE, Align, TextStyle
from forum_desktop.records.minutes import MinutesContent

_SIGNATURE_SPACE = 34.0
"""Points above the line, for a hand to sign in."""

_DOTS = "." * 42
_FIRST_LINE = replace(SIGNATURE, before=_SIGNATURE_SPACE)


def compose_beginning(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield when the meeting began, who presided, and the clerk's opening."""
    phrases, chair = composer.phrases, content.chair
    started = phrases.say("started", time=phrases.time(content.texts.started_at))
    yield composer.heading(Run(started, bold=True))
    if chair is None:
        yield composer.paragraph(Run(phrases.missing("chair")))
    else:
        runs = (Run(f"{chair.full_name} ", whole=True), Run(f"{chair.position} ".lstrip()))
        yield composer.paragraph(*runs, Run(phrases.say("presided")))
    yield from composer.written(content.texts.opening)


def compose_end(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield the clerk's closing, when the meeting ended, and the signatures."""
    phrases, texts = composer.phrases, content.texts
    yield from composer.written(texts.closing)
    ended = phrases.say("ended", time=phrases.time(texts.ended_at))
    yield composer.heading(Run(ended, bold=True))
    yield from _signature(composer, "recorder", texts.recorder_name, texts.recorder_position)
    yield from _signature(composer, "checker", texts.checker_name, texts.checker_position)


def compose_note(composer: Composer, missing: list[str]) -> Iterator[Block]:
    """Yield a note of characters that printed as codes, where there were any."""
    if missing:
        codes = " ".join(missing)
        yield composer.paragraph(Run(composer.phrases.say("codes", codes=codes)), style=NOTE)


def _signature(composer: Composer, role: str, name: str, position: str) -> Iterator[Block]:
    phrases = composer.phrases
    signed = phrases.say("signed", dots=_DOTS)
    typed = name or phrases.missing(role)
    under = _under_dots(composer, phrases.say("signed", dots=""), signed)
    yield composer.paragraph(Run(signed + phrases.say(role)), style=_FIRST_LINE)
    yield composer.paragraph(Run(f"({typed})", whole=bool(name)), style=under)
    yield composer.paragraph(Run(position), style=replace(under, keeps_next=False))


def _under_dots(composer: Composer, before: str, with_dots: str) -> TextStyle:
    """Return the style of a name centred under the dots that a hand signs on."""
    widths = [set_line(text, SIGNATURE).width for text in (before, with_dots)]
    middle = SIGNATURE.left + sum(widths) / 2 * SIGNATURE.size / 1000
    half = min(middle, composer.width - middle)
    return replace(
        SIGNATURE, align=Align.CENTRED, left=middle - half, right=composer.width - middle - half
    )
