"""Walking through every page and view of a window, one after the other."""

from collections.abc import Iterator
from typing import cast

from forum_desktop.ui.background import Ends
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.keyboard import Typist


def every_view(typist: Typist) -> Iterator[str]:
    """Yield the name of each page and view, once it is in front and what it asked was told."""
    for name in PageName:
        typist.visit(name)
        page = typist.window.page(name)
        for sign in page.signs if isinstance(page, ViewedPage) else ():
            cast("ViewedPage", page).show_view(sign.name)
            settle(typist)
            yield f"{name}/{sign.name}"
        settle(typist)
        yield str(name)


def settle(typist: Typist) -> None:
    """Wait until the worker has done what was asked before."""
    told: list[object] = []
    typist.window.background.run(lambda desk: desk.actor, Ends(done=told.append))
    typist.until(lambda: bool(told))
