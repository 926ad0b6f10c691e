"""Copies in the window: made, listed, one put back, and what can be saved of a damaged file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forum_desktop import app, services
from forum_desktop.paths import DATABASE_NAME
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.ui.backing_up import BackingUp
from forum_desktop.ui.exchange.laptop.view import LaptopView
from forum_desktop.ui.exchange.page import ExchangePage
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.wording import Wording
from tests.factory import make_pack
from tests.ui.keyboard import Typist


@pytest.fixture
def held(data_dir: Path) -> Path:
    """Hold a forum in the data folder, and close it."""
    desk = services.start.open_desk(data_dir, "tester")
    forum = services.forums.create_forum(desk, make_pack())
    for number in range(50):
        services.opinions.capture_opinion(
            desk, forum.id, text=f"ถ้อยคำ {number}", kind=OpinionKind.NEED
        )
    desk.database.settle()
    desk.close()
    return data_dir


def _laptop(window: MainWindow) -> LaptopView:
    window.visit(PageName.EXCHANGE)
    page = window.page(PageName.EXCHANGE)
    assert isinstance(page, ExchangePage)
    page.show_view("laptop")
    return page.laptop


def test_a_copy_is_made_listed_and_asked_for(
    held: Path, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    typist.until(lambda: window.overview is not None)
    backups = _laptop(window).backups
    backups.make_button.click()
    typist.until(lambda: backups.list.records.rowCount() == 1)
    backups.list.choose(0)
    backups.ask_restore_chosen()
    with qtbot.waitSignal(window.restore_wanted) as wanted:
        backups.restore_button.click()
    source, secret = wanted.args
    assert secret is None
    window.close()
    services.storage.restore(held, source, secret)
    desk = services.start.open_desk(held)
    with desk.look() as look:
        assert len(look.all(Opinion)) == 50
    desk.close()


def test_a_second_place_that_is_not_in_is_told_and_no_error(
    held: Path, window_on: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    typist.until(lambda: window.overview is not None)
    backups = _laptop(window).backups
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second_place(stick)
    typist.until(lambda: backups.list.records.rowCount() == 2)
    stick.rename(tmp_path / "out")
    backups.reload()
    typist.until(lambda: str(stick) in backups.place.said())
    backups.make()
    typist.until(lambda: typist.said() == window.words("backups.made_one"))


def test_a_copy_that_cannot_be_opened_is_refused_before_anything_is_closed(
    held: Path, window_on: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_on()
    typist = Typist(window, qtbot)
    typist.until(lambda: window.overview is not None)
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"x" * 9000)
    backups = _laptop(window).backups
    backups._ask(broken)
    with qtbot.assertNotEmitted(window.restore_wanted):
        backups.restore()
        typist.until(lambda: bool(typist.said()))
    assert window.isVisible()


def test_copies_make_themselves_when_the_window_closes(
    held: Path, window_on: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    window = window_on()
    Typist(window, qtbot).until(lambda: window.overview is not None)
    window.keep_backups()
    assert isinstance(window._backing_up, BackingUp)
    window.close()
    assert len(services.backups.backups_in(held / "backups")) == 1


def test_what_can_be_saved_of_a_damaged_file_is_saved_from_the_window(
    held: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    desk = services.start.open_desk(held)
    services.backups.make_backup(desk)
    desk.close()
    (held / DATABASE_NAME).write_bytes(b"\x07" * 40_000)
    window = app.build(held, Wording("th"), qapp)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    typist = Typist(window, qtbot)
    typist.until(lambda: "F6" in typist.said())
    view = _laptop(window)
    view.recover_button.click()
    assert typist.said() == window.words("recover.sure")
    view.recover_button.click()
    typist.until(lambda: window.overview is not None)
    assert window.overview is not None
    assert window.overview.counts.opinions == 50
    assert list(held.glob("before-restore-*.db"))
    window.close()
