"""Hands on the keyboard: key events go to the window as from the system, to whatever has focus."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import SIGNS, PageName

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
PATIENCE = 20_000


class Hands:
    """Presses keys, and waits for nothing."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def press(
        self,
        key: int,
        modifiers: Qt.KeyboardModifier = NONE,
        text: str = "",
        scan_code: int = 0,
    ) -> None:
        """Press and release one key."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, scan_code, 0, 0, text)
            QCoreApplication.sendEvent(self.window.windowHandle(), event)

    def type(self, text: str) -> None:
        """Type a text letter by letter; Thai letters have no key name of their own."""
        for letter in text:
            self.press(
                Qt.Key.Key_unknown if ord(letter) > 127 else ord(letter.upper()), text=letter
            )

    def enter(self, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return, modifiers, "\r")

    def tab(self) -> None:
        """Go to the next control."""
        self.press(Qt.Key.Key_Tab, text="\t")

    def visit(self, name: PageName) -> None:
        """Go to a page by its key."""
        sign = next(sign for sign in SIGNS if sign.name == name)
        self.press(sign.key, sign.modifiers)


class Typist(Hands):
    """Presses keys and waits for what they bring about."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window)
        self._qtbot = qtbot

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE)

    def said(self) -> str:
        """Return the sentence at the head of the page."""
        return self.window.current.message.sentence()
