"""The keeping of the desk: on one side its acts, on the other the access log or one's rights."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from forum_desktop import services
from forum_desktop.ui.complaints.keeping.exports import ExportsCard
from forum_desktop.ui.complaints.keeping.log import AccessBoard
from forum_desktop.ui.complaints.keeping.paper import PaperCard
from forum_desktop.ui.complaints.keeping.passphrase import PassphraseCard
from forum_desktop.ui.complaints.keeping.rights import RightsBoard
from forum_desktop.ui.controls import column, row
from forum_desktop.ui.either import Either
from forum_desktop.ui.keys import ALT, CTRL, latin_key
from forum_desktop.ui.rereading import Rereading
from forum_desktop.ui.scrolling import scrolled
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.records.sealed import ComplaintDesk
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.complaints.register.view import RegisterView

_SIDES = ("log", "rights")
_ACTS_SHARE, _SIDE_SHARE = 5, 6


class Stand(NamedTuple):
    """How the desk stands, and the numbers on paper that nobody has typed in."""

    desk: "ComplaintDesk"
    unused: tuple[str, ...]


class KeepingView(View):
    """With the cursor in a list, one key begins one act; Alt+1 and Alt+2 change the side."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.log = AccessBoard(page)
        self.rights = RightsBoard(page, self._show_log)
        self.key = PassphraseCard(page)
        self.paper = PaperCard(page, self.go_to_list)
        self.exports = ExportsCard(page)
        self.side = Either(self.words, "keeping.side", _SIDES, self._show_side)
        self._stack = QStackedWidget()
        self._rereading = Rereading(self._ask)
        self._connect()
        self._bind_keys()
        self._lay_out()
        self.retranslate()

    def forum_opened(self) -> None:
        """Begin with another forum."""
        self._forget()
        self.log.forget()
        self.key.kept = None
        self.paper.show_unused(())

    def arrive(self) -> None:
        """Read the newest, and come with the cursor in the list."""
        self.reload()
        self.go_to_list()

    def leave(self) -> None:
        """Let nothing stay that tells of a person, and no passphrase."""
        self._forget()

    def reload(self) -> None:
        """Read again."""
        self.log.reload()
        self._rereading.again()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        for part in (self.log, self.rights, self.key, self.paper, self.exports):
            part.retranslate()

    def go_to_list(self) -> None:
        """Put the cursor in the list of the side in front."""
        if self.side.chosen() == "rights":
            self.rights.begin()
        else:
            self.log.go_to_list()

    def take_key(self, event: QKeyEvent) -> bool:
        """Begin an act where the cursor stands on a button."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and self._take(latin_key(event))

    def _show_log(self) -> None:
        self._show_side("log")

    def _show_side(self, name: str) -> None:
        self.side.choose(name)
        if name == "log":
            self.rights.forget()
        self._stack.setCurrentWidget(self.rights if name == "rights" else self.log)
        self.go_to_list()

    def _search(self) -> None:
        self._show_side("log")
        self.log.search.setFocus()
        self.log.search.selectAll()

    def _take(self, key: int) -> bool:
        if key == Qt.Key.Key_Return and self.log.openings.hasFocus():
            self._show_case(self.log.number())
            return True
        if self.side.chosen() == "rights" and self.rights.asked.acts.take(key):
            return True
        parts = (self.key, self.paper, self.exports, self.log.officer)
        return any(part.acts.take(key) for part in parts if part.isVisible())

    def _show_case(self, number: str) -> None:
        """Show a case of the log in the register."""
        if number:
            page = self.page
            page.show_view("register")
            register: RegisterView = page.current_view  # type: ignore[assignment]
            register.find_number(number)

    def _ask(self) -> None:
        forum_id = self.page.forum_id
        self.page.look_up(
            lambda desk: _read(desk, forum_id),
            lambda stand: self._show(forum_id, stand),
            failed=self._rereading.ended,
        )

    def _show(self, forum_id: "UUID", stand: Stand) -> None:
        self._rereading.ended()
        if forum_id != self.page.forum_id:
            return
        self.key.show_desk(stand.desk)
        self.log.officer.show_officer(stand.desk.officer)
        self.rights.show_desk(needs_passphrase=stand.desk.is_wrapped)
        self.paper.show_unused(stand.unused)

    def _forget(self) -> None:
        for part in (self.rights, self.key, self.paper, self.log.officer):
            part.forget()

    def _connect(self) -> None:
        for listing in (self.log.openings, self.paper.numbers):
            listing.acts = self._take
        self.rights.found.acts = self._take

    def _bind_keys(self) -> None:
        self.shortcuts = {
            (ALT, Qt.Key.Key_1): self._show_log,
            (ALT, Qt.Key.Key_2): lambda: self._show_side("rights"),
            (CTRL, Qt.Key.Key_F): self._search,
            (CTRL, Qt.Key.Key_D): self.go_to_list,
        }

    def _lay_out(self) -> None:
        for side in (self.log, self.rights):
            self._stack.addWidget(side)
        self.side.choose("log")
        acts = column(self.key, self.paper, self.exports, gap=8)
        acts.setStretch(1, 1)
        right = column(self.side, self._stack, gap=8)
        right.setStretch(1, 1)
        body = row(scrolled(acts), right)
        body.setStretch(0, _ACTS_SHARE)
        body.setStretch(1, _SIDE_SHARE)
        self.setLayout(body)


def _read(desk: "Desk", forum_id: "UUID") -> Stand:
    return Stand(
        desk=services.complaint_desk.read_desk(desk, forum_id),
        unused=services.complaints.unused_numbers(desk, forum_id),
    )
