"""The outbox view: one key sends what headquarters lacks; its receipt tells when it holds all."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from forum_desktop.services.exchange import outbox
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.exchange.outbox.way import Way
from forum_desktop.ui.folding import ENTER
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.errors import Refusal
    from forum_desktop.records.courier import Delivery, OutboxState, ReceiptStanding
    from forum_desktop.services.desk import Desk

_MEGABYTE = 1_000_000


class OutboxView(View):
    """The way at the left; what went, and what headquarters confirmed, at the right."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._task: Task | None = None
        self._state: OutboxState | None = None
        self._fingerprint = ""
        words = self.words
        self.way = Way(page)
        self.send_button = button(
            words, "outbox.send", self.send, look="primary", symbol="landmark"
        )
        self.trust_button = button(words, "outbox.trust", self.trust, symbol="lock")
        self.fetch_button = button(words, "outbox.fetch", self.fetch, symbol="file-down")
        self.stop_button = button(words, "outbox.stop", self.stop)
        self.progress = named(words, "outbox.running", QProgressBar())
        self.progress.setTextVisible(False)
        self._running = QFrame()
        self.went, self.confirmed = Text("body", wraps=True), Text("body", wraps=True)
        self._lay_out()
        self.shortcuts = {(CTRL, Qt.Key.Key_O): self.way.choose_folder}
        self._show_state()

    @property
    def is_running(self) -> bool:
        """Tell whether something is on its way."""
        return self._task is not None

    def forum_opened(self) -> None:
        """Begin with another forum."""
        self._state = None
        self._show_state()

    def overview_changed(self) -> None:
        """Let the forum that is open be sent."""
        self.reload()

    def arrive(self) -> None:
        """Come with the cursor on the address."""
        self.reload()
        self.way.address.setFocus()

    def reload(self) -> None:
        """Read again what waits, went and was confirmed."""
        if self.page.overview is None or not self.isVisible():
            return
        forum_id = self.page.forum_id
        self.page.look_up(lambda desk: outbox.read_outbox(desk, forum_id), self._read)

    def take_key(self, event: QKeyEvent) -> bool:
        """Send by Enter."""
        if event.key() in ENTER:
            self.send()
            return True
        return False

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self._show_state()

    def send(self) -> None:
        """Bring to headquarters what it lacks; only when this is asked for."""
        if self.is_running or self.page.overview is None:
            return
        forum_id, address = self.page.forum_id, self.way.address.text().strip()
        credential, is_kept = self.way.credential(), self.way.kept.isChecked()

        def job(desk: "Desk", task: Task) -> "Delivery":
            if address:
                outbox.keep_address(desk, address)
            return outbox.send(
                desk,
                forum_id,
                credential=credential,
                is_kept=is_kept,
                tell=task.progress,
                is_cancelled=task.is_cancelled,
            )

        self._begin(job, self._sent)

    def fetch(self) -> None:
        """Look whether headquarters' receipt has come."""
        if self.is_running or self.page.overview is None:
            return
        forum_id, credential = self.page.forum_id, self.way.credential()
        self._begin(
            lambda desk, _: outbox.fetch_receipt(desk, forum_id, credential=credential),
            self._fetched,
        )

    def trust(self) -> None:
        """Take the server's key for known, once its fingerprint was compared, and send."""
        fingerprint, address = self._fingerprint, self.way.address.text().strip()
        self._fingerprint = ""
        self.page.look_up(
            lambda desk: outbox.trust_server(desk, fingerprint, address), lambda _: self.send()
        )

    def stop(self) -> None:
        """Send no more; what is there by then is gone on with the next time."""
        if self._task is not None:
            self._task.cancel()

    def _begin(self, job: object, done: object) -> None:
        self.page.message.hide()
        self.progress.setValue(0)
        self._fingerprint = ""
        self._task = self.page.background.run_long(
            job,  # type: ignore[arg-type]
            Ends(
                done=done,  # type: ignore[arg-type]
                refused=self._refused,
                failed=self._end,
                cancelled=self._stopped,
                progress=lambda share: self.progress.setValue(round(share * 100)),
            ),
        )
        self._show_state()

    def _sent(self, delivery: "Delivery") -> None:
        self._end()
        self.way.forget_password()
        key = "courier.was_there" if delivery.was_there else "courier.sent"
        bundle = delivery.bundle
        self.page.say(key, "good", file=bundle.name, operations=bundle.operations)

    def _fetched(self, standing: "ReceiptStanding") -> None:
        self._end()
        self.page.say(f"courier.lack.{standing.lack}", "good" if standing.is_whole else "warn")

    def _refused(self, refusal: "Refusal") -> None:
        self._end()
        if refusal.key == "courier.new_server":
            self._fingerprint = str(refusal.details["fingerprint"])
        self._show_state()
        # Not by the page's own way, which tells that an entry is not saved: all of it is.
        self.page.message.say(self.words.of(refusal), "bad")

    def _stopped(self) -> None:
        self._end()
        self.page.say("outbox.stopped", "warn")

    def _end(self) -> None:
        self._task = None
        self._show_state()
        self.reload()

    def _read(self, state: "OutboxState") -> None:
        self._state = state
        self.way.show_kept(state.address, has_credential=state.has_credential)
        self._show_state()

    def _show_state(self) -> None:
        self.send_button.setEnabled(self.page.overview is not None)
        self.send_button.setVisible(not self.is_running)
        self.fetch_button.setEnabled(self.page.overview is not None and not self.is_running)
        self.trust_button.setVisible(bool(self._fingerprint))
        self._running.setVisible(self.is_running)
        self.went.say(self._say_went())
        self.confirmed.say(self._say_confirmed())

    def _say_went(self) -> str:
        waiting = self._state.waiting if self._state else None
        if self._state is None or waiting is None or waiting.sent_at is None:
            return self.words("outbox.nothing_sent")
        key = "outbox.sent_all" if self._state.is_up_to_date else "outbox.sent_before"
        told_at = f"{waiting.sent_at:%H.%M}"
        return self.words(
            key, at=told_at, operations=waiting.operations, megabytes=_size(waiting.size)
        )

    def _say_confirmed(self) -> str:
        if self._state is None:
            return self.words("courier.lack.no_receipt")
        return self.words(f"courier.lack.{self._state.standing.lack}")

    def _lay_out(self) -> None:
        words = self.words
        busy = row(self.progress, self.stop_button, gap=10)
        busy.setStretch(0, 1)
        self._running.setLayout(column(told(words, "outbox.running", "soft"), busy, gap=4))
        way = card(
            told(words, "outbox.title", "lead"),
            told(words, "outbox.how", "soft", wraps=True),
            self.way,
            row(self.send_button, self.trust_button, None, gap=8),
            self._running,
            gap=8,
        )
        state = card(
            told(words, "outbox.went", "lead"),
            self.went,
            told(words, "outbox.confirmed", "lead"),
            self.confirmed,
            row(self.fetch_button, None),
            told(words, "outbox.after", "soft", wraps=True),
            gap=8,
        )
        body = row(column(way, None), column(state, None), gap=16)
        body.setStretch(0, 1)
        body.setStretch(1, 1)
        self.setLayout(column(body))


def _size(size: int) -> str:
    return f"{max(size / _MEGABYTE, 0.1):.1f}"
