"""What of the content the minutes print: no more than their edition and sections show."""

from dataclasses import replace

from forum_desktop.records.minutes import (
    CountRow,
    Edition,
    MinutesContent,
    MinutesOpinion,
    MinutesSection,
)
from forum_desktop.records.people import AttendeeRow
from forum_desktop.records.priorities import ProjectRow, RankingTable


def shown(content: MinutesContent) -> MinutesContent:
    """Return the content without what is left out, so that no part can print it.

    A public edition has no list of people, whatever it is given.
    """
    return replace(
        content,
        opinions=_opinions(content),
        complaints_by_kind=_complaints(content),
        rankings=_rankings(content),
        projects=_projects(content),
        attendees=_participants(content),
    )


def shows(content: MinutesContent, section: MinutesSection) -> bool:
    """Tell whether the clerk wants a section."""
    return section in content.sections


def _opinions(content: MinutesContent) -> tuple[MinutesOpinion, ...]:
    if shows(content, MinutesSection.ANSWERS):
        return content.opinions
    return tuple(
        replace(opinion, answer="", answered_by="", promise="", promised_until=None)
        for opinion in content.opinions
    )


def _complaints(content: MinutesContent) -> tuple[CountRow, ...]:
    return content.complaints_by_kind if shows(content, MinutesSection.COMPLAINTS) else ()


def _rankings(content: MinutesContent) -> tuple[RankingTable, ...]:
    return content.rankings if shows(content, MinutesSection.RANKING) else ()


def _projects(content: MinutesContent) -> tuple[ProjectRow, ...]:
    return content.projects if shows(content, MinutesSection.PROJECTS) else ()


def _participants(content: MinutesContent) -> tuple[AttendeeRow, ...]:
    """Return those whom the form counts as participants: members stand in the body by name."""
    if content.edition is not Edition.INTERNAL or not shows(content, MinutesSection.ATTENDEES):
        return ()
    named = {member.person.id for member in content.members_present}
    return tuple(row for row in content.attendees if row.attendee.id not in named)
