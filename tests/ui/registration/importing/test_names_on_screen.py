"""Names stand on screen only while a file is under review."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from forum_desktop.ui.pages import PageName
from forum_desktop.ui.registration.importing.view import ImportingView
from forum_desktop.ui.registration.views import ViewName
from tests.ui.keyboard import CTRL, NONE, Typist
from tests.ui.registration.importing.imports_desk import (
    Open,
    is_open,
    on_screen,
    people_of,
    place_of,
    rows_of,
    walk,
    will_do,
)


def test_esc_puts_the_file_away_enter_goes_on_and_esc_again_gives_it_up(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path
) -> None:
    open_file(mixed)
    walk(typist, down=2)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert "มาใหม่" in on_screen(view)
    typist.press(Qt.Key.Key_Escape)
    assert not is_open(view)
    assert "มาใหม่" not in on_screen(view)
    assert view.beginning.resume.hasFocus()
    typist.press(Qt.Key.Key_Space, text=" ")
    assert is_open(view)
    assert (place_of(view), will_do(view)) == ((4, 0), (2, 1, 2))
    typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_Escape)
    assert view.file is None
    assert view.beginning.choose.hasFocus()
    assert len(people_of(view, typist)) == 1


@pytest.mark.parametrize("away", [Qt.Key.Key_F3, Qt.Key.Key_1])
def test_no_name_stays_on_screen_when_the_officer_goes_elsewhere(
    view: ImportingView, open_file: Open, typist: Typist, mixed: Path, away: Qt.Key
) -> None:
    open_file(mixed)
    page = view.page
    typist.press(away, CTRL if away is Qt.Key.Key_1 else NONE)
    assert "มาใหม่" not in on_screen(view)
    typist.visit(PageName.REGISTRATION)
    page.show_view(ViewName.IMPORTING)
    assert not is_open(view)
    assert view.beginning.is_waiting
    assert "มาใหม่" not in on_screen(view)
    view.beginning.resume.click()
    assert is_open(view)
    assert len(rows_of(view)) == 6


def test_a_file_read_while_the_officer_is_elsewhere_waits(
    view: ImportingView, typist: Typist, mixed: Path
) -> None:
    view.open_file(mixed)
    typist.press(Qt.Key.Key_1, CTRL)
    typist.until(lambda: not view.review.is_busy)
    assert not is_open(view)
    assert view.file is not None
    assert "มาใหม่" not in on_screen(view)
