"""Pictures of histories, of what was withdrawn, and of the forum as it stood at a moment."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from forum_desktop import services
from forum_desktop.ui.exchange.moment.view import MomentView
from forum_desktop.ui.exchange.trash.view import TrashView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.stages.camera import grab, settle, until

if TYPE_CHECKING:
    from uuid import UUID

    from forum_desktop.services.desk import Desk


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab a history beside the opinions, the trash, and two moments."""
    assert window.overview is not None
    forum_id = window.overview.forum.id
    done: list[object] = []
    window.current.look_up(lambda desk: _withdraw(desk, forum_id), lambda _: done.append(1))
    until(lambda: bool(done))
    _shoot_drawer(window, folder, name)
    window.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    page.show_view("trash")
    trash = cast("TrashView", page.current_view)
    until(lambda: trash.past.records.rowCount() > 0)
    _shot(window, folder / f"{name}-6-trash.png")
    page.show_view("moment")
    moment = cast("MomentView", page.current_view)
    until(lambda: moment.moment() is not None)
    moment.chooser.stops.choose(5)
    settle(0.6)
    _shot(window, folder / f"{name}-6-moment-a-opinions.png")
    moment.which.buttons["people"].click()
    _shot(window, folder / f"{name}-6-moment-b-people.png")
    moment.which.buttons["opinions"].click()
    page.show_view("laptop")


def _shoot_drawer(window: MainWindow, folder: Path, name: str) -> None:
    window.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", window.current)
    until(lambda: bool(page.said.feed.opinions()))
    page.said.go_to_list()
    window.show_history()
    drawer = window.drawer
    until(drawer.isVisible)
    _shot(window, folder / f"{name}-3-history-a-opinion.png")
    drawer.close_drawer()
    window.visit(PageName.FORUM)
    window.show_history()
    until(drawer.isVisible)
    _shot(window, folder / f"{name}-3-history-b-forum.png")
    drawer.close_drawer()


def _shot(window: MainWindow, target: Path) -> None:
    settle(0.4)
    grab(window, target)


def _withdraw(desk: "Desk", forum_id: "UUID") -> None:
    if services.trash.list_trash(desk, forum_id):
        return
    opinions = services.opinions.recent_opinions(desk, forum_id)
    services.stream.withdraw(desk, opinions[-1].id, "พูดซ้ำกับความเห็นก่อนหน้า")
    services.answering.correct_wording(desk, opinions[0].id, f"{opinions[0].text} (แก้คำผิด)")
    services.stream.mark_urgent(desk, opinions[0].id, 2)
    project = services.priorities.list_projects(desk, forum_id)[-1]
    services.priorities.withdraw_project(desk, project.id, "ผู้เสนอขอถอน จะเสนอใหม่ในปีถัดไป")
    services.trash.restore(desk, "proposal", project.id)
    services.priorities.withdraw_project(desk, project.id, "ซ้ำกับโครงการของเขต")
