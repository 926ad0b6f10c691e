"""The desk of a pack: sessions of the day, needs, screening at the door, how long data stay."""

from forum_desktop.records.pack import (
    NEEDS,
    SESSIONS,
    HealthScreening,
    MeetingSession,
    Need,
    Retention,
    Sector,
)
from forum_desktop.services.pack_reading.table import Table, refuse_repeated

_MOST_DAYS = 36_500


def read_sessions(
    registration: Table, sectors: tuple[Sector, ...], zones: tuple[str, ...]
) -> tuple[MeetingSession, ...]:
    """Return the sessions that people check in to, one for the whole meeting where none is told."""
    tables = registration.tables("sessions")
    codes = tuple(sector.code for sector in sectors)
    sessions = tuple(_session(table, codes, zones) for table in tables)
    refuse_repeated(tables, "code", [session.code for session in sessions])
    return sessions or SESSIONS


def _session(table: Table, sectors: tuple[str, ...], zones: tuple[str, ...]) -> MeetingSession:
    table.allow("code", "name", "english", "starts_at", "sectors", "zones")
    return MeetingSession(
        code=table.text("code"),
        name=table.text("name"),
        english=table.text("english", ""),
        starts_at=table.clock_time("starts_at") if "starts_at" in table.values else None,
        sectors=_among(table, "sectors", sectors),
        zones=_among(table, "zones", zones),
    )


def _among(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    told = table.texts(key)
    for index, item in enumerate(told):
        if item not in known:
            path = (*table.path, key, index)
            names = ", ".join(known)
            raise table.source.fault("unknown_choice", path, entry=key, word=item, known=names)
    return told


def read_needs(registration: Table) -> tuple[Need, ...]:
    """Return the needs that the desk counts."""
    tables = registration.tables("needs")
    needs = tuple(_need(table) for table in tables)
    refuse_repeated(tables, "code", [need.code for need in needs])
    return needs or NEEDS


def _need(table: Table) -> Need:
    table.allow("code", "name", "english")
    return Need(code=table.text("code"), name=table.text("name"), english=table.text("english", ""))


def read_screening(table: Table) -> HealthScreening:
    """Return whether people are screened at the door, and how long outcomes stay."""
    table.allow("on", "name", "english", "keep_days")
    default = HealthScreening()
    return HealthScreening(
        is_on=table.flag("on", default=default.is_on),
        name=table.text("name", default.name),
        english=table.text("english", default.english),
        keep_days=table.whole_number("keep_days", 0, _MOST_DAYS, default.keep_days),
    )


def read_retention(table: Table) -> Retention:
    """Return for how many days after the meeting personal data stay."""
    table.allow("speaker_days", "attendee_days")
    default = Retention()
    return Retention(
        speaker_days=table.whole_number("speaker_days", 0, _MOST_DAYS, default.speaker_days),
        attendee_days=table.whole_number("attendee_days", 0, _MOST_DAYS, default.attendee_days),
    )
