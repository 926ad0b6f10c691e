"""Becoming one of a forum's laptops by its venue pack."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import PlannedStation, Purpose
from forum_desktop.records.meeting import Station
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.claims import claim, read_claims
from forum_desktop.services.exchange.inspecting import report_of
from forum_desktop.services.exchange.keys import keep_ring, known_ring, station_key
from forum_desktop.services.exchange.planning import keep_plan
from forum_desktop.services.exchange.receiving import refuse_stranger
from forum_desktop.services.exchange.venue_pack import read_venue_pack
from forum_desktop.services.stations import LETTERS, found_station, known_station
from forum_desktop.services.texts import line
from forum_desktop.sync.bundle.reading import open_bundle, verify
from forum_desktop.sync.incoming import take_in
from forum_desktop.thai.folding import fold_tight


def join_forum(desk: Desk, pack: Path, name: str, *, code: str = "") -> Station:
    """Make this laptop a station of the forum whose venue pack this is.

    A name that the forum expects gets its letter and its strategy; any other the next letter.
    Who joined is noted beside the pack, so that the next laptop takes another letter. Joined
    again it keeps its letter. Raises Refusal("exchange.not_a_pack", "exchange.code_needed",
    "exchange.wrong_code", "bundle...."), with nothing changed.
    """
    called = line(name, needed=True)
    bundle = open_bundle(pack)
    report = report_of(bundle.manifest)
    if report.purpose is not Purpose.VENUE_PACK:
        raise Refusal("exchange.not_a_pack")
    verify(bundle)
    ring, planned = read_venue_pack(bundle, code)
    refuse_stranger(bundle, report.forum_id, ring)
    with desk.act() as act:
        take_in(act, bundle, (ring.secret,))
        if known_ring(act, report.forum_id) is None:
            keep_ring(act, report.forum_id, ring)
        keep_plan(act, report.forum_id, planned)
        station = _station(act, report.forum_id, called, planned, pack)
        station_key(act, report.forum_id)
    return station


def _station(
    act: Writing, forum_id: UUID, name: str, planned: Sequence[PlannedStation], pack: Path
) -> Station:
    known = known_station(act, forum_id, act.replica)
    if known is not None:
        return known
    claims = read_claims(pack)
    taken = {station.letter for station in act.all(Station, forum_id=forum_id)} | set(claims)
    meant = next((one for one in planned if _is_meant(one, name) and one.letter not in taken), None)
    letter = meant.letter if meant else _free(taken | {one.letter for one in planned})
    letter = claim(pack, letter, act.replica)
    return found_station(
        act,
        forum_id,
        letter=letter,
        name=meant.name if meant else name,
        strategy_id=meant.strategy_id if meant else None,
        role=meant.role.value if meant else "",
    )


def _is_meant(planned: PlannedStation, name: str) -> bool:
    return planned.letter == name.upper() or fold_tight(planned.name) == fold_tight(name)


def _free(taken: set[str]) -> str:
    for number in range(1, 100):
        for letter in LETTERS:
            if (called := f"{letter}{number}" if number > 1 else letter) not in taken:
                return called
    raise Refusal("exchange.too_many_stations")
