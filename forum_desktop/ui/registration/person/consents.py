"""The card of what a person agreed to: each purpose given, not given or never asked."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton

from forum_desktop import services
from forum_desktop.records.privacy import ConsentPurpose, ConsentWay
from forum_desktop.ui.controls import Text, button, column, restyle, row, told
from forum_desktop.ui.display import said_time
from forum_desktop.ui.either import Either
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.days import said_short_date
from forum_desktop.ui.registration.person.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.privacy import Consent
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.words import Words


class ConsentLine(QFrame):
    """One purpose with her last word; Space on the chosen answer turns it into the other."""

    def __init__(
        self,
        words: "Words",
        purpose: ConsentPurpose,
        say: "Callable[[ConsentPurpose, bool], object]",
    ) -> None:
        super().__init__()
        self._words, self._purpose, self._say = words, purpose, say
        self._is_given: bool | None = None
        self.said = Text("small", wraps=True)
        self.yes, self.no = (self._answer(name) for name in ("yes", "no"))
        told_purpose = told(words, f"person.consent.{purpose}", wraps=True)
        line = row(column(told_purpose, self.said, gap=0), self.yes, self.no, gap=6)
        line.setStretch(0, 1)
        line.setContentsMargins(12, 4, 8, 4)
        self.setLayout(line)
        self.setProperty("look", "sunken")

    def show_consent(self, consent: "Consent | None") -> None:
        """Show her last word."""
        self._is_given = consent.is_given if consent else None
        self.yes.setChecked(self._is_given is True)
        self.no.setChecked(self._is_given is False)
        self.said.say(self._told(consent))
        restyle(self.said, tone=_TONES[self._is_given])

    def _told(self, consent: "Consent | None") -> str:
        words = self._words
        if consent is None:
            return words("person.consent_unasked")
        key = "person.consent_given" if consent.is_given else "person.consent_refused"
        return words(
            key,
            day=said_short_date(consent.said_at.date(), words.language),
            time=said_time(consent.said_at),
            station=consent.station,
            way=words(f"person.way.{consent.way}"),
        )

    def _answer(self, name: str) -> QPushButton:
        made = button(self._words, f"person.consent_{name}", lambda: self._pressed(name == "yes"))
        made.setCheckable(True)
        made.setProperty("look", "kind")
        return made

    def _pressed(self, is_yes: bool) -> None:  # noqa: FBT001 - which of two buttons
        is_again = self._is_given is is_yes
        self._say(self._purpose, not is_yes if is_again else is_yes)


class ConsentsCard(Panel):
    """How she says it is chosen once and holds for the next words too."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self.way = Either(
            self.words, "person.way", [way.value for way in ConsentWay], lambda _: None
        )
        self.way.choose(ConsentWay.SPOKEN)
        self.lines = {
            purpose: ConsentLine(self.words, purpose, self.say) for purpose in ConsentPurpose
        }
        how = row(told(self.words, "person.way", "small"), self.way, None, gap=8)
        lines = column(*self.lines.values(), gap=6)
        self.lay_out("person.consents", "hand", lines, how, sign="Alt+3")

    def tell(self) -> None:
        """Show her last word on every purpose."""
        for purpose, line in self.lines.items():
            line.show_consent(self.shown.consent(purpose) if self.shown else None)

    def say(self, purpose: ConsentPurpose, is_given: bool) -> None:  # noqa: FBT001 - her answer
        """Keep her word on a purpose."""
        assert self.shown is not None
        who, way = self.shown.attendee.id, ConsentWay(self.way.chosen())
        self.page.act(
            lambda desk: services.privacy.say_consent(
                desk, who, purpose, is_given=is_given, way=way
            ),
            lambda _: None,
            Kind.ATTENDEES,
            refused=lambda _: self.tell(),
            failed=self.tell,
        )


_TONES = {None: "", True: "good", False: "warn"}
