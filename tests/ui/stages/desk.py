"""The desk in its telling states, for the gallery."""

from pathlib import Path
from typing import cast

from forum_desktop.records.people import CheckIn, CheckInAnswer
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.desk.verdicts import Outcome
from forum_desktop.ui.registration.desk.view import DeskView
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.views import ViewName
from tests.ui.stages.camera import grab, settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the desk ready, searching, answering, and with each of its forms."""
    window.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", window.current)
    page.show_view(ViewName.DESK)
    desk = page.desk
    desk.forget()
    _shoot(window, folder / f"{name}-2-desk-a-ready.png")
    _search(desk, "สม")
    _shoot(window, folder / f"{name}-2-desk-b-found.png")
    _answers(window, desk, folder, name)
    _walk_in(window, desk, folder, name)
    desk.forget()


def _answers(window: MainWindow, desk: DeskView, folder: Path, name: str) -> None:
    desk.found.choose(3)
    desk.enter()
    until(lambda: desk.is_fresh)
    _shoot(window, folder / f"{name}-2-desk-c-answer.png")
    assert desk.last is not None
    for answer in CheckInAnswer:
        desk.tell_outcome(Outcome(CheckIn(answer=answer, row=desk.last), is_late=True))
        _shoot(window, folder / f"{name}-2-desk-d-{answer}.png")
    desk.subject.begin_undo()
    _shoot(window, folder / f"{name}-2-desk-e-undo.png")
    desk.undo.leave()


def _walk_in(window: MainWindow, desk: DeskView, folder: Path, name: str) -> None:
    desk.forget()
    _search(desk, "นางสาวมาใหม่ ทดลองเวที")
    _shoot(window, folder / f"{name}-2-desk-f-nobody.png")
    desk.begin_walk_in()
    _shoot(window, folder / f"{name}-2-desk-g-walk-in.png")
    desk.walk_in.sector.setText("4")
    desk.walk_in.sector.offer_again()
    desk.walk_in.sector.take()
    desk.walk_in.place.setFocus()
    desk.walk_in.place.setText("โนน")
    desk.walk_in.place.offer_again()
    _shoot(window, folder / f"{name}-2-desk-h-place.png")
    desk.walk_in.unfold()
    _shoot(window, folder / f"{name}-2-desk-i-more.png")
    _search(desk, "สม")
    twins = desk.found.records.rows()[:3]
    desk.show_side(desk.newcomer.twins)
    desk.newcomer.twins.ask("นางสาวมาใหม่ ทดลองเวที", "โนนชัย 1", twins)
    _shoot(window, folder / f"{name}-2-desk-j-twins.png")
    desk.walk_in.clear()
    desk.back()


def _search(desk: DeskView, typed: str) -> None:
    desk.box.setText(typed)
    until(lambda: not desk.found.is_asking)


def _shoot(window: MainWindow, target: Path) -> None:
    settle(0.3)
    grab(window, target)
