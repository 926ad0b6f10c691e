"""A whole pack from its file."""

import re
from pathlib import Path
from typing import Any

from forum_desktop.records.pack import EventPack
from forum_desktop.services.pack_reading import (
    complaints,
    documents,
    meeting,
    people,
    plan,
    registration,
)
from forum_desktop.services.pack_reading.source import read_source
from forum_desktop.services.pack_reading.table import Table

_SECTIONS = (
    "meeting",
    "plan",
    "strategies",
    "registration",
    "communities",
    "officers",
    "agenda",
    "complaints",
    "notices",
    "documents",
    "projects",
    "screening",
    "retention",
)
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_CODE = re.compile(r"[A-Z0-9]{2,8}")
"""A code heads every number that people read: capital Latin letters and digits only."""


def read_pack(path: Path) -> EventPack:
    """Return the pack in a TOML file.

    Raises Refusal with a key `pack.…`, one a fault, and the details `file` (its name) and,
    for whatever is wrong inside, `line` (from 1).
    """
    source, values = read_source(path)
    top = Table(source, values)
    top.allow("key", "code", "municipality", *_SECTIONS)
    return EventPack(
        key=_matching(top, "key", _KEY),
        code=_matching(top, "code", _CODE),
        municipality=top.text("municipality"),
        **_meeting(top.table("meeting")),
        **_plan(top),
        **_people(top),
        **_desk(top),
        documents=documents.read_documents(top.table("documents")),
        projects=documents.read_projects(top.table("projects")),
    )


def _meeting(table: Table) -> dict[str, Any]:
    table.allow(
        "title", "level", "name", "number", "purpose", "vision", "date", "starts_at", "venue"
    )
    return {
        "title": table.text("title"),
        "level": table.text("level"),
        "meeting_name": table.text("name"),
        "meeting_number": table.text("number", ""),
        "purpose": table.text("purpose"),
        "vision": table.text("vision", ""),
        "held_on": table.day("date"),
        "starts_at": table.clock_time("starts_at"),
        "venue": table.text("venue"),
    }


def _plan(top: Table) -> dict[str, Any]:
    table = top.table("plan")
    table.allow("fiscal_year", "edition", "levels")
    return {
        "fiscal_year": table.year("fiscal_year"),
        "plan_edition": table.text("edition"),
        "levels": plan.read_levels(table.table("levels")),
        "strategies": plan.read_strategies(top),
    }


def _people(top: Table) -> dict[str, Any]:
    desk = top.table("registration")
    sectors = people.read_sectors(desk)
    communities = people.read_communities(top.table("communities"))
    zones = tuple(place.zone for place in communities)
    return {
        "sectors": sectors,
        "communities": communities,
        "officers": people.read_officers(top),
        "sessions": registration.read_sessions(desk, sectors, zones),
        "needs": registration.read_needs(desk),
        "screening": registration.read_screening(top.table("screening")),
        "retention": registration.read_retention(top.table("retention")),
    }


def _desk(top: Table) -> dict[str, Any]:
    table = top.table("complaints")
    return {
        "agenda": meeting.read_agenda(top),
        "complaint_days": complaints.read_complaint_days(table),
        "complaint_kinds": complaints.read_complaint_kinds(table),
        "complaint_rules": complaints.read_complaint_rules(table),
        "hq_recipient": complaints.read_hq_recipient(table),
        "hq_receipt_key": complaints.read_hq_receipt_key(table),
        "notices": meeting.read_notices(top),
    }


def _matching(top: Table, key: str, pattern: re.Pattern[str]) -> str:
    text = top.text(key)
    if not pattern.fullmatch(text):
        raise top.fault(f"bad_{key}", key, text=text)
    return text
