"""What the meeting put first: a table for each ranking, and how it was made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.house.composer import Composer
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.minutes.sentences import ranking_words
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import (
    CELL,
    CENTIMETRE,
    FOLLOWING,
    MINOR_HEADING,
    PARAGRAPH_INDENT,
    Align,
)
from forum_desktop.documents.typesetting.table import Column, Grid, Row, Table
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.priorities import RankingLine, RankingTable

_PLACE_WIDTH = 2.2 * CENTIMETRE
_POINTS_WIDTH = 2.2 * CENTIMETRE
_MADE = replace(FOLLOWING, align=Align.LEFT, keeps_next=True)
_CENTRED = replace(CELL, align=Align.CENTRED)


def has_rankings(content: MinutesContent) -> bool:
    """Tell whether anything was ranked."""
    return bool(content.rankings)


def compose_rankings(composer: Composer, content: MinutesContent) -> Iterator[Block]:
    """Yield every ranking: its title, how it was made, and its table."""
    for ranking in content.rankings:
        title = Run(composer.phrases.written(ranking.title), bold=True)
        yield composer.paragraph(title, style=MINOR_HEADING)
        yield from _how(composer, ranking)
        yield _table(composer, ranking)


def _how(composer: Composer, ranking: RankingTable) -> Iterator[Block]:
    phrases = composer.phrases
    yield composer.paragraph(Run(ranking_words(phrases, ranking)), style=_MADE)
    if ranking.tie_rule:
        rule = phrases.say("ranking.tie_rule", rule=phrases.written(ranking.tie_rule))
        yield composer.paragraph(Run(" ".join(rule.split())), style=_MADE)


def _table(composer: Composer, ranking: RankingTable) -> Block:
    phrases = composer.phrases
    if not ranking.lines:
        return composer.paragraph(Run(phrases.say("ranking.nothing")), style=FOLLOWING)
    grid = _grid(composer)
    heads = (phrases.say(f"ranking.{key}") for key in ("place", "item", "points"))
    head = composer.row(grid, [Run(text, bold=True) for text in heads], is_head=True)
    shared = Counter(line.place for line in ranking.lines)
    rows = (_row(composer, grid, line, shared) for line in ranking.lines)
    return Table(grid, tuple(rows), head, before=2)


def _grid(composer: Composer) -> Grid:
    label = composer.width - PARAGRAPH_INDENT - _PLACE_WIDTH - _POINTS_WIDTH
    columns = (
        Column(_PLACE_WIDTH, _CENTRED),
        Column(label, CELL),
        Column(_POINTS_WIDTH, replace(CELL, align=Align.RIGHT)),
    )
    return Grid(columns, indent=PARAGRAPH_INDENT)


def _row(composer: Composer, grid: Grid, line: RankingLine, shared: Counter[int]) -> Row:
    phrases = composer.phrases
    place = _place(phrases, line.place, is_shared=shared[line.place] > 1)
    return composer.row(grid, [Run(place), Run(line.label), Run(phrases.count(line.points))])


def _place(phrases: Phrases, place: int, *, is_shared: bool) -> str:
    """Return "๒", or "๒ ร่วม" where others have as many points."""
    return phrases.say("ranking.shared", place=place) if is_shared else phrases.count(place)
