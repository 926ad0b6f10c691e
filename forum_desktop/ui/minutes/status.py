"""Where the minutes stand, and the one act that takes them on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop import services
from forum_desktop.clock import wall_clock
from forum_desktop.records.minutes import MinutesStatus
from forum_desktop.ui.controls import Text, button, card, column, row
from forum_desktop.ui.display import said_date
from forum_desktop.ui.minutes.folds import CertifyFold, ReopenFold
from forum_desktop.ui.minutes.steps import Steps
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.records.minutes import MinutesTexts
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page


class StatusStrip(QFrame):
    """`before` keeps what is typed and tells whether it could; `changed` hears the new state."""

    def __init__(
        self,
        page: "Page",
        before: Callable[[], bool],
        changed: "Callable[[MinutesTexts], object]",
    ) -> None:
        super().__init__()
        self._page, self._before, self._changed = page, before, changed
        self._texts: MinutesTexts | None = None
        self._is_taking = False
        words = page.words
        self._steps, self._meaning = Steps(words), Text("soft", wraps=True)
        self.check_button = button(
            words, "minutes.mark_checked", self.mark_checked, look="primary", symbol="check"
        )
        self.certify_button = button(
            words, "minutes.certify_ask", self.ask_certify, look="primary", symbol="badge-check"
        )
        self.reopen_button = button(words, "minutes.reopen_ask", self.ask_reopen)
        self.draft_button = button(words, "minutes.draft_ask", self.ask_reopen, look="quiet")
        self.certifying = CertifyFold(words, self.certify)
        self.reopening = ReopenFold(words, self.reopen)
        self._lay_out()

    def status(self) -> MinutesStatus:
        """Return the state shown."""
        return self._texts.status if self._texts else MinutesStatus.DRAFT

    def show_texts(self, texts: "MinutesTexts") -> None:
        """Show where these minutes stand."""
        if self._texts is None or texts.status is not self._texts.status:
            self.certifying.hide()
            self.reopening.hide()
        self._texts = texts
        self.retranslate()

    def retranslate(self) -> None:
        """Say the state and what it means."""
        status = self.status()
        self._steps.show_status(status)
        self._meaning.say(self._said_meaning())
        self.check_button.setVisible(status is MinutesStatus.DRAFT)
        self.certify_button.setVisible(status is MinutesStatus.CHECKED)
        self.draft_button.setVisible(status is MinutesStatus.CHECKED)
        self.reopen_button.setVisible(status is MinutesStatus.CERTIFIED)

    def meaning(self) -> str:
        """Return what the strip says of the state."""
        return self._meaning.said()

    def mark_checked(self) -> None:
        """Say that the checker found the draft right."""
        forum_id = self._page.forum_id
        self._take(lambda desk: services.minutes.mark_checked(desk, forum_id))

    def ask_certify(self) -> None:
        """Ask when and how."""
        self.reopening.hide()
        self.certifying.begin(wall_clock().date())

    def certify(self) -> None:
        """Say that the meeting certified the minutes."""
        forum_id, on = self._page.forum_id, self.certifying.on.day()
        how = self.certifying.said_how()
        if on is None:
            self._page.say("minutes.date_faulty", "warn")
            self.certifying.on.setFocus()
            return
        self._take(lambda desk: services.minutes.certify_minutes(desk, forum_id, on=on, how=how))

    def ask_reopen(self) -> None:
        """Ask why."""
        self.certifying.hide()
        self.reopening.begin()

    def reopen(self) -> None:
        """Make the minutes a draft again."""
        forum_id, reason = self._page.forum_id, self.reopening.reason.text()
        self._take(lambda desk: services.minutes.reopen_minutes(desk, forum_id, reason=reason))

    def _take(self, job: "Callable[[Desk], Any]") -> None:
        if self._is_taking or not self._before():
            return
        self._is_taking = True
        self._page.act(
            job,
            self._taken,
            Kind.MINUTES,
            Kind.FORUM,
            refused=lambda _: self._may_go_on(),
            failed=self._may_go_on,
        )

    def _taken(self, texts: "MinutesTexts") -> None:
        self._may_go_on()
        is_here = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.show_texts(texts)
        if is_here:
            self._next_button().setFocus()
        self._changed(texts)

    def _may_go_on(self) -> None:
        self._is_taking = False

    def _next_button(self) -> QPushButton:
        return {
            MinutesStatus.DRAFT: self.check_button,
            MinutesStatus.CHECKED: self.certify_button,
            MinutesStatus.CERTIFIED: self.reopen_button,
        }[self.status()]

    def _said_meaning(self) -> str:
        words, texts = self._page.words, self._texts
        if texts is None:
            return ""
        if texts.status is MinutesStatus.CERTIFIED and texts.certified_on is not None:
            day = said_date(texts.certified_on, words.language)
            return words("minutes.status_how.certified", day=day, how=texts.certified_how)
        if texts.status is MinutesStatus.DRAFT and texts.reopened:
            return words("minutes.status_how.reopened", reason=texts.reopened)
        return words(f"minutes.status_how.{texts.status}")

    def _lay_out(self) -> None:
        line = row(
            self._steps,
            self._meaning,
            self.draft_button,
            self.check_button,
            self.certify_button,
            self.reopen_button,
            gap=14,
        )
        line.setStretch(1, 1)
        strip = card(line, self.certifying, self.reopening, gap=8)
        layout = strip.layout()
        assert layout is not None
        layout.setContentsMargins(12, 8, 12, 8)
        self.setLayout(column(strip))
        self.retranslate()
