"""A figure in words: names of its series and rows, and the cells of its table."""

from typing import TYPE_CHECKING

from forum_desktop.ui.display import said_time

if TYPE_CHECKING:
    from forum_desktop.records.figures import Figure, FigureRow, Series
    from forum_desktop.ui.words import Words

OVER_TIME, CROSSING, ARRIVALS, RANKING, COMMUNITIES = (
    "over_time",
    "crossing",
    "arrivals",
    "ranking",
    "communities",
)
STATES = ("missing", "silent", "spoken")
"""What the list of communities is for comes first: who is not there."""


def title_of(words: "Words", figure: "Figure") -> str:
    """Return what the figure shows."""
    chosen = next((one.title for one in figure.choices if one.id == figure.chosen), "")
    return chosen or words(f"figures.title.{figure.name}", minutes=figure.minutes)


def series_name(words: "Words", series: "Series") -> str:
    """Return what a series counts; strategies are told with their number."""
    if not series.name:
        return words(f"figures.series.{series.code}")
    return f"{series.number}. {series.name}"


def row_name(words: "Words", row: "FigureRow") -> str:
    """Return what a row counts."""
    if row.at is not None:
        return said_time(row.at)
    if row.code:
        return words(f"figures.series.{row.code}")
    return (row.english if words.language == "en" else "") or row.name


def heads_of(words: "Words", figure: "Figure") -> tuple[str, ...]:
    """Return the heads of the table's columns."""
    first = words(f"figures.head.{figure.name}")
    counts = (series_name(words, one) for one in figure.series)
    if figure.name == RANKING:
        return (words("figures.place"), first, *counts)
    if figure.name == COMMUNITIES:
        return (words("figures.state"), first, words("figures.zone"), *counts)
    total = (words("figures.total"),) if len(figure.series) > 1 else ()
    return (first, *counts, *total)


def cells_of(words: "Words", figure: "Figure", row: "FigureRow") -> tuple[str, ...]:
    """Return the cells of a row, under their heads."""
    first = row_name(words, row)
    counts = (f"{count:,}" for count in row.counts)
    if figure.name == RANKING:
        return (f"{row.place}", first, *counts)
    if figure.name == COMMUNITIES:
        return (words(f"figures.state.{row.state}"), first, row.group, *counts)
    total = (f"{row.total:,}",) if len(figure.series) > 1 else ()
    return (first, *counts, *total)


def rows_of(figure: "Figure") -> tuple["FigureRow", ...]:
    """Return the rows as the table lists them: of communities, those missing first."""
    if figure.name != COMMUNITIES:
        return figure.rows
    return tuple(sorted(figure.rows, key=lambda row: STATES.index(str(row.state))))


def said(words: "Words", figure: "Figure") -> str:
    """Return all of a figure in words, for screen readers."""
    if figure.is_empty:
        return words(f"figures.empty.{figure.name}")
    heads = heads_of(words, figure)
    lines = (
        ", ".join(f"{h} {c}" for h, c in zip(heads, cells_of(words, figure, row), strict=True))
        for row in rows_of(figure)
    )
    return "\n".join((title_of(words, figure), *lines))
