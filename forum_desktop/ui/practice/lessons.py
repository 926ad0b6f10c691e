"""The ten lessons of a practice: what each asks, how it is seen to be done, how it is shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt

from forum_desktop.ui.keys import ALT, CTRL
from forum_desktop.ui.pages import SIGNS, PageName

if TYPE_CHECKING:
    from forum_desktop.services.practice import Done, Script
    from forum_desktop.ui.complaints.page import ComplaintsPage
    from forum_desktop.ui.exchange.exchanging.view import ExchangeView
    from forum_desktop.ui.exchange.page import ExchangePage
    from forum_desktop.ui.main_window import MainWindow
    from forum_desktop.ui.meeting.hall.view import HallControl
    from forum_desktop.ui.meeting.page import MeetingPage
    from forum_desktop.ui.minutes.page import MinutesPage
    from forum_desktop.ui.opinions.page import OpinionsPage
    from forum_desktop.ui.practice.hands import Hands, Strokes
    from forum_desktop.ui.registration.page import RegistrationPage

_HALL_VIEW = 5
_QUESTION_KEY = Qt.Key.Key_F11
_NAME_STEP = 3


class Show(NamedTuple):
    """What a lesson is shown with."""

    window: "MainWindow"
    hands: "Hands"
    script: "Script"

    def visit(self, name: PageName) -> "Strokes":
        """Go to a page by its key."""
        sign = next(sign for sign in SIGNS if sign.name == name)
        yield self.hands.key(sign.key, CTRL if sign.with_ctrl else Qt.KeyboardModifier.NoModifier)
        yield lambda: self.window.current_name == name


class Lesson(NamedTuple):
    """One thing to learn. `key` is its sentences' name, `keys` the keys as they stand on them."""

    key: str
    keys: tuple[str, ...]
    word: str
    """The name of the script's words that the sentence tells to type; "" for none."""
    is_done: "Callable[[MainWindow, Done, Done], bool]"
    """By the window, and by what was done when the lesson began and until now."""
    show: "Callable[[Show], Strokes]"


def _find(show: Show) -> "Strokes":
    yield from show.visit(PageName.REGISTRATION)
    desk = cast("RegistrationPage", show.window.current).desk
    yield from show.hands.type(show.script.absent.removeprefix("นางสาว").split()[0])
    yield lambda: desk.found.chosen() is not None and not desk.found.is_asking
    yield show.hands.enter()


def _walk_in(show: Show) -> "Strokes":
    yield from show.visit(PageName.REGISTRATION)
    desk = cast("RegistrationPage", show.window.current).desk
    yield from show.hands.type(show.script.newcomer)
    yield lambda: not desk.found.is_asking
    yield show.hands.enter()
    yield desk.walk_in.isVisible
    yield show.hands.enter()
    yield show.hands.enter()


def _opinion(show: Show) -> "Strokes":
    yield from show.visit(PageName.OPINIONS)
    capture = cast("OpinionsPage", show.window.current).capture
    yield from show.hands.type(show.script.opinion)
    yield lambda: capture.mentions.list.isVisible() and capture.mentions.list.chosen() is not None
    yield show.hands.enter()
    yield lambda: not capture.mentions.is_open
    yield show.hands.enter(CTRL)


def _support(show: Show) -> "Strokes":
    yield from show.visit(PageName.OPINIONS)
    capture = cast("OpinionsPage", show.window.current).capture
    yield from show.hands.type(show.script.said_before)
    yield lambda: capture.offers.chosen() is not None
    yield show.hands.key(Qt.Key.Key_J, CTRL)


def _question(show: Show) -> "Strokes":
    yield from show.visit(PageName.OPINIONS)
    yield show.hands.key(_QUESTION_KEY)
    yield from show.hands.type(show.script.question)
    yield show.hands.enter(CTRL)


def _take_back(show: Show) -> "Strokes":
    yield from show.visit(PageName.OPINIONS)
    yield show.hands.key(Qt.Key.Key_Z, CTRL)


