"""Pictures of the person view in its telling states."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.page import RegistrationPage
from forum_desktop.ui.registration.person.view import PersonView
from forum_desktop.ui.registration.views import ViewName
from tests.ui.stages.camera import settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the board, the notice, one person and what unfolds about her."""
    window.activateWindow()
    window.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", window.current)
    page.show_view(ViewName.PERSON)
    view = cast("PersonView", page.current_view)
    until(lambda: bool(view.board.retention.kept))

    def grab(what: str) -> None:
        settle(0.4)
        folder.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(folder / f"{name}-person-{what}.png"))

    grab("1-board")
    view.show_notice()
    grab("2-notice")
    view.search()
    view.finder.box.setText("สม")
    until(lambda: view.finder.found.records.rowCount() > 1)
    grab("3-found")
    _stage_sheet(view, grab)
    _stage_merge(view, grab)
    page.show_view(ViewName.DESK)


def _stage_sheet(view: PersonView, grab: Callable[[str], None]) -> None:
    view.finder.enter()
    until(lambda: view.sheet.person() is not None)
    grab("4-sheet")
    view.sheet.form.lines["phone"].setText("081 234 5678")
    view.sheet.go_to(1)
    view.sheet.presence.line(view.overview.pack.sessions[0].code).buttons["undo"].click()
    grab("5-undo")
    view.sheet.presence.undo.fold_in()
    view.sheet.form.reset()
    view.sheet.rights.ask_erasure()
    view.sheet.rights.erasing.erase()
    settle(0.1)
    # The first window of an offscreen run never gets the cursor that this would follow.
    view.sheet.show_whole(view.sheet.rights.erasing.word)
    grab("6-erase")
    view.sheet.rights.erasing.fold_in()


def _stage_merge(view: PersonView, grab: Callable[[str], None]) -> None:
    view.begin_merge()
    view.merging.finder.box.setText("สม")
    until(lambda: view.merging.finder.found.records.rowCount() > 1)
    view.merging.finder.step(1)
    view.merging.finder.enter()
    grab("7-merge")
