"""What the minutes and the summary print."""

from forum_desktop.db import presence
from forum_desktop.db.reading import Reading
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import AgendaItem, Break, Delegation
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesDelegation, MinutesTexts
from forum_desktop.records.people import Absence, Attendee
from forum_desktop.services.contents import counts, planned, present, spoken
from forum_desktop.services.contents.settings import settings_of
from forum_desktop.services.forums import ANY_SESSION, minutes_id
from forum_desktop.services.registering import roster


def minutes_of(look: Reading, forum: Forum, edition: Edition) -> MinutesContent:
    """Gather the minutes of a forum for an edition."""
    pack, choices = settings_of(look, forum.id)
    members = present.members_of(look, forum)
    substitutes = roster.substitutes_of(look, forum.id, ANY_SESSION)
    reasons = roster.reasons_of(look.all(Absence, forum_id=forum.id), ANY_SESSION)
    came = present.members_present(members, substitutes)
    named = tuple(line.person for line in came)
    said = spoken.standing_opinions(look, forum)
    return MinutesContent(
        edition=edition,
        forum=forum,
        pack=pack,
        texts=look.get(MinutesTexts, minutes_id(forum.id)),
        strategies=planned.strategies_of(look, forum),
        approaches=planned.approaches_of(look, forum),
        agenda=_agenda(look, forum),
        chair=present.chair_of(members, pack),
        members_present=came,
        members_absent=present.members_absent(members, substitutes, reasons),
        participants_by_sector=counts.by_sector(look, forum, pack, named),
        participants_by_zone=counts.by_zone(look, forum, pack, named),
        opinions=spoken.printed_opinions(look, forum, pack, said),
        delegations=_delegations(look, forum),
        breaks=_breaks(look, forum),
        complaints_by_kind=counts.complaints_by_kind(look, forum, pack),
        rankings=planned.rankings_of(look, forum),
        projects=planned.projects_of(look, forum, said),
        attendees=present.present_people(look, forum) if edition is Edition.INTERNAL else (),
        sections=choices.sections,
    )


def summary_of(look: Reading, forum: Forum, edition: Edition) -> SummaryContent:
    """Gather the one page for the mayor."""
    pack, _ = settings_of(look, forum.id)
    said = spoken.standing_opinions(look, forum)
    projects = planned.projects_of(look, forum, said)
    registered, there = presence.count_people(look, forum.id, ANY_SESSION)
    return SummaryContent(
        edition=edition,
        forum=forum,
        pack=pack,
        texts=look.get(MinutesTexts, minutes_id(forum.id)),
        chair=present.chair_of(present.members_of(look, forum), pack),
        registered=registered,
        present=there,
        by_sector=counts.by_sector(look, forum, pack),
        by_zone=counts.by_zone(look, forum, pack),
        opinions_by_strategy=counts.by_strategy(
            said, planned.strategies_of(look, forum), pack.levels.strategy
        ),
        opinions_by_kind=counts.by_kind(said),
        answered=sum(bool(opinion.answer) for opinion in said),
        rankings=planned.rankings_of(look, forum),
        resolutions=tuple(item for item in _agenda(look, forum) if item.was_voted),
        project_count=len(projects),
        project_budget=sum(project.budget or 0 for project in projects),
        complaints_by_kind=counts.complaints_by_kind(look, forum, pack),
    )


def _agenda(look: Reading, forum: Forum) -> tuple[AgendaItem, ...]:
    return tuple(sorted(look.all(AgendaItem, forum_id=forum.id), key=lambda item: item.number))


def _breaks(look: Reading, forum: Forum) -> tuple[Break, ...]:
    return tuple(sorted(look.all(Break, forum_id=forum.id), key=lambda pause: pause.begun_at))


def _delegations(look: Reading, forum: Forum) -> tuple[MinutesDelegation, ...]:
    made = look.all(Delegation, forum_id=forum.id)
    return tuple(
        MinutesDelegation(
            delegated_at=item.delegated_at,
            delegator=look.get(Attendee, item.delegator_id),
            delegate=look.get(Attendee, item.delegate_id),
            task=item.task,
            takes_chair=item.takes_chair,
        )
        for item in sorted(made, key=lambda item: item.delegated_at)
    )
