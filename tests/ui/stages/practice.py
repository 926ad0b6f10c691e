"""The coach's banner and line in their telling states, for the gallery."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.practice.coach import Coach
from tests.ui.stages.camera import grab, settle


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the first lesson, its praise and the end; the window is as it was afterwards."""
    window.visit(PageName.REGISTRATION)
    coach = Coach(window)
    settle(0.5)
    grab(window, folder / f"{name}-9-practice-a-lesson.png")
    coach.line.show_praise("find")
    settle(0.2)
    grab(window, folder / f"{name}-9-practice-b-praise.png")
    coach.line.show_end(10)
    settle(0.2)
    grab(window, folder / f"{name}-9-practice-c-end.png")
    _take_off(window, coach)


def _take_off(window: MainWindow, coach: Coach) -> None:
    whole = window.takeCentralWidget()
    assert whole is not None
    body = whole.findChild(QWidget, "body")
    assert isinstance(body, QWidget)
    window.setCentralWidget(body)
    coach.deleteLater()
    whole.deleteLater()
    window.words.tell(window.setWindowTitle, "app.name")
