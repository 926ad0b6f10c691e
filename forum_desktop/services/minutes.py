"""Acts on the minutes: the clerk's texts, and the document made of all that happened."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from forum_desktop.documents import minutes as document
from forum_desktop.files import write_whole
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesTexts
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import minutes_id
from forum_desktop.services.minutes_content import compose
from forum_desktop.services.texts import line, long_text
from forum_desktop.wording import Wording

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]


def read_minutes_texts(desk: Desk, forum_id: UUID) -> MinutesTexts:
    """Return what the clerk has typed so far."""
    with desk.look() as look:
        return look.get(MinutesTexts, minutes_id(forum_id))


def save_minutes_texts(desk: Desk, texts: MinutesTexts) -> MinutesTexts:
    """Keep what the clerk typed."""
    cleaned = replace(
        texts,
        meeting_number=line(texts.meeting_number),
        opening=long_text(texts.opening),
        closing=long_text(texts.closing),
        recorder_name=line(texts.recorder_name),
        recorder_position=line(texts.recorder_position),
        checker_name=line(texts.checker_name),
        checker_position=line(texts.checker_position),
    )
    with desk.act() as act:
        return act.put(cleaned)


def list_agenda(desk: Desk, forum_id: UUID) -> tuple[AgendaItem, ...]:
    """Return the agenda in its order."""
    with desk.look() as look:
        items = look.all(AgendaItem, forum_id=forum_id)
    return tuple(sorted(items, key=lambda item: item.number))


def save_agenda_item(desk: Desk, item: AgendaItem) -> AgendaItem:
    """Keep an agenda item's notes and resolution."""
    cleaned = replace(item, notes=long_text(item.notes), resolution=long_text(item.resolution))
    with desk.act() as act:
        return act.put(cleaned)


def compose_minutes(desk: Desk, forum_id: UUID, edition: Edition) -> MinutesContent:
    """Return everything the minutes print, with nothing sealed and names only as agreed."""
    with desk.look() as look:
        return compose(look, look.get(Forum, forum_id), edition)


def render_minutes(
    desk: Desk,
    forum_id: UUID,
    edition: Edition,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Return the minutes as PDF; raises Cancelled where the user asked to stop.

    They are an official Thai document, whichever language the screen speaks.
    """
    content = compose_minutes(desk, forum_id, edition)
    return document.render(content, Wording("th"), progress=progress, cancelled=cancelled)


def export_minutes(
    desk: Desk,
    forum_id: UUID,
    edition: Edition,
    target: Path,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Path:
    """Write the minutes to a file, whole or not at all; return its path."""
    content = render_minutes(desk, forum_id, edition, progress=progress, cancelled=cancelled)
    write_whole(target, content)
    return target
