"""The hall sees what the operator shows it, when she shows it, and never a name."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.hall import HallNotice, HallStream, HallWelcome
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.hall.program import Program
from forum_desktop.ui.meeting.hall.view import HallControl
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import ALT, CTRL, Typist


@pytest.fixture
def control(typist: Typist, forum: Forum) -> HallControl:
    """Go to the operator's control by keys."""
    typist.visit(PageName.MEETING)
    page = cast("MeetingPage", typist.window.current)
    places = [sign.name for sign in page.signs]
    typist.press(Qt.Key.Key_1 + places.index("hall"), CTRL)
    view = page.current_view
    assert isinstance(view, HallControl)
    typist.until(lambda: view.preview.view() is not None)
    return view


def say(typist: Typist, forum: Forum, text: str) -> None:
    """Keep an opinion as another page would, and let the news go round."""
    page = typist.window.current
    page.act(
        lambda desk: services.opinions.capture_opinion(
            desk, forum.id, text=text, kind=OpinionKind.NEED
        ),
        lambda _: None,
        *page.shows,
    )


def test_nothing_is_shown_before_the_operator_shows_it(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    assert isinstance(control.preview.view(), HallWelcome)
    assert control.live.view() is None
    typist.press(Qt.Key.Key_F9)
    assert isinstance(control.live.view(), HallWelcome)
    typist.press(Qt.Key.Key_3, ALT)
    typist.until(lambda: isinstance(control.preview.view(), HallStream))
    assert isinstance(control.live.view(), HallWelcome)


def test_the_screen_follows_what_is_said_until_it_is_frozen(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_3, ALT)
    typist.until(lambda: isinstance(control.preview.view(), HallStream))
    typist.press(Qt.Key.Key_F9)
    say(typist, forum, "ขอไฟในซอย")
    typist.until(lambda: _lines(control) == ["ขอไฟในซอย"])
    typist.press(Qt.Key.Key_F10)
    say(typist, forum, "ขอท่อระบายน้ำ")
    typist.until(lambda: len(cast("HallStream", control.preview.view()).lines) == 2)
    assert _lines(control) == ["ขอไฟในซอย"]
    typist.press(Qt.Key.Key_F10)
    typist.until(lambda: _lines(control) == ["ขอท่อระบายน้ำ", "ขอไฟในซอย"])


def test_a_black_screen_and_a_typed_notice(typist: Typist, control: HallControl) -> None:
    typist.press(Qt.Key.Key_8, ALT)
    typist.until(lambda: control.preview.view() is None)
    typist.press(Qt.Key.Key_F9)
    assert typist.said() == typist.window.words("hall.nothing_prepared")
    control.choosing.notice.setFocus()
    typist.type("พัก 15 นาที")
    typist.until(lambda: control.preview.view() == HallNotice(text="พัก 15 นาที"))
    typist.press(Qt.Key.Key_F9)
    assert control.live.view() == HallNotice(text="พัก 15 นาที")
    typist.press(Qt.Key.Key_F11)
    assert control.live.view() is None
    typist.press(Qt.Key.Key_F11)
    assert control.live.view() == HallNotice(text="พัก 15 นาที")


def test_the_window_opens_without_taking_the_keys(typist: Typist, control: HallControl) -> None:
    control.take_button.setFocus()
    typist.press(Qt.Key.Key_F9)
    typist.press(Qt.Key.Key_F12)
    hall = control.window_
    assert hall is not None
    assert hall.isVisible()
    assert isinstance(hall.canvas.view(), HallWelcome)
    assert QApplication.focusWidget() is control.take_button
    assert [screen.name() for screen in QGuiApplication.screens()] == ["laptop", "projector"]
    assert hall.screen_name() == "projector"
    assert hall.isFullScreen()
    assert hall.geometry().width() == 1280
    typist.press(Qt.Key.Key_F12)
    assert control.window_ is None


def test_only_scenes_reach_the_screen(control: HallControl) -> None:
    overview = control.overview
    for other in (overview, overview.forum, "ขอไฟ", object()):
        with pytest.raises(TypeError, match="no scene"):
            control.live.show_view(other)  # type: ignore[arg-type]


VIEWS = st.one_of(st.none(), st.builds(HallNotice, text=st.text(min_size=1, max_size=5)))
STEPS = st.lists(
    st.one_of(
        VIEWS.map(lambda v: ("prepare", v)),
        VIEWS.map(lambda v: ("follow", v)),
        st.sampled_from([("take", None), ("freeze", None), ("blank", None)]),
    )
)


@given(steps=STEPS)
def test_a_blank_screen_shows_nothing_and_a_frozen_one_holds(
    steps: list[tuple[str, HallNotice | None]],
) -> None:
    program = Program()
    for name, view in steps:
        before = program.shown
        was_frozen = program.is_frozen
        getattr(program, name)(*([view] if name in {"prepare", "follow"} else []))
        if name == "follow" and was_frozen:
            assert program.shown is before
        if name == "prepare":
            assert program.shown is before
        assert program.on_air is (None if program.is_blank else program.shown)


def _lines(control: HallControl) -> list[str]:
    view = control.live.view()
    return [line.text for line in view.lines] if isinstance(view, HallStream) else []
