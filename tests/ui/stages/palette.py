"""The box of Ctrl+K, open and typed into."""

from pathlib import Path

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab what is offered before and after a word is typed."""
    window.activateWindow()
    window.visit(PageName.REGISTRATION)
    settle(0.4)
    box = window.command_box
    box.open_box()
    settle(0.3)
    grab(window, folder / f"{name}-k-commands.png")
    box.line.setText(window.words("page.minutes"))
    box.line.textEdited.emit(box.line.text())
    settle(0.3)
    grab(window, folder / f"{name}-k-found.png")
    box.close_box()
