"""Registration: the strip of views, the session of the day, and the view in front."""

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from forum_desktop import services
from forum_desktop.ui.controls import named
from forum_desktop.ui.keys import CTRL
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Surroundings
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.view import View
from forum_desktop.ui.registration.views import SIGNS, ViewName
from forum_desktop.ui.viewed import ViewedPage, ViewSign

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.ui.registration.person.view import PersonView

_SESSION_WIDTH = 220


class RegistrationPage(ViewedPage):
    """Everything about those who come, in one session of the day or another."""

    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.ATTENDEES})
    signs: ClassVar[tuple[ViewSign, ...]] = SIGNS

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.sessions = named(self.words, "registration.session", QComboBox())
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sessions.setMaximumWidth(_SESSION_WIDTH)
        self.sessions.setToolTip("Ctrl+0")
        self.strip.addWidget(self.sessions)
        self.own_keys[CTRL, Qt.Key.Key_0] = self.choose_session
        self.show_view(ViewName.DESK)
        self.sessions.currentIndexChanged.connect(self._session_chosen)

    @property
    def desk(self) -> DeskView:
        """The desk, which is always there."""
        return cast("DeskView", self.view(ViewName.DESK))

    @property
    def session(self) -> str:
        """The code of the session that people check in to."""
        return self.sessions.currentData() or ""

    def choose_session(self) -> None:
        """Open the sessions of the day; arrows choose one, Enter takes it."""
        if self.sessions.count() > 1:
            self.sessions.setFocus()
            self.sessions.showPopup()

    def show_person(self, attendee_id: "UUID") -> None:
        """Show everything about one person."""
        self.show_view(ViewName.PERSON)
        cast("PersonView", self.current_view).show_person(attendee_id)

    def forum_opened(self) -> None:
        """Offer this forum's sessions; forget people of the last one and what is past its day."""
        self._offer_sessions(0)
        super().forum_opened()
        forum_id = self.forum_id
        self.look_up(
            lambda desk: services.screening.purge_screenings(desk, forum_id), self._tell_purged
        )

    def retranslate(self) -> None:
        """Say again what is not a fixed sentence."""
        self._offer_sessions(max(self.sessions.currentIndex(), 0))
        super().retranslate()

    def _tell_purged(self, count: int) -> None:
        if count:
            self.say("person.screenings_purged", "good", count=count)

    def _offer_sessions(self, chosen: int) -> None:
        if self.overview is None:
            return
        self.sessions.blockSignals(True)
        self.sessions.clear()
        for session in self.overview.pack.sessions:
            is_english = self.words.language == "en" and session.english
            self.sessions.addItem(session.english if is_english else session.name, session.code)
        self.sessions.setCurrentIndex(chosen)
        self.sessions.setVisible(self.sessions.count() > 1)
        self.sessions.blockSignals(False)

    def _session_chosen(self) -> None:
        for view in self.views:
            cast("View", view).session_changed()
        self.current_view.arrive()
