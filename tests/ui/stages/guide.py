"""Pictures of the guide's questions."""

from pathlib import Path
from typing import cast

from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab two questions."""
    window.visit(PageName.FORUM)
    page = cast("ForumPage", window.current)
    page.begin_guide()
    panel = page._guide
    assert panel is not None
    for at in (0, 1, 2):
        panel.view.at = at
        panel.view._show()
        settle(0.3)
        grab(window, folder / f"{name}-1-guide-{at}.png")
    panel.leave()
