"""The page of figures by keyboard: plots, tables, files, and the news that change them."""

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services.desk import Desk
from forum_desktop.ui.figures.page import FiguresPage
from forum_desktop.ui.figures.view import FigureView
from forum_desktop.ui.news import Kind
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import CTRL, Typist

NAMES = ("communities", "over_time", "crossing", "arrivals", "ranking")


def come_to(typist: Typist, name: str) -> FigureView:
    """Come to a plot by its keys, and wait until it is counted."""
    typist.press(Qt.Key.Key_G, CTRL)
    page = cast("FiguresPage", typist.window.page(PageName.FIGURES))
    assert typist.window.current is page
    typist.press(Qt.Key.Key_1 + NAMES.index(name), CTRL)
    view = cast("FigureView", page.current_view)
    assert view.figure_name == name
    typist.until(lambda: view.figure is not None)
    return view


def register(typist: Typist, forum: Forum, community: str) -> None:
    """Let somebody come, as another page would: the act, then the news."""
    typist.window.current.act(
        lambda desk: services.registration.register_walk_in(
            desk, forum.id, full_name="นายกอ สมมติ", sector="people", community=community
        ),
        lambda _: None,
        Kind.ATTENDEES,
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_plot_begins_empty_or_teaches_and_is_told_in_words(typist: Typist, name: str) -> None:
    view = come_to(typist, name)
    assert view.figure is not None
    words = typist.window.words
    told = view.canvas.accessibleDescription()
    assert told.startswith(words(f"figures.{'title' if name == NAMES[0] else 'empty'}.{name}"))
    assert view.canvas.hasFocus()


def test_what_is_saved_elsewhere_is_counted_at_once(typist: Typist, forum: Forum) -> None:
    view = come_to(typist, "communities")
    words = typist.window.words
    missing, silent = words("figures.state.missing"), words("figures.state.silent")
    assert view.canvas.accessibleDescription().count(missing) == 2
    register(typist, forum, "ตลาดเก่า")
    typist.until(lambda: silent in view.canvas.accessibleDescription())
    assert view.canvas.accessibleDescription().count(missing) == 1


def test_one_key_shows_the_numbers_and_leads_back(typist: Typist, forum: Forum) -> None:
    view = come_to(typist, "communities")
    before = view.canvas.grab().toImage()
    typist.press(Qt.Key.Key_T)
    assert view.is_table
    assert view.table.hasFocus()
    rows = view.table.records
    cells = [str(rows.index(at, 1).data()) for at in range(rows.rowCount())]
    assert cells == ["ริมน้ำ 1", "ตลาดเก่า"]
    typist.press(Qt.Key.Key_T)
    assert view.canvas.hasFocus()
    assert view.canvas.grab().toImage() == before


def test_the_minutes_change_by_a_key(typist: Typist, forum: Forum) -> None:
    view = come_to(typist, "arrivals")
    register(typist, forum, "")
    typist.until(lambda: view.figure is not None and bool(view.figure.rows))
    typist.press(Qt.Key.Key_M)
    typist.until(lambda: view.figure is not None and view.figure.minutes == 5)
    assert typist.window.words("figures.stretch", minutes=15) == view.stretch.text()


def test_another_ranking_is_chosen_by_arrows(typist: Typist, forum: Forum) -> None:
    def hold(desk: Desk) -> None:
        for title in ("แรก", "สอง"):
            services.priorities.record_ranking(
                desk,
                forum.id,
                title=title,
                method=RankingMethod.HANDS,
                points={title: 3},
            )

    view = come_to(typist, "ranking")
    typist.window.current.act(hold, lambda _: None, Kind.MEETING)
    typist.until(lambda: view.choice.count() == 2)
    assert view.choice.currentText() == "สอง"
    view.choice.setFocus()
    typist.press(Qt.Key.Key_Down)
    typist.until(lambda: view.figure is not None and view.figure.rows[0].name == "แรก")
    assert view.choice.currentText() == "แรก"


def test_a_picture_is_sharp_and_an_svg_keeps_its_text(typist: Typist, tmp_path: Path) -> None:
    view = come_to(typist, "communities")
    view.save_to(tmp_path / "plot.png")
    typist.until((tmp_path / "plot.png").exists)
    image = QImage(str(tmp_path / "plot.png"))
    assert (image.width(), image.height()) == (3200, 1800)
    view.save_to(tmp_path / "plot.svg")
    typist.until(lambda: str(tmp_path / "plot.svg") in typist.said())
    svg = (tmp_path / "plot.svg").read_text(encoding="utf-8")
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert "ริมน้ำ 1" in [text.strip() for text in texts]


def test_the_table_is_saved_by_the_worker(typist: Typist, tmp_path: Path) -> None:
    view = come_to(typist, "communities")
    view.save_to(tmp_path / "table.csv")
    typist.until(lambda: str(tmp_path / "table.csv") in typist.said())
    assert "ตลาดเก่า" in (tmp_path / "table.csv").read_text(encoding="utf-8-sig")


def test_a_place_that_cannot_be_written_is_told(typist: Typist, tmp_path: Path) -> None:
    view = come_to(typist, "communities")
    view.save_to(tmp_path / "nowhere" / "deep" / "plot.png")
    typist.until(lambda: "plot.png" in typist.said())
    assert list(tmp_path.rglob("*.png")) == []


def test_the_language_changes_without_leaving(typist: Typist) -> None:
    view = come_to(typist, "communities")
    thai = view.canvas.accessibleDescription()
    typist.window.change_language()
    assert view.canvas.accessibleDescription() != thai
    assert view.switch.text() == typist.window.words("figures.as_table")
