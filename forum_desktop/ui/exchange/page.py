"""Exchange: this laptop, what opens it, and what leaves it."""

from typing import TYPE_CHECKING, ClassVar, cast

from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Surroundings
from forum_desktop.ui.viewed import ViewedPage, ViewSign

if TYPE_CHECKING:
    from forum_desktop.ui.exchange.laptop.view import LaptopView

_HERE = "forum_desktop.ui.exchange"


class ExchangePage(ViewedPage):
    """Holds the views together; it needs no forum."""

    shows: ClassVar[frozenset[Kind]] = frozenset()
    signs: ClassVar[tuple[ViewSign, ...]] = (
        ViewSign(
            "exchange",
            "arrow-left-right",
            "view.exchange",
            f"{_HERE}.exchanging.view",
            "ExchangeView",
        ),
        ViewSign(
            "conflicts", "split", "view.conflicts", f"{_HERE}.conflicts.view", "ConflictsView"
        ),
        ViewSign("venue", "list-checks", "view.venue", f"{_HERE}.venue.view", "VenueView"),
        ViewSign("laptop", "hard-drive", "view.laptop", f"{_HERE}.laptop.view", "LaptopView"),
        ViewSign(
            "protection", "lock", "view.protection", f"{_HERE}.protection.view", "ProtectionView"
        ),
        ViewSign(
            "reports",
            "file-search",
            "view.fault_reports",
            f"{_HERE}.reports.view",
            "FaultReportsView",
        ),
        ViewSign("trash", "trash-2", "view.trash", f"{_HERE}.trash.view", "TrashView"),
        ViewSign("moment", "calendar-days", "view.moment", f"{_HERE}.moment.view", "MomentView"),
        ViewSign("outbox", "landmark", "view.outbox", f"{_HERE}.outbox.view", "OutboxView"),
    )

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.show_view("exchange")

    @property
    def laptop(self) -> "LaptopView":
        """The view of this laptop's file."""
        return cast("LaptopView", self.view("laptop"))

    def show_view(self, name: str) -> None:
        """Bring a view to the front, with or without a forum."""
        super().show_view(name)
        if self.overview is None and self.isVisible():
            self.current_view.arrive()
