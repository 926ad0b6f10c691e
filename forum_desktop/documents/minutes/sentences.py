"""Sentences of the minutes that are the same in every format."""

from collections.abc import Sequence

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.meeting import AgendaItem, Break
from forum_desktop.records.minutes import (
    CountRow,
    MinutesContent,
    MinutesDelegation,
    MinutesMember,
    MinutesOpinion,
    MinutesTexts,
)
from forum_desktop.records.opinion import ReadBack
from forum_desktop.records.people import Attendee
from forum_desktop.records.priorities import RankingMethod, RankingTable


def item_words(phrases: Phrases, item: AgendaItem) -> tuple[str, str]:
    """Return "ระเบียบวาระที่ ๑" and what it is about."""
    label = phrases.say("agenda_item", number=item.number)
    return label, phrases.say("about", title=item.title.removeprefix("เรื่อง"))


def item_times(phrases: Phrases, item: AgendaItem) -> str:
    """Return from when to when the meeting was at an item; "" where the clock was not kept."""
    if item.begun_at is None:
        return ""
    begun = phrases.time(item.begun_at)
    if item.ended_at is None:
        return phrases.say("item_begun", begun=begun)
    return phrases.say("item_times", begun=begun, ended=phrases.time(item.ended_at))


def break_words(phrases: Phrases, pause: Break) -> str:
    """Return when the meeting rested, and until when."""
    begun = phrases.time(pause.begun_at)
    if pause.ended_at is None:
        return phrases.say("break_begun", begun=begun)
    return phrases.say("break_times", begun=begun, ended=phrases.time(pause.ended_at))


def task_words(phrases: Phrases, handed: MinutesDelegation) -> str:
    """Return what was handed over; that it is the chair is said once, and never left out."""
    task, chairs = phrases.written(" ".join(handed.task.split())), phrases.say("takes_chair")
    if not handed.takes_chair:
        return task or phrases.say("in_place")
    if not task or chairs in task:
        return task or chairs
    return phrases.say("takes_chair_and", chairs=chairs, task=task)


def heard_words(phrases: Phrases, opinion: MinutesOpinion) -> str:
    """Return what the hall did with an opinion: how many agreed, and whether it was read back.

    Supports and joined opinions are told apart; "" where there is neither, nor a reading back.
    """
    counts = {"supports": opinion.supports, "joined": opinion.joined}
    told = [phrases.say(key, count=phrases.count(n)) for key, n in counts.items() if n]
    if opinion.read_back is not ReadBack.NOT_YET:
        told.append(phrases.say(f"read_back.{opinion.read_back}"))
    return "  ".join(told)


def ranking_words(phrases: Phrases, ranking: RankingTable) -> str:
    """Return how a ranking was made, when, and how many people took part."""
    said = [phrases.say("ranking.method", method=phrases.say(f"method.{ranking.method}"))]
    if ranking.each is not None and ranking.method is RankingMethod.DOTS:
        said.append(phrases.say("ranking.each", count=phrases.count(ranking.each)))
    if ranking.held_at is not None:
        said.append(phrases.say("at_time", time=phrases.time(ranking.held_at)))
    if ranking.voters is not None:
        said.append(phrases.say("ranking.voters", count=phrases.count(ranking.voters)))
    return "  ".join(said)


def answer_lead(phrases: Phrases, opinion: MinutesOpinion) -> str:
    """Return who of the panel answered, before what was answered."""
    return f"{phrases.say('answered_by')}{opinion.answered_by} " if opinion.answered_by else ""


def promise_words(phrases: Phrases, opinion: MinutesOpinion) -> str:
    """Return "รับจะ... ภายในวันที่ ..." with the promise in its own words; "" without one."""
    if not opinion.promise:
        return ""
    lead = phrases.say("promise")
    # Who typed "รับจะ" or "จะ" has said it already.
    own = opinion.promise.removeprefix(lead).removeprefix(phrases.say("promise_will"))
    day = opinion.promised_until
    until = phrases.say("promise_until", date=phrases.date(day)) if day else ""
    return f"{lead}{own} {until}".strip()


def certified_words(phrases: Phrases, texts: MinutesTexts) -> str:
    """Return when and how the minutes were certified."""
    date = phrases.date(texts.certified_on) if texts.certified_on else ""
    how = " ".join(texts.certified_how.split())
    return phrases.say(
        "certified",
        date=date or phrases.missing("certified_on"),
        how=how or phrases.missing("certified_how"),
    )


def member_words(
    phrases: Phrases, member: MinutesMember, chair: Attendee | None
) -> tuple[str, str, str]:
    """Return a member's name, her position with whom she stands in for, and what is said of her.

    The form names who came in a member's place, and why a member did not come.
    """
    is_chair = chair is not None and member.person.id == chair.id
    said = phrases.say("chair_role") if is_chair else member.absence
    return member.person.full_name, _position(phrases, member), said


def _position(phrases: Phrases, member: MinutesMember) -> str:
    position, other = member.person.position, member.stands_for
    if other is None:
        return position
    told = f"{other.full_name} {other.position}".strip()
    return f"{position} {phrases.say('stands_for', member=told)}".strip()


def participant_count(content: MinutesContent) -> int:
    """Return how many took part, by the fullest of the counts."""
    rows = (content.participants_by_sector, content.participants_by_zone)
    return max(*(sum(row.count for row in counted) for counted in rows), len(content.attendees))


def participants_words(phrases: Phrases, content: MinutesContent) -> str:
    """Return how many took part and where their names are kept.

    The list is named as attached only where it is: people look for it.
    """
    key = "participants_annexed" if content.attendees else "participants_kept"
    count = f"{participant_count(content):,}"
    return phrases.say(key, count=count, office=content.forum.municipality)


def count_heads(phrases: Phrases, label: str, rows: Sequence[CountRow]) -> list[str]:
    """Return the heads of a table of counts, with the expected ones where any are known."""
    keys = [label, "people"]
    if any(row.expected is not None for row in rows):
        keys.append("expected_people")
    return [phrases.say(key) for key in keys]
