"""Pictures of the ranking in its four methods and of the projects."""

from pathlib import Path
from typing import cast

from forum_desktop.records.priorities import RankingMethod
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.meeting.projects.view import ProjectsView
from forum_desktop.ui.meeting.ranking.view import RankingView
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until
from tests.ui.stages.in_session import in_session

_FEW = 4


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Put both views into their telling states and grab each."""
    window.visit(PageName.MEETING)
    page = cast("MeetingPage", window.current)
    with in_session(window):
        _stage_ranking(window, page, folder, name)
    page.show_view("ranking")
    settle(0.2)
    grab(window, folder / f"{name}-7-ranking-closed.png")
    _stage_projects(window, page, folder, name)
    page.message.hide()


def _stage_ranking(window: MainWindow, page: MeetingPage, folder: Path, name: str) -> None:
    page.show_view("ranking")
    view = cast("RankingView", page.current_view)
    until(lambda: view.picking.list.records.rowCount() > _FEW)
    until(lambda: view.held.shown() is not None)
    settle(0.2)
    grab(window, folder / f"{name}-7-ranking-begin.png")
    view.setup.title.setText("ลำดับความสำคัญของโครงการที่ควรทำก่อน")
    view.picking.choose(view.picking.list.records.rows()[:_FEW])
    view.ballot.counts = dict(zip(view.ballot.labels, (31, 45, 12, 45), strict=True))
    for method in RankingMethod:
        view.setup.choose(method)
        for at, label in enumerate(view.ballot.labels):
            view.ballot.scores[label] = [5 - at % 3, 3, 4, 1 + at]
        view._show()
        if method is RankingMethod.PAIRS:
            view.begin_count()
            for side in (0, 1, 0):
                view.tallies[method].answer(side)  # type: ignore[attr-defined]
        settle(0.2)
        grab(window, folder / f"{name}-7-ranking-{method}.png")
    view.setup.choose(RankingMethod.DOTS)
    before = len(view.held._held)
    view.save()
    until(lambda: len(view.held._held) > before)
    until(lambda: bool(page.message.isVisible()))
    settle(0.2)
    grab(window, folder / f"{name}-7-ranking-saved.png")
    view.resolve()
    view.resolving.phrase()
    settle(0.2)
    grab(window, folder / f"{name}-7-ranking-resolution.png")
    view.show_held()
    view.held.withdraw()
    view.held.ask.line.setText("นับคะแนนซ้ำ")
    settle(0.1)
    grab(window, folder / f"{name}-7-ranking-withdraw.png")
    view.held.ask.leave()
    view.resolving._show_item()


def _stage_projects(window: MainWindow, page: MeetingPage, folder: Path, name: str) -> None:
    page.show_view("projects")
    view = cast("ProjectsView", page.current_view)
    until(lambda: view.lists.projects.records.rowCount() > 0)
    settle(0.2)
    grab(window, folder / f"{name}-7-projects-new.png")
    view.lists.projects.choose(2)
    view._open_chosen()
    until(view.said.isVisible)
    settle(0.2)
    grab(window, folder / f"{name}-7-projects.png")
    view.withdraw()
    settle(0.1)
    grab(window, folder / f"{name}-7-projects-withdraw.png")
    view.ask.leave()
    view.begin()
