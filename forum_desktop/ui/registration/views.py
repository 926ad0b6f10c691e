"""The views of the registration page, each made when first visited."""

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from forum_desktop.ui.registration.page import RegistrationPage
    from forum_desktop.ui.registration.view import View


class ViewName(StrEnum):
    """A view, in the order of the strip."""

    DESK = "desk"
    ROLL_CALL = "roll_call"
    PAPER = "paper"
    ARRIVALS = "arrivals"
    IMPORTING = "importing"
    PERSON = "person"


class ViewSign(NamedTuple):
    """How a view stands in the strip."""

    name: ViewName
    symbol: str
    key: Qt.Key


SIGNS = (
    ViewSign(ViewName.DESK, "user-check", Qt.Key.Key_1),
    ViewSign(ViewName.ROLL_CALL, "list-checks", Qt.Key.Key_2),
    ViewSign(ViewName.PAPER, "notebook-pen", Qt.Key.Key_3),
    ViewSign(ViewName.ARRIVALS, "chart-column", Qt.Key.Key_4),
    ViewSign(ViewName.IMPORTING, "file-down", Qt.Key.Key_5),
    ViewSign(ViewName.PERSON, "user-round", Qt.Key.Key_6),
)

_CLASSES = {
    ViewName.DESK: "DeskView",
    ViewName.ROLL_CALL: "RollCallView",
    ViewName.PAPER: "PaperView",
    ViewName.ARRIVALS: "ArrivalsView",
    ViewName.IMPORTING: "ImportingView",
    ViewName.PERSON: "PersonView",
}


def make_view(name: ViewName, page: "RegistrationPage") -> "View":
    """Make a view; its module is imported only now."""
    module = import_module(f"forum_desktop.ui.registration.{name}.view")
    view: View = getattr(module, _CLASSES[name])(page)
    return view
