"""The stations that a forum expects, as the lead planned them; kept on each laptop."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from forum_desktop.db import settings
from forum_desktop.db.reading import Reading
from forum_desktop.db.writing import Writing
from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import PlannedStation, StationRole, StationStanding
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.standing import list_standings


def list_board(desk: Desk, forum_id: UUID) -> tuple[StationStanding, ...]:
    """Return every laptop heard of and, after them, those planned that were not heard of yet.

    One never heard of has no operations and no last moment.
    """
    known = list_standings(desk, forum_id)
    letters = {one.letter for one in known}
    with desk.look() as look:
        planned = kept_plan(look, forum_id)
    awaited = (one for one in planned if one.letter not in letters)
    return (*known, *(_awaited(one) for one in awaited))


def plan_of(desk: Desk, forum_id: UUID) -> tuple[PlannedStation, ...]:
    """Return the plan of stations kept here; empty where none was made or brought."""
    with desk.look() as look:
        return kept_plan(look, forum_id)


def keep_plan(act: Writing, forum_id: UUID, stations: Sequence[PlannedStation]) -> None:
    """Keep the plan of a forum on this laptop."""
    settings.keep(act, _name(forum_id), spell_plan(stations))


def kept_plan(look: Reading, forum_id: UUID) -> tuple[PlannedStation, ...]:
    """Return the plan of a forum kept on this laptop."""
    kept = settings.read(look, _name(forum_id))
    return read_plan(json.loads(kept)) if kept else ()


def spell_plan(stations: Sequence[PlannedStation]) -> str:
    """Return stations as a venue pack carries them."""
    told = [asdict(station) for station in stations]
    return json.dumps(told, ensure_ascii=False, default=str)


def read_plan(told: object) -> tuple[PlannedStation, ...]:
    """Return the stations of a venue pack; raises Refusal("bundle.damaged").

    A role of a newer app is taken for none.
    """
    try:
        return tuple(_planned(item) for item in told)  # type: ignore[attr-defined]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refusal("bundle.damaged") from error


def _planned(told: dict[str, str]) -> PlannedStation:
    strategy, role = told["strategy_id"], told["role"]
    return PlannedStation(
        letter=str(told["letter"]),
        name=str(told["name"]),
        role=StationRole(role) if role in set(StationRole) else StationRole.OTHER,
        strategy_id=UUID(strategy) if strategy else None,
    )


def _awaited(planned: PlannedStation) -> StationStanding:
    return StationStanding(
        letter=planned.letter, name=planned.name, is_own=False, operations=0, last_at=None
    )


def _name(forum_id: UUID) -> str:
    return f"exchange/{forum_id}/plan"
