"""Complaints: taken down in private, followed up, kept; a curtain before it all at one key."""

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from forum_desktop.ui.complaints.curtain import Curtain
from forum_desktop.ui.keys import NONE
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Surroundings
from forum_desktop.ui.viewed import ViewedPage, ViewSign

if TYPE_CHECKING:
    from forum_desktop.ui.complaints.desk.view import DeskView

_HERE = "forum_desktop.ui.complaints"
_IDLE = 5 * 60 * 1000
"""Milliseconds without a key or a click until the curtain falls by itself."""
_HANDS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}


class ComplaintsPage(ViewedPage):
    """Holds the views of the desk together, and covers them when nobody should look."""

    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.COMPLAINTS, Kind.OPINIONS})
    signs: ClassVar[tuple[ViewSign, ...]] = (
        ViewSign("desk", "megaphone", "view.complaint_desk", f"{_HERE}.desk.view", "DeskView"),
        ViewSign(
            "register",
            "list-checks",
            "view.complaint_register",
            f"{_HERE}.register.view",
            "RegisterView",
        ),
        ViewSign(
            "follow_up",
            "notebook-pen",
            "view.complaint_follow_up",
            f"{_HERE}.follow_up.view",
            "FollowUpView",
        ),
        ViewSign(
            "keeping",
            "shield-check",
            "view.complaint_keeping",
            f"{_HERE}.keeping.view",
            "KeepingView",
        ),
    )

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.curtain = Curtain(self)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self.curtain.fall)
        self.own_keys[NONE, Qt.Key.Key_F12] = self.curtain.fall
        self.show_view("desk")
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    @property
    def desk(self) -> "DeskView":
        """Where complaints are taken in."""
        return cast("DeskView", self.view("desk"))

    def arrive(self) -> None:
        """Come back behind the curtain, where it has fallen."""
        self._idle.start()
        if self.curtain.isHidden():
            super().arrive()
        else:
            self.curtain.arrive()

    def leave(self) -> None:
        """Count no idle time while another page is in front."""
        self._idle.stop()
        super().leave()

    def forum_opened(self) -> None:
        """Begin with another forum, the curtain up."""
        super().forum_opened()
        self.curtain.rise()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew with every key and click."""
        if event.type() in _HANDS and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)
