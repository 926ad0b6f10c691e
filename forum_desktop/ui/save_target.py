"""Where a file goes: asked each time, beginning where the last one went."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from forum_desktop.ui.page import Page


class Target:
    """Asks for the place of a file; remembers the folder only."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._folder = Path.home()

    def ask(self, name: str) -> Path | None:
        """Return where the file goes, or None where nobody wants it after all."""
        title, ending = self._page.words("documents.save_as"), Path(name).suffix
        start = str(self._folder / name)
        path, _ = QFileDialog.getSaveFileName(self._page, title, start, f"*{ending}")
        if not path:
            return None
        self._folder = Path(path).parent
        return Path(path)

    def suggested(self, what: str, ending: str) -> str:
        """Return a file name of the forum's code and day, with nobody's name in it."""
        assert self._page.overview is not None
        forum = self._page.overview.forum
        return f"{what}-{forum.code}-{forum.held_on.isoformat()}.{ending}"
