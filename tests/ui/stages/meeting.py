"""Pictures of the meeting as it runs: the agenda with its clock, and the speakers."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from forum_desktop import services
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.agenda.view import AgendaView
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.meeting.speakers.view import SpeakersView
from forum_desktop.ui.news import Kind
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Put the two views into their telling states and grab each."""
    window.visit(PageName.MEETING)
    page = cast("MeetingPage", window.current)
    _stage_agenda(window, page, folder, name)
    _stage_speakers(window, page, folder, name)


def _stage_agenda(window: MainWindow, page: MeetingPage, folder: Path, name: str) -> None:
    page.show_view("agenda")
    view = cast("AgendaView", page.current_view)
    until(lambda: view.items.records.rowCount() > 0)
    settle(0.3)
    grab(window, folder / f"{name}-7-agenda.png")
    _run_late(page)
    until(lambda: view.known is not None and view.known.now is not None)
    view.begin_handing()
    settle(0.3)
    grab(window, folder / f"{name}-7-agenda-handing.png")
    view.handing.fold_in()
    view.turn_break()
    until(lambda: view.known is not None and view.known.on_break_since is not None)
    view.items.begin_plan()
    settle(0.3)
    grab(window, folder / f"{name}-7-agenda-break.png")
    view.items.setFocus()
    view.turn_break()
    until(lambda: view.known is not None and view.known.on_break_since is None)


def _stage_speakers(window: MainWindow, page: MeetingPage, folder: Path, name: str) -> None:
    page.show_view("speakers")
    view = cast("SpeakersView", page.current_view)
    _speak(page)
    until(lambda: view.known is not None and view.known.speaking is not None)
    settle(0.3)
    grab(window, folder / f"{name}-7-speakers.png")
    view.box.begin("สม")
    until(lambda: view.box.found.records.rowCount() > 1)
    settle(0.3)
    grab(window, folder / f"{name}-7-speakers-asking.png")
    view.box.clear()
    view.ask_to_leave()
    settle(0.3)
    grab(window, folder / f"{name}-7-speakers-leaving.png")
    view.reason.leave()


def _speak(page: MeetingPage) -> None:
    """Let some speak and others wait, as registered people and as communities."""
    forum_id = page.forum_id

    def speak(desk: services.desk.Desk) -> None:
        if services.speakers.list_turns(desk, forum_id):
            return
        found = services.registration.find_attendees(desk, forum_id, "สม", 8)
        wall = desk.clock
        for at, row in enumerate(found):
            ago = timedelta(minutes=14 - 3 * at)
            then = services.desk.Desk(desk.database, _set_back(wall, ago), desk.actor)
            turn = services.speakers.ask_for_floor(then, forum_id, attendee_id=row.attendee.id)
            if ago > timedelta(0) and at < 4:
                services.speakers.give_floor(then, turn.id)
        services.speakers.ask_for_floor(desk, forum_id, label="กลุ่มผู้ค้าหาบเร่แผงลอย")

    page.act(speak, lambda _: None, Kind.MEETING)


def _run_late(page: MeetingPage) -> None:
    """Let items run with a clock that was set back."""
    forum_id = page.forum_id

    def run(desk: services.desk.Desk) -> None:
        items = services.minutes.list_agenda(desk, forum_id)
        wall = desk.clock
        if any(item.begun_at for item in items):
            return
        for item, planned, ago in zip(items, (10, 5, 20, 90, 15), (75, 60, 53, 12), strict=False):
            clock = _set_back(wall, timedelta(minutes=ago))
            then = services.desk.Desk(desk.database, clock, desk.actor)
            services.agenda.plan_minutes(then, item.id, planned)
            services.agenda.take_up(then, item.id)

    page.act(run, lambda _: None, Kind.MEETING)


def _set_back(clock: Callable[[], datetime], ago: timedelta) -> Callable[[], datetime]:
    return lambda: clock() - ago
