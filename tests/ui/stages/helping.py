"""Pictures of the help beside the work."""

from pathlib import Path

from forum_desktop.ui.help.turning import turn_help
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the cards of two desks."""
    turn_help(window)
    for number, page in ((2, PageName.REGISTRATION), (3, PageName.OPINIONS)):
        window.visit(page)
        settle(0.3)
        grab(window, folder / f"{name}-{number}-help.png")
    turn_help(window)
