"""Registration: the strip of views, the session of the day, and the view in front."""

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget

from forum_desktop.ui.controls import button, column, named, row
from forum_desktop.ui.keys import CTRL, Shortcuts
from forum_desktop.ui.news import Kind
from forum_desktop.ui.page import Page, Surroundings
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.view import View
from forum_desktop.ui.registration.views import SIGNS, ViewName, make_view

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.ui.registration.person.view import PersonView


class RegistrationPage(Page):
    """Holds the views together; they know their page and not each other."""

    shows: ClassVar[frozenset[Kind]] = frozenset({Kind.ATTENDEES})

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._views: dict[ViewName, View] = {}
        self._stack = QStackedWidget()
        self._buttons: dict[ViewName, QPushButton] = {}
        self.sessions = named(self.words, "registration.session", QComboBox())
        self._lay_out()
        self._own_keys: Shortcuts = {
            (CTRL, sign.key): lambda name=sign.name: self.show_view(name)  # type: ignore[misc]
            for sign in SIGNS
        }
        self.show_view(ViewName.DESK)
        self.sessions.currentIndexChanged.connect(self._session_chosen)

    @property
    def desk(self) -> DeskView:
        """The desk, which is always there."""
        return cast("DeskView", self.view(ViewName.DESK))

    @property
    def current_view(self) -> View:
        """The view in front."""
        view = self._stack.currentWidget()
        assert isinstance(view, View)
        return view

    @property
    def session(self) -> str:
        """The code of the session that people check in to."""
        return self.sessions.currentData() or ""

    def view(self, name: ViewName) -> View:
        """Return a view, made at its first visit."""
        if name not in self._views:
            made = self._views[name] = make_view(name, self)
            self._stack.addWidget(made)
            if self.overview is not None:
                made.forum_opened()
                made.overview_changed()
        return self._views[name]

    def show_view(self, name: ViewName) -> None:
        """Bring a view to the front."""
        if self._stack.count():
            self.current_view.leave()
        view = self.view(name)
        self._stack.setCurrentWidget(view)
        for other, sign in self._buttons.items():
            sign.setChecked(other is name)
        self.shortcuts = {**self._own_keys, **view.shortcuts}
        if self.overview is not None:
            view.arrive()

    def show_person(self, attendee_id: "UUID") -> None:
        """Show everything about one person."""
        self.show_view(ViewName.PERSON)
        cast("PersonView", self.current_view).show_person(attendee_id)

    def arrive(self) -> None:
        """Come with the cursor where the view in front begins."""
        self.current_view.arrive()

    def leave(self) -> None:
        """Hand over what is half typed."""
        self.current_view.leave()

    def forum_opened(self) -> None:
        """Offer this forum's sessions and forget the last forum's people."""
        self._offer_sessions(0)
        for view in self._views.values():
            view.forum_opened()

    def overview_changed(self) -> None:
        """Show the counts."""
        for view in self._views.values():
            view.overview_changed()

    def reload(self) -> None:
        """Read again what the view in front shows; the others do when they come."""
        self.current_view.reload()

    def retranslate(self) -> None:
        """Say again what is not a fixed sentence."""
        self._offer_sessions(max(self.sessions.currentIndex(), 0))
        for view in self._views.values():
            view.retranslate()

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
        for view in self._views.values():
            view.session_changed()
        self.current_view.arrive()

    def _lay_out(self) -> None:
        strip = row(gap=4)
        for sign in SIGNS:
            made = button(
                self.words,
                f"registration.view_{sign.name}",
                lambda _=False, name=sign.name: self.show_view(name),
                look="quiet",
                symbol=sign.symbol,
            )
            made.setCheckable(True)
            self._buttons[sign.name] = made
            strip.addWidget(made)
        strip.addStretch(1)
        strip.addWidget(self.sessions)
        body = column(strip, self._stack)
        body.setStretch(1, 1)
        self.lay_out(body)
