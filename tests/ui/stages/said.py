"""The list of what was said and its card in their telling states, for the gallery."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from forum_desktop.records.opinion import OpinionKind
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until

if TYPE_CHECKING:
    from forum_desktop.records.opinion import Opinion
    from forum_desktop.ui.opinions.said.said_list import SaidList

_STRATEGY = 2


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the list with marks, voices and a search, then every task of the card."""
    window.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", window.current)
    said = page.said
    page.capture.begin_next()
    said.filters.clear()
    until(lambda: len(said.feed.opinions()) > 4)
    _grab_list(window, said, folder, name)
    _grab_card(window, said, folder, name)
    page.message.hide()
    page.arrive()


def _grab_list(window: MainWindow, said: "SaidList", folder: Path, name: str) -> None:
    said.opinions.choose(1)
    said.go_to_list()
    said.acts.mark_urgent(_chosen(said))
    said.acts.support(_chosen(said))
    until(lambda: said.feed.opinions()[1].weight > 1)
    said.call_it(OpinionKind.PROBLEM)
    until(lambda: _chosen(said).kind is OpinionKind.PROBLEM)
    for row in (2, 3):
        said.opinions.choose(row)
        said._tick()
    _shoot(window, folder, f"{name}-3-said-a-list")
    said._tick()
    said.opinions.choose(2)
    said._tick()
    said._sort(_STRATEGY)
    until(said.approaches.isVisible)
    _shoot(window, folder, f"{name}-3-said-b-approach")
    said.approaches.hide()
    said.search.setText("ขอ")
    until(lambda: bool(said.feed.opinions()))
    _shoot(window, folder, f"{name}-3-said-c-search")
    said.filters.clear()
    said.search.setText("ไม่มีใครพูดคำนี้")
    until(lambda: not said.feed.opinions())
    _shoot(window, folder, f"{name}-3-said-d-none")
    said.filters.clear()
    until(lambda: len(said.feed.opinions()) > 4)


def _grab_card(window: MainWindow, said: "SaidList", folder: Path, name: str) -> None:
    said.opinions.choose(1)
    for panel in said.card._panels:
        said.card.open(_chosen(said), panel)
        if panel is said.card.past:
            until(lambda: said.card.past.changes.records.rowCount() > 0)
        _shoot(window, folder, f"{name}-3-said-e-{panel.name}")
        said.card.close_card()


def _chosen(said: "SaidList") -> "Opinion":
    row = said.opinions.chosen()
    assert row is not None
    return cast("Opinion", row.opinion)


def _shoot(window: MainWindow, folder: Path, name: str) -> None:
    settle(0.3)
    grab(window, folder / f"{name}.png")
