"""An identity card read at the desk: through the window, the card service and back."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from forum_desktop.records.forum import Forum
from forum_desktop.ui.registration.desk.view import DeskView
from tests.smartcard.cards import ForeignCard, VirtualCard
from tests.smartcard.service import Service
from tests.ui.keyboard import Typist
from tests.ui.registration.desk_room import ask, keep_forum, present, sit_down


@pytest.fixture
def forum(data_dir: Path) -> Forum:
    """Keep a forum with people in the file."""
    return keep_forum(data_dir)


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a laptop on which pyscard is not installed."""
    monkeypatch.setitem(sys.modules, "smartcard", None)


@pytest.fixture
def desk(service: Service, typist: Typist) -> DeskView:
    """Sit at the desk of a laptop with a card reader."""
    service.start()
    seat = sit_down(typist)
    typist.until(seat.side.card_button.isVisible)
    return seat


def test_who_is_expected_is_found_by_her_card(
    service: Service, typist: Typist, desk: DeskView
) -> None:
    service.insert(VirtualCard("นาง#สมหญิง##ใจดี"))
    typist.press(Qt.Key.Key_F8)
    typist.until(lambda: desk.box.text() == "สมหญิง ใจดี")
    typist.enter()
    typist.until(lambda: desk.is_fresh)
    assert present(typist) == {"สมหญิง"}


def test_who_is_new_stands_in_the_form(service: Service, typist: Typist, desk: DeskView) -> None:
    service.insert(VirtualCard("น.ส.#จำลอง##ตัวอย่าง"))
    typist.press(Qt.Key.Key_F8)
    typist.until(desk.walk_in.isVisible)
    assert [line.text() for line in desk.walk_in.names.lines()] == ["น.ส.", "จำลอง", "ตัวอย่าง"]


def test_who_is_only_named_alike_is_not_taken_for_her(
    service: Service, typist: Typist, desk: DeskView
) -> None:
    service.insert(VirtualCard("นาง#สมหญิง##ใจ"))
    typist.press(Qt.Key.Key_F8)
    typist.until(desk.walk_in.isVisible)
    assert [line.text() for line in desk.walk_in.names.lines()] == ["นาง", "สมหญิง", "ใจ"]


def test_what_stands_in_the_way_is_said(service: Service, typist: Typist, desk: DeskView) -> None:
    typist.press(Qt.Key.Key_F8)
    typist.until(lambda: typist.said() == typist.window.words("card.no_card"))
    service.insert(ForeignCard())
    typist.press(Qt.Key.Key_F8)
    typist.until(lambda: typist.said() == typist.window.words("card.foreign"))
    assert desk.is_at_list


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_there_is_no_card_button(typist: Typist) -> None:
    desk = sit_down(typist)
    ask(typist, lambda _: None)
    assert not desk.side.card_button.isVisible()
    typist.press(Qt.Key.Key_F8)
    assert typist.said() == ""
