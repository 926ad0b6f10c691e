"""Ninety minutes of an invented forum, typed into the window key by key, then looked up."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.hall import HallStream
from forum_desktop.records.opinion import OpinionFilter, SpeakerLink
from forum_desktop.records.people import Attendee
from forum_desktop.records.plan import Approach, Strategy
from forum_desktop.services.desk import Desk
from forum_desktop.ui.background import Background
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.hall.view import HallControl
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.theme import dress, dress_widgets
from forum_desktop.wording import Wording
from tests.acceptance.recording import KEY_PACE, FloorClock, Recording
from tests.acceptance.script import Line, Script, moment, read_script
from tests.ui.keyboard import ALT, CTRL, Typist

LONGEST_LAG = timedelta(seconds=45)
"""How far the floor may run ahead of sixty words a minute: what one remembers at a peak."""


@pytest.fixture(scope="module")
def script() -> Script:
    """Read the script."""
    return read_script()


@pytest.fixture
def clock(script: Script) -> FloorClock:
    """Return the time of the floor, before the first word."""
    return FloorClock(moment(script.lines[0].at) - timedelta(minutes=30))


@pytest.fixture
def forum(data_dir: Path, script: Script, clock: FloorClock) -> Forum:
    """Keep the forum and the people who registered for it."""
    desk = services.start.open_desk(data_dir, "tester", clock)
    created = services.forums.create_forum(desk, services.packs.find_pack(script.pack))
    for full_name, community in script.people:
        services.registration.register_walk_in(
            desk, created.id, full_name=full_name, community=community, sector="public"
        )
    desk.close()
    return created


@pytest.fixture
def window(
    qtbot: QtBot, qapp: object, data_dir: Path, forum: Forum, clock: FloorClock
) -> Iterator[MainWindow]:
    """Open the window on the forum, with the floor's own time."""
    dress(qapp)  # type: ignore[arg-type]
    dress_widgets(qapp)  # type: ignore[arg-type]
    background = Background(
        lambda: services.start.open_desk(data_dir, "tester", clock), data_dir / "reports"
    )
    opened = MainWindow(Wording("th"), background, services.start.glance(data_dir))
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    qtbot.waitUntil(lambda: opened.overview is not None, timeout=20_000)
    yield opened
    opened.close()


def test_not_one_letter_is_lost(
    typist: Typist, script: Script, forum: Forum, clock: FloorClock
) -> None:
    control = _put_the_stream_on_air(typist)
    typist.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", typist.window.current)
    recording = Recording(typist, page, clock)
    texts = {line.name: line.text for line in script.lines if line.name}
    for line in script.lines:
        recording.take_down(line, texts)
    kept = _look(typist, lambda desk: _facts(desk, forum))
    assert kept == [_told(line, script) for line in script.kept()]
    assert page.capture.said().is_empty
    assert page.parking.texts == ()
    _compare_list(typist, page, script)
    _compare_hall(typist, control, script)
    assert quantiles(recording.strokes, n=100)[-1] < KEY_PACE.total_seconds()
    assert recording.lag < LONGEST_LAG


def test_the_script_is_one_of_a_real_forum(script: Script) -> None:
    """It has the length, the peaks and the turns that the other test is about."""
    minutes = Counter(line.at.replace(second=0) for line in script.lines)
    assert len(script.lines) >= 120
    assert max(minutes.values()) >= 4
    assert moment(script.lines[-1].at) - moment(script.lines[0].at) > timedelta(minutes=80)
    assert {line.in_plan[:1] for line in script.kept()} == set("12345678") | {""}
    assert [line.at for line in script.lines] == sorted(line.at for line in script.lines)


def _put_the_stream_on_air(typist: Typist) -> HallControl:
    typist.visit(PageName.MEETING)
    page = cast("MeetingPage", typist.window.current)
    typist.press(Qt.Key.Key_1 + [sign.name for sign in page.signs].index("hall"), CTRL)
    control = page.current_view
    assert isinstance(control, HallControl)
    typist.press(Qt.Key.Key_3, ALT)
    typist.until(lambda: isinstance(control.preview.view(), HallStream))
    typist.press(Qt.Key.Key_F9)
    assert isinstance(control.live.view(), HallStream)
    return control


def _facts(desk: Desk, forum: Forum) -> list[tuple[object, ...]]:
    found = services.opinions.search_opinions(desk, forum.id, OpinionFilter(), 1000)
    with desk.look() as look:
        numbers = {one.id: str(one.number) for one in look.all(Strategy, forum_id=forum.id)}
        codes = {one.id: one.code for one in look.all(Approach, forum_id=forum.id)}
        names = {one.id: one.full_name for one in look.all(Attendee, forum_id=forum.id)}
        spoken = {
            one.opinion_id: names[one.attendee_id]
            for one in look.all(SpeakerLink, forum_id=forum.id)
        }
    in_order = sorted((row.opinion for row in found), key=lambda one: one.reference)
    assert [one.said_at for one in in_order] == sorted(one.said_at for one in in_order)
    behalves = [
        sorted(one.on_behalf_of for one in services.supporting.list_supports(desk, said.id))
        for said in in_order
    ]
    return [
        (
            said.text,
            codes.get(said.approach_id) or numbers.get(said.strategy_id, ""),  # type: ignore[arg-type]
            said.kind,
            said.urgency,
            said.place,
            tuple(filter(None, said.tags.split("\n"))),
            said.on_behalf_of,
            " ".join(spoken.get(said.id, "").split()),
            behalf,
        )
        for said, behalf in zip(in_order, behalves, strict=True)
    ]


def _told(line: Line, script: Script) -> tuple[object, ...]:
    beside = (line.urgency, line.place, line.tags, line.behalf, line.speaker)
    supports = sorted(script.supports().get(line.name, [])) if line.name else []
    return (line.text, line.in_plan, line.kind, *beside, supports)


def _compare_list(typist: Typist, page: OpinionsPage, script: Script) -> None:
    expected = [line.text for line in reversed(script.kept())]
    typist.until(lambda: [row.opinion.text for row in page.said.feed.opinions()] == expected)
    counts = Counter(line.in_plan[:1] for line in script.kept())
    assert {n: page.chips.count(n) for n in range(9)} == {n: counts[str(n or "")] for n in range(9)}


def _compare_hall(typist: Typist, control: HallControl, script: Script) -> None:
    newest = list(reversed(script.kept()))
    supports, joined = script.supports(), script.joined()

    def shown() -> list[tuple[object, ...]]:
        view = control.live.view()
        assert isinstance(view, HallStream)
        return [(line.text, line.code, line.on_behalf_of, line.weight) for line in view.lines]

    def told(line: Line) -> tuple[object, ...]:
        same = (*supports.get(line.name, ()), *joined.get(line.name, ())) if line.name else ()
        return (line.text, line.in_plan, line.behalf, 1 + len(same))

    typist.until(lambda: shown()[:1] == [told(newest[0])])
    assert shown() == [told(line) for line in newest[: len(shown())]]
    names = [name for full_name, _ in script.people for name in full_name.split()]
    seen = repr(control.live.view())
    assert not [name for name in names if name in seen]


def _look(typist: Typist, job: object) -> object:
    got: list[object] = []
    typist.window.current.look_up(job, got.append)  # type: ignore[arg-type]
    typist.until(lambda: bool(got))
    return got[0]
