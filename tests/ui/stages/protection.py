"""Pictures of the protection of this laptop, and of the window locked."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt

from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.exchange.protection.view import ProtectionView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until

Shot = Callable[[str], None]
_PASSPHRASE = "น้ำใส ปลาว่าย"


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the view without and with a passphrase, its folds, the code, and the lock."""
    window.activateWindow()
    window.visit(PageName.EXCHANGE)
    page = cast("ExchangePage", window.current)
    page.show_view("protection")
    view = cast("ProtectionView", page.current_view)
    until(lambda: view.card.protection is not None)

    def shot(what: str) -> None:
        settle(0.4)
        grab(window, folder / f"{name}-6-protection-{what}.png")

    shot("a-open")
    _protect(view, shot)
    for letter, what in (("P", "e-change"), ("K", "f-key"), ("U", "g-remove")):
        view.card.acts.take(ord(letter))
        shot(what)
    view.card.forget()
    _lock(window, shot)
    _remove(view)
    page.show_view("laptop")


def _protect(view: ProtectionView, shot: Shot) -> None:
    card = view.card
    card.acts.take(int(Qt.Key.Key_P))
    shot("b-set")
    setting = card.folds["setting"]
    for line in ("new", "again"):
        setting.lines[line].setText(_PASSPHRASE)
    setting.go_on()
    shot("c-code")
    card.code.last.setText(card.code.code.split("-")[-1])
    card.code.go_on()
    until(lambda: card.protection is not None and card.protection.is_protected)
    until(view.minutes.isEnabled)
    shot("d-protected")


def _lock(window: MainWindow, shot: Shot) -> None:
    until(lambda: window.locking.shield.is_armed)
    window.locking.lock()
    shot("h-locked")
    locked = window.locking.shield.view
    locked.line.setText("ผิดแน่นอน")
    locked.open()
    until(locked.open_button.isEnabled)
    locked.explain()
    shot("i-wrong-and-forgotten")
    locked.use_other()
    locked.line.setText("7TSG-WWSJ-D65B")
    shot("j-code")
    locked.use_other()
    locked.line.setText(_PASSPHRASE)
    locked.open()
    until(lambda: not window.locking.is_down)


def _remove(view: ProtectionView) -> None:
    removing = view.card.folds["removing"]
    removing.begin()
    removing.lines["old"].setText(_PASSPHRASE)
    removing.go_on()
    until(lambda: view.card.protection is not None and not view.card.protection.is_protected)
