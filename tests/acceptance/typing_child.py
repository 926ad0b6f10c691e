"""The real program, with hands on its keyboard until it is killed: `... FOLDER FIRST`.

Types the sentences of the script from number FIRST on, and tells each key on its output before
it is pressed, and each opinion after the window was told that it is kept.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from forum_desktop import app
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.wording import Wording
from tests.acceptance.script import read_script
from tests.ui.keyboard import CTRL, Hands

KEY_PACE = 25
"""Milliseconds from key to key, eight times as fast as sixty words a minute."""


def tell(*words: object) -> None:
    """Write a line out at once: the next moment may be the last."""
    os.write(sys.stdout.fileno(), ("\t".join(map(str, words)) + "\n").encode())


class TypingHands:
    """Types one key at each tick of the window's own clock."""

    def __init__(self, window: MainWindow, first: int) -> None:
        self._window, self._hands = window, Hands(window)
        self._sentences = [line.text for line in read_script().kept()]
        self._number = first - 1
        self._rest = self._typed = ""
        self._unkept = 0
        self._is_ready = False
        window.background.saving.connect(self._saving)
        self._timer = QTimer(window, interval=KEY_PACE)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        if not self._is_ready:
            self._make_ready()
        elif self._rest:
            self._typed, self._rest = self._typed + self._rest[0], self._rest[1:]
            tell("key", time.monotonic(), self._number, len(self._typed))
            self._hands.type(self._typed[-1])
        else:
            self._save_and_go_on()

    def _make_ready(self) -> None:
        if self._window.overview is not None:
            self._hands.visit(PageName.OPINIONS)
            self._is_ready = True
            self._go_on()

    def _save_and_go_on(self) -> None:
        tell("save", time.monotonic(), self._number, 0)
        self._hands.enter(CTRL)
        self._go_on()

    def _go_on(self) -> None:
        self._number += 1
        text = self._sentences[self._number % len(self._sentences)]
        self._typed, self._rest = "", text.replace("\n", " ")

    def _saving(self, unkept: int) -> None:
        for _ in range(self._unkept - unkept):
            tell("kept", time.monotonic(), self._number, 0)
        self._unkept = unkept


def main(folder: str, first: str) -> int:
    """Open the program and type."""
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    window = app.build(Path(folder), Wording("th"), application)
    window.show()
    window.activateWindow()
    hands = TypingHands(window, int(first))
    code = application.exec()
    del hands
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
