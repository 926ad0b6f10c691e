"""The window on the hall's screen: full on the second screen, never in the typist's way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forum_desktop.ui.hall.canvas import HallCanvas

if TYPE_CHECKING:
    from forum_desktop.records.hall import HallView
    from forum_desktop.ui.words import Words

_ALONE = (960, 540)
"""The size of the window where there is one screen only."""


class HallWindow(QWidget):
    """Takes no focus and no keys. It moves when a screen comes or goes."""

    def __init__(self, words: "Words", wanted: str = "") -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.wanted = wanted
        self.canvas = HallCanvas(words)
        words.tell(self.setWindowTitle, "hall.window")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The app ends with the operator's window, and this one with the app.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.aboutToQuit.connect(self.close)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)

    def open(self) -> None:
        """Appear where the hall looks."""
        self._place()

    def show_view(self, view: "HallView | None") -> None:
        """Show a scene, or black."""
        self.canvas.show_view(view)

    def screen_name(self) -> str:
        """Return the name of the hall's screen; empty where there is no second one."""
        found = hall_screen(self.wanted)
        return found.name() if found else ""

    def _screens_changed(self, _screen: QScreen) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        screen = hall_screen(self.wanted)
        if screen is None:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.resize(*_ALONE)
            self.show()
            return
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen(), which would take the keys away from whoever types.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()


def hall_screen(wanted: str) -> QScreen | None:
    """Return the screen of that name, else the first beside the operator's own, if any."""
    primary = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not primary]
    named = [screen for screen in others if screen.name() == wanted]
    return next(iter(named or others), None)
