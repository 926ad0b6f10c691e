"""Who is missing: the board, read again on news and every few seconds while it is seen."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from forum_desktop import services
from forum_desktop.ui.controls import column, named, row, told
from forum_desktop.ui.registration.arrivals.board import ArrivalsBoard, Chosen
from forum_desktop.ui.registration.view import View
from forum_desktop.ui.registration.views import ViewName
from forum_desktop.ui.rereading import Rereading

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from forum_desktop.records.arrivals import Arrivals
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.registration.page import RegistrationPage
    from forum_desktop.ui.registration.roll_call.view import RollCallView

PERIOD = 10_000
"""Milliseconds between two looks: other laptops and the clock go on without news."""


class ArrivalsView(View):
    """Shows no name, so it may stand open while the hall fills."""

    def __init__(self, page: "RegistrationPage") -> None:
        super().__init__(page)
        self.board = named(self.words, "arrivals.board", ArrivalsBoard(self.words))
        self._rereading = Rereading(self._read)
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD)
        self._timer.timeout.connect(self.reload)
        self.board.entered.connect(self._go)
        hint = row(told(self.words, "arrivals.keys", "small"), None)
        body = column(self.board, hint, gap=6)
        body.setStretch(0, 1)
        self.setLayout(body)

    def forum_opened(self) -> None:
        """Forget the last forum's figures."""
        self.board.show_arrivals(None, None, {})

    def session_changed(self) -> None:
        """Count another session."""
        self.reload()

    def reload(self) -> None:
        """Count again."""
        if self.page.overview is not None:
            self._rereading.again()

    def arrive(self) -> None:
        """Come with the keys on the board."""
        self.board.setFocus()
        self.reload()

    def retranslate(self) -> None:
        """Say the figures in the other language."""
        self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """Look every few seconds while anyone can see it."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def _read(self) -> None:
        forum_id, session = self.page.forum_id, self.page.session

        def read(desk: "Desk") -> "tuple[Arrivals, datetime]":
            return services.arrivals.read_arrivals(desk, forum_id, session), desk.clock()

        self.page.look_up(
            read,
            lambda answer: self._show(forum_id, *answer),
            refused=lambda _: self._rereading.ended(),
            failed=self._rereading.ended,
        )

    def _show(self, forum_id: "UUID", arrivals: "Arrivals", now: "datetime") -> None:
        if forum_id == self.page.forum_id:
            self.board.show_arrivals(arrivals, now, self._needs())
        self._rereading.ended()

    def _needs(self) -> dict[str, str]:
        is_english = self.words.language == "en"
        needs = self.overview.pack.needs
        return {need.code: (need.english if is_english else "") or need.name for need in needs}

    def _go(self, chosen: Chosen) -> None:
        if chosen.panel != "zone" or not chosen.row.code:
            self.page.say("arrivals.no_roll_call", "warn")
            return
        self.page.show_view(ViewName.ROLL_CALL)
        cast("RollCallView", self.page.current_view).show_zone(chosen.row.code)
