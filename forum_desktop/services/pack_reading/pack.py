"""A whole pack from its file."""

import re
from pathlib import Path

from forum_desktop.records.pack import EventPack
from forum_desktop.services.pack_reading import meeting, people, plan
from forum_desktop.services.pack_reading.source import read_source
from forum_desktop.services.pack_reading.table import Table

_SECTIONS = ("meeting", "plan", "strategies", "registration", "communities", "officers", "agenda")
_MORE_SECTIONS = ("complaints", "notices", "documents")
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
    top.allow("key", "code", "municipality", *_SECTIONS, *_MORE_SECTIONS)
    event, planned = top.table("meeting"), top.table("plan")
    complaints = top.table("complaints")
    event.allow(
        "title", "level", "name", "number", "purpose", "vision", "date", "starts_at", "venue"
    )
    planned.allow("fiscal_year", "edition", "levels")
    return EventPack(
        key=_matching(top, "key", _KEY),
        code=_matching(top, "code", _CODE),
        municipality=top.text("municipality"),
        title=event.text("title"),
        level=event.text("level"),
        meeting_name=event.text("name"),
        meeting_number=event.text("number", ""),
        purpose=event.text("purpose"),
        vision=event.text("vision", ""),
        held_on=event.day("date"),
        starts_at=event.clock_time("starts_at"),
        venue=event.text("venue"),
        fiscal_year=planned.year("fiscal_year"),
        plan_edition=planned.text("edition"),
        levels=plan.read_levels(planned.table("levels")),
        strategies=plan.read_strategies(top),
        sectors=people.read_sectors(top.table("registration")),
        communities=people.read_communities(top.table("communities")),
        officers=people.read_officers(top),
        agenda=meeting.read_agenda(top),
        complaint_days=meeting.read_complaint_days(complaints),
        complaint_kinds=meeting.read_complaint_kinds(complaints),
        notices=meeting.read_notices(top),
        documents=meeting.read_documents(top.table("documents")),
    )


def _matching(top: Table, key: str, pattern: re.Pattern[str]) -> str:
    text = top.text(key)
    if not pattern.fullmatch(text):
        raise top.fault(f"bad_{key}", key, text=text)
    return text
