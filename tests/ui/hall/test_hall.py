"""The hall sees what the operator shows it, when she shows it, and never a name."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.forum import Forum
from forum_desktop.records.hall import (
    HallNotice,
    HallReadBack,
    HallSpeaker,
    HallStream,
    HallWelcome,
)
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.ui.hall.window import HallWindow
from forum_desktop.ui.meeting.hall.view import HallControl
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.news import Kind
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import ALT, CTRL, Typist
from tests.ui.meeting.meeting_room import look, unnamed

SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def say(typist: Typist, forum: Forum, text: str) -> Opinion:
    """Keep an opinion as another page would, and let the news go round."""
    page = typist.window.current
    kept: list[Opinion] = []
    page.act(
        lambda desk: services.opinions.capture_opinion(
            desk, forum.id, text=text, kind=OpinionKind.NEED
        ),
        kept.append,
        Kind.OPINIONS,
    )
    typist.until(lambda: bool(kept))
    return kept[0]


def test_nothing_is_shown_before_the_operator_shows_it(
    typist: Typist, control: HallControl
) -> None:
    assert isinstance(control.preview.view(), HallWelcome)
    assert control.live.view() is None
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: isinstance(control.live.view(), HallWelcome))
    typist.press(Qt.Key.Key_3, ALT)
    typist.until(lambda: isinstance(control.preview.view(), HallStream))
    assert isinstance(control.live.view(), HallWelcome)


def test_what_is_shown_is_what_was_asked_for_last(typist: Typist, control: HallControl) -> None:
    typist.press(Qt.Key.Key_6, ALT)
    typist.press(Qt.Key.Key_3, ALT)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: control.live.view() is not None)
    assert isinstance(control.live.view(), HallStream)


def test_the_screen_follows_what_is_said_until_it_is_frozen(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_3, ALT)
    typist.press(Qt.Key.Key_F9)
    say(typist, forum, "ขอไฟในซอย")
    typist.until(lambda: _lines(control) == ["ขอไฟในซอย"])
    typist.press(Qt.Key.Key_F10)
    say(typist, forum, "ขอท่อระบายน้ำ")
    typist.until(lambda: len(cast("HallStream", control.preview.view()).lines) == 2)
    assert _lines(control) == ["ขอไฟในซอย"]
    typist.press(Qt.Key.Key_F10)
    typist.until(lambda: _lines(control) == ["ขอท่อระบายน้ำ", "ขอไฟในซอย"])


def test_a_frozen_picture_loses_at_once_what_went_to_the_complaint_desk(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    first, second = say(typist, forum, "ขอไฟในซอย"), say(typist, forum, "เพื่อนบ้านชื่อนั้นทิ้งขยะ")
    typist.press(Qt.Key.Key_3, ALT)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: len(_lines(control)) == 2)
    typist.press(Qt.Key.Key_F10)
    intake = ComplaintIntake(kind="light", subject="ขยะ", facts="ขยะ", first_name="ก")
    control.page.act(
        lambda desk: services.stream.move_to_complaints(desk, second.id, intake),
        lambda _: None,
        Kind.OPINIONS,
    )
    typist.until(lambda: _lines(control) == ["ขอไฟในซอย"])
    assert first.reference in repr(control.live.view())


def test_the_hall_follows_whatever_page_is_in_front_and_the_typist_keeps_the_keys(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_3, ALT)
    typist.press(Qt.Key.Key_F9)
    typist.press(Qt.Key.Key_F12)
    hall = _window(control)
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    typist.until(page.capture.text.hasFocus)
    typist.type("ขอให้ซ่อม")
    typist.enter(CTRL)
    typist.type("พูดต่อ")
    typist.until(lambda: "ขอให้ซ่อม" in repr(hall.canvas.view()))
    typist.until(lambda: QApplication.focusWidget() is page.capture.text)
    assert QApplication.activeWindow() is typist.window
    assert page.capture.text.toPlainText() == "พูดต่อ"


def test_a_handed_over_wording_is_prepared_and_follows_the_one_on_air(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    first, second, third = (
        say(typist, forum, text) for text in ("เรื่องแรก", "เรื่องที่สอง", "เรื่องที่สาม")
    )
    _hand_over(control, first)
    typist.until(lambda: _wording(control.preview.view()) == "เรื่องแรก")
    assert control.live.view() is None
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: _wording(control.live.view()) == "เรื่องแรก")
    say(typist, forum, "เรื่องใหม่กว่า")
    _hand_over(control, second)
    typist.until(lambda: _wording(control.live.view()) == "เรื่องที่สอง")
    control.page.act(
        lambda desk: services.answering.correct_wording(desk, second.id, "เรื่องที่สองที่แก้แล้ว"),
        lambda _: None,
        Kind.OPINIONS,
    )
    typist.until(lambda: _wording(control.live.view()) == "เรื่องที่สองที่แก้แล้ว")
    assert cast("HallReadBack", control.live.view()).is_confirmed
    control.page.act(
        lambda desk: services.stream.withdraw(desk, second.id, "พูดผิดเวที"),
        lambda _: None,
        Kind.OPINIONS,
    )
    typist.until(lambda: control.live.view() is None)
    assert control.minding is not None
    assert control.minding.state() == "gone"
    assert third.text in repr(look(typist, lambda d: services.hall.list_newest(d, forum.id)))


def test_the_operator_chooses_by_keys_what_a_scene_is_about(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    say(typist, forum, "เรื่องแรก")
    say(typist, forum, "เรื่องที่สอง")
    typist.press(Qt.Key.Key_5, ALT)
    typist.until(lambda: _wording(control.preview.view()) == "เรื่องที่สอง")
    typist.press(Qt.Key.Key_Down)
    typist.until(lambda: _wording(control.preview.view()) == "เรื่องแรก")
    typist.enter()
    typist.until(lambda: _wording(control.live.view()) == "เรื่องแรก")
    say(typist, forum, "เรื่องที่สาม")
    typist.until(lambda: control.about.list.records.rowCount() == 3)
    assert _wording(control.live.view()) == "เรื่องแรก"
    assert _wording(control.preview.view()) == "เรื่องแรก"


def test_a_black_screen_and_a_typed_notice(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_9, ALT)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: typist.said() == typist.window.words("hall.nothing_prepared"))
    typist.type("พัก 15 นาที")
    typist.until(lambda: control.preview.view() == HallNotice(text="พัก 15 นาที"))
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: control.live.view() == HallNotice(text="พัก 15 นาที"))
    typist.press(Qt.Key.Key_F11)
    assert control.live.view() is None
    typist.press(Qt.Key.Key_F11)
    assert control.live.view() == HallNotice(text="พัก 15 นาที")
    typist.visit(PageName.FORUM)
    place = f"{forum.id}/hall/notice"
    typist.until(lambda: "15" in look(typist, lambda d: services.drafts.read_draft(d, place)))


def test_a_long_wording_is_turned_page_by_page(
    typist: Typist, control: HallControl, forum: Forum
) -> None:
    say(typist, forum, "ขอให้เทศบาลซ่อมถนนและท่อระบายน้ำ " * 60)
    typist.press(Qt.Key.Key_5, ALT)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: isinstance(control.live.view(), HallReadBack))
    assert control.live.count_parts() > 2
    assert control.minding is not None
    program = control.minding.program
    typist.press(Qt.Key.Key_PageDown)
    assert program.part == 1
    for _ in range(control.live.count_parts()):
        typist.press(Qt.Key.Key_PageDown)
    assert program.part == control.live.count_parts() - 1
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: program.part == 0)


def test_a_speakers_time_runs_by_itself(typist: Typist, control: HallControl, forum: Forum) -> None:
    def speak(desk: services.desk.Desk) -> object:
        turn = services.speakers.ask_for_floor(desk, forum.id, label="ชุมชนริมน้ำ")
        return services.speakers.give_floor(desk, turn.id)

    control.page.act(speak, lambda _: None, Kind.MEETING)
    typist.press(Qt.Key.Key_6, ALT)
    typist.press(Qt.Key.Key_F9)
    typist.until(lambda: _seconds(control) > 0)
    first = _seconds(control)
    typist.until(lambda: _seconds(control) > first)


def test_the_window_opens_without_taking_the_keys(typist: Typist, control: HallControl) -> None:
    control.take_button.setFocus()
    typist.press(Qt.Key.Key_F9)
    typist.press(Qt.Key.Key_F12)
    hall = _window(control)
    assert hall.isVisible()
    typist.until(lambda: isinstance(hall.canvas.view(), HallWelcome))
    typist.until(lambda: QApplication.focusWidget() is control.take_button)
    assert [screen.name() for screen in QGuiApplication.screens()] == ["laptop", "projector"]
    assert hall.screen_name() == "projector"
    assert hall.isFullScreen()
    assert hall.geometry().width() == 1280
    assert look(typist, services.hall.remembered_screen) == "projector"
    typist.press(Qt.Key.Key_F12)
    assert control.bar.window_ is None


def test_the_window_waits_unseen_while_its_screen_is_unplugged(
    typist: Typist, control: HallControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    typist.press(Qt.Key.Key_F9)
    typist.press(Qt.Key.Key_F12)
    hall = _window(control)
    laptop, projector = QGuiApplication.screens()
    application = cast("QGuiApplication", QGuiApplication.instance())
    _plug(monkeypatch, laptop)
    application.screenRemoved.emit(projector)
    assert not hall.isVisible()
    assert control.bar.where.said() == typist.window.words("hall.where.lost")
    _plug(monkeypatch, laptop, projector)
    application.screenAdded.emit(projector)
    assert hall.isVisible()
    assert hall.isFullScreen()
    assert hall.screen_name() == "projector"


def test_with_one_screen_the_picture_stands_in_a_window_until_another_comes(
    typist: Typist, control: HallControl, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, projector = QGuiApplication.screens()
    _plug(monkeypatch, laptop)
    typist.press(Qt.Key.Key_F12)
    hall = _window(control)
    assert hall.isVisible()
    assert not hall.isFullScreen()
    assert control.bar.where.said() == typist.window.words("hall.where.window")
    _plug(monkeypatch, laptop, projector)
    cast("QGuiApplication", QGuiApplication.instance()).screenAdded.emit(projector)
    assert hall.isFullScreen()
    # One screen beside the operator's: there is none to move on to.
    typist.press(Qt.Key.Key_F12, SHIFT)
    assert hall.screen_name() == "projector"


def test_the_window_goes_with_the_operators(typist: Typist, control: HallControl) -> None:
    typist.press(Qt.Key.Key_F12)
    hall = _window(control)
    typist.window.close()
    assert not hall.isVisible()


def test_only_scenes_reach_the_screen(control: HallControl) -> None:
    overview = control.overview
    for other in (overview, overview.forum, "ขอไฟ", object()):
        with pytest.raises(TypeError, match="no scene"):
            control.live.show_view(other)  # type: ignore[arg-type]


def test_every_control_says_its_name(control: HallControl) -> None:
    assert not unnamed(control)


def _hand_over(control: HallControl, opinion: Opinion) -> None:
    control.page.act(
        lambda desk: services.hall.ask_to_read_back(desk, opinion.id), lambda _: None, Kind.HALL
    )


def _plug(monkeypatch: pytest.MonkeyPatch, *screens: QScreen) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", staticmethod(lambda: list(screens)))


def _window(control: HallControl) -> HallWindow:
    assert control.bar.window_ is not None
    return control.bar.window_


def _lines(control: HallControl) -> list[str]:
    view = control.live.view()
    return [line.text for line in view.lines] if isinstance(view, HallStream) else []


def _wording(view: object) -> str:
    return view.line.text if isinstance(view, HallReadBack) else ""


def _seconds(control: HallControl) -> int:
    view = control.live.view()
    return view.seconds if isinstance(view, HallSpeaker) else -1
