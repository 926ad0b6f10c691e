"""Pictures of every plot and of one as its table."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from forum_desktop.ui.figures.page import FiguresPage
from forum_desktop.ui.figures.view import FigureView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Show one plot after the other, some as tables too, and one with nothing yet."""
    window.visit(PageName.FIGURES)
    page = cast("FiguresPage", window.current)
    for at, sign in enumerate(page.signs):
        page.show_view(sign.name)
        view = cast("FigureView", page.current_view)
        until(lambda view=view: view.figure is not None)  # type: ignore[misc]
        settle(0.2)
        grab(window, folder / f"{name}-8-figure-{sign.name}.png")
        if at % 2 == 0:
            view.switch_table()
            settle(0.1)
            grab(window, folder / f"{name}-8-figure-{sign.name}-table.png")
            view.switch_table()
    view = cast("FigureView", page.current_view)
    assert view.figure is not None
    view.canvas.show_figure(replace(view.figure, rows=()), view.overview.forum)
    settle(0.1)
    grab(window, folder / f"{name}-8-figure-empty.png")
    page.reload()
