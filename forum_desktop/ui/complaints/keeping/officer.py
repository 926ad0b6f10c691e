"""Who works at the desk: written beside everything that is opened."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.ui.asking import Asked, AskFold
from forum_desktop.ui.controls import Text, column, restyle, row
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.news import Kind

if TYPE_CHECKING:
    from forum_desktop.ui.viewed import ViewedPage

_W = int(Qt.Key.Key_W)


class OfficerRow(QFrame):
    """Says who it is; one key asks who it is from now on."""

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self.officer = ""
        self._says = Text(wraps=True)
        self.acts = KeyButtons(self._words, {_W: Act("keeping.act.officer", self.ask)}, columns=1)
        asked = (Asked("name", "keeping.officer_name"),)
        self.asking = AskFold(self._words, "keeping.officer", asked, self._keep)
        line = row(self._says, self.acts, gap=8)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.setProperty("look", "clear")
        self.setLayout(column(line, self.asking, gap=6))

    def show_officer(self, name: str) -> None:
        """Show who works at the desk, empty where nobody was told."""
        self.officer = name
        self.retranslate()

    def ask(self) -> None:
        """Ask who works at the desk from now on."""
        self.asking.begin()

    def forget(self) -> None:
        """Ask no more."""
        self.asking.fold_in()

    def retranslate(self) -> None:
        """Say again who it is."""
        self.acts.retranslate()
        words = self._words
        known = words("keeping.officer_is", name=self.officer)
        self._says.say(known if self.officer else words("keeping.officer_unknown"))
        restyle(self._says, tone="" if self.officer else "warn")

    def _keep(self, told: Mapping[str, str]) -> None:
        forum_id, name = self._page.forum_id, told["name"]
        self._page.act(
            lambda desk: services.complaints.name_officer(desk, forum_id, name),
            lambda _: self._kept(),
            Kind.COMPLAINTS,
        )

    def _kept(self) -> None:
        self.asking.fold_in()
        self._page.say("keeping.done.officer", "good")
