"""The venue pack: one file on a stick that makes a laptop one of the forum's."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from uuid import UUID

from forum_desktop import sealing
from forum_desktop.db import settings
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import (
    PackPlan,
    PlannedStation,
    Purpose,
    StationRole,
    VenuePack,
    VenuePlan,
)
from forum_desktop.records.meeting import Station
from forum_desktop.records.plan import Strategy
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.claims import read_claims
from forum_desktop.services.exchange.inspecting import report_of
from forum_desktop.services.exchange.join_code import plain_code
from forum_desktop.services.exchange.keys import KeyRing, read_ring, spell_ring
from forum_desktop.services.exchange.planning import keep_plan, plan_of, read_plan, spell_plan
from forum_desktop.services.exchange.sending import prepare, readers, write_pack
from forum_desktop.services.forums import pack_of
from forum_desktop.services.stations import LETTERS, own_station
from forum_desktop.sync.bundle.reading import Bundle, open_bundle, read_part
from forum_desktop.sync.outgoing import operation_contents
from forum_desktop.wording import Wording

ENDING = ".forumpack"
_LONGEST_ABOUT = 1024 * 1024
_DESKS = 2
_MOST_TABLES = 20


def planned_stations(desk: Desk, forum_id: UUID, wording: Wording) -> tuple[PlannedStation, ...]:
    """Return the laptops that a forum usually has beside this one.

    Two registration desks, a table for each strategy, and a complaint desk.
    """
    with desk.act() as act:
        own, strategies = own_station(act, forum_id), act.all(Strategy, forum_id=forum_id)
    free = iter(letter for letter in LETTERS if letter != own.letter)
    desks = [
        PlannedStation(
            letter=next(free),
            name=wording("exchange.planned.registration", number=number + 1),
            role=StationRole.REGISTRATION,
        )
        for number in range(_DESKS)
    ]
    tables = [
        PlannedStation(
            letter=next(free),
            name=wording("exchange.planned.table", number=strategy.number),
            role=StationRole.TABLE,
            strategy_id=strategy.id,
        )
        for strategy in strategies[:_MOST_TABLES]
    ]
    complaints = PlannedStation(
        letter=next(free), name=wording("exchange.planned.complaints"), role=StationRole.COMPLAINTS
    )
    return (*desks, *tables, complaints)


def read_venue(desk: Desk, forum_id: UUID, wording: Wording) -> VenuePlan:
    """Return the plan kept here, or else what a forum usually has, and headquarters' key."""
    planned = plan_of(desk, forum_id) or planned_stations(desk, forum_id, wording)
    with desk.look() as look:
        recipient = pack_of(look, forum_id).hq_recipient
        joined = look.all(Station, forum_id=forum_id)
        return VenuePlan(
            stations=planned,
            joined=frozenset(station.letter for station in joined),
            code=settings.read(look, _code_name(forum_id)),
            hq_recipient=recipient,
            is_hq_key_good=sealing.is_recipient(recipient),
        )


def change_plan(desk: Desk, forum_id: UUID, stations: Sequence[PlannedStation]) -> None:
    """Keep another plan of stations, for the next venue pack."""
    with desk.act() as act:
        keep_plan(act, forum_id, stations)


def free_letter(stations: Sequence[PlannedStation], joined: Collection[str]) -> str:
    """Return the next letter that nobody has; raises Refusal("exchange.too_many_stations")."""
    taken = {*joined, *(station.letter for station in stations)}
    letter = next((one for one in LETTERS if one not in taken), "")
    if not letter:
        raise Refusal("exchange.too_many_stations")
    return letter


def make_venue_pack(
    desk: Desk, forum_id: UUID, target: Path, stations: Sequence[PlannedStation], *, code: str = ""
) -> VenuePack:
    """Write a forum's set-up, its keys and its stations into one file.

    With a code (`new_join_code`) the keys within are of no use to a finder of the stick;
    without one the file has to be guarded like a key. Raises as `write_bundle`.
    """
    origin, ring = prepare(desk, forum_id, Purpose.VENUE_PACK)
    about = _spell(ring, stations, plain_code(code))
    with desk.look() as look:
        to = readers(look, forum_id, ring)
        manifest = write_pack(target, origin, operation_contents(look, forum_id, to, {}), about)
    with desk.act() as act:
        keep_plan(act, forum_id, stations)
        settings.keep(act, _code_name(forum_id), code)
    operations = report_of(manifest).operations
    return VenuePack(stations=tuple(stations), code=code, operations=operations)


def read_venue_pack(bundle: Bundle, code: str) -> tuple[KeyRing, tuple[PlannedStation, ...]]:
    """Return the keys and stations of a venue pack.

    Raises Refusal("exchange.code_needed", "exchange.wrong_code", "bundle.damaged").
    """
    ring, stations, is_wrapped = _read_about(bundle)
    return read_ring(_unwrapped(ring, plain_code(code)) if is_wrapped else ring), stations


def read_pack_plan(path: Path) -> PackPlan:
    """Return what a venue pack tells before it is opened.

    Raises Refusal("exchange.not_a_pack", "bundle....").
    """
    bundle = open_bundle(path)
    report = report_of(bundle.manifest)
    if report.purpose is not Purpose.VENUE_PACK:
        raise Refusal("exchange.not_a_pack")
    _, stations, is_wrapped = _read_about(bundle)
    return PackPlan(
        path=path,
        forum=report.forum,
        forum_id=report.forum_id,
        stations=stations,
        taken=frozenset(read_claims(path)),
        needs_code=is_wrapped,
    )


def _read_about(bundle: Bundle) -> tuple[str, tuple[PlannedStation, ...], bool]:
    """Return the ring as it is spelled, the stations, and whether the ring is wrapped."""
    part = bundle.part("about/venue")
    if part.unpacked > _LONGEST_ABOUT:
        raise Refusal("bundle.damaged")
    try:
        told = json.loads(b"".join(read_part(bundle, part)))
        stations = read_plan(told["stations"])
        ring, is_wrapped = str(told["ring"]), bool(told["is_wrapped"])
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal("bundle.damaged") from error
    return ring, stations, is_wrapped


def _code_name(forum_id: UUID) -> str:
    return f"exchange/{forum_id}/code"


def _spell(ring: KeyRing, stations: Sequence[PlannedStation], code: str) -> bytes:
    spelled = spell_ring(ring)
    told = {
        "is_wrapped": bool(code),
        "ring": sealing.wrap(spelled, code) if code else spelled,
        "stations": json.loads(spell_plan(stations)),
    }
    return json.dumps(told, ensure_ascii=False).encode()


def _unwrapped(ring: str, code: str) -> str:
    if not code:
        raise Refusal("exchange.code_needed")
    try:
        return sealing.unwrap(ring, code)
    except Refusal as refusal:
        raise Refusal("exchange.wrong_code") from refusal
