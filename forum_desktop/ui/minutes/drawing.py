"""Keeps the preview as new as the data: sets pages and makes their pictures on the worker."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from forum_desktop import services
from forum_desktop.records.minutes import Edition
from forum_desktop.ui.background import Ends, Task
from forum_desktop.ui.minutes.preview import Preview
from forum_desktop.ui.minutes.rendering import Pages, picture_of

if TYPE_CHECKING:
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.page import Page

_PAUSE = 120
"""Milliseconds after news before pages are set anew, so that many news make one document."""


class Drawing(QObject):
    """One document at a time is set; a newer wish stops the older work."""

    changed = Signal()
    """Work begins or ends."""

    def __init__(self, page: "Page", preview: Preview, edition: Callable[[], Edition]) -> None:
        super().__init__(page)
        self._page, self._preview, self._edition = page, preview, edition
        self._task: Task | None = None
        self._turn = 0
        self._is_due = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._draw)
        preview.wanted.connect(self._draw_page)

    def soon(self) -> None:
        """Draw after the pause."""
        self._is_due = True
        self._pause.start()
        self.changed.emit()

    def rest(self) -> None:
        """Draw nothing more, and let the collector of dead objects see all there is again."""
        self.stop()
        gc.unfreeze()

    def make_way(self) -> None:
        """Stop what is being set, as somebody types: words are kept before they are drawn."""
        if self._task is not None:
            self._is_due = True
            self.stop()

    def resume(self) -> None:
        """Draw what had to make way."""
        if self._is_due:
            self.soon()

    def stop(self) -> None:
        """Draw nothing more until asked again."""
        self._pause.stop()
        self._turn += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.changed.emit()

    def is_under_way(self) -> bool:
        """Tell whether a newer version is on its way."""
        return self._is_due or self._task is not None

    def _draw(self) -> None:
        if self._page.overview is None or not self._page.isVisible():
            return
        self.stop()
        self._is_due = False
        forum_id, edition = self._page.forum_id, self._edition()

        def job(desk: "Desk", task: Task) -> Pages:
            pages = services.documents.preview_minutes(
                desk, forum_id, edition, cancelled=task.is_cancelled
            )
            # Half a million small objects without a cycle among them: looking through them
            # again after every edit would hold up typing for a sixth of a second.
            gc.freeze()
            return pages

        self._task = self._page.background.run_long(job, self._ends(self._turn))
        self.changed.emit()

    def _ends(self, turn: int) -> Ends:
        """Return what ends the work of a turn; what was stopped meanwhile is not heard."""

        def only_now(then: Callable[[Any], object]) -> Callable[..., None]:
            def ended(result: Any = None) -> None:
                if turn == self._turn:
                    self._task = None
                    then(result)
                    self.changed.emit()

            return ended

        return Ends(
            done=only_now(self._preview.show_document),
            refused=only_now(self._page.show_refusal),
            failed=only_now(lambda _: None),
        )

    def _draw_page(self, pages: Pages, number: int, width: int) -> None:
        preview = self._preview

        def job(_desk: "Desk") -> QImage | None:
            # Pages that were rolled past while others were drawn are left out.
            return picture_of(pages, number, width) if preview.wants(pages, number) else None

        def show(image: QImage | None) -> None:
            if image is not None:
                preview.show_picture(pages, number, image)

        self._page.background.run(job, Ends(done=show))
