"""Pictures of the reports of faults: none, the newest one read, and the question before it goes."""

from pathlib import Path
from typing import cast

from forum_desktop.errors import Refusal
from forum_desktop.services.fault_reports import delete_report, list_reports, write_report
from forum_desktop.ui.exchange.reports.view import FaultReportsView
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from tests.ui.stages.camera import grab, settle


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the view without a report, with three, and with one about to be deleted."""
    window.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    page.show_view("reports")
    view = cast("FaultReportsView", page.current_view)
    place = window.background.reports

    def shot(what: str) -> None:
        settle(0.3)
        grab(window, folder / f"{name}-6-reports-{what}.png")

    shot("a-none")
    for fault in (ValueError(), KeyError(), _deep_fault()):
        write_report(place, fault)
    view.reload()
    shot("b-some")
    view.delete()
    shot("c-asked")
    for report in list_reports(place):
        delete_report(place, report.name)
    page.show_view("laptop")


def _deep_fault() -> BaseException:
    fault = RuntimeError()
    fault.__cause__ = Refusal("text.empty")
    return fault
