"""A line for a passphrase: hidden or shown, and it tells which keys are being pressed."""

import sys

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_CAPS = {"win32": 0x100, "darwin": 1 << 16}
_CAPS_LOCK = _CAPS.get(sys.platform, 0x2)
"""The bit of Caps Lock among the modifiers as the platform counts them (X11: LockMask)."""

_LONGEST = 200


class PassphraseLine(QLineEdit):
    """Hides what is typed until it is asked to show it.

    `told` hears after each letter whether Caps Lock is on and which letters are typed: "thai",
    "latin", or nothing that tells.
    """

    told = Signal(bool, str)

    def __init__(self) -> None:
        super().__init__()
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoAutoUppercase | hints.ImhNoPredictiveText
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(_LONGEST)
        self.show_letters(is_shown=False)

    @property
    def is_shown(self) -> bool:
        """Whether the letters can be read."""
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def show_letters(self, *, is_shown: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def take(self) -> str:
        """Return what was typed, and keep nothing of it."""
        typed = self.text()
        self.clear()
        return typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and tell how the keyboard stands."""
        super().keyPressEvent(event)
        letter = event.text()
        if letter.isprintable() and letter.strip():
            self.told.emit(_has_caps(event), _script(letter))


def _has_caps(event: QKeyEvent) -> bool:
    if event.nativeModifiers() & _CAPS_LOCK:
        return True
    # A platform that does not tell: a capital without Shift, or a small letter with it.
    letter, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isascii() and letter.isalpha() and letter.isupper() != shift


def _script(letter: str) -> str:
    if "\u0e00" <= letter <= "\u0e7f":
        return "thai"
    return "latin" if letter.isascii() and letter.isalpha() else ""
