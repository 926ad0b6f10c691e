"""The card of a person's rights: a copy, a refusal, erasure, and what she asked before."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, column, row, told
from forum_desktop.ui.folding import Ask
from forum_desktop.ui.news import Kind
from forum_desktop.ui.registration.person.erasing import EraseFold
from forum_desktop.ui.registration.person.facts import badge_of
from forum_desktop.ui.registration.person.panel import Panel
from forum_desktop.ui.registration.person.request_line import request_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from forum_desktop.ui.page import Page


class RightsCard(Panel):
    """`erased` hears when nobody is left to show."""

    def __init__(self, page: "Page", erased: "Callable[[], object]") -> None:
        super().__init__(page)
        self._erased = erased
        self._folder = Path.home()
        words = self.words
        self.copy_button = button(words, "person.copy", self.ask_pdf, symbol="download")
        self.data_button = button(words, "person.copy_data", self.ask_json, look="quiet")
        self.refuse_button = button(words, "person.refuse", self.ask_refusal, look="quiet")
        self.erase_button = button(
            words, "person.erase", self.ask_erasure, look="quiet", symbol="trash-2"
        )
        self.refusing = Ask(words, "person.refusing", self._refuse)
        self.erasing = EraseFold(words, self._erase)
        self.requests: list[QFrame] = []
        self._rows: QVBoxLayout = column(gap=2)
        self._none = Text("soft", wraps=True)
        self._lay_out()

    def tell(self) -> None:
        """Show what was asked before."""
        if self.shown is None:
            self.refusing.fold_in()
            self.erasing.fold_in()
        for line in self.requests:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        asked = self.shown.file.requests if self.shown else ()
        self.requests = [request_line(self.words, request) for request in asked]
        for line in self.requests:
            self._rows.addWidget(line)
        self._none.setVisible(not asked)
        self._none.say(self.words("person.requests_none"))

    def ask_pdf(self) -> None:
        """Ask where the copy to be printed goes, and write it."""
        self._ask_target("pdf")

    def ask_json(self) -> None:
        """Ask where the copy for another program goes, and write it."""
        self._ask_target("json")

    def suggested_name(self, ending: str) -> str:
        """Return a file name with nobody's name in it: the badge tells whose it is."""
        assert self.shown is not None
        return f"person-{badge_of(self.shown.attendee)}.{ending}"

    def export_to(self, target: Path) -> None:
        """Write the copy, in the form that the file name's ending tells."""
        assert self.shown is not None
        who = self.shown.attendee.id
        self.page.act(
            lambda desk: services.privacy.export_person(desk, who, target),
            self._exported,
            Kind.ATTENDEES,
        )

    def ask_refusal(self) -> None:
        """Ask why her request is refused."""
        self.erasing.fold_in()
        self.refusing.begin()

    def ask_erasure(self) -> None:
        """Ask why she is erased, and whether it is meant."""
        self.refusing.fold_in()
        self.erasing.begin()

    def _ask_target(self, ending: str) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - loaded when needed

        start = str(self._folder / self.suggested_name(ending))
        title = self.words("person.copy_title")
        path, _ = QFileDialog.getSaveFileName(self, title, start, f"*.{ending}")
        if path:
            self.export_to(Path(path))

    def _exported(self, target: Path) -> None:
        self._folder = target.parent
        self.page.say("person.copied", "good", name=target.name, path=target.parent)

    def _refuse(self, reason: str) -> None:
        assert self.shown is not None
        who = self.shown.attendee.id
        self.page.act(
            lambda desk: services.privacy.refuse_request(desk, who, reason),
            lambda _: self.refusing.fold_in(),
            Kind.ATTENDEES,
        )

    def _erase(self, reason: str) -> None:
        assert self.shown is not None
        who = self.shown.attendee.id
        self.page.act(
            lambda desk: services.privacy.erase_person(desk, who, reason),
            lambda _: self._erased(),
            Kind.ATTENDEES,
            Kind.OPINIONS,
        )

    def _lay_out(self) -> None:
        acts = row(self.copy_button, self.data_button, self.refuse_button, self.erase_button, None)
        acts.setSpacing(6)
        asked = told(self.words, "person.requests", "field")
        self.lay_out(
            "person.rights",
            "shield-check",
            acts,
            self.refusing,
            self.erasing,
            asked,
            self._none,
            self._rows,
            sign="Alt+5",
        )
