"""Which edition, and the minutes as a file with progress and a way to stop."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QProgressBar, QPushButton

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.controls import button, named, row

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page


class ExportBar(QFrame):
    """Exports what is kept; the page hands over half-typed texts first."""

    def __init__(
        self, page: "Page", changed: Callable[[], object], before: Callable[[], object]
    ) -> None:
        super().__init__()
        self._page, self._before = page, before
        self._task: Task | None = None
        self._group = QButtonGroup(self)
        self.editions = {edition: self._edition_button(edition) for edition in Edition}
        self.editions[Edition.INTERNAL].setChecked(True)
        self._group.buttonClicked.connect(lambda _: changed())
        self.progress = named(page.words, "minutes.progress", QProgressBar())
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.cancel_button = button(page.words, "minutes.cancel", self.cancel)
        self.export_button = button(
            page.words, "minutes.export", self.ask_and_export, look="primary", symbol="download"
        )
        buttons = self.editions.values()
        self.setLayout(
            row(*buttons, None, self.progress, self.cancel_button, self.export_button, gap=8)
        )
        self._show_running(is_running=False)

    def edition(self) -> Edition:
        """Return the chosen edition."""
        return next(name for name, made in self.editions.items() if made.isChecked())

    def suggested_name(self) -> str:
        """Return a file name made of the forum's code, date and edition, and no one's name."""
        assert self._page.overview is not None
        forum = self._page.overview.forum
        return f"minutes-{forum.code}-{forum.held_on.isoformat()}-{self.edition()}.pdf"

    def ask_and_export(self) -> None:
        """Ask where to, then export."""
        title = self._page.words("minutes.export")
        start = str(Path.home() / self.suggested_name())
        path, _ = QFileDialog.getSaveFileName(self._page, title, start, "PDF (*.pdf)")
        if path:
            self.export_to(Path(path))

    def export_to(self, target: Path) -> None:
        """Export to a file."""
        self._before()
        self._page.message.hide()
        forum_id, edition = self._page.forum_id, self.edition()
        self._show_running(is_running=True)
        self._task = self._page.background.run_long(
            lambda desk, task: services.minutes.export_minutes(
                desk,
                forum_id,
                edition,
                target,
                progress=task.progress,
                cancelled=task.is_cancelled,
            ),
            Ends(
                done=self._exported,
                refused=self._refused,
                failed=lambda: self._show_running(is_running=False),
                cancelled=self._cancelled,
                progress=lambda share: self.progress.setValue(int(share * 100)),
            ),
        )

    def cancel(self) -> None:
        """Ask the export to stop."""
        if self._task is not None:
            self._task.cancel()

    def _exported(self, target: Path) -> None:
        self._show_running(is_running=False)
        self._page.say("minutes.exported", "good", path=target)

    def _cancelled(self) -> None:
        self._show_running(is_running=False)
        self._page.say("minutes.export_cancelled", "warn")

    def _refused(self, refusal: Refusal) -> None:
        self._show_running(is_running=False)
        self._page.show_refusal(refusal)

    def _show_running(self, *, is_running: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self.export_button.setEnabled(not is_running)

    def _edition_button(self, edition: Edition) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setProperty("look", "choice")
        self._page.words.tell(made.setText, f"minutes.edition.{edition}")
        self._page.words.tell(made.setAccessibleName, f"minutes.edition.{edition}")
        self._page.words.tell(made.setToolTip, f"minutes.edition_how.{edition}")
        self._group.addButton(made)
        return made
