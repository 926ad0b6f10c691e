"""Pictures of the outbox: nothing sent yet, sent to a folder, a server that asks."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from forum_desktop import services
from forum_desktop.ui.exchange.outbox.view import OutboxView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.exchange.headquarters import know_headquarters
from tests.ui.stages.camera import grab, settle, until


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the view in its telling states."""
    assert window.overview is not None
    window.activateWindow()
    window.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    page.show_view("outbox")
    view = cast("OutboxView", page.current_view)
    settle(0.4)
    grab(window, folder / f"{name}-6-outbox-empty.png")
    with TemporaryDirectory() as place:
        keys = services.headquarters.make_keys(Path(place) / "hq.key")
        forum_id = window.overview.forum.id
        _do(page, lambda desk: know_headquarters(desk, forum_id, keys))
        view.way.address.setText(place)
        view.send()
        until(lambda: not view.is_running)
        settle(0.6)
        grab(window, folder / f"{name}-6-outbox-sent.png")
        view.way.address.setText("sftp://forum@127.0.0.1:1/inbox")
        view.send()
        until(lambda: not view.is_running)
        settle(0.4)
        grab(window, folder / f"{name}-6-outbox-server.png")


def _do(page: ViewedPage, job: object) -> None:
    done: list[object] = []
    page.look_up(job, done.append)  # type: ignore[arg-type]
    until(lambda: bool(done))
