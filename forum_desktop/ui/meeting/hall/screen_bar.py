"""The hall's window: opened, closed, moved to another screen, and where it is now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from forum_desktop import services
from forum_desktop.ui.controls import ElidedText, button, restyle, row
from forum_desktop.ui.hall.window import HallWindow
from forum_desktop.ui.keys import NONE, SHIFT, Shortcuts

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView
    from forum_desktop.ui.page import Page

_FEWEST_TO_MOVE = 2


class ScreenBar(QFrame):
    """Remembers on which screen of this laptop the hall looks."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page, self._words = page, page.words
        self._wanted = ""
        self._on_air: tuple[HallView | None, int] = (None, 0)
        self.window_: HallWindow | None = None
        self.where = ElidedText("soft")
        self.open_button = button(self._words, "hall.open", self.turn_window, symbol="image")
        self.move_button = button(self._words, "hall.move", self.move_on)
        self.shortcuts: Shortcuts = {
            (NONE, Qt.Key.Key_F12): self.turn_window,
            (SHIFT, Qt.Key.Key_F12): self.move_on,
        }
        self.where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside = row(self.where, self.move_button, self.open_button, gap=8)
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.retranslate()

    def find_screen(self) -> None:
        """Look up on which screen the hall looked last."""
        self._page.look_up(services.hall.remembered_screen, self._remember)

    def show_view(self, view: "HallView | None", part: int = 0) -> None:
        """Show a scene, or black, now and when the window opens."""
        self._on_air = (view, part)
        if self.window_ is not None:
            self.window_.show_view(view, part)

    def turn_window(self) -> None:
        """Open the hall's window, or close it."""
        if self.window_ is None:
            self.window_ = HallWindow(self._words, self.window(), self._wanted)
            self.window_.moved.connect(self._moved)
            self.window_.show_view(*self._on_air)
            self.window_.open()
        else:
            self.window_.shut()
            self.window_.deleteLater()
            self.window_ = None
        self.retranslate()

    def move_on(self) -> None:
        """Show the hall's window on the next screen."""
        if self.window_ is not None:
            self.window_.go_on()

    def retranslate(self) -> None:
        """Say again where the window is."""
        window = self.window_
        self.where.say(self._words(f"hall.where.{self._place()}", screen=self._screen()))
        restyle(self.where, tone="warn" if self._place() == "lost" else "")
        key = "hall.open" if window is None else "hall.close"
        self.open_button.setText(f" {self._words(key)}")
        self.open_button.setAccessibleName(self._words(key))
        can_move = window is not None and window.count_screens() >= _FEWEST_TO_MOVE
        self.move_button.setVisible(can_move)

    def _place(self) -> str:
        if self.window_ is None:
            return "closed"
        if self.window_.is_lost:
            return "lost"
        return "second" if self.window_.screen_name() else "window"

    def _screen(self) -> str:
        return self.window_.screen_name() if self.window_ else ""

    def _remember(self, name: str) -> None:
        self._wanted = name

    def _moved(self) -> None:
        found = self._screen()
        if found and found != self._wanted:
            self._wanted = found
            self._page.background.run(lambda desk: services.hall.remember_screen(desk, found))
        self.retranslate()
