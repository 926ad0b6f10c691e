"""What the worker does to keep the typed texts."""

from typing import TYPE_CHECKING

from forum_desktop import services

if TYPE_CHECKING:
    from forum_desktop.records.meeting import AgendaItem
    from forum_desktop.records.minutes import MinutesTexts
    from forum_desktop.services.desk import Desk


def keep_texts(desk: "Desk", texts: "MinutesTexts | None", items: "tuple[AgendaItem, ...]") -> None:
    """Keep what was typed."""
    if texts is not None:
        services.minutes.save_minutes_texts(desk, texts)
    for item in items:
        services.minutes.save_agenda_item(desk, item)
