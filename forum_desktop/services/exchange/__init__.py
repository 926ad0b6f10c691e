"""Acts between laptops: setting one up, leaving what it knows, taking in what others know."""

from forum_desktop.services.exchange.conflicts import choose, list_conflicts
from forum_desktop.services.exchange.inspecting import inspect_bundle
from forum_desktop.services.exchange.join_code import new_join_code
from forum_desktop.services.exchange.joining import join_forum
from forum_desktop.services.exchange.receiving import take_bundle
from forum_desktop.services.exchange.sending import write_bundle
from forum_desktop.services.exchange.standing import list_standings
from forum_desktop.services.exchange.stick import exchange_by
from forum_desktop.services.exchange.venue_pack import make_venue_pack, planned_stations

__all__ = [
    "choose",
    "exchange_by",
    "inspect_bundle",
    "join_forum",
    "list_conflicts",
    "list_standings",
    "make_venue_pack",
    "new_join_code",
    "planned_stations",
    "take_bundle",
    "write_bundle",
]
