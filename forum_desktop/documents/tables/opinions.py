"""The table of what people said."""

from collections.abc import Iterator

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.tables.plan import Plan
from forum_desktop.documents.tables.table import (
    ColumnKind,
    DataTable,
    Field,
    Term,
    fill_numbered,
)
from forum_desktop.records.documents import OpinionsContent
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesOpinion, MinutesSection


def opinions_table(content: MinutesContent | OpinionsContent, phrases: Phrases) -> DataTable:
    """Return every opinion once, in the order of the plan.

    The public edition tells no time of day: beside a recording it would tell who spoke.
    """
    plan = Plan(content.strategies, content.approaches, phrases)
    fields = tuple(_fields(content, plan, phrases))
    return fill_numbered(phrases, "opinions", fields, plan.in_order(content.opinions))


def _fields(
    content: MinutesContent | OpinionsContent, plan: Plan, phrases: Phrases
) -> Iterator[Field[MinutesOpinion]]:
    yield Field("reference", lambda opinion: opinion.reference, 16)
    yield from plan.fields()
    yield Field("kind", lambda opinion: _kind(opinion, phrases), 12)
    yield Field("text", lambda opinion: opinion.text, 46)
    yield Field("attribution", lambda opinion: opinion.attribution, 18)
    yield Field("voices", lambda opinion: opinion.voices, 10, ColumnKind.NUMBER)
    yield Field("supports", lambda opinion: opinion.supports, 10, ColumnKind.NUMBER)
    yield Field("joined", lambda opinion: opinion.joined, 10, ColumnKind.NUMBER)
    yield Field("read_back", lambda opinion: _read_back(opinion, phrases), 14)
    if _shows_answers(content):
        yield from _answer_fields()
    if content.edition is Edition.INTERNAL:
        yield Field("said_at", lambda opinion: opinion.said_at, 18, ColumnKind.MOMENT)


def _answer_fields() -> Iterator[Field[MinutesOpinion]]:
    yield Field("answer", lambda opinion: opinion.answer, 28)
    yield Field("answered_by", lambda opinion: opinion.answered_by, 22)
    yield Field("promise", lambda opinion: opinion.promise, 22)
    yield Field("promised_until", lambda opinion: opinion.promised_until, 14, ColumnKind.DATE)


def _read_back(opinion: MinutesOpinion, phrases: Phrases) -> Term:
    return Term(opinion.read_back.value, phrases.say(f"word.read_back.{opinion.read_back.value}"))


def _kind(opinion: MinutesOpinion, phrases: Phrases) -> Term:
    return Term(opinion.kind.value, phrases.say(f"word.kind.{opinion.kind.value}"))


def _shows_answers(content: MinutesContent | OpinionsContent) -> bool:
    return isinstance(content, OpinionsContent) or MinutesSection.ANSWERS in content.sections
