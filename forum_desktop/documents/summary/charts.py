"""The drawings: opinions by strategy, who came beside who was expected, complaints by kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from forum_desktop.documents.drawing.arranging import Gap
from forum_desktop.documents.drawing.bars import Bar, BarChart, Legend
from forum_desktop.documents.drawing.clipping import shortened
from forum_desktop.documents.drawing.ink import Fill
from forum_desktop.documents.summary.figures import total
from forum_desktop.documents.summary.measures import fold
from forum_desktop.documents.summary.section import Part, one_line
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.minutes import CountRow

_SUMMED, _SUMMED_LINES = 9, 2
"""How many counts running text lists, and on how many lines."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What the rows of a chart are called, how many are shown, and what room names take."""

    what: str
    limit: int
    share: float
    lines: int


def compose_opinions(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield opinions by strategy, and by what they are."""
    rows = content.opinions_by_strategy
    title = part.say("opinions_by_strategy", level=part.phrases.strategy)
    yield part.heading(title, part.say("points"))
    if not total(rows):
        yield part.text(Run(part.phrases.say("nobody_spoke")), lines=1)
    if rows:
        names = _Names(part.phrases.strategy, part.fit.strategies, 0.62, part.fit.name_lines)
        yield _chart(part, title, rows, names)
    yield Gap(0.5 * part.fit.unit)
    yield from _summed(part, "opinions_by_kind", content.opinions_by_kind)


def compose_attendance(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield who came by sector, framed by who was expected, and by zone."""
    rows = content.by_sector
    yield part.heading(part.say("by_sector"), part.say("people"))
    if not rows:
        yield part.text(Run(part.phrases.say("none")), lines=1)
        return
    names = _Names(part.phrases.say("sector"), part.fit.sectors, 0.5, part.fit.label_lines)
    yield _chart(part, part.say("by_sector"), rows, names)
    yield Gap(0.5 * part.fit.unit)
    yield part.text(Run(_attended(part, rows)), lines=1)
    yield from _summed(part, "by_zone", content.by_zone)


def compose_complaints(part: Part, content: SummaryContent) -> Iterator[Block]:
    """Yield complaints by kind."""
    rows = content.complaints_by_kind
    yield part.heading(part.say("complaints_by_kind"), part.say("cases"))
    if total(rows):
        names = _Names(part.say("kinds"), part.fit.kinds, 0.55, part.fit.label_lines)
        yield _chart(part, part.say("complaints_by_kind"), rows, names)
    else:
        yield part.text(Run(part.phrases.say("no_complaints")), lines=1)


def _chart(part: Part, title: str, rows: Sequence[CountRow], names: _Names) -> BarChart:
    drawn = tuple(_drawn(part, rows, names))
    width = _name_width(part, [row for row, _ in drawn], names.share)
    narrow = replace(part, width=width)
    shown = ", ".join(f"{_label(part, row)} {_numbers(part, row)}" for row, _ in drawn)
    return BarChart(
        bars=tuple(_bar(narrow, row, fill, names.lines) for row, fill in drawn),
        style=part.fit.style,
        width=part.width,
        name_width=width,
        alt=part.say("alt", title=title, shown=shown),
        legends=tuple(_legends(part, rows)),
    )


def _drawn(part: Part, rows: Sequence[CountRow], names: _Names) -> Iterator[tuple[CountRow, Fill]]:
    """Yield the rows that fit and, hatched, the sum of the others."""
    folded = fold(rows, names.limit)
    for row in folded.shown:
        yield row, Fill.SOLID
    if folded.hidden:
        label = part.say("others", count=folded.hidden, what=names.what)
        yield CountRow(label=label, count=folded.count, expected=folded.expected), Fill.HATCHED


def _bar(part: Part, row: CountRow, fill: Fill, lines: int) -> Bar:
    name = part.text(Run(_label(part, row)), lines=lines)
    number = part.line(_numbers(part, row))
    return Bar(name.lines, row.count, number, fill, row.expected)


def _label(part: Part, row: CountRow) -> str:
    return part.phrases.written(one_line(row.label))


def _numbers(part: Part, row: CountRow) -> str:
    count = part.phrases.count(row.count)
    return count if row.expected is None else f"{count} / {part.phrases.count(row.expected)}"


def _name_width(part: Part, rows: Sequence[CountRow], share: float) -> float:
    """Return what the longest name needs, and no more than its share of the width."""
    scale = part.fit.size / 1000
    needed = (part.line(shortened(_label(part, row))) for row in rows)
    return min(max(line.width for line in needed) * scale + 1, share * part.width)


def _legends(part: Part, rows: Sequence[CountRow]) -> Iterator[Legend]:
    """Yield what bar and frame mean, where anybody was expected."""
    if any(row.expected is not None for row in rows):
        yield Legend(Fill.SOLID, part.line(part.say("came")))
        yield Legend(Fill.EMPTY, part.line(part.say("expected")))


def _attended(part: Part, rows: Sequence[CountRow]) -> str:
    """Return the sums of the chart; the goal counts the sectors that have one."""
    goals = [row.expected for row in rows if row.expected is not None]
    if not goals:
        return part.say("attended", count=f"{total(rows):,}")
    return part.say("attended_of", count=f"{total(rows):,}", goal=f"{sum(goals):,}")


def _summed(part: Part, key: str, rows: Sequence[CountRow]) -> Iterator[Block]:
    """Yield counts as running text."""
    if not total(rows):
        return
    drawn = _drawn(part, rows, _Names(part.say("kinds"), _SUMMED, 1.0, 1))
    texts = [
        part.say("counted", label=_label(part, row), count=f"{row.count:,}") for row, _ in drawn
    ]
    listed = "  ".join(texts)
    yield part.text(Run(f"{part.say(key)}  ", bold=True), Run(listed), lines=_SUMMED_LINES)
