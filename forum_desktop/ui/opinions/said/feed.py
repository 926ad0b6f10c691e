"""The rows of the list, read page by page as one scrolls; the newest put on top by hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from forum_desktop import services
from forum_desktop.records.opinion import OpinionFilter, OpinionRow
from forum_desktop.ui.latest import AtOnce
from forum_desktop.ui.opinions.said.filters import fits

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.opinion import MovedOpinion, Opinion
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.long_list import LongList
    from forum_desktop.ui.page import Page

PAGE = 200
_MOST_AGAIN = 2_000
"""Rows that are read again at once; who scrolled further down comes back to these."""


class Found(NamedTuple):
    """A page of opinions; after the last one the traces of those that were moved."""

    rows: tuple[OpinionRow, ...]
    moved: "tuple[MovedOpinion, ...]" = ()
    is_last: bool = False


class Feed(QObject):
    """Keeps the list at what the filter leaves in."""

    shown = Signal()
    """The list was read, or changed by a row."""

    def __init__(
        self, page: "Page", opinions: "LongList", wanted: Callable[[], OpinionFilter]
    ) -> None:
        super().__init__(page)
        self._page, self._list, self._wanted = page, opinions, wanted
        self._asking = AtOnce(self._ask)
        self._asked = OpinionFilter()
        self._is_same = False
        self._generation = 0
        self._is_complete = True
        self._is_turning = False
        opinions.end_is_near.connect(self._turn_page)

    @property
    def is_complete(self) -> bool:
        """Whether everything that the filter leaves in is listed."""
        return self._is_complete

    def begin(self) -> None:
        """List from the top what the filter leaves in now."""
        self._is_same = False
        self._asking.ask()

    def again(self) -> None:
        """Read again what is listed; place and chosen row stay."""
        self._is_same = not self._asking.is_open or self._is_same
        self._asking.ask()

    def opinions(self) -> tuple[OpinionRow, ...]:
        """Return the rows listed, without traces."""
        rows = self._list.records.rows()
        return tuple(row for row in rows if isinstance(row, OpinionRow))

    def put_on_top(self, opinion: "Opinion") -> None:
        """Show what was just taken down, where the filter leaves it in."""
        if self._place_of(opinion.id) is not None:
            self.change(opinion)
        elif fits(opinion, self._wanted()):
            row, above = self._list.place()
            self._list.records.insert(0, [OpinionRow(opinion=opinion)])
            if row or above:
                self._list.go_to(row + 1, above)
            self.shown.emit()

    def change(self, opinion: "Opinion") -> None:
        """Show an opinion as it is now; it goes where the filter leaves it out."""
        at = self._place_of(opinion.id)
        if at is None:
            return
        row = self._list.records.rows()[at]
        if fits(opinion, self._wanted()):
            changed = OpinionRow(opinion=opinion, supports=row.supports, joined=row.joined)
            self._list.records.replace(at, changed)
        else:
            self._list.records.remove(at)
        self.shown.emit()

    def choose(self, opinion_id: "UUID") -> bool:
        """Select an opinion; tell whether it is listed."""
        at = self._place_of(opinion_id)
        if at is not None:
            self._list.choose(at)
        return at is not None

    def _place_of(self, opinion_id: "UUID") -> int | None:
        rows = enumerate(self._list.records.rows())
        places = (
            at for at, row in rows if isinstance(row, OpinionRow) and row.opinion.id == opinion_id
        )
        return next(places, None)

    def _ask(self) -> None:
        self._generation += 1
        wanted, forum_id = self._wanted(), self._page.forum_id
        limit = min(max(PAGE, len(self.opinions())), _MOST_AGAIN) if self._is_same else PAGE
        is_same = self._is_same
        self._page.look_up(
            lambda desk: _find(desk, forum_id, wanted, limit),
            self._asking.only(lambda found: self._show(found, is_same=is_same)),
            refused=lambda _: self._asking.ended(),
            failed=self._asking.ended,
        )

    def _show(self, found: Found, *, is_same: bool) -> None:
        self._generation += 1
        self._is_complete, self._is_turning = found.is_last, False
        chosen, (row, above) = self._list.chosen(), self._list.place()
        at = self._list.currentIndex().row()
        self._list.set_rows((*found.rows, *found.moved))
        if is_same:
            if isinstance(chosen, OpinionRow) and not self.choose(chosen.opinion.id):
                # It went meanwhile: the keys act on the one that stands there now.
                self._list.choose(min(at, self._list.records.rowCount() - 1))
        else:
            row = above = 0
        self._list.go_to(row, above)
        self.shown.emit()

    def _turn_page(self) -> None:
        """Read the next page, unless it is being read."""
        listed = self._list.records.rows()
        if self._is_complete or self._is_turning or not listed:
            return
        self._is_turning = True
        generation, wanted, forum_id = self._generation, self._wanted(), self._page.forum_id
        last = listed[-1].opinion.id
        self._page.look_up(
            lambda desk: _find(desk, forum_id, wanted, PAGE, last),
            lambda found: self._append(found, generation),
            failed=self._turning_ended,
        )

    def _append(self, found: Found, generation: int) -> None:
        if generation == self._generation:
            self._is_complete = found.is_last
            rows = (*found.rows, *found.moved)
            self._list.records.insert(self._list.records.rowCount(), rows)
            self.shown.emit()
        self._turning_ended()

    def _turning_ended(self) -> None:
        self._is_turning = False


def _find(
    desk: "Desk",
    forum_id: "UUID",
    wanted: OpinionFilter,
    limit: int,
    before: "UUID | None" = None,
) -> Found:
    rows = services.opinions.search_opinions(desk, forum_id, wanted, limit, before)
    if len(rows) == limit:
        return Found(rows)
    # Traces have no words to be found by, so they end only the list that leaves all in.
    is_whole = wanted == OpinionFilter()
    moved = services.stream.list_moved(desk, forum_id) if is_whole else ()
    return Found(rows, tuple(reversed(moved)), is_last=True)
