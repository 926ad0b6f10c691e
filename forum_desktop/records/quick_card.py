"""Quick cards: what a desk needs to know, on one small page."""

from dataclasses import dataclass

from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.records.pack import EventPack


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """The keys as they stand on the keyboard, and what they are for."""

    keys: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickCard:
    """A card for the desk that works on a page (the word of the page)."""

    page: str
    title: str
    lines: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickCardsContent:
    """The cards of all desks, to be printed, cut and laid beside the laptops."""

    edition: Edition
    forum: Forum
    pack: EventPack
    cards: tuple[QuickCard, ...]
