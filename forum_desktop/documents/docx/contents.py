"""The table of contents of long minutes."""

from collections.abc import Iterator

from forum_desktop.documents.docx.markup import field, run, w
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.writer import Heading, Writer

_LONG = 300
"""Paragraphs: about what a dozen pages hold; shorter minutes need no table."""

_SPLIT = "\0"
_LEVELS = {1: Style.CONTENTS_1, 2: Style.CONTENTS_2}


def table_of_contents(writer: Writer, text: str) -> str:
    """Return the table of the written text, nothing where that is short.

    The headings stand in it as they are, each a link; their page numbers are fields that the
    program works out when it opens the document, as only it knows where pages end.
    """
    listed = [heading for heading in writer.headings if heading.level in _LEVELS]
    if not listed or text.count("</w:p>") < _LONG:
        return ""
    head = plain(Style.CONTENTS_HEAD, writer.phrases.say("contents"))
    return head + "".join(_entries(listed))


def _entries(listed: list[Heading]) -> Iterator[str]:
    """Yield the paragraphs of one field, begun in the first and ended in the last."""
    before, after = field('TOC \\o "1-2" \\h \\z \\u', _SPLIT).split(_SPLIT)
    last = len(listed) - 1
    for place, heading in enumerate(listed):
        link = (
            f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{run(heading.text)}'
            f"<w:r><w:tab/></w:r>{_page_of(heading)}</w:hyperlink>"
        )
        begins, ends = before if not place else "", after if place == last else ""
        yield paragraph(_LEVELS[heading.level], begins, link, ends)


def _page_of(heading: Heading) -> str:
    return field(f"PAGEREF {heading.bookmark} \\h", w("r", w("t", " ")))
