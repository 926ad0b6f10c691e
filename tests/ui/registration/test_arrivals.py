"""Who is missing: counts alone, read again by themselves, with a way to the roll call."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize, Qt

from forum_desktop import services
from forum_desktop.records.arrivals import ArrivalMinute, ArrivalRow, Arrivals, TallySum
from forum_desktop.records.forum import Forum
from forum_desktop.ui.news import Kind
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.arrivals.board import ArrivalsBoard
from forum_desktop.ui.registration.arrivals.hour import MINUTES, hour_of
from forum_desktop.ui.registration.arrivals.lines import Panel, columns_of, share_of
from forum_desktop.ui.registration.arrivals.view import ArrivalsView
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.roll_call.view import RollCallView
from forum_desktop.ui.registration.views import ViewName
from forum_desktop.ui.words import Words
from forum_desktop.wording import Wording
from tests.factory import BANGKOK, StepClock
from tests.ui.keyboard import CTRL, Typist

_NINE = datetime(2027, 2, 11, 9, tzinfo=BANGKOK)
_NAMES = ("นายก้อง สมมติ", "นางขวัญ สมมติ")


@pytest.fixture
def forum(forum: Forum, data_dir: Path) -> Forum:
    """Let two people come from a community of zone 1."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    for name in _NAMES:
        services.registration.register_walk_in(
            desk, forum.id, full_name=name, sector="people", community="ริมน้ำ 1"
        )
    desk.close()
    return forum


@pytest.fixture
def view(typist: Typist) -> ArrivalsView:
    """Come to the board, its figures read."""
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current)
    typist.press(Qt.Key.Key_4, CTRL)
    view = cast("ArrivalsView", page.current_view)
    typist.until(lambda: bool(view.board.said()))
    return view


def test_the_board_counts_and_names_nobody(view: ArrivalsView) -> None:
    said = "\n".join(view.board.said())
    assert "ประชาชนทั่วไป 2 / 100" in said
    assert "เขต 1 2 จาก 2" in said
    assert said == view.board.accessibleDescription()
    for name in ("ก้อง", "ขวัญ", "สมมติ"):
        assert name not in said


def test_news_of_an_arrival_are_counted(view: ArrivalsView, typist: Typist, forum: Forum) -> None:
    page = cast("RegistrationPage", typist.window.current)
    page.act(lambda desk: _come(desk, forum), lambda _: None, Kind.ATTENDEES)
    typist.until(lambda: "ประชาชนทั่วไป 3 / 100" in view.board.said())


def test_without_news_it_counts_again_while_it_is_seen(
    view: ArrivalsView, typist: Typist, forum: Forum
) -> None:
    view._timer.setInterval(20)
    typist.window.background.run(lambda desk: _come(desk, forum))
    typist.until(lambda: "ประชาชนทั่วไป 3 / 100" in view.board.said())
    cast("RegistrationPage", typist.window.current).show_view(ViewName.DESK)
    assert not view._timer.isActive()


def test_arrows_and_enter_lead_from_a_zone_to_its_roll_call(
    view: ArrivalsView, typist: Typist
) -> None:
    typist.until(lambda: bool(view.board._places))
    chosen = view.board.chosen()
    assert chosen is not None
    assert (chosen.panel, chosen.row.code) == ("sector", "people")
    typist.press(Qt.Key.Key_Right)
    typist.enter()
    page = cast("RegistrationPage", typist.window.current)
    roll_call = cast("RollCallView", page.current_view)
    typist.until(lambda: [g.community for g in roll_call.groups.records.rows()] == ["ริมน้ำ 1"])
    assert roll_call.box.text() == "เขต 1"


def test_a_sector_has_no_roll_call_and_says_so(view: ArrivalsView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    assert typist.said() == typist.window.words("arrivals.no_roll_call")
    assert cast("RegistrationPage", typist.window.current).current_view is view


def test_the_hour_ends_now_and_tells_peak_and_rate() -> None:
    arrivals = _arrivals({-70: 9, -30: 4, -2: 3, 0: 7})
    hour = hour_of(arrivals, _NINE + timedelta(seconds=40))
    assert hour.begins_at == _NINE - timedelta(minutes=59)
    assert (hour.counts[-1], hour.counts[-3], hour.counts[29]) == (7, 3, 4)
    assert (hour.peak, hour.peak_at) == (9, _NINE - timedelta(minutes=70))
    assert hour.rate == 2.0
    assert not hour.is_past


def test_long_after_the_doors_the_last_hour_with_arrivals_is_shown() -> None:
    hour = hour_of(_arrivals({-30: 4, -10: 3}), _NINE + timedelta(days=3))
    assert hour.begins_at == _NINE - timedelta(minutes=69)
    assert (hour.counts[-1], hour.counts[-21]) == (3, 4)
    assert (hour.rate, hour.is_past) == (0.0, True)


def test_the_hour_is_told_in_the_time_of_the_doors() -> None:
    hour = hour_of(_arrivals({-1: 2}), _NINE.astimezone(UTC))
    assert f"{hour.begins_at:%H.%M}" == "08.01"
    assert hour.counts[-2] == 2


def test_nobody_yet_is_an_empty_hour_up_to_now() -> None:
    hour = hour_of(_arrivals({}), _NINE)
    assert hour.counts == (0,) * MINUTES
    assert (hour.peak_at, hour.is_past) == (None, False)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.integers(-200, 0), st.integers(1, 99)), st.integers(0, 300))
