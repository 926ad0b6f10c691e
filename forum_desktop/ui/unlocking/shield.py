"""The shield: takes the whole window away and puts the unlock view in its place.

What was there is not hidden but taken out of the window, so that no screen reader, no picture
of the window and no key reaches any of it. The hall's window goes on.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolTip, QWidget

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.ui.background import Background, Ends
from forum_desktop.ui.unlocking.view import Try, UnlockView
from forum_desktop.ui.words import Words

if TYPE_CHECKING:
    from forum_desktop.records.auto_lock import AutoLock
    from forum_desktop.records.secret import Secret

_HANDS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_MINUTE = 60_000


class Shield(QObject):
    """Falls when nobody works for a while, or at once; a secret of the file lifts it.

    `fall` is what the window does when it is time; it keeps drafts first, then calls `cover`.
    """

    def __init__(
        self,
        window: QMainWindow,
        words: Words,
        background: Background,
        fall: Callable[[], object],
        change_language: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._background = window, background
        self._lifted: Callable[[], object] | None = None
        self._body: QWidget | None = None
        # One for all times: what says sentences hears of each change of language for ever.
        self.view = UnlockView(words, self.lift, change_language)
        self.is_armed = False
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(fall)

    @property
    def is_down(self) -> bool:
        """Whether the window is covered."""
        return self._body is not None

    @property
    def idle(self) -> QTimer:
        """What counts the time without a key or a click."""
        return self._idle

    def arm(self, auto_lock: "AutoLock") -> None:
        """Count idle minutes from now on, or no more where nothing is protected."""
        self.is_armed = auto_lock.is_on
        self._idle.stop()
        self._idle.setInterval(auto_lock.minutes * _MINUTE)
        handle = self._window.windowHandle()
        if self.is_armed and handle is not None:
            handle.installEventFilter(self)
        self._count()

    def cover_at_start(
        self, tell: "Callable[[Secret], object]", lifted: Callable[[], object]
    ) -> None:
        """Cover the window before anything was read; `tell` gives the desk its secret."""

        def attempt(
            secret: "Secret", done: Callable[[], object], refused: Callable[[Refusal], object]
        ) -> None:
            def told_no(refusal: Refusal) -> None:
                if refusal.key.startswith("keys."):
                    refused(refusal)
                else:  # It opens, and is not well: the window says so in its own way.
                    self._lifted = None
                    self.lift()
                    self._background.refused.emit(refusal)

            tell(secret)
            self._background.run(lambda _: None, Ends(done=lambda _: done(), refused=told_no))

        self._cover(attempt, lifted)

    def cover(self, lifted: Callable[[], object]) -> None:
        """Cover the window of an open desk."""

        def attempt(
            secret: "Secret", done: Callable[[], object], refused: Callable[[Refusal], object]
        ) -> None:
            self._background.run(
                lambda desk: services.protection.check_secret(desk, secret),
                Ends(done=lambda _: done(), refused=refused),
            )

        self._cover(attempt, lifted)

    def lift(self) -> None:
        """Put back what was there."""
        assert self._body is not None
        self._window.takeCentralWidget()
        self._window.setCentralWidget(self._body)
        self._body.show()
        self._body = None
        self._count()
        if self._lifted is not None:
            self._lifted()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew with every key and every movement of a hand."""
        if event.type() in _HANDS and self.is_armed and not self.is_down:
            self._idle.start()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        if self.is_armed and not self.is_down:
            self._idle.start()

    def _cover(self, attempt: Try, lifted: Callable[[], object]) -> None:
        self._idle.stop()
        self._lifted = lifted
        self._dismiss_windows()
        self._body = self._window.takeCentralWidget()
        self._window.setCentralWidget(self.view)
        self.view.begin(attempt)

    def _dismiss_windows(self) -> None:
        """Close every window that stands before the covered one, but not the hall's."""
        QToolTip.hideText()
        for other in QApplication.topLevelWidgets():
            if other is self._window or not other.isVisible() or _is_for_the_hall(other):
                continue
            if isinstance(other, QDialog):
                other.reject()
            else:
                other.hide()


def _is_for_the_hall(window: QWidget) -> bool:
    flags = window.windowFlags()
    is_window = window.windowType() is Qt.WindowType.Window
    return is_window and bool(flags & Qt.WindowType.WindowDoesNotAcceptFocus)
