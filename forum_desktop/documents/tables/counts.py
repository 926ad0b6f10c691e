"""The tables of counts."""

from collections.abc import Iterable, Iterator

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import ColumnKind, DataTable, Field, Term, fill
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.minutes import CountRow, MinutesContent

_Group = tuple[str, Iterable[CountRow]]
_Counted = tuple[Term, CountRow]


def participants_table(content: MinutesContent, phrases: Phrases) -> DataTable:
    """Return participants by sector and by zone."""
    groups = (
        ("sector", content.participants_by_sector),
        ("zone", content.participants_by_zone),
    )
    return _counts(phrases, "participants", groups)


def complaint_counts_table(content: MinutesContent, phrases: Phrases) -> DataTable:
    """Return complaints by kind: their number, and nothing of the cases."""
    return _counts(phrases, "complaint_counts", (("complaint", content.complaints_by_kind),))


def figures_table(content: SummaryContent, phrases: Phrases) -> DataTable:
    """Return all figures of the summary."""
    groups = (
        ("whole", tuple(_wholes(content, phrases))),
        ("sector", content.by_sector),
        ("zone", content.by_zone),
        ("strategy", content.opinions_by_strategy),
        ("kind", content.opinions_by_kind),
        ("complaint", content.complaints_by_kind),
    )
    return _counts(phrases, "figures", groups)


def _wholes(content: SummaryContent, phrases: Phrases) -> Iterator[CountRow]:
    opinions = sum(row.count for row in content.opinions_by_strategy)
    figures = {
        "registered": content.registered,
        "present": content.present,
        "opinions": opinions,
        "answered": content.answered,
        "projects": content.project_count,
        "budget": content.project_budget,
    }
    for name, figure in figures.items():
        yield CountRow(label=phrases.say(f"table.whole.{name}"), count=figure)


def _counts(phrases: Phrases, key: str, groups: Iterable[_Group]) -> DataTable:
    fields = (
        Field[_Counted]("group", lambda counted: counted[0], 26),
        Field[_Counted]("label", lambda counted: counted[1].label, 50),
        Field[_Counted]("count", lambda counted: counted[1].count, 12, ColumnKind.NUMBER),
        Field[_Counted]("expected", lambda counted: counted[1].expected, 12, ColumnKind.NUMBER),
    )
    return fill(phrases, key, fields, _flat(phrases, groups))


def _flat(phrases: Phrases, groups: Iterable[_Group]) -> Iterator[_Counted]:
    for name, rows in groups:
        group = Term(name, phrases.say(f"table.group.{name}", strategy=phrases.strategy))
        for row in rows:
            yield group, row
