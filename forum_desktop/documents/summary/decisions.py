"""What the meeting put first, and what it resolved with how many votes."""

from collections.abc import Iterator
from dataclasses import replace

from forum_desktop.documents.drawing.arranging import Beside
from forum_desktop.documents.drawing.ink import Fill
from forum_desktop.documents.drawing.shares import Share, ShareBar
from forum_desktop.documents.summary.section import Part
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.priorities import RankingLine, RankingTable

_PLACE_WIDTH, _POINTS_WIDTH = 16.0, 46.0
_GAP = 6.0


def compose_rankings(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield the top of each ranking; how many there are beyond is told."""
    if not content.rankings:
        return
    fit, tables = part.fit, content.rankings
    yield part.heading(part.say("rankings"), part.say("score"))
    for table in tables[: fit.rankings]:
        yield part.text(*_ranking_title(part, table), lines=fit.text_lines)
        for line in table.lines[: fit.places]:
            yield _place(part, line)
        yield from _others(part, len(table.lines) - fit.places, "items")
    yield from _others(part, len(tables) - fit.rankings, "rankings_unit")


def compose_decisions(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield the resolutions with their votes."""
    if not content.resolutions:
        return
    items = content.resolutions
    yield part.heading(part.say("decisions"), part.say("votes"))
    for item in items[: part.fit.decisions]:
        yield part.text(*_decision(part, item), lines=part.fit.text_lines)
        yield from _votes(part, item)
    yield from _others(part, len(items) - part.fit.decisions, "decisions_unit")


def _others(part: Part, count: int, what: str) -> Iterator[Block]:
    if count > 0:
        yield part.text(Run(part.say("others", count=count, what=part.say(what))), lines=1)


def _ranking_title(part: Part, table: RankingTable) -> Iterator[Run]:
    yield Run(part.phrases.written(table.title), bold=True)
    method = part.phrases.say(f"method.{table.method.value}")
    if table.voters is None:
        yield Run(f"  ({method})")
    else:
        yield Run("  " + part.say("voters", method=method, count=f"{table.voters:,}"))


def _place(part: Part, line: RankingLine) -> Block:
    """Return "๑  a thing  ๒๓๔", the points under each other at the right."""
    label_width = part.width - _PLACE_WIDTH - _POINTS_WIDTH - _GAP
    label = replace(part, width=label_width)
    points = replace(part, width=_POINTS_WIDTH)
    phrases, fit = part.phrases, part.fit
    return Beside(
        (
            (0.0, part.text(Run(phrases.count(line.place)), lines=1)),
            (_PLACE_WIDTH, label.text(Run(phrases.written(line.label)), lines=fit.text_lines)),
            (
                part.width - _POINTS_WIDTH,
                points.text(Run(phrases.count(line.points)), lines=1, style=fit.right),
            ),
        )
    )


def _decision(part: Part, item: AgendaItem) -> Iterator[Run]:
    phrases = part.phrases
    yield Run(f"{phrases.say('agenda_item', number=item.number)}  ", bold=True)
    yield Run(phrases.written(item.resolution or item.title))


def _votes(part: Part, item: AgendaItem) -> Iterator[Block]:
    """Yield the votes as numbers beside a bar of their shares, where they were counted."""
    counted = {
        ("votes_for", Fill.SOLID): item.votes_for,
        ("votes_against", Fill.HATCHED): item.votes_against,
        ("votes_abstained", Fill.EMPTY): item.votes_abstained,
    }
    told = {
        part.say(key, count=f"{count:,}"): (count, fill)
        for (key, fill), count in counted.items()
        if count is not None
    }
    shares = [Share(n, part.line(text), fill) for text, (n, fill) in told.items()]
    if shares:
        alt = part.say("alt", title=part.say("decisions"), shown=", ".join(told))
        yield ShareBar(tuple(shares), part.fit.style, part.width, alt)
