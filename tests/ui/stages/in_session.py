"""A forum that was held goes on for as long as pictures are taken of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.services.desk import Desk
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.news import Kind
from tests.ui.stages.camera import until


@contextmanager
def in_session(window: MainWindow) -> Iterator[None]:
    """Let the meeting go on; it ends again with the block."""
    assert window.overview is not None
    before = window.overview.forum.state
    _move(window, ForumState.IN_SESSION)
    yield
    _move(window, before)


def _move(window: MainWindow, state: ForumState) -> None:
    assert window.overview is not None
    forum_id = window.overview.forum.id

    def put(desk: Desk) -> Forum:
        with desk.act() as act:
            return act.put(replace(act.get(Forum, forum_id), state=state))

    window.current.act(put, lambda _: None, Kind.FORUM)
    until(lambda: window.overview is not None and window.overview.forum.state is state)
