"""Sentences of the minutes that are the same in every format."""

from collections.abc import Sequence

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import CountRow, MinutesContent, MinutesMember, MinutesTexts
from forum_desktop.records.people import Attendee


def item_words(phrases: Phrases, item: AgendaItem) -> tuple[str, str]:
    """Return "ระเบียบวาระที่ ๑" and what it is about."""
    label = phrases.say("agenda_item", number=item.number)
    return label, phrases.say("about", title=item.title.removeprefix("เรื่อง"))


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
