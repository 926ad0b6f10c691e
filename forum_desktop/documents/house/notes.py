"""What stands at the end of every document: characters no font has, and the fingerprint."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.fingerprint import fingerprint
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.missing import missing_characters
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import NOTE
from forum_desktop.records.documents import DocumentContent

_CODES = replace(NOTE, keeps_next=True)


def compose_notes(
    composer: Composer, content: DocumentContent, *, printed: DocumentContent | None = None
) -> Iterator[Block]:
    """Yield a note of characters that printed as codes, if any, and the fingerprint.

    `printed` is the part of the content that the document shows, where it does not show all:
    characters of the rest are nobody's business.
    """
    phrases = composer.phrases
    missing = missing_characters(content if printed is None else printed, composer.face)
    if missing:
        codes = " ".join(missing)
        yield composer.paragraph(Run(phrases.say("codes", codes=codes)), style=_CODES)
    # Not through the digits of the office: a code is typed as it is read.
    text = phrases.plain("fingerprint", code=fingerprint(content))
    yield composer.paragraph(Run(text, whole=True), style=NOTE)
