"""The beginning and end of the meeting, and who signs."""

from collections.abc import Iterator

from forum_desktop.documents.docx.markup import run
from forum_desktop.documents.docx.measures import SIGNATURE_SPACE, twips
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.tables import Frame, row, table
from forum_desktop.documents.docx.writer import Writer, spacer
from forum_desktop.documents.minutes.sentences import certified_words
from forum_desktop.records.minutes import MinutesContent, MinutesStatus

_ROLE = twips(4.9)
_LINE = twips(7.6)
"""How wide the line to sign on is, and the room for the role after it."""


def start(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield when the meeting began, who presided, and the clerk's opening."""
    phrases, chair = writer.phrases, content.chair
    yield writer.heading(phrases.say("started", time=phrases.time(content.texts.started_at)))
    if chair is None:
        yield writer.said(phrases.missing("chair"))
    else:
        position = f"{chair.position} ".lstrip()
        yield writer.said(f"{chair.full_name} {position}{phrases.say('presided')}")
    yield from writer.written(content.texts.opening)


def end(writer: Writer, content: MinutesContent) -> Iterator[str]:
    """Yield the clerk's closing, when the meeting ended, and the signatures."""
    phrases, texts = writer.phrases, content.texts
    yield from writer.written(texts.closing)
    yield writer.heading(phrases.say("ended", time=phrases.time(texts.ended_at)))
    yield _signature(writer, "recorder", texts.recorder_name, texts.recorder_position)
    yield _signature(writer, "checker", texts.checker_name, texts.checker_position)
    if texts.status is MinutesStatus.CERTIFIED:
        yield paragraph(Style.BODY, run(certified_words(writer.phrases, texts)), before=440)


def _signature(writer: Writer, role: str, name: str, position: str) -> str:
    """Return a signature: the name stands in the middle under the dots a hand signs on."""
    phrases = writer.phrases
    signed, _, _ = phrases.say("signed", dots="\0").partition("\0")
    typed = name or phrases.missing(role)
    frame = Frame((writer.page.width - _LINE - _ROLE, _LINE, _ROLE), ruled=False)
    first = (
        paragraph(Style.CELL_NUMBER, run(signed), before=SIGNATURE_SPACE, keeps_next=True),
        plain(Style.SIGNATURE_LINE, "\t"),
        paragraph(Style.CELL, run(phrases.say(role)), before=SIGNATURE_SPACE),
    )
    under = "".join(plain(Style.SIGNATURE, text) for text in (f"({typed})", position) if text)
    empty = paragraph(Style.CELL)
    return table(frame, [row(frame, first), row(frame, (empty, under, empty))]) + spacer()
