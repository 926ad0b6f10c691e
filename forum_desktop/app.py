"""The composition root: builds the window and all that it stands on, and passes it in."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.event_log import Event, EventLog
from forum_desktop.look import Look, keep_look, take_off
from forum_desktop.paths import REPORTS_NAME, own_command
from forum_desktop.ui.background import Background
from forum_desktop.ui.crash import catch_all, write_down_the_rest
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.theme import dress, dress_widgets
from forum_desktop.wording import Wording

if TYPE_CHECKING:
    from forum_desktop.records.forum import Forum
    from forum_desktop.records.secret import Secret
    from forum_desktop.services.desk import Desk


_LATER = 500
"""Milliseconds after which there is time for what nobody waits for."""
ANEW = 75
"""How the window ends when it is to be started anew, as with another look."""


class _Told:
    """What opens the folder, held until the desk is open and no longer."""

    def __init__(
        self, secret: "Secret | None", log: EventLog, *, is_practice: bool = False
    ) -> None:
        self.secret, self._log, self._is_practice = secret, log, is_practice

    def tell(self, secret: "Secret") -> None:
        self.secret = secret

    def open(self, data_dir: Path) -> "Desk":
        began = perf_counter()
        desk = services.start.open_desk(data_dir, secret=self.secret)
        desk = replace(desk, is_practice=self._is_practice)
        self.secret = None
        self._log.note(Event.DESK_OPENED, seconds=round(perf_counter() - began, 3))
        return desk


def run(data_dir: Path, wording: Wording, secret: "Secret | None" = None) -> int:
    """Open the app on a data folder and stay until its window is closed."""
    # Named here because QApplication.setStyle would first load all of QStyle's enums.
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    if services.start.is_open_elsewhere(data_dir) and _called_first(data_dir):
        return 0
    window = build(data_dir, wording, application, secret)
    window.show()
    QTimer.singleShot(0, gc.enable)
    QTimer.singleShot(_LATER, lambda: _settle_in(window, data_dir))
    with ExitStack() as ends:
        QTimer.singleShot(0, lambda: ends.enter_context(_hushed(data_dir)))
        code = application.exec()
    return start_anew() if code == ANEW else code


def practise(data_dir: Path, wording: Wording) -> int:
    """Open a practice forum with its coach and stay until the window is closed."""
    from forum_desktop.ui.practice.coach import Coach  # noqa: PLC0415 - of a practice only

    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    window = build(data_dir, wording, application, is_practice=True)
    Coach(window)
    window.show()
    QTimer.singleShot(0, gc.enable)
    with ExitStack() as ends:
        QTimer.singleShot(0, lambda: ends.enter_context(_hushed(data_dir)))
        return application.exec()


def start_anew() -> int:
    """Become a new process with the same words; does not return where that can be done."""
    take_off()
    os.execv(sys.executable, [*own_command(), *sys.argv[1:]])  # noqa: S606 - ourselves


def _called_first(data_dir: Path) -> bool:
    from forum_desktop.ui.instances import call_first  # noqa: PLC0415 - only where it is needed

    return call_first(data_dir)


def _settle_in(window: MainWindow, data_dir: Path) -> None:
    from forum_desktop.ui.instances import Answering  # noqa: PLC0415 - after the first page

    Answering(window, data_dir)
    window.keep_backups()


@contextmanager
def _hushed(data_dir: Path) -> Iterator[None]:
    """Keep what libraries and faults say off the screen, which others may read: it is noted."""
    log = EventLog(data_dir)
    write_down_the_rest(data_dir / REPORTS_NAME)
    qInstallMessageHandler(
        lambda level, context, _: log.note(Event.QT, context.category or "", level=level.value)
    )
    with log.listening(), services.hard_faults.watching(data_dir / REPORTS_NAME):
        yield
    qInstallMessageHandler(None)


def _keep_to_practice(window: MainWindow) -> None:
    """Say where something is asked for that would reach beyond the practice."""
    window.is_practice = True
    for wanted in (window.look_wanted, window.restore_wanted, window.recovery_wanted):
        wanted.connect(lambda *_: window.current.say("practice.not_here", "warn"))


def build(
    data_dir: Path,
    wording: Wording,
    application: QApplication,
    secret: "Secret | None" = None,
    *,
    is_practice: bool = False,
) -> MainWindow:
    """Return the window on a data folder, dressed and not yet shown.

    Of a protected folder it shows nothing but that it is locked, until a secret opens it. What
    starts the window anew does so outside a practice only.
    """
    dress(application)
    log = EventLog(data_dir)
    told = _Told(secret, log, is_practice=is_practice)
    forums, refusal = _first_look(data_dir)
    reports = data_dir / REPORTS_NAME
    background = Background(lambda: told.open(data_dir), reports, partial(log.note, Event.REFUSED))
    window = MainWindow(wording, background, forums)
    dress_widgets(application)
    background.crashed.connect(lambda _: log.note(Event.FAULT))
    catch_all(reports, window.tell_crash)
    if not is_practice:
        window.look_wanted.connect(partial(_wear_anew, window, application, data_dir))
        window.restore_wanted.connect(partial(_restore_anew, window, application, data_dir))
        window.recovery_wanted.connect(partial(_recover, window, data_dir, told))
    else:
        _keep_to_practice(window)
    if refusal is not None and refusal.key == "keys.needed":
        window.lock_first(told.tell, secret)
    elif refusal is not None:
        window.current.show_refusal(refusal)
    return window


def _wear_anew(window: MainWindow, application: QApplication, data_dir: Path, look: Look) -> None:
    try:
        keep_look(data_dir, look)
    except Refusal as refusal:
        window.current.show_refusal(refusal)
        return
    window.close()  # What is half typed is kept first, and the file let go.
    application.exit(ANEW)


def _restore_anew(
    window: MainWindow,
    application: QApplication,
    data_dir: Path,
    source: Path,
    secret: "Secret | None",
) -> None:
    """Put a copy back that was read through before; where that fails all is as it was."""
    window.close()
    try:
        services.storage.restore(data_dir, source, secret)
    except Refusal as refusal:
        EventLog(data_dir).note(Event.REFUSED, refusal.key)
    application.exit(ANEW)


def _recover(window: MainWindow, data_dir: Path, told: _Told) -> None:
    """Save what can be saved of a file that does not open, and say what that was."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        saved = services.recovering.recover(data_dir, told.secret)
    except Refusal as refusal:
        key = "recover.not_needed" if refusal.key == "storage.already_open" else refusal.key
        window.current.say(key, "warn", **refusal.details)
        return
    finally:
        QApplication.restoreOverrideCursor()
    lost = sum(one.operations for one in saved.lost)
    key = "recover.lost_some" if lost or saved.attachments_lost else "recover.lost_nothing"
    window.current.say(
        key,
        "warn" if lost else "good",
        saved=saved.from_file + saved.from_copies,
        lost=lost,
        files=len(saved.attachments_lost),
    )
    window.begin_again()


def _first_look(data_dir: Path) -> "tuple[tuple[Forum, ...], Refusal | None]":
    try:
        return services.start.glance(data_dir), None
    except Refusal as refusal:
        # The window opens all the same, to say so in its own language.
        return (), refusal
