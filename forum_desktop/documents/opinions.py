"""Every opinion by strategy: what was said, by whom, and what was answered."""

from collections import Counter
from collections.abc import Iterator
from itertools import count, islice

from forum_desktop.documents.house.ledger import Column, Grid, Row, set_head, set_row
from forum_desktop.documents.house.lists import (
    REMARK,
    SUMMARY,
    ListSetting,
    Marks,
    compose_chapter_head,
    compose_list_head,
    internal_mark,
    list_frame,
    open_list,
    print_list,
)
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.plan_order import Chapter, in_plan_order
from forum_desktop.documents.house.watching import IsCancelled, Progress, Watch
from forum_desktop.documents.minutes.sentences import answer_lead, heard_words, promise_words
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.sheet import A4_LANDSCAPE
from forum_desktop.documents.typesetting.style import CENTIMETRE, Align
from forum_desktop.records.documents import OpinionsContent
from forum_desktop.records.minutes import MinutesOpinion
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.wording import Wording

_NO_CODE = "–"


def render(
    content: OpinionsContent,
    wording: Wording,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the table as PDF; the same content gives the same bytes.

    `progress` hears shares of the work from 0 to 1. Raises Cancelled soon after
    `cancelled` says so.
    """
    frame = list_frame(content, A4_LANDSCAPE)
    setting = open_list(content, wording, Watch(progress, cancelled), frame)
    return print_list(
        setting,
        content,
        _story(setting, content),
        title=_title(setting.phrases),
        marks=Marks(left=internal_mark(setting, content)),
    )


def _title(phrases: Phrases) -> str:
    return phrases.say("opinion_table.title", level=phrases.strategy)


def _story(setting: ListSetting, content: OpinionsContent) -> Iterator[Block]:
    yield from compose_list_head(setting, content, _title(setting.phrases))
    yield _counts(setting, "opinion_table.all", content.opinions)
    chapters = in_plan_order(content.strategies, content.approaches, content.opinions)
    head = set_head(_grid(setting, len(content.opinions)))
    ordered = (opinion for chapter in chapters for opinion in chapter.items)
    watched = setting.watch.over(ordered, len(content.opinions))
    for chapter in chapters:
        unsorted = setting.phrases.say("unsorted")
        yield compose_chapter_head(setting, chapter.strategy, unsorted)
        nobody = setting.phrases.say("nobody_spoke")
        if chapter.items:
            yield _counts(setting, "opinion_table.of_strategy", chapter.items)
            yield setting.ledger(head, _rows(setting.phrases, head.grid, chapter, watched))
        else:
            yield setting.composer.paragraph(Run(nobody), style=REMARK)


def _counts(setting: ListSetting, key: str, opinions: tuple[MinutesOpinion, ...]) -> Block:
    """Return "จำนวน ๓ ข้อ: ปัญหา ๒ ข้อ ..."; kinds that nobody used are left out."""
    phrases, counts = setting.phrases, Counter(opinion.kind for opinion in opinions)
    parts = [
        phrases.say(
            "opinion_table.of_kind", kind=_kind(phrases, kind), count=phrases.count(counts[kind])
        )
        for kind in OpinionKind
        if counts[kind]
    ]
    total = phrases.say(key, count=phrases.count(len(opinions)))
    return setting.composer.paragraph(Run("  ".join((total, *parts))), style=SUMMARY)


def _grid(setting: ListSetting, most: int) -> Grid:
    phrases, cm = setting.phrases, CENTIMETRE
    columns = (
        setting.number_column(phrases.say("list.number"), most),
        Column(phrases.say("list.reference"), 3.0 * cm, align=Align.CENTRED),
        Column(phrases.approach, 1.9 * cm, align=Align.CENTRED),
        Column(phrases.say("list.kind"), 2.1 * cm),
        Column(phrases.say("opinion_table.text"), 6.0 * cm, share=4),
        Column(phrases.say("opinion_table.attribution"), 4.0 * cm),
        Column(phrases.say("answer"), 4.0 * cm, share=2),
    )
    return setting.fit(columns)


def _rows(
    phrases: Phrases,
    grid: Grid,
    chapter: Chapter[MinutesOpinion],
    watched: Iterator[MinutesOpinion],
) -> Iterator[Row]:
    """Yield the opinions of a chapter by approach, numbered through."""
    numbers = count(1)
    for group in chapter.groups:
        code = group.approach.code if group.approach else _NO_CODE
        for opinion in islice(watched, len(group.items)):
            yield _row(phrases, grid, next(numbers), code, opinion)


def _row(phrases: Phrases, grid: Grid, number: int, code: str, opinion: MinutesOpinion) -> Row:
    entries = (
        phrases.digits(str(number)),
        Run(opinion.reference, whole=True),
        phrases.digits(code),
        _kind(phrases, opinion.kind),
        _lines(opinion.text, heard_words(phrases, opinion)),
        Run(opinion.attribution, whole=True),
        _answer(phrases, opinion),
    )
    return set_row(grid, entries)


def _answer(phrases: Phrases, opinion: MinutesOpinion) -> str:
    by = answer_lead(phrases, opinion) if opinion.answer else ""
    return _lines(f"{by}{opinion.answer}", promise_words(phrases, opinion))


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _kind(phrases: Phrases, kind: OpinionKind) -> str:
    return phrases.say(f"word.kind.{kind}")
