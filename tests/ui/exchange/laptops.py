"""Other laptops of the window's forum: real data folders, set up by its venue pack."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forum_desktop import services
from forum_desktop.services.desk import Desk
from forum_desktop.wording import Wording
from tests.factory import StepClock
from tests.ui.keyboard import Typist

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

exchange = services.exchange


@contextmanager
def joined(
    folder: Path, pack: Path, name: str, code: str = "", clock: StepClock | None = None
) -> "Iterator[Desk]":
    """Open a laptop that is one of the forum's, joined where it was not yet."""
    desk = Desk.open(folder, "other", clock or StepClock())
    try:
        exchange.join_forum(desk, pack, name, code=code)
        yield desk
    finally:
        desk.close()


def ask(typist: Typist, job: "Callable[[Desk], Any]") -> Any:
    """Do something at the window's own desk, and return what it gives."""
    found: list[Any] = []
    typist.window.current.look_up(job, found.append)
    typist.until(lambda: bool(found))
    return found[0]


def make_pack(typist: Typist, forum_id: "UUID", target: Path, code: str = "") -> None:
    """Write the venue pack of the forum that is open."""

    def job(desk: Desk) -> bool:
        planned = exchange.planned_stations(desk, forum_id, Wording("th"))
        exchange.make_venue_pack(desk, forum_id, target, planned, code=code)
        return True

    ask(typist, job)
