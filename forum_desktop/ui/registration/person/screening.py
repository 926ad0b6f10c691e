"""The card of the health screening: hidden until the officer asks to see the outcome."""

from typing import TYPE_CHECKING

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, restyle, row
from forum_desktop.ui.display import said_time
from forum_desktop.ui.registration.person.panel import Panel

if TYPE_CHECKING:
    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.screening import Screening
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.registration.person.reading import Shown

_TONES = {"passed": "good", "not_passed": "bad", "sent_for_test": "warn"}


class ScreeningCard(Panel):
    """Not even read before it is asked for; hidden again by the same key."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self.outcome = Text("body", wraps=True)
        self._is_open = False
        self.open_button = button(
            self.words, "person.screening_open", self.reveal, look="quiet", symbol="stethoscope"
        )
        self.close_button = button(
            self.words, "person.screening_close", self.conceal, look="quiet", symbol="eye-off"
        )
        line = row(self.outcome, self.open_button, self.close_button, gap=6)
        line.setStretch(0, 1)
        self.lay_out("person.screening", "stethoscope", line, sign="Alt+6")
        self.hide()

    def show_pack(self, pack: "EventPack") -> None:
        """Stand on the page only where the pack turns screening on."""
        self.setVisible(pack.screening.is_on)

    def show_person(self, shown: "Shown | None") -> None:
        """Hide the outcome of the last person."""
        is_same = self.shown and shown and self.shown.attendee.id == shown.attendee.id
        super().show_person(shown)
        if not is_same:
            self.conceal()

    def toggle(self) -> None:
        """Show or hide."""
        if self._is_open:
            self.conceal()
        elif self.isVisible():
            self.reveal()

    def reveal(self) -> None:
        """Read the outcome and show it."""
        assert self.shown is not None
        who = self.shown.attendee.id
        self.page.look_up(
            lambda desk: services.screening.read_screening(desk, who),
            lambda screening: self._show(who, screening),
        )

    def conceal(self) -> None:
        """Hide the outcome."""
        self._put("person.screening_hidden", "", is_open=False)

    def tell(self) -> None:
        """Say again that the outcome is hidden."""
        if not self._is_open:
            self.conceal()

    def _show(self, who: object, screening: "Screening | None") -> None:
        if self.shown is None or self.shown.attendee.id != who:
            return
        if screening is None:
            self._put("person.screening_none", "", is_open=True)
            return
        result = self.words(f"person.screening.{screening.result}")
        time = said_time(screening.screened_at)
        told = self.words(
            "person.screening_told", result=result, time=time, officer=screening.officer or "–"
        )
        self._put("", _TONES[screening.result], is_open=True)
        self.outcome.say(told)

    def _put(self, key: str, tone: str, *, is_open: bool) -> None:
        had_cursor = self.window().focusWidget() in {self.open_button, self.close_button}
        self._is_open = is_open
        self.outcome.say(self.words(key) if key else "")
        restyle(self.outcome, tone=tone)
        self.open_button.setVisible(not is_open)
        self.close_button.setVisible(is_open)
        if had_cursor:
            (self.close_button if is_open else self.open_button).setFocus()
