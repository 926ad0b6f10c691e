"""The meeting of a pack: agenda and notices."""

from forum_desktop.records.pack import (
    AgendaKind,
    AgendaPreset,
    Notice,
)
from forum_desktop.services.pack_reading.table import Table, refuse_repeated

_MOST_ITEMS = 99
_MOST_MINUTES = 24 * 60


def read_agenda(top: Table) -> tuple[AgendaPreset, ...]:
    """Return the agenda in its order."""
    tables = top.tables("agenda", needed=True)
    agenda = [_item(table) for table in tables]
    refuse_repeated(tables, "number", [item.number for item in agenda])
    return tuple(sorted(agenda, key=lambda item: item.number))


def _item(table: Table) -> AgendaPreset:
    table.allow("number", "title", "kind", "text", "minutes")
    is_timed = "minutes" in table.values
    return AgendaPreset(
        number=table.whole_number("number", 1, _MOST_ITEMS),
        title=table.text("title"),
        kind=table.choice("kind", AgendaKind, AgendaKind.OTHER),
        text=table.text("text", ""),
        minutes=table.whole_number("minutes", 1, _MOST_MINUTES) if is_timed else None,
    )


def read_notices(top: Table) -> tuple[Notice, ...]:
    """Return the notices shown to people."""
    tables = top.tables("notices")
    notices = tuple(_notice(table) for table in tables)
    refuse_repeated(tables, "key", [notice.key for notice in notices])
    return notices


def _notice(table: Table) -> Notice:
    table.allow("key", "title", "text", "version")
    return Notice(
        key=table.text("key"),
        title=table.text("title"),
        text=table.text("text"),
        version=table.text("version", "1"),
    )
