"""The tables of what the meeting ranked and resolved."""

from collections.abc import Iterable

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.table import ColumnKind, DataTable, Field, Term, fill
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.priorities import RankingLine, RankingTable

_Line = tuple[int, RankingTable, RankingLine]


def rankings_table(rankings: Iterable[RankingTable], phrases: Phrases) -> DataTable:
    """Return all lines of all rankings, each ranking under its number."""
    lines = [(n, table, line) for n, table in enumerate(rankings, start=1) for line in table.lines]
    number, place_head = ColumnKind.NUMBER, phrases.say("table.head.place_in_ranking")
    label_head = phrases.say("table.head.item_ranked")
    fields = (
        Field[_Line]("ranking", lambda line: line[0], 9, number),
        Field[_Line]("ranking_title", lambda line: line[1].title, 34),
        Field[_Line]("method", lambda line: _method(line[1], phrases), 18),
        Field[_Line]("voters", lambda line: line[1].voters, 13, number),
        Field[_Line]("place", lambda line: line[2].place, 9, number, place_head),
        Field[_Line]("label", lambda line: line[2].label, 50, head=label_head),
        Field[_Line]("points", lambda line: line[2].points, 10, number),
        Field[_Line]("tie_rule", lambda line: line[1].tie_rule, 30),
    )
    return fill(phrases, "rankings", fields, lines)


def resolutions_table(agenda: Iterable[AgendaItem], phrases: Phrases) -> DataTable:
    """Return the agenda items that were resolved or voted on, with the votes counted."""
    resolved = [item for item in agenda if item.resolution or item.was_voted]
    number = ColumnKind.NUMBER
    fields = (
        Field[AgendaItem]("item", lambda item: item.number, 11, number),
        Field[AgendaItem]("item_title", lambda item: item.title, 40),
        Field[AgendaItem]("resolution", lambda item: item.resolution, 60),
        Field[AgendaItem]("votes_for", lambda item: item.votes_for, 11, number),
        Field[AgendaItem]("votes_against", lambda item: item.votes_against, 11, number),
        Field[AgendaItem]("votes_abstained", lambda item: item.votes_abstained, 11, number),
    )
    return fill(phrases, "resolutions", fields, resolved)


def _method(table: RankingTable, phrases: Phrases) -> Term:
    return Term(table.method.value, phrases.say(f"method.{table.method.value}"))
