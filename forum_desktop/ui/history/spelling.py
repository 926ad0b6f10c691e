"""Facts and values of the log as the screen calls them."""

from datetime import date, datetime, time, tzinfo
from types import MappingProxyType

from forum_desktop.ui.display import said_time
from forum_desktop.ui.words import Words

_URGENCIES = ("usual", "soon", "emergency")
_BUDDHIST = 543

_CODES = MappingProxyType(
    {
        ("forum", "state"): "forum.state.",
        ("opinion", "kind"): "opinion.kind.",
        ("opinion", "urgency"): "said.urgency.",
        ("opinion", "read_back"): "said.read_back.",
        ("attendee", "role"): "person.role.",
        ("consent", "purpose"): "person.consent.",
        ("consent", "way"): "person.way.",
        ("complaint", "level"): "complaint.level.",
        ("complaint", "state"): "complaint.state.",
        ("complaint_step", "state"): "complaint.state.",
        ("ranking", "method"): "document.method.",
        ("assignment", "source"): "assignment.source.",
        ("minutes_texts", "status"): "minutes.status.",
        ("agenda_item", "kind"): "history.agenda_kind.",
    }
)
"""Facts whose values are words of the catalogue, and the head of their keys."""

_FLAGS = frozenset(
    (
        *("walk_in", "is_minor", "from_paper", "may_be_named", "is_sealed", "can_reply"),
        *("is_erased", "takes_chair", "is_given", "thai_digits", "era_word"),
        *("shows_plan", "shows_answers", "shows_ranking", "shows_projects"),
        *("shows_complaints", "shows_attendees"),
    )
)
_DAYS = frozenset(("held_on", "promised_until", "due_on", "certified_on"))


def fact_name(words: Words, entity_type: str, fact: str) -> str:
    """Return what a fact is called; another kind of thing may call it otherwise."""
    return _first(words, f"history.fact.{entity_type}.{fact}", f"history.fact.{fact}")


def thing_name(words: Words, entity_type: str) -> str:
    """Return what a kind of thing is called."""
    return _first(words, f"history.thing.{entity_type}", "history.thing.other")


def value_name(
    words: Words, entity_type: str, fact: str, value: str, zone: tzinfo | None = None
) -> str:
    """Return a value as the screen spells it, times in `zone`; what is empty is said to be so."""
    if not value:
        return words("history.nothing")
    if fact in _FLAGS:
        return words("history.yes" if value == "1" else "history.no")
    if (entity_type, fact) == ("complaint", "urgency"):
        return words(f"complaint.urgency.{_URGENCIES[int(value)]}")
    head = _CODES.get((entity_type, fact))
    if head is not None:
        return _first(words, f"{head}{value}", value)
    return _plain(words, fact, value, zone)


def when(words: Words, moment: datetime) -> str:
    """Return a moment in few words, the day first."""
    return words("history.when", day=_day(words, moment), time=said_time(moment))


def _plain(words: Words, fact: str, value: str, zone: tzinfo | None) -> str:
    if fact == "starts_at":
        return said_time(datetime.combine(date.min, time.fromisoformat(value)))
    if fact.endswith("_at") or fact == "at":
        return when(words, datetime.fromisoformat(value).astimezone(zone))
    if fact in _DAYS:
        return _day(words, date.fromisoformat(value))
    if fact == "budget":
        return words("history.baht", amount=f"{int(value):,}")
    if fact == "year":
        return str(int(value) + (_BUDDHIST if words.language == "th" else 0))
    return value.replace("\n", ", ") if fact in {"tags", "more_kinds"} else " ".join(value.split())


def _day(words: Words, day: date) -> str:
    if words.language == "en":
        return f"{day.day} {day:%b %Y}"
    from forum_desktop.thai.calendar import short_date  # noqa: PLC0415 - loaded when needed

    return short_date(day)


def _first(words: Words, key: str, other: str) -> str:
    """Return the sentence of a key; where there is none that of another, or that very text."""
    known = words.wording.keys()
    return words(key) if key in known else words(other) if other in known else other
