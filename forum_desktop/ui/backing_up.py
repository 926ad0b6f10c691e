"""Copies that make themselves while the window is open, where something was done since the last."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from forum_desktop import services
from forum_desktop.ui.background import Ends

if TYPE_CHECKING:
    from forum_desktop.records.backup import BackupMade
    from forum_desktop.services.desk import Desk
    from forum_desktop.ui.main_window import MainWindow

_EVERY = 10 * 60 * 1000
"""Milliseconds between two copies."""
_FIRST = 20 * 1000
"""Milliseconds after the window opened: nobody waits for it then."""


class BackingUp(QObject):
    """Backs up soon after opening, every ten minutes, and when the window closes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._is_told = window, False
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()

    def back_up(self) -> None:
        """Make a copy where something was done since the last."""
        self._timer.setInterval(_EVERY)
        if self._window.overview is not None:
            self._window.background.look_up(_job, Ends(done=self._made))

    def last(self) -> None:
        """Make one more as the window closes; it is ended before the app ends."""
        if self._window.overview is not None:
            self._window.background.run(_job, Ends(refused=lambda _: None))

    def _made(self, made: "BackupMade | None") -> None:
        is_missing = made is not None and made.is_second_missing
        if is_missing and not self._is_told:
            self._window.current.say("backups.made_one", "warn")
        self._is_told = is_missing


def _job(desk: "Desk") -> "BackupMade | None":
    return services.backups.make_if_changed(desk)
