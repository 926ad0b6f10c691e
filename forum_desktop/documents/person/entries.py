"""What the copy tells, in words: the lines of each of its tables."""

from collections.abc import Iterator
from datetime import datetime

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.badge import badge_code
from forum_desktop.records.documents import PersonContent
from forum_desktop.records.people import Attendance, Attendee, AttendeeRole
from forum_desktop.thai.calendar import short_date

Line = tuple[str, ...]
_PLAIN_FACTS = (
    *("community", "zone", "organisation", "position", "phone"),
    *("on_behalf_of", "guardian", "withdrawn"),
)
_NONE = "–"


def facts_of(phrases: Phrases, content: PersonContent, person: Attendee) -> Iterator[Line]:
    """Yield the facts of an entry, those that are told."""
    yield phrases.say("own_data.name"), person.full_name
    sectors = {sector.code: sector.name for sector in content.pack.sectors}
    if person.sector:
        yield phrases.say("own_data.sector"), sectors.get(person.sector, person.sector)
    for name in _PLAIN_FACTS:
        if value := str(getattr(person, name)):
            yield phrases.say(f"own_data.{name}"), value
    yield phrases.say("own_data.badge"), person.badge or badge_code(person.id)
    yield phrases.say("own_data.entered"), phrases.say(f"own_data.entered.{_way(person)}")
    if person.role is AttendeeRole.MEMBER:
        yield phrases.say("own_data.role"), phrases.say("own_data.member")
    if person.is_minor:
        yield phrases.say("own_data.minor"), phrases.say("own_data.yes")


def twin_facts(phrases: Phrases, content: PersonContent, twin: Attendee) -> Iterator[Line]:
    """Yield what an entry merged into hers tells otherwise, and why they were merged."""
    known = set(facts_of(phrases, content, content.file.attendee))
    yield from (line for line in facts_of(phrases, content, twin) if line not in known)
    if twin.same_because:
        yield phrases.say("own_data.merged_because"), twin.same_because


def presence(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield each check-in: session, coming, leaving, desk, and what else is kept of it."""
    names = {session.code: session.name for session in content.pack.sessions}
    for item in content.file.attendances:
        yield (
            names.get(item.session, item.session),
            _moment(phrases, content, item.checked_in_at),
            _moment(phrases, content, item.left_at) if item.left_at else _NONE,
            item.station,
            "\n".join(_remarks(phrases, item)) or _NONE,
        )


def absences(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield the sessions to which she does not come, with the reasons told."""
    names = {session.code: session.name for session in content.pack.sessions}
    for item in content.file.absences:
        taken_back = phrases.say("own_data.undone", reason=item.withdrawn) if item.withdrawn else ""
        session = names.get(item.session, phrases.say("own_data.all_day"))
        yield session, f"{item.reason}\n{taken_back}".strip()


def consents(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield her word on each purpose: what she said, when, how, and on which notice."""
    for item in content.file.consents:
        yield (
            phrases.say(f"own_data.purpose.{item.purpose}"),
            phrases.say("own_data.given" if item.is_given else "own_data.refused"),
            _day(phrases, item.said_at),
            phrases.say(f"own_data.way.{item.way}"),
            phrases.written(item.notice_version) or _NONE,
        )


def screening(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield the outcome of her screening, while it is kept."""
    item = content.file.screening
    if item is not None:
        outcome = phrases.say(f"own_data.result.{item.result}")
        yield _day(phrases, item.screened_at), outcome, item.officer or _NONE


def turns(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield when she asked for the floor and had it, and what the hall read of her."""
    for item in content.file.turns:
        moments = (item.begun_at, item.ended_at)
        began, ended = (_moment(phrases, content, one) if one else _NONE for one in moments)
        taken_back = phrases.say("own_data.undone", reason=item.withdrawn) if item.withdrawn else ""
        shown = f"{item.label}\n{taken_back}".strip()
        yield _moment(phrases, content, item.asked_at), began, ended, shown


def requests(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield what she asked of her data before."""
    for item in content.file.requests:
        asked = phrases.say(f"own_data.request.{item.kind}")
        yield _day(phrases, item.made_at), asked, item.reason or _NONE


def reasons(phrases: Phrases, content: PersonContent) -> Iterator[Line]:
    """Yield why the data are kept, on what ground, for how long, and what she may ask."""
    kept, screened = content.pack.retention, content.pack.screening
    for name in ("purpose", "ground"):
        yield phrases.say(f"own_data.why.{name}"), phrases.say(f"own_data.{name}_text")
    days = phrases.say(
        "own_data.days_text",
        speakers=f"{kept.speaker_days:,}",
        people=f"{kept.attendee_days:,}",
    )
    if screened.is_on:
        days = f"{days}\n{phrases.say('own_data.screening_days', days=screened.keep_days)}"
    yield phrases.say("own_data.why.days"), days
    yield phrases.say("own_data.why.rights"), phrases.say("own_data.rights_text")


def _way(person: Attendee) -> str:
    if person.import_id is not None:
        return "imported"
    if person.from_paper:
        return "from_paper"
    return "walk_in" if person.walk_in else "listed"


def _remarks(phrases: Phrases, item: Attendance) -> Iterator[str]:
    if item.undone:
        yield phrases.say("own_data.undone", reason=item.undone)
    if item.in_place_of is not None:
        yield phrases.say("own_data.in_place_of")
    if item.from_paper:
        yield phrases.say("own_data.entered.from_paper")
    if item.notice_version:
        yield phrases.say("own_data.notice_shown", version=item.notice_version)


def _moment(phrases: Phrases, content: PersonContent, moment: datetime) -> str:
    time = phrases.time(moment)
    is_of_the_day = moment.date() == content.forum.held_on
    return time if is_of_the_day else f"{_day(phrases, moment)} {time}"


def _day(phrases: Phrases, moment: datetime) -> str:
    return phrases.digits(short_date(moment))
