"""The view of the exchange page that shows reports of faults: all they say, before they leave.

It asks the folder, not the desk: reports matter most where the file cannot be opened.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.controls import Text, button, card, column, named, row, told
from forum_desktop.ui.display import said_date, said_time
from forum_desktop.ui.keys import latin_key
from forum_desktop.ui.record_list import Line, RecordList
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.fault_report import FaultReport

_LIST_SHARE, _TEXT_SHARE = 2, 5


class FaultReportsView(View):
    """A list, what the chosen one says, and what may be done with it."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._folder = page.background.reports
        self._is_asked = False
        self.list = named(self.words, "fault_reports.list", RecordList(self._line))
        self.text = named(self.words, "fault_reports.text", QPlainTextEdit())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._when, self._count = Text("lead"), Text("soft")
        self.save_button = button(
            self.words, "fault_reports.save", self.ask_and_save, look="primary", symbol="download"
        )
        self.delete_button = button(self.words, "fault_reports.delete", self.delete)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        # What has just failed is read again once the window is at rest.
        page.background.crashed.connect(lambda _: QTimer.singleShot(0, self.reload))
        self.retranslate()

    def arrive(self) -> None:
        """Come with the cursor on the newest report."""
        self.reload()
        self.list.setFocus()

    def reload(self) -> None:
        """Read what there is, and keep the chosen one chosen."""
        chosen = self.list.chosen()
        reports = services.fault_reports.list_reports(self._folder)
        self.list.set_rows(reports)
        names = [report.name for report in reports]
        self.list.choose(names.index(chosen.name) if chosen and chosen.name in names else 0)
        self._show_chosen()

    def take_key(self, event: QKeyEvent) -> bool:
        """Save by S, delete by Delete; Escape takes back what was asked."""
        if self.list.chosen() is None:
            return False
        if event.key() == Qt.Key.Key_Escape and self._is_asked:
            self._ask(is_asked=False)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete()
        elif latin_key(event) == Qt.Key.Key_S and not event.modifiers():
            self.ask_and_save()
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Say again what is no fixed sentence."""
        self.list.set_hint(self.words("fault_reports.none"))
        self.list.records.layoutChanged.emit()
        self._show_chosen()

    def ask_and_save(self) -> None:
        """Ask where to, then save."""
        report = self.list.chosen()
        title = self.words("fault_reports.save")
        if report is None:
            return
        start = str(Path.home() / report.name)
        path, _ = QFileDialog.getSaveFileName(self, title, start, "*.txt")
        if path:
            self.save_to(Path(path))

    def save_to(self, target: Path) -> None:
        """Write the chosen report to a file; it stays here too."""
        report = self.list.chosen()
        if report is None:
            return
        try:
            services.fault_reports.save_report(self._folder, report.name, target)
        except Refusal as refusal:
            self.page.show_refusal(refusal)
        else:
            self.page.say("fault_reports.saved", "good", path=target)

    def delete(self) -> None:
        """Throw the chosen report away, at the second press."""
        report = self.list.chosen()
        if report is None:
            return
        if not self._is_asked:
            self._ask(is_asked=True)
            return
        try:
            services.fault_reports.delete_report(self._folder, report.name)
        except Refusal as refusal:
            self.page.show_refusal(refusal)
        else:
            self.page.say("fault_reports.deleted", "good")
        self.reload()

    def _ask(self, *, is_asked: bool) -> None:
        self._is_asked = is_asked
        key = "fault_reports.delete_again" if is_asked else "fault_reports.delete"
        self.delete_button.setText(self.words(key))
        self.delete_button.setAccessibleName(self.words(key))

    def _show_chosen(self) -> None:
        report: FaultReport | None = self.list.chosen()
        self._ask(is_asked=False)
        self._when.say(self._moment(report.written_at) if report else "")
        if self.text.toPlainText() != (report.text if report else ""):
            self.text.setPlainText(report.text if report else "")
        self._chosen_card.setVisible(report is not None)
        count = self.list.records.rowCount()
        self._count.say(self.words("fault_reports.count", count=count) if count else "")

    def _line(self, report: "FaultReport") -> Line:
        return Line(self._moment(report.written_at), under=report.name)

    def _moment(self, moment: datetime) -> str:
        return f"{said_date(moment, self.words.language)}  {said_time(moment)}"

    def _lay_out(self) -> None:
        words = self.words
        reports = card(
            row(told(words, "fault_reports.title", "lead"), None, self._count),
            told(words, "fault_reports.how", "soft", wraps=True),
            self.list,
            gap=8,
        )
        self._chosen_card = card(
            self._when,
            self.text,
            row(self.save_button, self.delete_button, None),
            gap=8,
            widest=1,
        )
        body = row(reports, self._chosen_card, gap=16)
        body.setStretch(0, _LIST_SHARE)
        body.setStretch(1, _TEXT_SHARE)
        self.setLayout(column(body))
