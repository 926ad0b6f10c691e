"""Adding photos and files: chosen or dropped, taken in one after the other, refusals told."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar

from forum_desktop import services
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.complaints.evidence.telling import refusals_told
from forum_desktop.ui.controls import Text, button, column, named, row
from forum_desktop.ui.news import Kind
from forum_desktop.ui.scrolling import scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtCore import QMimeData

    from forum_desktop.services.evidence import EvidenceOutcome
    from forum_desktop.ui.page import Page

_REFUSALS_HIGH = 120


class Adding(QFrame):
    """Shows how far it is, a way to stop, and why files were not taken."""

    ended = Signal()

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._task: Task | None = None
        self._outcomes: Sequence[EvidenceOutcome] = ()
        self._folder = Path.home()
        self.progress = named(page.words, "evidence_view.adding", QProgressBar())
        self.progress.setTextVisible(False)
        self.refused = Text(wraps=True)
        self._lay_out()
        self.clear()

    @property
    def is_running(self) -> bool:
        """Tell whether files are being taken in."""
        return self._task is not None

    def choose(self, complaint_id: "UUID") -> None:
        """Ask which files, then take them in."""
        if self.is_running:
            return
        title = self._page.words("evidence_view.choose")
        paths, _ = QFileDialog.getOpenFileNames(self._page, title, str(self._folder))
        if paths:
            self._folder = Path(paths[0]).parent
            self.add(complaint_id, [Path(path) for path in paths])

    def add(self, complaint_id: "UUID", paths: "Sequence[Path]") -> None:
        """Take files in; those that are refused hold up no other."""
        if self.is_running or not paths:
            return
        self.clear()
        self._page.message.hide()
        self._running.show()
        self.progress.setValue(0)
        self._task = self._page.background.run_long(
            lambda desk, task: services.evidence.add_all(
                desk,
                complaint_id,
                paths,
                progress=task.progress,
                cancelled=task.is_cancelled,
            ),
            Ends(
                done=self._done,
                refused=self._page.show_refusal,
                failed=self._end,
                cancelled=self._stopped,
                progress=lambda share: self.progress.setValue(round(share * 100)),
            ),
        )

    def stop(self) -> None:
        """Take in no more; what is in stays."""
        if self._task is not None:
            self._task.cancel()

    def clear(self) -> None:
        """Forget what was refused: file names may name people."""
        self._outcomes = ()
        self._refusals.hide()
        self.refused.say("")
        self._running.setVisible(self.is_running)

    def retranslate(self) -> None:
        """Tell what was refused again."""
        self.refused.say(refusals_told(self._page.words, self._outcomes))

    def _done(self, outcomes: "tuple[EvidenceOutcome, ...]") -> None:
        self._outcomes = outcomes
        kept = sum(outcome.evidence is not None for outcome in outcomes)
        is_all = kept == len(outcomes)
        self._end()
        self.retranslate()
        self._refusals.setVisible(not is_all)
        key = "evidence_view.added" if is_all else "evidence_view.added_some"
        self._page.say(key, "good" if is_all else "warn", count=kept, of=len(outcomes))

    def _stopped(self) -> None:
        self._end()
        self._page.say("evidence_view.stopped", "warn")

    def _end(self) -> None:
        self._task = None
        self._running.hide()
        self._page.news.announce(Kind.COMPLAINTS)
        self.ended.emit()

    def _lay_out(self) -> None:
        words, self._running = self._page.words, QFrame()
        busy = Text("soft")
        words.tell(busy.say, "evidence_view.adding")
        stop = button(words, "evidence_view.stop", self.stop, look="quiet")
        line = row(busy, self.progress, stop, gap=8)
        line.setStretch(1, 1)
        self._running.setLayout(line)
        self._refusals = scrolled(column(self.refused, None, gap=0))
        self._refusals.setMaximumHeight(_REFUSALS_HIGH)
        self.setLayout(column(self._running, self._refusals, gap=4))


def dropped_files(data: "QMimeData") -> tuple[Path, ...]:
    """Return the files of this laptop that are dropped; nothing else is taken."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
