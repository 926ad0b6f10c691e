"""A person's rights: her cases are found by her own words, then what she asks for is done."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.records.complaint import Complaint
from forum_desktop.ui.board import headed
from forum_desktop.ui.complaints.keeping.acting import CaseRights
from forum_desktop.ui.complaints.keeping.finding import FindForm
from forum_desktop.ui.complaints.register.case_list import CaseList
from forum_desktop.ui.complaints.register.lines import RegisterLines, subject_of
from forum_desktop.ui.controls import Text, column, named
from forum_desktop.ui.display import joined
from forum_desktop.ui.record_list import Line

if TYPE_CHECKING:
    from forum_desktop.ui.viewed import ViewedPage

SHOWN_FOR = 60 * 1000
"""Milliseconds without a key until what was typed of a person goes by itself."""


class RightsBoard(QFrame):
    """Shows numbers only: no name is ever opened here, and what is typed is soon forgotten."""

    def __init__(self, page: "ViewedPage", left: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._words, self._left = page, page.words, left
        self._is_working = False
        self.form = FindForm(self._words, self.look_for)
        self._lines = RegisterLines(page)
        self.found = CaseList(self._line)
        self.asked = CaseRights(page, self._chosen, self._became)
        self._count = Text("soft", wraps=True)
        self.timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self.timer.timeout.connect(self.forget)
        self._connect()
        self._lay_out()
        self.forget()

    def show_desk(self, *, needs_passphrase: bool) -> None:
        """Ask for the passphrase only where the desk has one."""
        self.asked.needs_passphrase = needs_passphrase
        self.form.ask_passphrase(is_asked=needs_passphrase)

    def begin(self) -> None:
        """Come with the cursor in the name, or in what was found."""
        if self.found.records.rowCount():
            self.found.setFocus()
        else:
            self.form.lines["name"].setFocus()

    def look_for(self, told: Mapping[str, str]) -> None:
        """Look for her cases; whatever is opened for it is on record first."""
        if self._is_working:
            return
        self._is_working, self.asked.reason = True, told["reason"]
        forum_id = self._page.forum_id
        self._page.message.hide()
        self._page.look_up(
            lambda desk: services.complaints.find_complaints_of(
                desk,
                forum_id,
                full_name=told["name"],
                phone=told["phone"],
                reason=told["reason"],
                passphrase=told["passphrase"],
            ),
            self._answered,
            refused=lambda _: self._refused(),
            failed=self._ready,
        )

    def forget(self) -> None:
        """Show nobody, hold nothing that was typed."""
        self.timer.stop()
        had_cursor = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.form.clear()
        self.asked.forget()
        self.found.set_rows(())
        self._count.say("")
        self._show_form(is_asked=True)
        self.asked.show_chosen()
        if had_cursor:
            self.begin()

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.asked.retranslate()
        self._say_count()
        self.found.set_hint(self._words("keeping.rights_hint"))
        self.found.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forget all on Esc, and lead back."""
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            self._left()
        else:
            super().keyPressEvent(event)

    def _answered(self, found: tuple[Complaint, ...]) -> None:
        self._ready()
        self._page.current_view.reload()
        self.form.forget_passphrase()
        if not self.isVisible() or not self.asked.reason:
            return  # left meanwhile: nobody is shown
        if found:
            self._show_found(found)
        else:
            self._page.say("keeping.found_none", "warn")
            self.form.lines["name"].setFocus()

    def _show_found(self, found: tuple[Complaint, ...]) -> None:
        self.found.set_rows(found)
        self.form.clear()
        self._show_form(is_asked=False)
        self._say_count()
        self.found.choose(0)
        self.found.setFocus()
        self.asked.show_chosen()
        self.timer.start()

    def _refused(self) -> None:
        """Ask again; the try is on record."""
        self._ready()
        self._page.current_view.reload()
        self.form.forget_passphrase()
        if self.asked.needs_passphrase and self.isVisible():
            self.form.lines["passphrase"].setFocus()

    def _ready(self) -> None:
        self._is_working = False

    def _became(self, one: Complaint) -> None:
        """Show in its place what became of a case."""
        at = self.found.currentIndex().row()
        if at >= 0:
            self.found.records.replace(at, one)
        self.asked.show_chosen()

    def _chosen(self) -> Complaint | None:
        return self.found.chosen()

    def _line(self, one: Complaint) -> Line:
        words = self._words
        state = words(f"complaint.state.{one.state}")
        return Line(
            text=subject_of(words, one),
            under=joined((one.reference, state, self._lines.kinds(one))),
            mark=words(f"case_register.level.{one.level}"),
            is_quiet=one.is_erased or one.is_sealed,
        )

    def _say_count(self) -> None:
        count = self.found.records.rowCount()
        self._count.say(self._words("keeping.found", count=count) if count else "")

    def _show_form(self, *, is_asked: bool) -> None:
        self.form.setVisible(is_asked)
        self._count.setVisible(not is_asked)
        self.asked.setVisible(not is_asked)

    def _connect(self) -> None:
        self.found.row_chosen.connect(self.asked.show_chosen)
        for line in (*self.form.lines.values(), *self.asked.lines()):
            line.textEdited.connect(lambda _: self.timer.start())

    def _lay_out(self) -> None:
        named(self._words, "keeping.found_list", self.found)
        items = (self.form, self._count, self.found, self.asked)
        made = headed(self._words, "keeping.rights", "user-check", *items, widest=3)
        self.setLayout(column(made))
