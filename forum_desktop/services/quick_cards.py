"""The quick cards that come with the app, in one language."""

import tomllib
from functools import cache

from forum_desktop.paths import resource
from forum_desktop.records.quick_card import CardLine, QuickCard


@cache
def read_cards(language: str) -> tuple[QuickCard, ...]:
    """Return the cards in the order of the day."""
    told = tomllib.loads(resource("help", "cards.toml").read_text(encoding="utf-8"))
    return tuple(
        QuickCard(
            page=card["page"],
            title=card[language],
            lines=tuple(CardLine(keys=line["keys"], says=line[language]) for line in card["lines"]),
        )
        for card in told["card"]
    )


def card_of(page: str, language: str) -> QuickCard:
    """Return the card of a page."""
    return next(card for card in read_cards(language) if card.page == page)
