"""Writing the parts of the minutes in the house style, for Word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from forum_desktop.documents.docx.markup import run, w
from forum_desktop.documents.docx.measures import PARAGRAPH_INDENT, Page, twips
from forum_desktop.documents.docx.numbering import Lists
from forum_desktop.documents.docx.paragraphs import paragraph, plain
from forum_desktop.documents.docx.styles import Style
from forum_desktop.documents.docx.tables import KEPT_TOGETHER, Frame, row, table
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.minutes import CountRow

_HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3)
_COUNT_WIDTH = twips(2.9)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the table of contents lists it, by the bookmark on it."""

    text: str
    level: int
    bookmark: str


@dataclass(slots=True)
class Writer:
    """Makes paragraphs and tables as wide as the page, with the words of the document."""

    phrases: Phrases
    page: Page
    lists: Lists
    headings: list[Heading] = field(default_factory=list)

    def heading(
        self, text: str, level: int = 1, *, style: Style | None = None, listed: str = ""
    ) -> str:
        """Return a heading of level 1 to 3, to which the table of contents can point.

        It has the `style` of that level, and is `listed` as it reads, unless told otherwise.
        """
        number = len(self.headings) + 1
        mark = f"_Toc{number:08d}"
        self.headings.append(Heading(listed or text, level, mark))
        start = f"<w:bookmarkStart w:id={quoteattr(str(number))} w:name={quoteattr(mark)}/>"
        end = w("bookmarkEnd", id=number)
        return paragraph(style or _HEADINGS[level - 1], start, run(text), end)

    def body(self, *runs: str) -> str:
        """Return a paragraph of the text."""
        return paragraph(Style.BODY, *runs)

    def said(self, text: str) -> str:
        """Return a paragraph of one plain text."""
        return plain(Style.BODY, text)

    def written(self, text: str) -> Iterator[str]:
        """Yield the clerk's text, a paragraph a line."""
        for line in self.phrases.written(text).splitlines():
            if line.strip():
                yield self.said(line.strip())

    def counts(self, heads: Sequence[str], rows: Sequence[CountRow]) -> str:
        """Return labelled counts with their sum; expected counts where any are known."""
        room = self.page.width - PARAGRAPH_INDENT
        numbers = len(heads) - 1
        widths = (room - numbers * _COUNT_WIDTH, *[_COUNT_WIDTH] * numbers)
        frame = Frame(widths, indent=PARAGRAPH_INDENT)
        total = CountRow(
            label=self.phrases.say("total"),
            count=sum(counted.count for counted in rows),
            expected=_sum_expected(rows),
        )
        head = row(frame, [plain(Style.CELL_HEAD, text) for text in heads], is_head=True)
        kept = len(rows) < KEPT_TOGETHER
        body = (self._count(frame, counted, keeps_next=kept) for counted in rows)
        return table(frame, (head, *body, self._count(frame, total, bold=True))) + spacer()

    def _count(
        self, frame: Frame, counted: CountRow, *, bold: bool = False, keeps_next: bool = False
    ) -> str:
        numbers = (counted.count, counted.expected)[: len(frame.widths) - 1]
        texts = ["–" if n is None else self.phrases.count(n) for n in numbers]
        label = run(self.phrases.written(counted.label), bold=bold)
        cells = (
            paragraph(Style.CELL_NUMBER, run(text, bold=bold), keeps_next=keeps_next)
            for text in texts
        )
        return row(frame, [paragraph(Style.CELL, label, keeps_next=keeps_next), *cells])


def spacer() -> str:
    """Return the small empty paragraph without which two tables would become one."""
    small = w("rPr", w("sz", val=8), w("szCs", val=8))
    return w("p", w("pPr", w("pStyle", val=Style.NORMAL), small))


def _sum_expected(rows: Sequence[CountRow]) -> int | None:
    known = [counted.expected for counted in rows if counted.expected is not None]
    return sum(known) if len(known) == len(rows) else None
