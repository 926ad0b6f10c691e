"""Pictures of the roll call, of a sheet being typed up and of the board."""

from pathlib import Path
from typing import cast

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.arrivals.view import ArrivalsView
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.paper.view import PaperView
from forum_desktop.ui.registration.roll_call.view import RollCallView
from forum_desktop.ui.registration.views import ViewName
from tests.ui.stages.camera import grab, settle, until

_NAMES = ("นายเขียนชัด ทดสอบ", "นางสาวลายมือ สมมติ", "นายนายคำซ้ำ ทดสอบ")


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Put the three views into their telling states and grab each."""
    window.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", window.current)
    page.message.hide()
    page.show_view(ViewName.ARRIVALS)
    board = cast("ArrivalsView", page.current_view).board
    until(lambda: bool(board.said()))
    settle(0.2)
    grab(window, folder / f"{name}-2-arrivals.png")
    _stage_roll_call(window, page, folder, name)
    _stage_paper(window, page, folder, name)
    page.show_view(ViewName.DESK)


def _stage_roll_call(window: MainWindow, page: RegistrationPage, folder: Path, name: str) -> None:
    page.show_view(ViewName.ROLL_CALL)
    view = cast("RollCallView", page.current_view)
    until(lambda: view.groups.records.rowCount() > 0)
    settle(0.2)
    grab(window, folder / f"{name}-2-roll-call.png")
    view.groups.choose(0)
    view.open_group()
    until(lambda: view.roster.records.rowCount() > 0)
    settle(0.2)
    grab(window, folder / f"{name}-2-roll-call-members.png")
    view.begin_undo()
    view.ask.line.setText("ลงผิดคน")
    settle(0.1)
    grab(window, folder / f"{name}-2-roll-call-undo.png")
    view.ask.give()
    until(lambda: any(not row.row.is_present for _, row in view.roster.records.rows()))
    view.begin_substitute()
    view.substitute.box.setText("สม")
    until(lambda: view.substitute.found.records.rowCount() > 0)
    settle(0.1)
    grab(window, folder / f"{name}-2-roll-call-substitute.png")
    view.substitute.leave()
    view.mark_here()
    view.close_group()
    view.groups.choose(3)
    view.open_group()
    until(lambda: view.roster.records.rowCount() > 0)
    settle(0.2)
    grab(window, folder / f"{name}-2-roll-call-community.png")
    view.close_group()


def _stage_paper(window: MainWindow, page: RegistrationPage, folder: Path, name: str) -> None:
    page.show_view(ViewName.PAPER)
    view = cast("PaperView", page.current_view)
    settle(0.2)
    grab(window, folder / f"{name}-2-paper-empty.png")
    view.sheet.sector.setCurrentIndex(3)
    places = view.overview.pack.communities
    view.sheet.place.setEditText(places[0].name if places else "โรงเรียนตัวอย่าง")
    for full_name in _NAMES:
        view.fields.name.setText(full_name)
        view.save()
        before = len(view.typed.all())
        until(lambda: all(row.state != "saving" for row in view.typed.all()))
        settle(0.05 * before)
    grab(window, folder / f"{name}-2-paper.png")
    view.fields.name.setText(_NAMES[0])
    view.fields.guess_asked.emit()
    until(lambda: bool(view.fields.guess.said()))
    view.begin_undo()
    settle(0.1)
    grab(window, folder / f"{name}-2-paper-undo.png")
    view.ask.leave()
    view.fields.clear("")
    view.begin_sheet()
    page.message.hide()
