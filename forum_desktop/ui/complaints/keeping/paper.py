"""Numbers set aside for paper forms, the forms themselves, and those that nobody typed in yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from forum_desktop import services
from forum_desktop.thai.digits import to_arabic_digits
from forum_desktop.ui.asking import AskFold
from forum_desktop.ui.board import headed
from forum_desktop.ui.complaints.register.case_list import CaseList
from forum_desktop.ui.controls import Text, column, named, row, told
from forum_desktop.ui.folding import ENTER
from forum_desktop.ui.key_buttons import Act, KeyButtons
from forum_desktop.ui.news import Kind
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.save_target import Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.viewed import ViewedPage

_MOST = 500
"""Forms at one time; more is refused."""
_USUAL = "20"
_WIDE, _LOWEST = 90, 76
_N, _U = Qt.Key.Key_N, Qt.Key.Key_U


class PaperCard(QFrame):
    """Asks where the file goes before any number is set aside."""

    def __init__(self, page: "ViewedPage", back: "Callable[[], object]") -> None:
        super().__init__()
        self._page, self._words, self._back = page, page.words, back
        self._target = Target(page)
        self._is_working = False
        self.unused: tuple[str, ...] = ()
        self.count = QLineEdit(_USUAL)
        self.numbers = _Numbers(lambda number: Line(text=number))
        self._left = Text("small")
        acts = {
            int(_N): Act("keeping.act.forms", self.ask_forms),
            int(_U): Act("keeping.act.again", self.ask_again),
        }
        self.acts = KeyButtons(self._words, acts, columns=2)
        self.again = AskFold(self._words, "keeping.again_forms", (), lambda _: self._print_again())
        self._lay_out()

    def show_unused(self, unused: tuple[str, ...]) -> None:
        """Show the numbers that nobody has typed in yet."""
        self.unused = unused
        self.numbers.set_rows(unused)
        self.retranslate()

    def ask_forms(self) -> None:
        """Ask how many forms; Enter makes them."""
        self.again.fold_in()
        self.count.setFocus()
        self.count.selectAll()

    def ask_again(self) -> None:
        """Ask whether the forms of all open numbers are made once more."""
        self.again.begin(count=len(self.unused))

    def forget(self) -> None:
        """Ask no more."""
        self.again.fold_in()
        self.count.setText(_USUAL)

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.acts.retranslate()
        self.acts.enable(int(_U), can=bool(self.unused))
        self._left.say(self._words("keeping.unused", count=len(self.unused)))
        self.numbers.set_hint(self._words("keeping.unused_none"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make the forms with Enter behind the count; Esc leads back."""
        if event.key() in ENTER and self.count.hasFocus():
            self._make()
        elif event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        typed = to_arabic_digits(self.count.text()).strip()
        count = int(typed) if typed.isdecimal() else 0
        if not 1 <= count <= _MOST:
            self._page.say("complaint.reserve_count", "warn", most=_MOST)
            self.count.selectAll()
            return
        forum_id, papers = self._page.forum_id, services.complaint_papers
        self._write(lambda desk, target: papers.make_forms(desk, forum_id, count, target))

    def _print_again(self) -> None:
        forum_id, numbers, papers = self._page.forum_id, self.unused, services.complaint_papers

        def print_them(desk: "Desk", target: "Path") -> tuple[str, ...]:
            papers.print_forms(desk, forum_id, numbers, target)
            return numbers

        self._write(print_them)

    def _write(self, job: "Callable[[Desk, Path], tuple[str, ...]]") -> None:
        """Ask where to, then write; numbers whose file was not written wait in the list."""
        if self._is_working:
            return
        target = self._target.ask(self._target.suggested("complaint-forms", "pdf"))
        if target is None:
            return
        self._is_working = True
        self._page.say("keeping.making", "good")
        self._page.act(
            lambda desk: job(desk, target),
            lambda numbers: self._written(numbers, target),
            Kind.COMPLAINTS,
            refused=lambda _: self._not_written(),
            failed=self._not_written,
        )

    def _written(self, numbers: tuple[str, ...], target: "Path") -> None:
        self._is_working = False
        self.again.fold_in()
        self._page.say("keeping.done.forms", "good", count=len(numbers), name=target.name)
        self._back()

    def _not_written(self) -> None:
        """Show the numbers that were set aside all the same."""
        self._is_working = False
        self._page.current_view.reload()

    def _lay_out(self) -> None:
        words = self._words
        self.count.setMaxLength(3)
        self.count.setFixedWidth(_WIDE)
        named(words, "keeping.count", self.count)
        named(words, "keeping.unused_list", self.numbers)
        asked = row(told(words, "keeping.count", "field"), self.count, self.acts, gap=8)
        asked.setStretch(2, 1)
        items = (asked, self.again, self._left, self.numbers)
        how = told(words, "keeping.paper_how", "small", wraps=True)
        made = headed(words, "keeping.paper", "notebook-pen", how, *items, widest=5)
        self.setLayout(column(made))


class _Numbers(CaseList):
    """As low as two lines, so that the exports under it are seen on a small screen too."""

    def sizeHint(self) -> QSize:
        """Ask for two lines; what room is left comes to it."""
        return QSize(super().sizeHint().width(), _LOWEST)
