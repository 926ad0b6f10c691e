"""The card of the entries that were merged into a person's, each of which may be parted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, row
from forum_desktop.ui.display import joined
from forum_desktop.ui.folding import Ask
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.facts import badge_of
from forum_desktop.ui.registration.person.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.records.people import Attendee
    from forum_desktop.ui.page import Page
    from forum_desktop.ui.words import Words


class EntryLine(QFrame):
    """A merged entry with its own name, place and badge."""

    def __init__(
        self, words: "Words", twin: "Attendee", part: "Callable[[Attendee], object]"
    ) -> None:
        super().__init__()
        self.twin = twin
        name, under = Text("body", wraps=True), Text("small", wraps=True)
        name.say(twin.full_name)
        under.say(joined((twin.community or twin.organisation, twin.phone, badge_of(twin))))
        self.part_button = button(
            words, "person.part", lambda: part(twin), look="quiet", symbol="split"
        )
        line = row(column(name, under, gap=0), self.part_button, gap=6)
        line.setStretch(0, 1)
        line.setContentsMargins(12, 4, 8, 4)
        self.setLayout(line)
        self.setProperty("look", "sunken")


class EntriesCard(Panel):
    """`merge` opens the search for another entry of the same person."""

    def __init__(self, page: "Page", merge: "Callable[[], object]") -> None:
        super().__init__(page)
        self._none = Text("soft", wraps=True)
        self._rows: QVBoxLayout = column(gap=6)
        self.lines: list[EntryLine] = []
        self._parting: Attendee | None = None
        self.parting = Ask(self.words, "person.parting", self._part)
        self.merge_button = button(self.words, "person.merge", merge, look="quiet", symbol="merge")
        self.lay_out(
            "person.entries",
            "merge",
            self._none,
            self._rows,
            self.parting,
            sign="Alt+4",
            aside=self.merge_button,
        )

    def tell(self) -> None:
        """Show the merged entries."""
        self.parting.fold_in()
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        twins = self.shown.file.twins if self.shown else ()
        self.lines = [EntryLine(self.words, twin, self._ask) for twin in twins]
        for line in self.lines:
            self._rows.addWidget(line)
        self._none.setVisible(not twins)
        self._none.say(self.words("person.entries_none"))

    def _ask(self, twin: "Attendee") -> None:
        self._parting = twin
        self.parting.begin(name=twin.full_name)

    def _part(self, reason: str) -> None:
        assert self._parting is not None
        who = self._parting.id
        self.page.act(
            lambda desk: services.twins.part_people(desk, who, reason),
            lambda _: self._parted(),
            Kind.ATTENDEES,
        )

    def _parted(self) -> None:
        self.parting.fold_in()
        self.page.say("person.parted", "good")
        self.merge_button.setFocus()
