"""Closing the meeting while opinions have no strategy asks for the reason in its place."""

from typing import Any, cast

from forum_desktop import services
from forum_desktop.records.forum import Forum, ForumState
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.forum.page import ForumPage
from forum_desktop.ui.news import Kind
from tests.ui.keyboard import Typist


def test_what_is_not_sorted_is_explained_where_the_meeting_is_closed(
    typist: Typist, forum: Forum
) -> None:
    page = cast("ForumPage", typist.window.current)

    def hold(desk: Any) -> None:
        services.forums.open_forum(desk, forum.id)
        services.forums.start_session(desk, forum.id)
        services.opinions.capture_opinion(desk, forum.id, text="ขอไฟ", kind=OpinionKind.NEED)

    def state() -> ForumState:
        assert typist.window.overview is not None
        return typist.window.overview.forum.state

    page.act(hold, lambda _: None, Kind.FORUM)
    typist.until(lambda: state() is ForumState.IN_SESSION)
    held = page.held
    held.next_button.setFocus()
    typist.press(0x20, text=" ")
    typist.until(held.reason.isVisible)
    assert typist.said() == "" or not page.message.isVisible()
    typist.enter()
    assert typist.said() == typist.window.words("ask_line.needed")
    typist.type("รอหารือกับกองช่าง")
    typist.enter()
    typist.until(lambda: state() is ForumState.CLOSED)
    assert not held.reason.isVisible()
    kept: list[Any] = []
    page.look_up(lambda desk: services.minutes.read_minutes_texts(desk, forum.id), kept.append)
    typist.until(lambda: bool(kept))
    assert kept[0].unsorted_reason == "รอหารือกับกองช่าง"
