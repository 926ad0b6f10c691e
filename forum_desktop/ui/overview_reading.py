"""Reading the open forum's figures again after what may have changed them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.ui.background import Background, Ends

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.errors import Refusal
    from forum_desktop.records.overview import ForumOverview


class OverviewReading:
    """One look at a time: many acts in a row need one look at the figures, not many."""

    def __init__(
        self,
        background: Background,
        take: "Callable[[ForumOverview], object]",
        refuse: "Callable[[Refusal], object]",
    ) -> None:
        self._background, self._take, self._refuse = background, take, refuse
        self._is_on = self._is_stale = False
        self._forum_id: UUID | None = None

    def read(self, forum_id: "UUID") -> None:
        """Read a forum's figures, now or once the look that is under way has ended."""
        self._forum_id, self._is_stale = forum_id, True
        if not self._is_on:
            self._go()

    def _go(self) -> None:
        forum_id = self._forum_id
        assert forum_id is not None
        self._is_on, self._is_stale = True, False
        self._background.look_up(
            lambda desk: services.forums.read_overview(desk, forum_id),
            Ends(done=self._done, refused=self._refused),
        )

    def _done(self, overview: "ForumOverview") -> None:
        self._is_on = False
        if overview.forum.id == self._forum_id:
            self._take(overview)
        if self._is_stale:
            self._go()

    def _refused(self, refusal: "Refusal") -> None:
        self._is_on = False
        self._refuse(refusal)
