"""The sheet of one person: her facts at the left, the cards at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from forum_desktop.ui.controls import Text, button, column, row
from forum_desktop.ui.display import joined
from forum_desktop.ui.folding import Fold
from forum_desktop.ui.registration.person.consents import ConsentsCard
from forum_desktop.ui.registration.person.entries import EntriesCard
from forum_desktop.ui.registration.person.form import FactsForm
from forum_desktop.ui.registration.person.presence import PresenceCard
from forum_desktop.ui.registration.person.rights import RightsCard
from forum_desktop.ui.registration.person.said import SaidCard
from forum_desktop.ui.registration.person.screening import ScreeningCard
from forum_desktop.ui.scrolling import scrolled
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from forum_desktop.records.pack import EventPack
    from forum_desktop.records.people import Attendee
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.registration.person.reading import Shown

_FACTS_WIDTH = 440
_AROUND = 24
_BAR_WIDTH = 12
"""Pixels between both sides, in which the facts scroll where a sentence takes their room."""
_TWO_COLUMNS = 1000
"""Pixels of the right side from which the cards stand in two columns."""


class Leads:
    """Where the sheet leads to: merging, the search, the desk, and nobody after an erasure."""

    def __init__(
        self,
        merge: "Callable[[], object]",
        search: "Callable[[], object]",
        desk: "Callable[[], object]",
        erased: "Callable[[], object]",
    ) -> None:
        self.merge, self.search, self.desk, self.erased = merge, search, desk, erased


class Sheet(QFrame):
    """Shows what is kept about one person."""

    def __init__(self, page: "Page", leads: Leads) -> None:
        super().__init__()
        self._page = page
        self._shown: Shown | None = None
        self.name, self._under = Text("title", wraps=True), Text("soft", wraps=True)
        self.form = FactsForm(page, self._saved)
        self.presence, self.consents = PresenceCard(page), ConsentsCard(page)
        self.screening, self.entries = ScreeningCard(page), EntriesCard(page, leads.merge)
        self.said, self.rights = SaidCard(page), RightsCard(page, leads.erased)
        self.cards = (
            *(self.presence, self.consents, self.screening),
            *(self.entries, self.said, self.rights),
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._area = scrolled(self._columns)
        facts = column(self.form, None)
        facts.setContentsMargins(0, 0, _BAR_WIDTH, 0)
        self._facts = scrolled(facts)
        self._lay_out(leads)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def show_pack(self, pack: "EventPack") -> None:
        """Take the choices of a forum."""
        self.form.show_pack(pack)
        self.presence.show_pack(pack)
        self.screening.show_pack(pack)

    def show_person(self, shown: "Shown") -> None:
        """Show a person, or what changed about her."""
        self._shown = shown
        self._tell_head()
        self.form.show_person(shown.attendee)
        for one in self.cards:
            one.show_person(shown)

    def person(self) -> "UUID | None":
        """Return the id of the person on the sheet."""
        return self._shown.attendee.id if self._shown else None

    def attendee(self) -> "Attendee | None":
        """Return the person on the sheet."""
        return self._shown.attendee if self._shown else None

    def forget(self) -> bool:
        """Show nobody; tell whether facts were typed and not saved."""
        self._shown = None
        self.name.say("")
        self._under.say("")
        for one in self.cards:
            one.show_person(None)
        return self.form.forget()

    def retranslate(self) -> None:
        """Say again, in the current language, what is not a fixed sentence."""
        self.form.retranslate()
        if self._shown is not None:
            self._tell_head()
            for one in self.cards:
                one.tell()

    def go_to(self, place: int) -> None:
        """Lead the cursor to the facts (1) or to a card (from 2)."""
        if place == 1:
            self.form.lines["title"].setFocus()
            return
        led = (self.presence, self.consents, self.entries, self.rights, self.screening)
        control = led[place - 2].first()
        if control is not None and not led[place - 2].isHidden():
            control.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the cards in one column or two."""
        super().resizeEvent(event)
        is_wide = self.width() - _FACTS_WIDTH > _TWO_COLUMNS
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            # What was folded out with the cursor has its room only after the layout.
            QTimer.singleShot(0, now, lambda: self.show_whole(now))

    def show_whole(self, control: QWidget) -> None:
        """Scroll until a control is in sight, and all of what was folded out around it."""
        fold = control.parentWidget()
        while fold is not None and not isinstance(fold, Fold) and fold is not self:
            fold = fold.parentWidget()
        for area in (self._facts, self._area):
            for wanted in (fold, control):
                if wanted is not None and area.isAncestorOf(wanted):
                    area.ensureWidgetVisible(wanted, 0, _AROUND)

    def _saved(self, _attendee: "Attendee") -> None:
        self._page.say("person.saved", "good")

    def _tell_head(self) -> None:
        assert self._shown is not None
        person, words = self._shown.attendee, self._page.words
        self.name.say(person.full_name)
        role = words(f"person.role.{person.role}")
        place = joined((person.community or person.organisation, person.zone))
        came = words("person.source.paper") if person.from_paper else ""
        came = came or (words("person.source.walk_in") if person.walk_in else "")
        gone = words("person.withdrawn", reason=person.withdrawn) if person.withdrawn else ""
        self._under.say(joined((role, person.position, place, came, gone)))

    def _lay_out(self, leads: Leads) -> None:
        words = self._page.words
        search = button(words, "person.another", leads.search, look="quiet", symbol="search")
        desk = button(words, "person.to_desk", leads.desk, look="quiet")
        head = row(column(self.name, self._under, gap=0), search, desk, gap=6)
        head.setStretch(0, 1)
        self._facts.setFixedWidth(_FACTS_WIDTH + _BAR_WIDTH)
        self._fill_columns()
        body = row(self._facts, self._area, gap=0)
        body.setStretch(1, 1)
        whole = column(head, body, gap=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _fill_columns(self) -> None:
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(TOKENS.gap)
        for cards in (self.cards[:3], self.cards[3:]):
            stack: QVBoxLayout = column(*cards, None)
            self._columns.addLayout(stack, 1)
