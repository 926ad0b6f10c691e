"""A process that opens a window and prints when it became interactive, or its peak memory."""

import sys
import time
from pathlib import Path


def main(word: str, folder: Path) -> None:
    """Do what `word` names: a bare window, the app, or the app with every page seen."""
    {"bare": _bare, "app": _app, "memory": _memory}[word](folder)


def _bare(_folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("พร้อม"))
    window.show()
    application.processEvents()
    print(time.monotonic())


def _app(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from forum_desktop.app import build  # noqa: PLC0415
    from forum_desktop.wording import Wording  # noqa: PLC0415

    application = QApplication([])
    window = build(folder, Wording("th"), application)
    window.show()
    application.processEvents()
    print(time.monotonic())
    sys.stdout.flush()
    window.close()


def _memory(folder: Path) -> None:
    import resource  # noqa: PLC0415 - POSIX only, as this figure is

    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from forum_desktop import services  # noqa: PLC0415
    from forum_desktop.app import build  # noqa: PLC0415
    from forum_desktop.ui.pages import PageName  # noqa: PLC0415
    from forum_desktop.wording import Wording  # noqa: PLC0415

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


def _settle(application: object, seconds: float = 4.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
