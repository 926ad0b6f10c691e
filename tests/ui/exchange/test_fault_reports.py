"""A fault is reported, and its report read, saved or deleted, all before anybody gets it."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop.services.fault_reports import list_reports, write_report
from forum_desktop.ui.exchange.reports.view import FaultReportsView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.keyboard import CTRL, Typist


@pytest.fixture
def reports(data_dir: Path) -> Path:
    """Let two faults have been reported."""
    folder = data_dir / "reports"
    write_report(folder, ValueError("คำพูดลับ"))
    write_report(folder, KeyError("คำพูดลับ"))
    return folder


@pytest.fixture
def view(reports: Path, window: MainWindow, typist: Typist) -> FaultReportsView:
    """Open the reports by their keys."""
    typist.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    at = [sign.name for sign in page.signs].index("reports")
    typist.press(Qt.Key.Key_1 + at, CTRL)
    made = page.current_view
    assert isinstance(made, FaultReportsView)
    assert len(list_reports(reports)) == 2
    return made


def test_the_newest_report_is_read_whole(view: FaultReportsView, typist: Typist) -> None:
    typist.until(lambda: view.list.records.rowCount() == 2)
    assert view.text.toPlainText().splitlines()[-1] == "KeyError"
    typist.press(Qt.Key.Key_Down)
    assert view.text.toPlainText().splitlines()[-1] == "ValueError"
    assert "คำพูดลับ" not in view.text.toPlainText()
    assert view.text.isReadOnly()


def test_delete_asks_once_more(view: FaultReportsView, reports: Path, typist: Typist) -> None:
    typist.press(Qt.Key.Key_Delete)
    typist.press(Qt.Key.Key_Escape)
    typist.press(Qt.Key.Key_Delete)
    assert len(list_reports(reports)) == 2
    typist.press(Qt.Key.Key_Delete)
    assert [report.text.splitlines()[-1] for report in list_reports(reports)] == ["ValueError"]
    assert "ลบรายงานแล้ว" in typist.said()
    for _ in range(2):
        typist.press(Qt.Key.Key_Delete)
    assert view.text.toPlainText() == ""
    assert not view.save_button.isVisible()


def test_another_choice_takes_back_the_question(
    view: FaultReportsView, reports: Path, typist: Typist
) -> None:
    typist.press(Qt.Key.Key_Delete)
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Delete)
    assert len(list_reports(reports)) == 2


def test_a_report_is_saved_as_it_was_read(
    view: FaultReportsView, reports: Path, typist: Typist, tmp_path: Path
) -> None:
    view.save_to(tmp_path / "stick.txt")
    assert (tmp_path / "stick.txt").read_text("utf-8") == view.text.toPlainText()
    assert len(list_reports(reports)) == 2
    view.save_to(tmp_path / "no such folder" / "stick.txt")
    assert "stick.txt" in typist.said()


def test_a_report_that_went_meanwhile_is_told(
    view: FaultReportsView, reports: Path, typist: Typist
) -> None:
    typist.until(lambda: view.list.records.rowCount() == 2)
    for report in list_reports(reports):
        (reports / report.name).unlink()
    view.save_to(reports / "copy.txt")
    assert "ไม่พบรายงานฉบับนี้แล้ว" in typist.said()
    for _ in range(2):
        typist.press(Qt.Key.Key_Delete)
    assert view.list.records.rowCount() == 0


def test_a_new_fault_appears(view: FaultReportsView, window: MainWindow, typist: Typist) -> None:
    def fail(_desk: object) -> None:
        raise ZeroDivisionError

    window.background.run(fail)
    typist.until(lambda: view.list.records.rowCount() == 3)
    assert "F6" in typist.said()
