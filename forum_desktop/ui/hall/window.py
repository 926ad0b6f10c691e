"""The window on the hall's screen: full on the second screen, never in the typist's way."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forum_desktop.ui.hall.canvas import HallCanvas

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView
    from forum_desktop.ui.words import Words

_ALONE = (960, 540)
"""The size of the window where there is one screen only."""


class HallWindow(QWidget):
    """Takes no focus and no keys. It moves when a screen comes or goes.

    Unplugged, it waits unseen for a screen to come back; it does not cover what the operator
    works on. `moved` tells of each change of place.
    """

    moved = Signal()

    def __init__(self, words: "Words", operator: QWidget, wanted: str = "") -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.wanted = wanted
        self.canvas = HallCanvas(words)
        self._words = words
        self._operator = operator
        self._is_open = self._had_screen = False
        words.tell(self.setWindowTitle, "hall.window")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The app ends with the operator's window, and this one with it.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        if getattr(operator, "is_practice", False):
            layout.insertWidget(0, self._practice_banner())
        operator.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.aboutToQuit.connect(self.shut)
        for come_or_gone in (application.screenAdded, application.screenRemoved):
            come_or_gone.connect(lambda _: self.place())

    @property
    def is_lost(self) -> bool:
        """Whether the hall's screen was unplugged."""
        return self._is_open and not self.isVisible()

    def open(self) -> None:
        """Appear where the hall looks."""
        self._is_open, self._had_screen = True, False
        self.place()

    def shut(self) -> None:
        """Go, and stay away when a screen comes."""
        self._is_open = False
        self.close()

    def show_view(self, view: "HallView | None", part: int = 0) -> None:
        """Show a scene, or black."""
        self.canvas.show_view(view, part)

    def screen_name(self) -> str:
        """Return the name of the screen that the hall looks at; empty where there is none."""
        found = hall_screen(self._others(), self.wanted)
        return found.name() if found else ""

    def go_on(self) -> None:
        """Move to the next screen, where there are several."""
        names = [screen.name() for screen in self._others()]
        if names:
            at = names.index(self.screen_name()) + 1
            self.wanted = names[at % len(names)]
            self.place()

    def count_screens(self) -> int:
        """Return how many screens there are beside the operator's own."""
        return len(self._others())

    def place(self) -> None:
        """Stand on the hall's screen; without one, in a window, or nowhere once it was lost."""
        if not self._is_open:
            return
        screen = hall_screen(self._others(), self.wanted)
        if screen is not None:
            self._fill(screen)
        elif self._had_screen:
            self.hide()
        else:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.resize(*_ALONE)
            self.show()
        self.moved.emit()

    def event(self, event: QEvent) -> bool:
        """Give the keys back at once where a system or a click hands them over all the same."""
        if event.type() == QEvent.Type.WindowActivate:
            self._operator.activateWindow()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the operator's window."""
        if watched is self._operator and event.type() == QEvent.Type.Close:
            self.shut()
        return False

    def _practice_banner(self) -> QWidget:
        """Return what keeps the hall from taking invented people for real ones."""
        from forum_desktop.ui.practice.line import Banner  # noqa: PLC0415 - of a practice only

        return Banner(self._words)

    def _fill(self, screen: QScreen) -> None:
        self._had_screen = True
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen(), which would take the keys away from whoever types.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def _others(self) -> list[QScreen]:
        """Return the screens that show something else than the operator's own."""
        own = self._operator.screen().geometry()
        return [screen for screen in QGuiApplication.screens() if screen.geometry() != own]


def hall_screen(others: Sequence[QScreen], wanted: str) -> QScreen | None:
    """Return the screen of that name, else the first one, if any."""
    named = [screen for screen in others if screen.name() == wanted]
    return next(iter(named or others), None)
