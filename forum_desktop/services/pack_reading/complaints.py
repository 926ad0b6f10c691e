"""The complaint desk of a pack: kinds and their questions, days, emergencies, headquarters."""

import re
from datetime import date

from forum_desktop import sealing
from forum_desktop.records.pack import ComplaintKind, ComplaintQuestion, ComplaintRules
from forum_desktop.services.pack_reading.table import Table, refuse_repeated

_MOST_DAYS = 365
_KEYS = (
    "days",
    "working_days",
    "holidays",
    "emergency",
    "emergency_english",
    "emergency_phone",
    "hq_recipient",
    "hq_receipt_key",
    "kinds",
)


def read_complaint_days(complaints: Table) -> int:
    """Return within how many days a complaint is answered."""
    complaints.allow(*_KEYS)
    return complaints.whole_number("days", 1, _MOST_DAYS)


def read_complaint_rules(complaints: Table) -> ComplaintRules:
    """Return how the days are counted, and what is told in an emergency."""
    return ComplaintRules(
        working_days=complaints.flag("working_days", default=False),
        holidays=tuple(_holiday(complaints, i) for i in range(len(complaints.items("holidays")))),
        emergency=complaints.text("emergency", ""),
        emergency_english=complaints.text("emergency_english", ""),
        emergency_phone=complaints.text("emergency_phone", ""),
    )


def read_hq_recipient(complaints: Table) -> str:
    """Return the public key of headquarters, empty where none is told."""
    recipient = complaints.text("hq_recipient", "")
    if recipient and not sealing.is_recipient(recipient):
        raise complaints.fault("bad_hq_recipient", "hq_recipient")
    return recipient


def read_hq_receipt_key(complaints: Table) -> str:
    """Return the key that signs headquarters' receipts, empty where none is told."""
    key = complaints.text("hq_receipt_key", "")
    if key and not re.fullmatch(r"[0-9a-f]{64}", key):
        raise complaints.fault("bad_hq_receipt_key", "hq_receipt_key")
    return key


def read_complaint_kinds(complaints: Table) -> tuple[ComplaintKind, ...]:
    """Return the kinds of complaint and the unit that answers for each."""
    tables = complaints.tables("kinds", needed=True)
    kinds = tuple(_kind(table) for table in tables)
    refuse_repeated(tables, "code", [kind.code for kind in kinds])
    return kinds


def _kind(table: Table) -> ComplaintKind:
    table.allow("code", "name", "english", "unit", "sealed", "questions")
    tables = table.tables("questions")
    questions = tuple(_question(asked) for asked in tables)
    refuse_repeated(tables, "code", [question.code for question in questions])
    return ComplaintKind(
        code=table.text("code"),
        name=table.text("name"),
        english=table.text("english", ""),
        unit=table.text("unit", ""),
        sealed=table.flag("sealed", default=False),
        questions=questions,
    )


def _question(table: Table) -> ComplaintQuestion:
    table.allow("code", "text", "english")
    return ComplaintQuestion(
        code=table.text("code"), text=table.text("text"), english=table.text("english", "")
    )


def _holiday(complaints: Table, index: int) -> date:
    value = complaints.items("holidays")[index]
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        day = None
    if type(day) is not date:  # a datetime is a date too
        raise complaints.source.fault("bad_date", (*complaints.path, "holidays", index))
    return day
