"""What the operator has prepared and put on air, without Qt: each look at the file moves it on."""

from typing import TYPE_CHECKING

from forum_desktop.records.hall import HallScene
from forum_desktop.ui.hall.program import Program
from forum_desktop.ui.meeting.hall.wish import Gathered, Gathering, Wish

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.plan import Strategy
    from forum_desktop.services.hall import Asked


class Minding:
    """The scenes of one forum: `prepared` is what comes next, `on_air` what the hall sees."""

    def __init__(self, forum_id: "UUID", strategies: "tuple[Strategy, ...]") -> None:
        self.program = Program()
        self.on_air: Wish | None = None
        self.prepared: Wish | None = None
        self._forum_id, self._strategies = forum_id, strategies
        self._asked: Asked | None = None
        self._is_new = True

    def job(self, wish: Wish | None) -> Gathering:
        """Return the next look at the file; without a wish nothing is prepared."""
        return Gathering(
            forum_id=self._forum_id,
            strategies=self._strategies,
            wish=wish,
            on_air=self.on_air,
            held=self.program.shown if self.program.is_frozen else None,
        )

    def keep_up(self, job: Gathering, found: Gathered) -> None:
        """Bring what is on air up to date, unless it was changed since the look began."""
        if job.forum_id != self._forum_id or job.on_air is not self.on_air:
            return
        if job.held is None:
            self.program.follow(found.on_air)
        elif job.held is self.program.shown:
            self.program.redact(found.on_air)

    def prepare(self, found: Gathered) -> None:
        """Have ready what was wanted."""
        self.prepared = found.wish
        self.program.prepare(found.coming)

    def take(self) -> bool:
        """Show the hall what is prepared; tell whether there was something."""
        if self.prepared is None or self.program.prepared is None:
            return False
        self.on_air = self.prepared
        self.program.take()
        return True

    def hear(self, asked: "Asked | None") -> Wish | None:
        """Return the wording to be prepared, where one was handed over since the last look.

        Where a wording is on air, this one follows it.
        """
        is_heard, self._asked = asked == self._asked or self._is_new, asked
        self._is_new = False
        if is_heard or asked is None:
            return None
        wish = Wish(HallScene.READ_BACK, asked.opinion_id)
        if self.on_air is not None and self.on_air.scene is HallScene.READ_BACK:
            self.on_air = wish
        return wish

    def state(self) -> str:
        """Return how the hall's screen stands: off, blank, gone, frozen or live."""
        if self.on_air is None:
            return "off"
        if self.program.is_blank:
            return "blank"
        if self.program.shown is None:
            return "gone"
        return "frozen" if self.program.is_frozen else "live"
