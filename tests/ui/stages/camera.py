"""What taking pictures of the window needs: to wait until it is ready, and to grab it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from forum_desktop.ui.main_window import MainWindow

_PATIENCE = 30.0
_lookers: list[Callable[[MainWindow, Path], object]] = []


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, "the page did not get ready"
        QApplication.processEvents()


def settle(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()


def grab(window: MainWindow, target: Path) -> None:
    """Write a picture of the window, or let who stands `instead` of the camera look at it."""
    for look in _lookers:
        look(window, target)
    if _lookers:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(target))


@contextmanager
def instead(look: Callable[[MainWindow, Path], object]) -> Iterator[None]:
    """Let somebody look at the window wherever a picture would be taken."""
    _lookers.append(look)
    try:
        yield
    finally:
        _lookers.remove(look)
