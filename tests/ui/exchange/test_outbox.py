"""One key sends to headquarters; the view tells what went and what was confirmed."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.ui.exchange.outbox.view import OutboxView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.exchange.headquarters import know_headquarters
from tests.ui.exchange.laptops import ask
from tests.ui.keyboard import Typist

headquarters = services.headquarters


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "box"
    folder.mkdir()
    return folder


@pytest.fixture
def view(tmp_path: Path, window: MainWindow, typist: Typist, forum: Forum) -> OutboxView:
    """Open the view on a forum that knows headquarters."""
    keys = headquarters.make_keys(tmp_path / "hq.key")
    typist.visit(PageName.EXCHANGE)

    ask(typist, lambda desk: know_headquarters(desk, forum.id, keys))
    page = cast("ViewedPage", window.current)
    page.show_view("outbox")
    shown = page.current_view
    assert isinstance(shown, OutboxView)
    return shown


def said(view: OutboxView, key: str) -> bool:
    return view.words(key) in (view.confirmed.said(), view.went.said())


def test_a_folder_is_typed_sent_to_and_the_receipt_fetched(
    tmp_path: Path, view: OutboxView, typist: Typist, box: Path
) -> None:
    typist.until(lambda: said(view, "outbox.nothing_sent"))
    view.way.address.setText(str(box))
    typist.press(Qt.Key.Key_Return)
    typist.until(lambda: len(list(box.glob("*.forumbundle"))) == 1 and not view.is_running)
    typist.until(lambda: view.went.said() != view.words("outbox.nothing_sent"))
    assert said(view, "courier.lack.no_receipt")
    secret = headquarters.read_keys(tmp_path / "hq.key")
    with headquarters.open_office(tmp_path / "hq", secret) as office:
        headquarters.watch(office, box, lambda _: None, once=True)
    view.fetch_button.click()
    typist.until(lambda: said(view, "courier.lack."))
    typist.press(Qt.Key.Key_Return)
    typist.until(lambda: not view.is_running)
    assert len(list(box.glob("*.forumbundle"))) == 1


def test_what_is_wrong_is_told_and_a_password_is_asked_of_servers_only(
    view: OutboxView, typist: Typist, box: Path
) -> None:
    view.way.address.setText(str(box / "nowhere"))
    assert not view.way.password.isVisible()
    typist.press(Qt.Key.Key_Return)
    typist.until(lambda: "nowhere" in view.page.message.sentence())
    view.way.address.setText("sftp://office@127.0.0.1:1/box")
    assert view.way.password.isVisible()
    typist.press(Qt.Key.Key_Return)
    typist.until(lambda: "127.0.0.1" in view.page.message.sentence())
    assert not view.is_running
    assert list(box.iterdir()) == []
