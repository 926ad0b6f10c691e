"""Pictures of the pre-flight."""

from pathlib import Path
from typing import cast

from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab what was found."""
    window.visit(PageName.FORUM)
    page = cast("ForumPage", window.current)
    page.look_over()
    until(lambda: bool(page.ready.view.said()))
    settle(0.3)
    grab(window, folder / f"{name}-1-ready.png")
    page.ready.leave()