def test_the_hour_has_every_arrival_of_its_minutes_and_no_other(
    came: dict[int, int], later: int
) -> None:
    hour = hour_of(_arrivals(came), _NINE + timedelta(minutes=later))
    begins = round((hour.begins_at - _NINE).total_seconds() / 60)
    inside = {at: count for at, count in came.items() if begins <= at < begins + MINUTES}
    assert sum(hour.counts) == sum(inside.values())
    assert all(hour.counts[at - begins] == count for at, count in inside.items())
    assert not came or inside, "an hour without anyone was chosen while there is one with"


@pytest.mark.parametrize("count", [1, 5, 19, 40])
def test_many_lines_stand_in_columns_and_all_within_the_board(
    qapp: object, view: ArrivalsView, count: int
) -> None:
    rows = tuple(_row(f"s{number}", number) for number in range(count))
    board = ArrivalsBoard(Words(Wording("th")))
    board.resize(QSize(1100, 560))
    board.show_arrivals(replace(_arrivals({0: 1}), by_sector=rows), _NINE, {})
    board.grab()
    places = [place for panel in board._places for place in panel]
    assert len(places) == count
    assert all(QRectF(board.rect()).contains(place) for place in places)
    assert all(not one.intersects(other) for one in places for other in places if one != other)


def test_text_grows_with_the_board(qapp: object, view: ArrivalsView) -> None:
    heights = []
    for width, height in ((1000, 560), (2000, 1120)):
        board = ArrivalsBoard(Words(Wording("th")))
        board.resize(QSize(width, height))
        rows = (_row("people", 3),)
        board.show_arrivals(replace(_arrivals({0: 1}), by_sector=rows), _NINE, {})
        board.grab()
        heights.append(board._places[0][0].height())
    assert heights[1] == pytest.approx(2 * heights[0], rel=0.05)


def test_needs_are_told_as_sums(qapp: object, view: ArrivalsView) -> None:
    board = ArrivalsBoard(Words(Wording("th")))
    needs = (TallySum(subject="wheelchair", count=3), TallySum(subject="none", count=0))
    names = {"wheelchair": "เก้าอี้รถเข็น", "none": "ล่าม"}
    board.show_arrivals(replace(_arrivals({}), needs=needs), _NINE, names)
    assert board.said()[-1] == "ความช่วยเหลือที่ขอไว้:  เก้าอี้รถเข็น 3"


def test_more_than_expected_is_a_full_bar_and_none_expected_counts_the_registered() -> None:
    assert share_of(_row("a", 12, expected=10)) == pytest.approx(1.2)
    assert share_of(_row("a", 3)) == pytest.approx(0.5)
    assert share_of(_row("a", 0, expected=0)) == 0
    assert columns_of(Panel("", (_row("a", 1),) * 20), 220, 16) == 3


def _come(desk: services.desk.Desk, forum: Forum) -> None:
    services.registration.register_walk_in(
        desk, forum.id, full_name="นายจบ สมมติ", sector="people", community="ตลาดเก่า"
    )


def _row(code: str, present: int, *, expected: int | None = None) -> ArrivalRow:
    return ArrivalRow(
        code=code,
        label=f"ภาคส่วน {code}",
        english="",
        expected=expected,
        registered=2 * present,
        present=present,
    )


def _arrivals(came: dict[int, int]) -> Arrivals:
    minutes = (
        ArrivalMinute(at=_NINE + timedelta(minutes=at), count=count)
        for at, count in sorted(came.items())
    )
    return Arrivals(
        session="main",
        registered=10,
        expected=20,
        present=5,
        left=1,
        from_paper=2,
        by_sector=(),
        by_zone=(),
        per_minute=tuple(minutes),
        needs=(),
        screenings=(),
    )
