"""The large figures under the title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from forum_desktop.documents.drawing.arranging import Whole
from forum_desktop.documents.drawing.clipping import shrink_line
from forum_desktop.documents.summary.section import Part
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import baseline
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import TextStyle
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.minutes import CountRow

_PADDING = 7.0
_LARGE, _LEAST = 2.1, 0.45
"""How large a figure is, and how small a line may get, in sizes of the running text."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """A figure, its name over it and what to know with it; `share` of the width it takes."""

    name: str
    count: int
    notes: tuple[str, ...]
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class _Set:
    """A line as it is drawn, `drop` points below the top of its figure."""

    line: Line
    style: TextStyle
    drop: float


@dataclass(frozen=True, slots=True)
class Figures(Whole):
    """Figures beside each other, parted by hairlines; each begins so far to the right."""

    figures: tuple[tuple[float, tuple[_Set, ...]], ...]
    room: float

    @property
    def height(self) -> float:
        """The height of the highest."""
        return self.room

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw all from left to right."""
        for left, lines in self.figures:
            if left:
                edge = x + left - _PADDING
                with sheet.artifact():
                    sheet.rule(edge, top - 3, edge, top - self.room + 3, 0.4)
            with sheet.element(Role.PARAGRAPH):
                for item in lines:
                    sheet.text(item.line, item.style, x + left, top - item.drop)


def compose_figures(part: Part, content: SummaryContent) -> Figures:
    """Return how many came and spoke, what they proposed and what they complained of."""
    facts = tuple(_facts(part, content))
    edges = tuple(accumulate((fact.share for fact in facts), initial=0.0))
    scale = part.width / edges[-1]
    figures = tuple(
        (edge * scale, tuple(_set_fact(part, fact, fact.share * scale - 2 * _PADDING)))
        for edge, fact in zip(edges, facts, strict=False)
    )
    return Figures(figures, (3 + max(len(fact.notes) for fact in facts)) * part.fit.unit)


def total(rows: Sequence[CountRow]) -> int:
    """Return the sum of counts."""
    return sum(row.count for row in rows)


def _facts(part: Part, content: SummaryContent) -> Iterator[_Fact]:
    say, opinions = part.say, total(content.opinions_by_strategy)
    came, registered = content.present, content.registered
    budget = (say("budget"), say("baht", count=f"{content.project_budget:,}"))
    yield _Fact(say("registered"), registered, (say("people"),))
    yield _Fact(say("present"), came, (say("people"), *_share_of(part, came, registered)))
    yield _Fact(say("opinions"), opinions, (say("points"),))
    answered = _share_of(part, content.answered, opinions)
    yield _Fact(say("answered"), content.answered, (say("points"), *answered))
    yield _Fact(say("projects"), content.project_count, budget, share=1.45)
    yield _Fact(say("complaints"), total(content.complaints_by_kind), (say("cases"),))


def _share_of(part: Part, count: int, whole: int) -> Iterator[str]:
    if whole <= 0 or count > whole:
        return
    tenths = round(1000 * count / whole)
    if 0 < count < whole:
        tenths = min(max(tenths, 1), 999)  # nearly all is not all, few are not none
    number = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
    yield part.say("share", percent=number)


def _set_fact(part: Part, fact: _Fact, width: float) -> Iterator[_Set]:
    """Yield the name, the figure two lines high, and the notes; set smaller where too wide."""
    style, unit, least = part.fit.style, part.fit.unit, _LEAST * part.fit.size
    large = replace(style, size=_LARGE * part.fit.size, leading=2 * unit)
    yield _Set(*shrink_line(Run(fact.name), style, width, least, part.face), baseline(style))
    number = Run(part.phrases.count(fact.count), bold=True)
    yield _Set(*shrink_line(number, large, width, least, part.face), unit + baseline(large))
    for place, note in enumerate(fact.notes, start=3):
        line, smaller = shrink_line(Run(note), style, width, least, part.face)
        yield _Set(line, smaller, place * unit + baseline(style))
