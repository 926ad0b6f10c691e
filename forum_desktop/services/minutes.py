"""Acts on the minutes: the clerk's texts, and where they stand on the way to certified."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import MinutesStatus, MinutesTexts
from forum_desktop.services.desk import Desk
from forum_desktop.services.forums import minutes_id
from forum_desktop.services.texts import line, long_text

_MOST_VOTES = 99_999


def read_minutes_texts(desk: Desk, forum_id: UUID) -> MinutesTexts:
    """Return what the clerk has typed so far."""
    with desk.look() as look:
        return look.get(MinutesTexts, minutes_id(forum_id))


def save_minutes_texts(desk: Desk, texts: MinutesTexts) -> MinutesTexts:
    """Keep what the clerk typed; raises Refusal("minutes.is_certified")."""
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
        known = _opened(act, texts.forum_id)
        # Where the minutes stand is said by acts of their own, not by what was typed.
        return act.put(
            replace(
                cleaned,
                status=known.status,
                certified_on=known.certified_on,
                certified_how=known.certified_how,
                reopened=known.reopened,
                unsorted_reason=known.unsorted_reason,
            )
        )


def list_agenda(desk: Desk, forum_id: UUID) -> tuple[AgendaItem, ...]:
    """Return the agenda in its order."""
    with desk.look() as look:
        items = look.all(AgendaItem, forum_id=forum_id)
    return tuple(sorted(items, key=lambda item: item.number))


def save_agenda_item(desk: Desk, item: AgendaItem) -> AgendaItem:
    """Keep an agenda item's notes, resolution and votes; its times are said by acts of their own.

    Raises Refusal("minutes.is_certified" or "minutes.votes").
    """
    with desk.act() as act:
        _opened(act, item.forum_id)
        return act.put(
            replace(
                act.get(AgendaItem, item.id),
                notes=long_text(item.notes),
                resolution=long_text(item.resolution),
                votes_for=_kept_votes(item.votes_for),
                votes_against=_kept_votes(item.votes_against),
                votes_abstained=_kept_votes(item.votes_abstained),
            )
        )


def write_of_item(desk: Desk, item_id: UUID, *, notes: str, resolution: str) -> AgendaItem:
    """Keep what was said and resolved under an agenda item while the meeting runs."""
    with desk.act() as act:
        item = act.get(AgendaItem, item_id)
        _opened(act, item.forum_id)
        return act.put(replace(item, notes=long_text(notes), resolution=long_text(resolution)))


def mark_checked(desk: Desk, forum_id: UUID) -> MinutesTexts:
    """Say that the checker has read the draft and found it right."""
    with desk.act() as act:
        refuse_certified(act, forum_id)
        texts = act.get(MinutesTexts, minutes_id(forum_id))
        return act.put(replace(texts, status=MinutesStatus.CHECKED))


def certify_minutes(desk: Desk, forum_id: UUID, *, on: date, how: str) -> MinutesTexts:
    """Say that the meeting has certified the minutes: on which day and how.

    From then on nothing in them can be changed. Raises Refusal("minutes.not_checked").
    """
    said = line(how, needed=True)
    with desk.act() as act:
        texts = act.get(MinutesTexts, minutes_id(forum_id))
        if texts.status is MinutesStatus.DRAFT:
            raise Refusal("minutes.not_checked")
        _move_forum(act, forum_id, ForumState.CLOSED, ForumState.CERTIFIED)
        certified = MinutesStatus.CERTIFIED
        return act.put(replace(texts, status=certified, certified_on=on, certified_how=said))


def reopen_minutes(desk: Desk, forum_id: UUID, *, reason: str) -> MinutesTexts:
    """Make checked or certified minutes a draft again, with a reason."""
    said = line(reason, needed=True)
    with desk.act() as act:
        texts = act.get(MinutesTexts, minutes_id(forum_id))
        _move_forum(act, forum_id, ForumState.CERTIFIED, ForumState.CLOSED)
        return act.put(
            replace(
                texts,
                status=MinutesStatus.DRAFT,
                certified_on=None,
                certified_how="",
                reopened=said,
            )
        )


def refuse_certified(look: Reading, forum_id: UUID) -> None:
    """Raise Refusal("minutes.is_certified") where the minutes of a forum are certified."""
    texts = look.get(MinutesTexts, minutes_id(forum_id))
    if texts.status is MinutesStatus.CERTIFIED:
        raise Refusal("minutes.is_certified")


def _opened(act: Writing, forum_id: UUID) -> MinutesTexts:
    """Return the texts open for a change, which must be checked again after it."""
    refuse_certified(act, forum_id)
    texts = act.get(MinutesTexts, minutes_id(forum_id))
    return act.put(replace(texts, status=MinutesStatus.DRAFT))


def _move_forum(act: Writing, forum_id: UUID, before: ForumState, after: ForumState) -> None:
    forum = act.get(Forum, forum_id)
    if forum.state is before:
        act.put(replace(forum, state=after))


def _kept_votes(votes: int | None) -> int | None:
    if votes is not None and not 0 <= votes <= _MOST_VOTES:
        raise Refusal("minutes.votes", most=_MOST_VOTES)
    return votes
