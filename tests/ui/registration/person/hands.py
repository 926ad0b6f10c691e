"""What the journeys about one person share: showing her, typing into a field, looking it up."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from forum_desktop import services
from forum_desktop.records.people import Attendee
from forum_desktop.ui.background import Ends
from forum_desktop.ui.controls import Text
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.person.view import PersonView
from tests.ui.keyboard import CTRL, Typist

if TYPE_CHECKING:
    from forum_desktop.services.desk import Desk

T = TypeVar("T")


def page_of(typist: Typist) -> RegistrationPage:
    """Return the registration page, which is in front."""
    return cast("RegistrationPage", typist.window.current)


def come(typist: Typist) -> PersonView:
    """Come to the view by its keys."""
    typist.press(Qt.Key.Key_F2)
    typist.press(Qt.Key.Key_6, CTRL, "6")
    view = page_of(typist).current_view
    assert isinstance(view, PersonView)
    typist.until(lambda: bool(view.board.retention.kept))
    return view


def show(view: PersonView, typist: Typist, name: str) -> None:
    """Find a person and show her."""
    typist.type(name)
    typist.enter()
    typist.until(lambda: view.sheet.person() is not None)


def person_id(view: PersonView) -> UUID:
    """Return the id of the person on the sheet."""
    person = view.sheet.person()
    assert person is not None
    return person


def person(typist: Typist, view: PersonView) -> Attendee:
    """Return the person on the sheet as the file has her."""
    who = person_id(view)
    return look(typist, lambda d, _: services.registration.read_attendee(d, who)).attendee


def type_into(typist: Typist, control: QWidget, text: str) -> None:
    """Write a field anew."""
    control.setFocus()
    typist.press(Qt.Key.Key_A, CTRL)
    typist.type(text)


def press_space_on(typist: Typist, control: QWidget) -> None:
    """Press a button with the space bar."""
    control.setFocus()
    assert typist.window.focusWidget() is control
    typist.press(Qt.Key.Key_Space, text=" ")


def tab_to(typist: Typist, control: QWidget) -> None:
    """Come to a control by Tab alone."""
    for _ in range(30):
        if typist.window.focusWidget() is control:
            return
        typist.tab()
    raise AssertionError("Tab does not come there")


def look(typist: Typist, job: "Callable[[Desk, UUID], T]") -> T:
    """Ask the window's own worker, after all that was asked before."""
    answers: list[T] = []
    overview = typist.window.overview
    assert overview is not None
    forum_id = overview.forum.id
    typist.window.background.run(lambda d: job(d, forum_id), Ends(done=answers.append))
    typist.until(lambda: bool(answers))
    return answers[0]


def do(typist: Typist, act: "Callable[[Desk], object]") -> None:
    """Do an act on the window's own worker."""
    look(typist, lambda d, _: (act(d), True))


def seen(view: PersonView) -> str:
    """Return all that stands on the screen."""
    labels = view.findChildren(QLabel)
    return " ".join(_said(label) for label in labels if label.isVisible())


def all_texts(view: PersonView) -> str:
    """Return all that the view's widgets hold, shown or not."""
    labels = [_said(label) for label in view.findChildren(QLabel)]
    return " ".join((*labels, *(line.text() for line in view.findChildren(QLineEdit))))


def _said(label: QLabel) -> str:
    # A label's own text holds break marks between the words.
    return label.said() if isinstance(label, Text) else label.text()
