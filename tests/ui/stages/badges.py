"""The order of badges in the documents panel: for a zone on used labels, and blank ones."""

from pathlib import Path
from typing import cast

from forum_desktop.records.badges import BadgeGroup
from forum_desktop.records.documents import DocumentKind
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.minutes.page import MinutesPage
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Write a picture of each order."""
    window.visit(PageName.MINUTES)
    page = cast("MinutesPage", window.current)
    until(lambda: bool(page.preview.drawn_pages()))
    page.open_documents()
    until(page.export.form.is_ready)
    settle(0.4)
    page.export.form.choose(DocumentKind.BADGES)
    form = page.export.form.badges
    until(lambda: form.layouts.count() > 0)

    def grab(what: str) -> None:
        settle(0.3)
        folder.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(folder / f"{name}-{what}.png"))

    grab("5i-badges")
    form.start.setText("7")
    form.choose(BadgeGroup.ZONE, "label-24")
    grab("5j-badges-zone")
    form.start.setText("1")
    form.choose(BadgeGroup.BLANK, "card-10")
    grab("5k-badges-blank")
    page.export.close_up()
