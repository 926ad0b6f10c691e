"""The composition root: builds the window and all that it stands on, and passes it in."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.background import Background
from forum_desktop.ui.crash import catch_all
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.theme import dress, dress_widgets
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum


def run(data_dir: Path, wording: Wording) -> int:
    """Open the app on a data folder and stay until its window is closed."""
    # Named here because QApplication.setStyle would first load all of QStyle's enums.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    window = build(data_dir, wording, application)
    window.show()
    QTimer.singleShot(0, gc.enable)
    return application.exec()


def build(data_dir: Path, wording: Wording, application: QApplication) -> MainWindow:
    """Return the window on a data folder, dressed and not yet shown."""
    dress(application)
    forums, refusal = _first_look(data_dir)
    reports = data_dir / "reports"
    background = Background(lambda: services.start.open_desk(data_dir), reports)
    window = MainWindow(wording, background, forums)
    dress_widgets(application)
    catch_all(reports, window.tell_crash)
    if refusal is not None:
        window.current.show_refusal(refusal)
    return window


def _first_look(data_dir: Path) -> "tuple[tuple[Forum, ...], Refusal | None]":
    try:
        return services.start.glance(data_dir), None
    except Refusal as refusal:
        # The window opens all the same, to say so in its own language.
        return (), refusal
