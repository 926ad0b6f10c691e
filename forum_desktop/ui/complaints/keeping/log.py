"""Who opened what, when and why: looked through by words, the latest first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.records.sealed import AccessKind
from forum_desktop.ui.board import headed
from forum_desktop.ui.complaints.keeping.officer import OfficerRow
from forum_desktop.ui.complaints.register.case_list import CaseList
from forum_desktop.ui.complaints.register.facts import moment_told
from forum_desktop.ui.controls import Text, column, named, told
from forum_desktop.ui.display import joined
from forum_desktop.ui.latest import Latest
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.theme import TOKENS

if TYPE_CHECKING:
    from forum_desktop.records.complaint import Complaint
    from forum_desktop.records.sealed import AccessRow
    from forum_desktop.ui.viewed import ViewedPage

_COLORS = {
    AccessKind.IDENTITY: TOKENS.primary,
    AccessKind.CASE: TOKENS.primary,
    AccessKind.EXPORT: TOKENS.warn,
    AccessKind.CORRECT: TOKENS.ink_soft,
    AccessKind.REDACT: TOKENS.bad,
    AccessKind.ERASE: TOKENS.bad,
    AccessKind.SEAL: TOKENS.ink_soft,
}


class AccessBoard(QFrame):
    """The list takes the plain keys; nobody who complained is named in it."""

    def __init__(self, page: "ViewedPage") -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self.officer = OfficerRow(page)
        self.search = QLineEdit()
        self.openings = CaseList(self._line)
        self._count = Text("small")
        self._latest = Latest(self, self._ask)
        self.search.textChanged.connect(lambda _: self._latest.later())
        self._lay_out()

    def reload(self) -> None:
        """Read again."""
        self._latest.later()
        self._latest.now()

    def forget(self) -> None:
        """Begin with another forum."""
        self._latest.settle()
        self.search.clear()
        self._latest.settle()
        self.officer.show_officer("")
        self._show(())

    def number(self) -> str:
        """Return the number of the chosen line, empty where it is of none or of several."""
        row = self.openings.chosen()
        return row.references[0] if row and len(row.references) == 1 else ""

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.officer.retranslate()
        self._say_count()
        self.openings.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the list with the arrow down or Enter."""
        keys = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        if event.key() in keys and self.search.hasFocus():
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
            elif _is_number(self.search.text()):
                self._check_number(self.search.text())
            self.go_to_list()
        else:
            super().keyPressEvent(event)

    def go_to_list(self) -> None:
        """Put the cursor in the list."""
        if self.openings.currentIndex().row() < 0:
            self.openings.choose(0)
        self.openings.setFocus()

    def _check_number(self, typed: str) -> None:
        """Tell a number that is mistyped or unknown, or that nobody opened anything of it."""
        self._latest.now()
        forum_id = self._page.forum_id
        self._page.look_up(
            lambda desk: services.complaints.find_complaint(desk, forum_id, typed),
            self._say_if_unopened,
        )

    def _say_if_unopened(self, complaint: "Complaint") -> None:
        if not self.openings.records.rowCount():
            self._page.say("keeping.log_none_of", "good", number=complaint.reference)

    def _ask(self) -> None:
        forum_id, typed = self._page.forum_id, self.search.text()
        self._page.look_up(
            lambda desk: services.complaints.read_access_log(desk, forum_id, typed),
            self._latest.only(self._show),
        )

    def _show(self, rows: "tuple[AccessRow, ...]") -> None:
        at = max(0, self.openings.currentIndex().row())
        self.openings.set_rows(rows)
        self.openings.choose(at)
        self._say_count()

    def _say_count(self) -> None:
        words = self._words
        self._count.say(words("keeping.log_count", count=self.openings.records.rowCount()))
        is_looking = bool(self.search.text().strip())
        self.openings.set_hint(words("keeping.log_none" if is_looking else "keeping.log_empty"))

    def _line(self, row: "AccessRow") -> Line:
        words, access, count = self._words, row.access, len(row.references)
        many = words("keeping.many", count=count) if count > 1 else ""
        return Line(
            text=joined((many or "".join(row.references), access.reason)),
            under=joined(
                (moment_told(words, access.at), access.actor or words("keeping.nobody_told"))
            ),
            mark=words(f"case_register.access.{access.what}"),
            mark_color=_COLORS[access.what],
        )

    def _lay_out(self) -> None:
        words = self._words
        self.search.setProperty("look", "search")
        self.search.setMaxLength(100)
        named(words, "keeping.log_search", self.search)
        words.tell(self.search.setPlaceholderText, "keeping.log_search")
        named(words, "keeping.log", self.openings)
        how = told(words, "keeping.log_how", "small", wraps=True)
        body = (how, self.officer, self.search, self._count, self.openings)
        made = headed(words, "keeping.log", "eye-off", *body, widest=5)
        self.setLayout(column(made))


def _is_number(typed: str) -> bool:
    """Tell whether one word with a digit and a hyphen stands there, as a complaint's number."""
    words = typed.split()
    return len(words) == 1 and "-" in typed and any(sign.isdigit() for sign in typed)
