"""This laptop: its station, how sound its file is, and a copy of it elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QSizePolicy, QWidget

from forum_desktop import services
from forum_desktop.ui.controls import Text, button, card, column, row, told
from forum_desktop.ui.exchange.laptop.backups import BackupsCard
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.report import CheckReport

_COUNTS = {
    "operation": "exchange.count.operation",
    "attendee": "exchange.count.attendee",
    "opinion": "exchange.count.opinion",
    "proposal": "exchange.count.proposal",
    "complaint": "exchange.count.complaint",
    "delegation": "exchange.count.delegation",
}
"""What a check counted that a facilitator knows by name."""


class LaptopView(View):
    """Check the file, and back it up."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self._station, self._station_name = Text("display"), Text("lead", wraps=True)
        self._counts, self.verdict = Text("body", wraps=True), Text("lead", wraps=True)
        self._report: CheckReport | None = None
        self.check_button = button(
            self.words, "exchange.check", self.check, look="primary", symbol="shield-check"
        )
        self.backup_button = button(
            self.words, "exchange.backup", self.ask_and_back_up, look="primary", symbol="hard-drive"
        )
        self.backups = BackupsCard(page)
        self.recover_button = button(self.words, "recover.act", self.ask_recover)
        self._is_sure = False
        self._lay_out()
        self.retranslate()

    def arrive(self) -> None:
        """Come with the cursor on the check."""
        self.check_button.setFocus()
        self.backups.reload()

    def overview_changed(self) -> None:
        """Show this station."""
        self.retranslate()

    def retranslate(self) -> None:
        """Say station and report again."""
        overview = self.page.overview
        if overview is None:
            self._station.say("–")
            self._station_name.say(self.words("topline.no_forum"))
        else:
            station = overview.station
            self._station.say(station.letter)
            self._station_name.say(station.name or self.words("exchange.unnamed"))
        self._show_report()
        self.backups.retranslate()

    def ask_recover(self) -> None:
        """Save what can be saved of a damaged file, after a second press."""
        if not self._is_sure:
            self._is_sure = True
            self.page.say("recover.sure", "warn")
            return
        self._is_sure = False
        self.page.recovery_wanted.emit()

    def check(self) -> None:
        """Check the whole file."""
        self.check_button.setEnabled(False)
        self.page.look_up(
            services.storage.check,
            self._checked,
            refused=lambda _: self.check_button.setEnabled(True),
            failed=lambda: self.check_button.setEnabled(True),
        )

    def ask_and_back_up(self) -> None:
        """Ask where to, then back up."""
        title = self.words("exchange.backup")
        path, _ = QFileDialog.getSaveFileName(
            self, title, str(Path.home() / "forum-backup.db"), "*.db"
        )
        if path:
            self.back_up_to(Path(path))

    def back_up_to(self, target: Path) -> None:
        """Write a verified copy to a file."""
        self.backup_button.setEnabled(False)
        self.page.look_up(
            lambda desk: services.storage.backup(desk, target),
            self._backed_up,
            refused=lambda _: self.backup_button.setEnabled(True),
            failed=lambda: self.backup_button.setEnabled(True),
        )

    def _checked(self, report: "CheckReport") -> None:
        self.check_button.setEnabled(True)
        self._report = report
        self._show_report()

    def _backed_up(self, target: Path) -> None:
        self.backup_button.setEnabled(True)
        self.page.say("exchange.backed_up", "good", path=target)

    def _show_report(self) -> None:
        report = self._report
        if report is None:
            self.verdict.say(self.words("exchange.not_checked"))
            self._counts.say("")
            return
        key = "exchange.sound" if report.is_sound else "exchange.faulty"
        self.verdict.say(self.words(key, count=len(report.faults)))
        counts = [f"{self.words(_COUNTS[n])}  {c:,}" for n, c in report.counts if n in _COUNTS]
        self._counts.say("\n".join((*report.faults, *counts)))

    def _lay_out(self) -> None:
        words = self.words
        station = _top(
            told(words, "exchange.station", "field"),
            self._station,
            self._station_name,
            gap=4,
        )
        check = _top(
            told(words, "exchange.check_title", "lead"),
            told(words, "exchange.check_how", "soft", wraps=True),
            row(self.check_button, None),
            self.verdict,
            self._counts,
        )
        damaged = _top(
            told(words, "recover.title", "lead"),
            told(words, "recover.how", "soft", wraps=True),
            row(self.recover_button, None),
        )
        away = _top(
            told(words, "exchange.backup", "lead"),
            told(words, "exchange.backup_how", "soft", wraps=True),
            row(self.backup_button, None),
        )
        for panel in (station, check, damaged, away):
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        own, other = QFrame(), QFrame()
        for frame, panels in ((own, (station, check)), (other, (away, damaged))):
            frame.setProperty("look", "clear")
            frame.setLayout(column(*panels, None))
        body = row(own, other, card(self.backups), gap=16)
        for at, share in enumerate((4, 4, 6)):
            body.setStretch(at, share)
        self.setLayout(body)


def _top(*items: QWidget | QLayout, gap: int = 10) -> QFrame:
    # The card is as high as its neighbours; its items stay at the top.
    return card(*items, None, gap=gap)
