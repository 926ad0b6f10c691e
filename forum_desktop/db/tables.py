"""The tables: one for each kind of entity, made from its record, and the log's own."""

from types import MappingProxyType
from typing import Any

from sqlalchemy import REAL, BigInteger, Column, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.types import TypeEngine

from forum_desktop.db.codec import field_types, plain_type, required_fields
from forum_desktop.records.arrivals import Tally
from forum_desktop.records.assignment import Assignment
from forum_desktop.records.complaint import Complaint, ComplaintStep, ReservedNumber
from forum_desktop.records.evidence import Evidence
from forum_desktop.records.exchange import ForumKeys, StationKey
from forum_desktop.records.forum import Forum
from forum_desktop.records.importing import ImportRun
from forum_desktop.records.meeting import (
    AgendaItem,
    Break,
    Delegation,
    PackCopy,
    SpeakerTurn,
    Station,
)
from forum_desktop.records.minutes import DocumentChoices, MinutesTexts
from forum_desktop.records.opinion import MovedOpinion, Opinion, Proposal, SpeakerLink, Support
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.records.priorities import RankedItem, Ranking
from forum_desktop.records.privacy import Consent, PrivacyRequest
from forum_desktop.records.screening import Screening
from forum_desktop.records.sealed import Access, SealedPart, SealingKey

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ENTITY_TYPES: MappingProxyType[str, type] = MappingProxyType(
    {
        "forum": Forum,
        "pack_copy": PackCopy,
        "strategy": Strategy,
        "approach": Approach,
        "agenda_item": AgendaItem,
        "station": Station,
        "attendee": Attendee,
        "attendance": Attendance,
        "opinion": Opinion,
        "speaker_link": SpeakerLink,
        "proposal": Proposal,
        "complaint": Complaint,
        "delegation": Delegation,
        "minutes_texts": MinutesTexts,
        "document_choices": DocumentChoices,
        "ranking": Ranking,
        "ranked_item": RankedItem,
        "import_run": ImportRun,
        "absence": Absence,
        "consent": Consent,
        "tally": Tally,
        "screening": Screening,
        "privacy_request": PrivacyRequest,
        "support": Support,
        "moved_opinion": MovedOpinion,
        "meeting_break": Break,
        "speaker_turn": SpeakerTurn,
        "complaint_step": ComplaintStep,
        "reserved_number": ReservedNumber,
        "sealing_key": SealingKey,
        "sealed_part": SealedPart,
        "access": Access,
        "evidence": Evidence,
        "assignment": Assignment,
        "forum_keys": ForumKeys,
        "station_key": StationKey,
    }
)
"""Every kind of entity by the name that the log uses."""

NAMES = MappingProxyType({record_type: name for name, record_type in ENTITY_TYPES.items()})
"""The log's name of every kind of record."""


SEARCHED = frozenset({"attendee", "opinion"})
"""Kinds of entities that people search in; their rows have a `search_key`."""


WHOLE = BigInteger().with_variant(Integer(), "sqlite")
"""Whole numbers of 64 bits: what SQLite calls INTEGER holds only half of them elsewhere."""


def _column_type(hint: Any) -> TypeEngine[Any]:
    kind = plain_type(hint)
    if kind is float:
        return REAL()
    return WHOLE if kind in {int, bool} else Text()


def _entity_table(name: str, record_type: type) -> Table:
    required = required_fields(record_type)
    facts = [
        Column(fact, _column_type(hint), nullable=fact not in required or type(None) in _of(hint))
        for fact, hint in field_types(record_type).items()
    ]
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("forum_id", Text, nullable=False),
        *facts,
        # The clock of the first operation: the order in which things came to be.
        Column("born", WHOLE, nullable=False),
        *([Column("search_key", Text, nullable=False)] if name in SEARCHED else []),
        Index(None, "forum_id", "born"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _of(hint: Any) -> tuple[Any, ...]:
    return getattr(hint, "__args__", ())


ENTITY_TABLES = MappingProxyType(
    {name: _entity_table(name, record_type) for name, record_type in ENTITY_TYPES.items()}
)

Index(None, ENTITY_TABLES["attendance"].c.attendee_id)
Index(None, ENTITY_TABLES["speaker_link"].c.opinion_id)
Index(None, ENTITY_TABLES["support"].c.opinion_id)
Index(None, ENTITY_TABLES["complaint_step"].c.complaint_id)
Index(None, ENTITY_TABLES["sealed_part"].c.complaint_id)
Index(None, ENTITY_TABLES["evidence"].c.complaint_id)
Index(None, ENTITY_TABLES["complaint"].c.forum_id, ENTITY_TABLES["complaint"].c.reference)
Index(None, ENTITY_TABLES["opinion"].c.joined_into, sqlite_where=text("joined_into IS NOT NULL"))

STANDS = text("opinion.withdrawn = '' AND opinion.joined_into IS NULL")
"""Opinions listed for themselves, in the very words of the index below."""

Index(
    "ix_opinion_stands",
    ENTITY_TABLES["opinion"].c.forum_id,
    ENTITY_TABLES["opinion"].c.strategy_id,
    ENTITY_TABLES["opinion"].c.kind,
    # SQLite counts in the index alone only where these stand in it too.
    ENTITY_TABLES["opinion"].c.withdrawn,
    ENTITY_TABLES["opinion"].c.joined_into,
    sqlite_where=text("withdrawn = '' AND joined_into IS NULL"),
)

IS_WITHDRAWN = text("attendee.withdrawn != ''")
"""In these very words SQLite finds the index below, which others never have to be in."""

Index(None, ENTITY_TABLES["attendee"].c.forum_id, sqlite_where=text("withdrawn != ''"))

Index(None, ENTITY_TABLES["attendee"].c.same_as, sqlite_where=text("same_as IS NOT NULL"))

operation = Table(
    "operation",
    metadata,
    Column("number", WHOLE, primary_key=True),
    Column("replica", Text, nullable=False),
    Column("sequence", WHOLE, nullable=False),
    Column("sha", Text, nullable=False),
    Column("clock", WHOLE, nullable=False),
    Column("at", WHOLE, nullable=False),
    Column("actor", Text, nullable=False),
    Column("forum", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("entity_type", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", WHOLE, nullable=False),
    Column("payload", Text),
    Column("payload_sha", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Index(None, "entity"),
    # One index names an operation and orders its chain, which is its forum's alone, because a
    # forum travels alone; a second one by hash alone would cost every act another page.
    Index(None, "forum", "replica", "sequence", "sha", unique=True),
    sqlite_strict=True,
)
"""The truth that travels. `number` is the place in this file only and does not travel.

(forum, replica, sequence) alone is not unique: a cloned disk can fork a chain.
"""

head = Table(
    "head",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("replica", Text, nullable=False),
    Column("clock", WHOLE, nullable=False),
    sqlite_strict=True,
)
"""This laptop's replica, and the latest clock that came from another one."""

field_conflict = Table(
    "field_conflict",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("choices", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Facts written on two laptops that did not know each other; a person chooses."""

counter = Table(
    "counter",
    metadata,
    Column("series", Text, primary_key=True),
    Column("value", WHOLE, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The last number given in a series of this laptop."""

draft = Table(
    "draft",
    metadata,
    Column("place", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Half-typed words, kept here only; they never travel."""

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What this laptop has learnt of its user's ways; it never travels and holds no one's data."""
