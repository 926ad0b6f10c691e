"""The copies of this laptop's file, and the question before one is put back."""

from pathlib import Path
from typing import cast

from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the list of copies, and the question."""
    window.activateWindow()
    window.visit(PageName.EXCHANGE)
    page = cast("ExchangePage", window.current)
    page.show_view("laptop")
    backups = page.laptop.backups
    backups.make()
    until(lambda: backups.list.records.rowCount() > 0)
    settle(0.4)
    grab(window, folder / f"{name}-6-backups.png")
    backups.list.choose(0)
    backups.ask_restore_chosen()
    settle(0.4)
    grab(window, folder / f"{name}-6-backups-sure.png")
