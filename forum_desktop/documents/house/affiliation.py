"""Whom a person belongs to, as lists of people print it."""

from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.records.pack import EventPack
from forum_desktop.records.people import Attendee

_PREFIX_KEY = "list.community"


def community_name(phrases: Phrases, pack: EventPack, name: str) -> str:
    """Return "ชุมชนโนนทอง" for a community of the pack; any other name stays as it is."""
    prefix = phrases.say(_PREFIX_KEY, name="")
    is_known = any(name == place.name for place in pack.communities)
    return f"{prefix}{name}" if is_known and not name.startswith(prefix) else name


def affiliation(
    phrases: Phrases, pack: EventPack, person: Attendee, *, said_above: str = ""
) -> str:
    """Return position, organisation and community, a line each.

    The community that the head of the sheet names already (`said_above`) is left out.
    """
    community = "" if person.community == said_above else person.community
    named = community_name(phrases, pack, community)
    facts = dict.fromkeys((person.position, person.organisation, named))
    return "\n".join(fact for fact in facts if fact)
