"""A forum in which somebody is listed, and files to bring in."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.importing.view import ImportingView
from forum_desktop.ui.registration.page import RegistrationPage
from tests.factory import StepClock
from tests.services.importing.making import write_text
from tests.ui.keyboard import CTRL, Typist
from tests.ui.registration.importing.imports_desk import (
    HEADS,
    SOMSRI,
    Open,
)


@pytest.fixture
def forum(forum: Forum, data_dir: Path) -> Forum:
    """Let somebody be listed already."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    row = services.registration.register_walk_in(
        desk,
        forum.id,
        full_name=SOMSRI[0],
        sector="people",
        community=SOMSRI[1],
        phone=SOMSRI[2],
    )
    services.registration.undo_check_in(desk, row.attendee.id, "ตัวอย่าง")
    desk.close()
    return forum


@pytest.fixture
def view(typist: Typist) -> ImportingView:
    """Come to the imports by keyboard."""
    typist.visit(PageName.REGISTRATION)
    page = cast("RegistrationPage", typist.window.current)
    typist.press(Qt.Key.Key_5, CTRL)
    view = page.current_view
    assert isinstance(view, ImportingView)
    return view


@pytest.fixture
def open_file(view: ImportingView, typist: Typist) -> Open:
    """Open files as the dialog would."""

    def opened(path: Path) -> None:
        view.open_file(path)
        typist.until(lambda: not view.review.is_busy)

    return opened


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Return a file with a row of each state; the first is known and unchanged."""
    rows = [
        HEADS,
        SOMSRI,
        ["นายมาใหม่ ทดสอบ", "ตลาดเก่า", "081-234", "ประชาชนทั่วไป", "นั่งหน้า"],
        ["นางสมศรี สมมติ", "ตลาดเก่า", "0899999999", "", ""],
        ["", "ริมน้ำ 1", "0800000000", "", ""],
        ["นายสะอาด ทดสอบ", "ตลาดเก่า", "0820000000", "ฝ่ายอวกาศ", ""],
        ["นายสะอาด ทดสอบ", "ตลาดเก่า", "0820000000", "", ""],
    ]
    return write_text(tmp_path / "mixed.csv", rows, "utf-8-sig")
