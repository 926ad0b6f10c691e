"""The views of the registration page."""

from enum import StrEnum

from forum_desktop.ui.viewed import ViewSign


class ViewName(StrEnum):
    """A view, in the order of the strip."""

    DESK = "desk"
    ROLL_CALL = "roll_call"
    PAPER = "paper"
    ARRIVALS = "arrivals"
    IMPORTING = "importing"
    PERSON = "person"


def _sign(name: ViewName, symbol: str, made_as: str) -> ViewSign:
    place = f"forum_desktop.ui.registration.{name}.view"
    return ViewSign(name, symbol, f"registration.view_{name}", place, made_as)


SIGNS = (
    _sign(ViewName.DESK, "user-check", "DeskView"),
    _sign(ViewName.ROLL_CALL, "list-checks", "RollCallView"),
    _sign(ViewName.PAPER, "notebook-pen", "PaperView"),
    _sign(ViewName.ARRIVALS, "chart-column", "ArrivalsView"),
    _sign(ViewName.IMPORTING, "file-down", "ImportingView"),
    _sign(ViewName.PERSON, "user-round", "PersonView"),
)
