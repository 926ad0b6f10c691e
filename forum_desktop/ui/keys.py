"""Keys by their place on the keyboard, so that shortcuts work under a Thai layout too."""

import sys
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

Shortcut = tuple[Qt.KeyboardModifier, int]
Shortcuts = dict[Shortcut, Callable[[], object]]

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

_ROWS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
_FIRST_CODES = {"linux": (10, 24, 38, 52), "win32": (2, 16, 30, 44)}
_PLUS_CODES = {"linux": 21, "win32": 13, "darwin": 24}
_MAC_CODES = dict(
    zip(
        "ASDFHGZXCVBQWERYT1234659780OUIPLJKNM",
        (*range(10), *range(11, 24), 25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 45, 46),
        strict=True,
    )
)


def _codes(platform: str) -> dict[int, int]:
    if platform == "darwin":
        return {code: ord(letter) for letter, code in _MAC_CODES.items()}
    starts = _FIRST_CODES.get(platform, _FIRST_CODES["linux"])
    rows = zip(starts, _ROWS, strict=True)
    return {start + at: ord(key) for start, row in rows for at, key in enumerate(row)}


_KEY_OF_CODE = _codes(sys.platform)


def latin_key(event: QKeyEvent) -> int:
    """Return the key as a Latin keyboard names it, whatever layout is active."""
    key = event.key()
    # Signs are looked up too: / and - stand where a Latin keyboard has 2 and 3.
    if key in _KEY_OF_CODE.values() or key >= Qt.Key.Key_Escape:
        return key
    is_mac = sys.platform == "darwin"
    code = event.nativeVirtualKey() if is_mac else event.nativeScanCode()
    return _KEY_OF_CODE.get(code, key)


def is_plus(event: QKeyEvent) -> bool:
    """Tell whether the key of the plus was pressed, in its place or by its name.

    A Thai layout has its plus where a Latin one has !, so there the place counts.
    """
    is_mac = sys.platform == "darwin"
    code = event.nativeVirtualKey() if is_mac else event.nativeScanCode()
    is_named = event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
    is_plain = is_named and latin_key(event) == event.key()
    return is_plain or code == _PLUS_CODES.get(sys.platform)


class Keyboard(QObject):
    """Gives the window's and the current page's shortcuts the first look at every key.

    Qt's own shortcuts compare letters, so none with Ctrl or Alt fires where Thai is the only
    layout, and Alt+1 would type a vowel.
    """

    def __init__(self, window: QWidget, shortcuts: Callable[[], tuple[Shortcuts, ...]]) -> None:
        super().__init__(window)
        self._window = window
        self._shortcuts = shortcuts
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is a shortcut; give others their Latin name where Ctrl or Alt is."""
        if event.type() not in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}:
            return False
        if not self._is_ours(watched):
            return False
        pressed = cast("QKeyEvent", event)
        return self._is_shortcut(pressed) or self._renames(watched, pressed)

    def _is_ours(self, watched: QObject) -> bool:
        if isinstance(watched, QWidget):
            return watched.window() is self._window
        return watched is self._window.windowHandle()

    def _is_shortcut(self, event: QKeyEvent) -> bool:
        shortcut = (_modifiers(event), latin_key(event))
        for scope in self._shortcuts():
            if shortcut in scope:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    scope[shortcut]()
                return True
        return False

    def _renames(self, watched: QObject, event: QKeyEvent) -> bool:
        key = latin_key(event)
        if key == event.key() or not event.modifiers() & (CTRL | ALT):
            return False
        codes = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
        renamed = QKeyEvent(event.type(), key, event.modifiers(), *codes, "")
        QCoreApplication.sendEvent(watched, renamed)
        return True


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
