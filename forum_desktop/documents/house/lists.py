"""What the lists of a forum share: their page, their head, their marks, and how they print."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from forum_desktop.documents.fingerprint import canonical
from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.label import label_for
from forum_desktop.documents.house.ledger import ENTRY, Column, Grid, Head, Ledger, Row, fit
from forum_desktop.documents.house.notes import compose_notes
from forum_desktop.documents.house.page_frame import PageStart, frame_of
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import print_pages
from forum_desktop.documents.house.watching import Watch
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.sheet import Paper, Sheet
from forum_desktop.documents.typesetting.style import (
    CENTIMETRE,
    SUBTITLE,
    TITLE,
    Align,
    TextStyle,
)
from forum_desktop.errors import Cancelled
from forum_desktop.records.documents import (
    AttendeesContent,
    OfficeReportContent,
    OpinionsContent,
    PersonContent,
    ProjectsContent,
    PromisesContent,
    RegisterContent,
    SignInContent,
)
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import EventPack
from forum_desktop.records.plan import Strategy
from forum_desktop.wording import Wording

_WIDEST_MARGIN = 1.8 * CENTIMETRE
"""Tables of many columns take narrower margins than letters do, and never wider ones."""

_NUMBER_PADDING, _NARROWEST_NUMBER = 8.0, 0.95 * CENTIMETRE
_TOP = 2.1 * CENTIMETRE
_MARK = TextStyle(size=9.6, leading=14, align=Align.LEFT)
_MARK_ABOVE_TEXT = 0.6 * CENTIMETRE
_WHERE = replace(SUBTITLE, size=10.9, leading=18, after=5)
SUMMARY = TextStyle(align=Align.LEFT, after=3, keeps_next=True)
"""How a line of counts under a heading is set."""

REMARK = replace(SUMMARY, keeps_next=False)
"""How a line that stands in the place of a table is set."""

ListContent = (
    SignInContent
    | AttendeesContent
    | OpinionsContent
    | ProjectsContent
    | RegisterContent
    | PersonContent
    | PromisesContent
    | OfficeReportContent
)
_ATTACHED = (OpinionsContent, ProjectsContent)
"""Lists whose data goes with the internal file: those that print all they are made of."""


@dataclass(frozen=True, slots=True)
class ListSetting:
    """What the parts of a list are set with: the pack, its words, the page, a watch."""

    pack: EventPack
    composer: Composer
    frame: Frame
    watch: Watch

    @property
    def phrases(self) -> Phrases:
        """The words of the document."""
        return self.composer.phrases

    def fit(self, columns: Sequence[Column], style: TextStyle = ENTRY) -> Grid:
        """Return columns spread over the width of the page."""
        return fit(columns, self.frame.width, style, self.composer.face)

    def number_column(self, words: str, count: int) -> Column:
        """Return a column that numbers up to `count` fit."""
        line = self.composer.line(self.phrases.digits(str(count)), ENTRY)
        wide = line.width * ENTRY.size / 1000 + _NUMBER_PADDING
        return Column(words, max(wide, _NARROWEST_NUMBER), align=Align.CENTRED)

    def ledger(self, head: Head, rows: Iterable[Row]) -> Ledger:
        """Return rows under their head, to be parted between pages."""
        return Ledger(head, tuple(rows), self.frame.height)


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in the upper corners of every page (numbered from 1), and in the middle."""

    left: str = ""
    right: Callable[[int], str] = lambda _: ""
    is_numbered: bool = True


def list_frame(content: ListContent, paper: Paper) -> Frame:
    """Return a page with the margins of the pack, at most as wide as suits a list."""
    frame = frame_of(content.pack.documents, paper)
    return replace(
        frame,
        left=min(frame.left, _WIDEST_MARGIN),
        right=min(frame.right, _WIDEST_MARGIN),
        bottom=min(frame.bottom, _WIDEST_MARGIN),
        top=_TOP,
    )


def open_list(content: ListContent, wording: Wording, watch: Watch, frame: Frame) -> ListSetting:
    """Return what the parts of a list are set with."""
    composer = Composer(Phrases(wording, content.pack), frame.width)
    return ListSetting(content.pack, composer, frame, watch)


def internal_mark(setting: ListSetting, content: ListContent) -> str:
    """Return the words that keep an internal edition in the house."""
    return setting.phrases.say("list.internal") if content.edition is Edition.INTERNAL else ""


def compose_list_head(setting: ListSetting, content: ListContent, title: str) -> Iterator[Block]:
    """Yield the title, the meeting, and when and where it was held."""
    phrases, forum = setting.phrases, content.forum
    yield setting.composer.paragraph(Run(title, bold=True), style=TITLE)
    meeting = forum.meeting_name
    if forum.municipality not in meeting:
        meeting = f"{meeting} {forum.municipality}"
    yield setting.composer.paragraph(Run(phrases.written(meeting), bold=True), style=SUBTITLE)
    venue = phrases.say("venue", venue=forum.venue or phrases.missing("venue"))
    when = phrases.say("held_on", date=phrases.date(forum.held_on))
    yield setting.composer.paragraph(Run(f"{when}  {venue}"), style=_WHERE)


def compose_chapter_head(setting: ListSetting, strategy: Strategy | None, unsorted: str) -> Block:
    """Return "ยุทธศาสตร์ที่ ๑  ..." as a heading, or the words for what is not sorted yet."""
    phrases = setting.phrases
    if strategy is None:
        return setting.composer.heading(Run(unsorted, bold=True))
    label = phrases.say("strategy", level=phrases.strategy, number=strategy.number)
    runs = Run(f"{label}  ", bold=True), Run(strategy.name, bold=True)
    return setting.composer.heading(*runs)


def print_list(
    setting: ListSetting,
    content: ListContent,
    blocks: Iterable[Block],
    *,
    title: str,
    marks: Marks,
) -> bytes:
    """Return the PDF of a list, with its notes at the end; `title` names no person."""
    is_whole = content.edition is Edition.INTERNAL and isinstance(content, _ATTACHED)
    attachment = canonical(content).encode() if is_whole else None
    label = label_for(content, f"{title} {content.forum.meeting_name}", attachment)
    story = chain(blocks, compose_notes(setting.composer, content))
    document = print_pages(story, setting.frame, _PageHead(setting, marks), label)
    setting.watch.finish()
    return document


@dataclass(frozen=True, slots=True)
class _PageHead:
    setting: ListSetting
    marks: Marks

    def __call__(self, sheet: Sheet, number: int) -> None:
        watch, frame = self.setting.watch, self.setting.frame
        if watch.cancelled and watch.cancelled():
            raise Cancelled
        if self.marks.is_numbered:
            PageStart(self.setting.phrases, frame, is_draft=False)(sheet, number)
        with sheet.artifact():
            self._draw(sheet, self.marks.left, Align.LEFT)
            self._draw(sheet, self.marks.right(number), Align.RIGHT)

    def _draw(self, sheet: Sheet, text: str, align: Align) -> None:
        if text:
            frame, style = self.setting.frame, replace(_MARK, align=align)
            line = self.setting.composer.line(Run(text, bold=True), style, frame.width)
            y = frame.paper.height - frame.top + _MARK_ABOVE_TEXT
            sheet.text(line, style, frame.left, y)
