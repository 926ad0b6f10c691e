"""A process that opens a window and prints when it became interactive, or its peak memory."""

import sys
import time
from pathlib import Path
from typing import Any


def main(word: str, folder: Path) -> None:
    """Do what `word` names: a bare window, the app, or the app with every page seen."""
    {"bare": _bare, "app": _app, "memory": _memory}[word](folder)


def _bare(_folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("พร้อม"))
    _print_first_paint(application, window)


def _app(folder: Path) -> None:
    from forum_desktop.cli import load_app
    from forum_desktop.wording import Wording

    app = load_app()
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    window = app.build(folder, Wording("th"), application)
    _print_first_paint(application, window)
    window.close()


def _print_first_paint(application: Any, window: Any) -> None:
    """Show a window and print the moment when it was painted and keys could be taken.

    That is the first turn of the event loop after the paint: what the window does in the
    background from then on no longer keeps anybody waiting.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Painted(QObject):
        moment = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.note)
            return False

        def note(self) -> None:
            self.moment = time.monotonic()

    painted = Painted()
    window.centralWidget().installEventFilter(painted)
    window.show()
    while not painted.moment:
        application.processEvents()
    print(painted.moment, flush=True)


def _memory(folder: Path) -> None:
    import resource

    from PySide6.QtWidgets import QApplication

    from forum_desktop import services
    from forum_desktop.app import build
    from forum_desktop.ui.pages import PageName
    from forum_desktop.wording import Wording

    application = QApplication([])
    window = build(folder, Wording("th"), application)
    window.show()
    window.open_forum(services.start.glance(folder)[0].id)
    _settle(application)
    for name in PageName:
        window.visit(name)
        _settle(application)
    window.close()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _settle(application: Any, seconds: float = 4.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
