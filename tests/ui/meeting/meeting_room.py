"""What the tests of ranking and projects need: to come to a view, and to look into the file."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from forum_desktop.services.desk import Desk
from forum_desktop.ui.background import Ends
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import View
from tests.ui.keyboard import CTRL, Typist


def come_to(typist: Typist, name: str) -> View:
    """Come to a view of the meeting by its keys."""
    typist.visit(PageName.MEETING)
    page = cast("MeetingPage", typist.window.current)
    at = next(at for at, sign in enumerate(page.signs) if sign.name == name)
    typist.press(Qt.Key.Key_1 + at, CTRL)
    return page.current_view


def look(typist: Typist, job: Callable[[Desk], Any]) -> Any:
    """Look into the file through the window's own worker."""
    found: list[Any] = []
    typist.window.background.run(job, Ends(done=found.append))
    typist.until(lambda: bool(found))
    return found[0]


def unnamed(view: View) -> list[str]:
    """Return the controls of a view that a screen reader could not name."""
    kinds = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
    inner: set[QWidget | None] = {box.lineEdit() for box in view.findChildren(QComboBox)}
    inner |= {box.view() for box in view.findChildren(QComboBox)}
    return [
        f"{type(control).__name__} in {type(control.parent()).__name__}"
        for control in view.findChildren(QWidget)
        if isinstance(control, kinds) and control not in inner
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not control.accessibleName().strip()
    ]
