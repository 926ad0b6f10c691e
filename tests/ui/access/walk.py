"""Walks through a window and looks for obstacles: `python -m tests.ui.access.walk [STAGES]`.

The look is the environment's (FORUM_LOOK, FORUM_TEXT, QT_SCALE_FACTOR). Without names of stages
every page and view is walked; `all` walks every stage of the gallery, `stretched` speaks the
language of brackets. Prints one line for each finding; ends with 1 where there is one.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

os.environ.setdefault(
    "QT_QPA_PLATFORM",
    f"offscreen:configfile={Path(__file__).parents[1] / 'screens.json'}",
)

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.theme import dress, dress_widgets
from forum_desktop.ui.viewed import ViewedPage
from tests.ui import gallery
from tests.ui.access.contrast import faint
from tests.ui.access.names import unnamed
from tests.ui.access.pseudo import Stretched
from tests.ui.clipping import clipped
from tests.ui.stages import camera

SIZE = (1366, 768)
STRETCHED, ALL = "stretched", "all"
CHECKS: dict[str, Callable[[MainWindow], list[str]]] = {
    "cut": clipped,
    "unnamed": unnamed,
    "faint": faint,
}


def views(window: MainWindow) -> Iterator[str]:
    """Bring every view of every page to the front, one after the other, and name it."""
    for name in PageName:
        window.visit(name)
        page = window.current
        if not isinstance(page, ViewedPage):
            camera.settle(0.3)
            yield name
            continue
        for sign in page.signs:
            page.show_view(sign.name)
            camera.settle(0.3)
            yield f"{name}/{sign.name}"


def findings(window: MainWindow) -> list[str]:
    """Return the obstacles in what the window shows now."""
    return [f"{kind}: {said}" for kind, check in CHECKS.items() for said in check(window)]


def walk(asked: Collection[str]) -> dict[str, str]:
    """Return each obstacle met, with the place where it was met first."""
    application = QApplication([])
    QAccessible.setActive(True)
    dress(application)
    dress_widgets(application)
    met: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as place:
        gallery.populate(Path(place) / "full")
        window = gallery.open_on(Path(place) / "full")
        window.resize(*SIZE)
        if STRETCHED in asked:
            window.retell(Stretched())
        stages = [name for name in asked if name != STRETCHED]
        _look(window, Path(place), stages, met)
        window.close()
    return met


def _look(window: MainWindow, place: Path, stages: Collection[str], met: dict[str, str]) -> None:
    def look(_: MainWindow, picture: Path) -> None:
        for said in findings(window):
            met.setdefault(said, picture.stem)

    if not stages:
        for where in views(window):
            look(window, Path(where.replace("/", "-")))
    with camera.instead(look):
        for stage in gallery.stages([] if stages == [ALL] else stages) if stages else ():
            stage(window, place, "walk")


if __name__ == "__main__":
    found = walk(sys.argv[1:])
    for said, where in found.items():
        print(f"{where}: {said}")
    sys.exit(bool(found))
