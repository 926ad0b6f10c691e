"""A document as a file: where to, made on the worker, with progress and a way to stop."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.background import Ends, Task

if TYPE_CHECKING:
    from forum_desktop.records.documents import DocumentOrder
    from forum_desktop.ui.page import Page


class Export:
    """Says on its page how each export ended."""

    def __init__(
        self,
        page: "Page",
        began: Callable[[], object],
        ended: Callable[[], object],
        progress: Callable[[float], object] | None = None,
    ) -> None:
        self._page, self._progress = page, progress
        self._began, self._ended = began, ended
        self._task: Task | None = None
        self._folder = Path.home()

    def suggested_name(self, order: "DocumentOrder") -> str:
        """Return a file name with nobody's name in it."""
        assert self._page.overview is not None
        return services.documents.suggested_name(self._page.overview.forum, order)

    def ask_and_export(self, order: "DocumentOrder") -> None:
        """Ask where to, then export."""
        title = self._page.words("documents.save_as")
        start = str(self._folder / self.suggested_name(order))
        kind = self._page.words(f"documents.format.{order.format}")
        path, _ = QFileDialog.getSaveFileName(
            self._page, title, start, f"{kind} (*.{order.format})"
        )
        if path:
            self._folder = Path(path).parent
            self.export_to(order, Path(path))

    def export_to(self, order: "DocumentOrder", target: Path) -> None:
        """Export to a file; what was there stays until the new one is whole."""
        page, forum_id = self._page, self._page.forum_id
        page.message.hide()
        self._began()
        self._task = page.background.run_long(
            lambda desk, task: services.documents.export_document(
                desk,
                forum_id,
                order,
                target,
                progress=task.progress,
                cancelled=task.is_cancelled,
            ),
            Ends(
                done=self._done,
                refused=self._refused,
                failed=self._ended,
                cancelled=self._cancelled,
                progress=self._progress,
            ),
        )

    def cancel(self) -> None:
        """Ask the export to stop."""
        if self._task is not None:
            self._task.cancel()

    def _done(self, target: Path) -> None:
        self._ended()
        self._page.say("documents.exported", "good", name=target.name, path=target.parent)

    def _cancelled(self) -> None:
        self._ended()
        self._page.say("documents.export_cancelled", "warn")

    def _refused(self, refusal: Refusal) -> None:
        self._ended()
        self._page.show_refusal(refusal)