def _complaint(show: Show) -> "Strokes":
    hands, script = show.hands, show.script
    yield from show.visit(PageName.COMPLAINTS)
    desk = cast("ComplaintsPage", show.window.current).desk
    yield hands.key(Qt.Key.Key_Down)
    yield from hands.tab_to(desk.story.subject)
    yield from hands.type(script.subject)
    yield from hands.tab_to(desk.story.facts)
    yield from hands.type(script.facts)
    yield hands.key(Qt.Key.Key_0 + _NAME_STEP, ALT)
    yield from hands.tab_to(desk.person.name)
    yield from hands.type(script.complainant)
    yield hands.enter(CTRL)
    yield hands.enter(CTRL)


def _hall(show: Show) -> "Strokes":
    yield from show.visit(PageName.MEETING)
    yield show.hands.key(Qt.Key.Key_0 + _HALL_VIEW, CTRL)
    yield show.hands.key(Qt.Key.Key_1, ALT)
    yield show.hands.key(Qt.Key.Key_F9)


def _minutes(show: Show) -> "Strokes":
    yield from show.visit(PageName.MINUTES)
    form = cast("MinutesPage", show.window.current).form
    yield form.meeting_number.hasFocus
    yield show.hands.key(Qt.Key.Key_A, CTRL)
    yield from show.hands.type(show.script.meeting_number)


def _exchange(show: Show) -> "Strokes":
    yield from show.visit(PageName.EXCHANGE)
    yield show.hands.key(Qt.Key.Key_1, CTRL)
    view = cast("ExchangeView", cast("ExchangePage", show.window.current).view("exchange"))
    yield lambda: (place := view.places.chosen()) is not None and place.is_there
    yield show.hands.enter()


def _is_on_air(window: "MainWindow") -> bool:
    if window.current_name != PageName.MEETING:
        return False
    view = cast("MeetingPage", window.current).current_view
    minding = getattr(view, "minding", None)
    return minding is not None and cast("HallControl", view).minding.state() == "live"  # type: ignore[union-attr]


LESSONS = (
    Lesson("find", ("F2", "Enter"), "absent", lambda _, a, b: b.present > a.present, _find),
    Lesson(
        "walk_in",
        ("F2", "Enter", "Enter", "Enter"),
        "newcomer",
        lambda _, a, b: b.registered > a.registered,
        _walk_in,
    ),
    Lesson(
        "opinion",
        ("F3", "1 Space", "@", "Enter", "Ctrl+Enter"),
        "opinion",
        lambda _, a, b: b.placed > a.placed,
        _opinion,
    ),
    Lesson(
        "support",
        ("F3", "Ctrl+J"),
        "said_before",
        lambda _, a, b: b.supports > a.supports,
        _support,
    ),
    Lesson(
        "question",
        ("F3", "F11", "Ctrl+Enter"),
        "question",
        lambda _, a, b: b.questions > a.questions,
        _question,
    ),
    Lesson(
        "take_back",
        ("F3", "Ctrl+Z"),
        "",
        lambda _, a, b: b.withdrawn > a.withdrawn,
        _take_back,
    ),
    Lesson(
        "complaint",
        ("F4", "Tab", "Alt+3", "Ctrl+Enter", "Ctrl+Enter"),
        "subject",
        lambda _, a, b: b.complaints > a.complaints,
        _complaint,
    ),
    Lesson("hall", ("Ctrl+M", "Ctrl+5", "Alt+1", "F9"), "", lambda w, _a, _b: _is_on_air(w), _hall),
    Lesson(
        "minutes",
        ("F5",),
        "meeting_number",
        lambda _, a, b: b.minutes != a.minutes,
        _minutes,
    ),
    Lesson(
        "exchange",
        ("F6", "Enter"),
        "",
        lambda _, a, b: b.exchanged > a.exchanged,
        _exchange,
    ),
)
