"""The operator's control: choose a scene, look at it, show it; freeze, blank, go on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton

from forum_desktop.ui.controls import Text, button, card, column, restyle, row, told
from forum_desktop.ui.hall.canvas import HallCanvas
from forum_desktop.ui.hall.program import Program
from forum_desktop.ui.hall.window import HallWindow, hall_screen
from forum_desktop.ui.keys import ALT, NONE
from forum_desktop.ui.meeting.hall.choosing import SCENES, Choosing, Wish
from forum_desktop.ui.viewed import View, ViewedPage

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallScene, HallView

_SIDE_WIDTH = 300
_TICK = 1000
"""Milliseconds after which a speaker's time is shown anew."""


class HallControl(View):
    """What is next at the left, what the hall sees at the right."""

    def __init__(self, page: ViewedPage) -> None:
        super().__init__(page)
        self.program = Program()
        self.on_air: Wish | None = None
        self.window_: HallWindow | None = None
        self._number = 0
        self.preview, self.live = HallCanvas(self.words), HallCanvas(self.words)
        self._state, self._where = Text("lead"), Text("soft", wraps=True)
        self.take_button = button(self.words, "hall.take", self.take, look="primary")
        self.freeze_button = button(self.words, "hall.freeze", self.freeze)
        self.blank_button = button(self.words, "hall.blank", self.blank, symbol="eye-off")
        self.open_button = button(self.words, "hall.open", self.open_window, symbol="image")
        self.choosing = Choosing(self.words, self.prepare)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self.follow)
        self._bind_keys()
        self._lay_out()
        self._show_state()

    def forum_opened(self) -> None:
        """Forget the last forum's scenes: the hall's screen goes black."""
        self.program, self.on_air = Program(), None
        self.choosing.show_plan(self.overview)
        self._show()
        self.prepare()

    def arrive(self) -> None:
        """Come with the cursor on the button that shows."""
        self.take_button.setFocus()
        self.prepare()

    def reload(self) -> None:
        """Gather the scenes again: the one prepared, and the one on air."""
        self.prepare()
        self.follow()

    def retranslate(self) -> None:
        """Say the scenes again."""
        for canvas in (self.preview, self.live):
            canvas.update()
        self._show_state()

    def prepare(self) -> None:
        """Gather what the operator wants and show it in the preview alone."""
        if self.page.overview is None:
            return
        self._number += 1
        number, forum_id, wish = self._number, self.page.forum_id, self.choosing.wish()

        def ready(view: "HallView | None") -> None:
            if number == self._number:
                self.program.prepare(view)
                self._show()

        self.page.look_up(lambda desk: wish.gather(desk, forum_id), ready)

    def take(self) -> None:
        """Show the hall what is prepared."""
        if self.program.prepared is None:
            self.page.say("hall.nothing_prepared", "warn")
            return
        self.on_air = self.choosing.wish()
        self.program.take()
        self._clock.start()
        self._show()

    def follow(self) -> None:
        """Bring the scene on air up to date."""
        wish = self.on_air
        if wish is None or self.program.is_frozen or self.page.overview is None:
            return
        forum_id = self.page.forum_id

        def ready(view: "HallView | None") -> None:
            if wish == self.on_air:
                self.program.follow(view)
                self._show()

        self.page.look_up(lambda desk: wish.gather(desk, forum_id), ready)

    def freeze(self) -> None:
        """Hold the hall's picture, or let it follow again."""
        self.program.freeze()
        self._show()
        self.follow()

    def blank(self) -> None:
        """Make the hall's screen black, or show the picture again."""
        self.program.blank()
        self._show()

    def open_window(self) -> None:
        """Open the hall's window, or close it."""
        if self.window_ is None:
            self.window_ = HallWindow(self.words)
            self.window_.open()
        else:
            self.window_.close()
            self.window_ = None
        self._show()

    def shut(self) -> None:
        """Close the hall's window with the app."""
        if self.window_ is not None:
            self.window_.close()

    def _show(self) -> None:
        self.preview.show_view(self.program.prepared)
        self.live.show_view(self.program.on_air)
        if self.window_ is not None:
            self.window_.show_view(self.program.on_air)
        self._show_state()

    def _show_state(self) -> None:
        program = self.program
        key = "blank" if program.is_blank else "frozen" if program.is_frozen else "live"
        is_off = program.shown is None
        self._state.say(self.words("hall.state.off" if is_off else f"hall.state.{key}"))
        restyle(self._state, tone="good" if key == "live" and not is_off else "warn")
        has_second = hall_screen("") is not None
        opened = self.window_ is not None
        where = "hall.where.closed" if not opened else "hall.where.second"
        self._where.say(self.words(where if has_second or not opened else "hall.where.window"))
        _name(self.freeze_button, self.words(f"hall.{'un' if program.is_frozen else ''}freeze"))
        _name(self.blank_button, self.words(f"hall.{'un' if program.is_blank else ''}blank"))
        _name(self.open_button, self.words("hall.close" if opened else "hall.open"))

    def _bind_keys(self) -> None:
        for number, scene in enumerate(SCENES, start=1):
            self.shortcuts[ALT, Qt.Key.Key_0 + number] = self._chooser(scene)
        self.shortcuts[NONE, Qt.Key.Key_F9] = self.take
        self.shortcuts[NONE, Qt.Key.Key_F10] = self.freeze
        self.shortcuts[NONE, Qt.Key.Key_F11] = self.blank
        self.shortcuts[NONE, Qt.Key.Key_F12] = self.open_window

    def _chooser(self, scene: "HallScene") -> Callable[[], object]:
        return lambda: self.choosing.choose(scene)

    def _lay_out(self) -> None:
        self.choosing.setFixedWidth(_SIDE_WIDTH)
        words = self.words
        pictures = row(
            card(told(words, "hall.coming", "lead"), self.preview),
            card(row(told(words, "hall.seen", "lead"), None, self._state), self.live),
        )
        for at in range(2):
            pictures.setStretch(at, 1)
        acts = row(
            self.take_button, self.freeze_button, self.blank_button, self.open_button, None, gap=8
        )
        public = told(words, "hall.public_only", "small")
        right = column(pictures, acts, self._where, public, None)
        body = row(column(self.choosing, None), right)
        body.setStretch(1, 1)
        self.setLayout(body)


def _name(made: QPushButton, text: str) -> None:
    made.setText(text)
    made.setAccessibleName(text)
