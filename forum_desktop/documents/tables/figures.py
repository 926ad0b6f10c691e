"""The table of a figure, as the page of plots shows it."""

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import ColumnKind, DataTable, Field, Term, fill
from forum_desktop.records.figures import FigureContent, FigureName, FigureRow, Series

_NUMBER = ColumnKind.NUMBER
_TIMES = {FigureName.OVER_TIME, FigureName.ARRIVALS}


def figure_table(content: FigureContent, phrases: Phrases) -> DataTable:
    """Return a row for each of the figure, a column for each series, and their sum."""
    figure = content.figure
    fields = [*_heads(figure.name, phrases), *_counts(figure.series, phrases)]
    if figure.name in {FigureName.OVER_TIME, FigureName.CROSSING}:
        head = phrases.say("figure.total")
        fields.append(Field[FigureRow]("total", lambda row: row.total, 10, _NUMBER, head))
    return fill(phrases, f"plot_{figure.name}", fields, figure.rows)


def _heads(name: FigureName, phrases: Phrases) -> list[Field[FigureRow]]:
    head = phrases.say(f"figure.head.{name}")
    if name in _TIMES:
        return [Field("begins_at", lambda row: row.at, 20, ColumnKind.MOMENT, head)]
    label = Field[FigureRow]("label", lambda row: _label(row, phrases), 40, head=head)
    if name is FigureName.RANKING:
        place = phrases.say("figure.place")
        return [Field("place", lambda row: row.place, 9, _NUMBER, place), label]
    if name is FigureName.CROSSING:
        return [label]
    zone, state = phrases.say("figure.zone"), phrases.say("figure.state")
    return [
        Field("zone", lambda row: row.group, 16, head=zone),
        label,
        Field("state", lambda row: _state(row, phrases), 24, head=state),
    ]


def _counts(series: tuple[Series, ...], phrases: Phrases) -> list[Field[FigureRow]]:
    return [_count(at, one, phrases) for at, one in enumerate(series)]


def _count(at: int, series: Series, phrases: Phrases) -> Field[FigureRow]:
    head = series.name or phrases.say(f"figure.series.{series.code}")
    key = series.code or f"series_{series.number}"
    return Field(key, lambda row: row.counts[at], 12, _NUMBER, head)


def _label(row: FigureRow, phrases: Phrases) -> str:
    return row.name or phrases.say(f"figure.series.{row.code}")


def _state(row: FigureRow, phrases: Phrases) -> Term:
    assert row.state is not None
    return Term(row.state.value, phrases.say(f"figure.state.{row.state}"))
