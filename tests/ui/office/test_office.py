"""Headquarters in the window: opened by its key, fed with files, asked by keys."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.office.page import OfficePage
from forum_desktop.ui.pages import PageName
from tests.factory import make_pack
from tests.ui.keyboard import CTRL, Typist

headquarters = services.headquarters
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """Return a folder with headquarters' key and what two forums sent."""
    keys = headquarters.make_keys(tmp_path / "hq.key")
    for number, text in enumerate(("ถนนน้ำท่วม", "ไฟทางดับ"), start=1):
        pack = replace(make_pack(), code=f"F{number}", hq_recipient=keys.recipient)
        with closing(Desk.open(tmp_path / f"laptop{number}")) as desk:
            forum = services.forums.create_forum(desk, pack)
            services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)
            services.exchange.write_bundle(desk, forum.id, tmp_path / f"{number}.forumbundle")
    (tmp_path / "broken.forumbundle").write_bytes(b"forum-bundle 1\n")
    return tmp_path


def open_office(window: MainWindow, typist: Typist, sent: Path) -> OfficePage:
    typist.press(Qt.Key.Key_H, CTRL_SHIFT)
    page = window.current
    assert isinstance(page, OfficePage)
    typist.until(page.key_line.key_file.hasFocus)
    typist.type(str(sent / "hq.key"))
    typist.enter()
    typist.until(lambda: page.is_open)
    return page


def cells(page: OfficePage) -> list[list[str]]:
    records = page.table.records
    columns = range(records.columnCount())
    return [
        [str(records.data(records.index(row, at))) for at in columns]
        for row in range(records.rowCount())
    ]


def test_files_are_taken_in_and_reported_by_keys(
    window: MainWindow, typist: Typist, sent: Path, data_dir: Path
) -> None:
    page = open_office(window, typist, sent)
    typist.until(lambda: len(cells(page)) == 1)  # the forum that this laptop held itself
    files = [sent / "1.forumbundle", sent / "broken.forumbundle", sent / "2.forumbundle"]
    page.take_in(files)
    typist.until(lambda: "แยกไว้ 1 แฟ้ม" in typist.said())
    assert "broken.forumbundle" in typist.said()
    typist.until(lambda: {"F1", "F2"} < {row[0] for row in cells(page)})
    typist.press(Qt.Key.Key_2, CTRL)
    typist.until(lambda: cells(page) == [["ยังไม่จัดกลุ่ม", "2", "2", "0"]])
    page.take_in(files[:1])
    typist.until(lambda: "มีรายการใหม่ 0 รายการ" in typist.said())
    assert len(list(data_dir.glob("receipts/*"))) == 2


def test_opinions_of_all_forums_are_searched(
    window: MainWindow, typist: Typist, sent: Path
) -> None:
    page = open_office(window, typist, sent)
    page.take_in([sent / "1.forumbundle", sent / "2.forumbundle"])
    typist.until(lambda: len(cells(page)) == 3)
    typist.press(Qt.Key.Key_F, CTRL)
    typist.type("น้ำท่วม")
    typist.enter()
    typist.until(lambda: [row[-1] for row in cells(page)] == ["ถนนน้ำท่วม"])
    target = sent / "report.csv"
    page.write_to(target)
    typist.until(target.exists)
    assert "F2" in target.read_text("utf-8-sig")


def test_a_wrong_key_file_is_told_and_mended(
    window: MainWindow, typist: Typist, sent: Path
) -> None:
    (sent / "wrong.key").write_text("nothing", encoding="utf-8")
    typist.press(Qt.Key.Key_H, CTRL_SHIFT)
    page = window.current
    assert isinstance(page, OfficePage)
    typist.until(page.key_line.key_file.hasFocus)
    page.key_line.key_file.setText(str(sent / "wrong.key"))
    typist.enter()
    typist.until(lambda: "wrong.key" in typist.said())
    assert not page.is_open
    page.key_line.key_file.setText(str(sent / "hq.key"))
    typist.enter()
    typist.until(lambda: page.is_open)
    typist.visit(PageName.FORUM)
    typist.press(Qt.Key.Key_H, CTRL_SHIFT)
    assert page.table.isVisible()
