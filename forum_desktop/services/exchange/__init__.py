"""Acts between laptops: setting one up, leaving what it knows, taking in what others know."""

from forum_desktop.services.exchange.conflicts import choose, list_conflicts, take_choice_back
from forum_desktop.services.exchange.inspecting import inspect_bundle
from forum_desktop.services.exchange.join_code import new_join_code
from forum_desktop.services.exchange.joining import join_forum
from forum_desktop.services.exchange.pairs import (
    ask_again,
    count_questions,
    keep_apart,
    list_pairs,
)
from forum_desktop.services.exchange.places import find_venue_packs, keep_place, list_places
from forum_desktop.services.exchange.planning import list_board, plan_of
from forum_desktop.services.exchange.receiving import take_bundle
from forum_desktop.services.exchange.sending import write_bundle
from forum_desktop.services.exchange.standing import list_standings
from forum_desktop.services.exchange.stick import exchange_by
from forum_desktop.services.exchange.venue_pack import (
    change_plan,
    free_letter,
    make_venue_pack,
    planned_stations,
    read_pack_plan,
    read_venue,
)

__all__ = [
    "ask_again",
    "change_plan",
    "choose",
    "count_questions",
    "exchange_by",
    "find_venue_packs",
    "free_letter",
    "inspect_bundle",
    "join_forum",
    "keep_apart",
    "keep_place",
    "list_board",
    "list_conflicts",
    "list_pairs",
    "list_places",
    "list_standings",
    "make_venue_pack",
    "new_join_code",
    "plan_of",
    "planned_stations",
    "read_pack_plan",
    "read_venue",
    "take_bundle",
    "take_choice_back",
    "write_bundle",
]
