"""The exchange view: choose a stick or a folder once; then one key takes and leaves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from forum_desktop import services
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.controls import button, card, column, named, row, told
from forum_desktop.ui.exchange.exchanging.board import Board
from forum_desktop.ui.exchange.exchanging.outcome import Outcome
from forum_desktop.ui.exchange.exchanging.places import Places
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.news import Kind
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.errors import Refusal
    from forum_desktop.records.exchange import ExchangePlace, StickExchange
    from forum_desktop.services.desk import Desk

_LEFT_SHARE, _RIGHT_SHARE = 6, 5
_NEARLY_ALL = 100
"""Of the room that is left; a stretch of 1 holds the card up where nothing is told yet."""


class ExchangeView(View):
    """Places at the left over what came; the board of stations at the right."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._task: Task | None = None
        self.places, self.outcome = Places(page), Outcome(self.words)
        self.board = Board(self.words)
        self.go_button = button(
            self.words,
            "exchange_view.go",
            self.exchange,
            look="primary",
            symbol="arrow-left-right",
        )
        self.stop_button = button(self.words, "exchange_view.stop", self.stop)
        self.progress = named(self.words, "exchange_view.running", QProgressBar())
        self.progress.setTextVisible(False)
        self._running = QFrame()
        self._lay_out()
        self.places.noticed.connect(self._tell_noticed)
        self.places.list.doubleClicked.connect(lambda _: self.exchange())
        self.shortcuts = {(CTRL, Qt.Key.Key_O): self.places.choose_folder}
        self._show_state()

    @property
    def is_running(self) -> bool:
        """Tell whether an exchange is under way."""
        return self._task is not None

    def forum_opened(self) -> None:
        """Begin with another forum: nothing of the last one stays."""
        self.outcome.clear()
        self.board.show_stations(())

    def overview_changed(self) -> None:
        """Let the forum that is open be exchanged."""
        self._show_state()
        if self.isVisible():
            self.places.look()

    def arrive(self) -> None:
        """Come with the cursor on the places."""
        self.reload()
        self.places.look()
        self.places.list.setFocus()

    def reload(self) -> None:
        """Read the board again."""
        if self.page.overview is None:
            return
        forum_id = self.page.forum_id
        self.page.look_up(
            lambda desk: services.exchange.list_board(desk, forum_id), self.board.show_stations
        )

    def take_key(self, event: QKeyEvent) -> bool:
        """Exchange by Enter, stop by Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_choosing = self.places.choose_button.hasFocus()
            (self.places.choose_folder if is_choosing else self.exchange)()
            return True
        if event.key() == Qt.Key.Key_Escape and self.is_running:
            self.stop()
            return True
        return False

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.places.retranslate()
        self.outcome.retranslate()
        self.board.retranslate()

    def exchange(self) -> None:
        """Take what the others left at the chosen place, and leave what is known here."""
        place = self.places.chosen()
        if self.is_running or self.page.overview is None:
            return
        if place is None or not place.is_there:
            key = "exchange_view.choose_first" if place is None else "exchange_view.plug_in"
            self.page.say(key, "warn")
            return
        forum_id = self.page.forum_id

        def job(desk: "Desk", task: Task) -> "StickExchange":
            services.exchange.keep_place(desk, place.folder)
            return services.exchange.exchange_by(
                desk, forum_id, place.folder, task.progress, task.is_cancelled
            )

        self.page.message.hide()
        self.outcome.clear()
        self.progress.setValue(0)
        self._task = self.page.background.run_long(
            job,
            Ends(
                done=lambda exchange: self._done(exchange, place),
                refused=self._refused,
                failed=self._end,
                cancelled=self._stopped,
                progress=lambda share: self.progress.setValue(round(share * 100)),
            ),
        )
        self._show_state()

    def stop(self) -> None:
        """Take in no more; what is in stays."""
        if self._task is not None:
            self._task.cancel()

    def _done(self, exchange: "StickExchange", place: "ExchangePlace") -> None:
        self._end()
        self.outcome.show_exchange(exchange, is_stick=place.is_stick)
        forum_id = self.page.forum_id
        self.page.look_up(
            lambda desk: services.exchange.count_questions(desk, forum_id), self._tell_questions
        )

    def _tell_questions(self, count: int) -> None:
        if count:
            self.page.say("exchange_view.questions", "warn", count=count)

    def _refused(self, refusal: "Refusal") -> None:
        self._end()
        self.page.show_refusal(refusal)

    def _stopped(self) -> None:
        self._end()
        self.page.say("exchange_view.stopped", "warn")

    def _end(self) -> None:
        self._task = None
        self._show_state()
        # Files that were taken in stay, however it ended.
        self.page.news.announce(*Kind)
        self.reload()
        self.places.look()

    def _tell_noticed(self, place: "ExchangePlace") -> None:
        if not self.is_running:
            self.page.say("exchange_view.noticed", "good", name=place.folder.name)
            self.places.list.setFocus()

    def _show_state(self) -> None:
        self.go_button.setEnabled(self.page.overview is not None)
        self.go_button.setVisible(not self.is_running)
        self._running.setVisible(self.is_running)
        self.places.choose_button.setEnabled(not self.is_running)

    def _lay_out(self) -> None:
        words = self.words
        busy = row(self.progress, self.stop_button, gap=10)
        busy.setStretch(0, 1)
        busied = column(told(words, "exchange_view.running", "soft"), busy, gap=4)
        self._running.setLayout(busied)
        place = card(
            told(words, "exchange_view.title", "lead"),
            told(words, "exchange_view.how", "soft", wraps=True),
            self.places,
            self.go_button,
            self._running,
            gap=8,
        )
        left = column(place, self.outcome, None)
        left.setStretch(1, _NEARLY_ALL)
        body = row(left, self.board, gap=16)
        body.setStretch(0, _LEFT_SHARE)
        body.setStretch(1, _RIGHT_SHARE)
        self.setLayout(column(body))
