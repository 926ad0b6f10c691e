"""The capture card in its telling states, for the gallery."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.opinions.page import OpinionsPage
from forum_desktop.ui.pages import PageName
from tests.ui.stages.camera import grab, settle, until

_LONG = (
    "ขอให้เทศบาลซ่อมถนนและติดตั้งไฟส่องสว่างในซอยที่มืดและเกิดอุบัติเหตุบ่อยครั้ง โดยเฉพาะช่วงหน้าโรงเรียน "
    "ซึ่งเด็กต้องเดินกลับบ้านตอนค่ำ เคยแจ้งไปแล้วสองครั้งแต่ยังไม่มีใครมาดู และขอให้แจ้งกำหนดเวลาให้ชุมชนทราบด้วย "
)


def stage(window: MainWindow, folder: Path, name: str) -> None:
    """Grab the card with hints, marks, a mention, an offer, texts set aside and a bound table."""
    window.visit(PageName.OPINIONS)
    page = cast("OpinionsPage", window.current)
    page.capture.begin_next()
    page.chips.choose(0)
    shot = _Camera(window, folder, f"{name}-3-capture")
    shot("a-ready")
    _type(page, "1.2")
    shot("b-code")
    _type(page, " ")
    _type(page, "#ซอยหน้าโรงเรียน !! ")
    shot("c-marks")
    _type(page, "@สม")
    until(page.capture.mentions.list.isVisible)
    shot("d-mention")
    _press(page, Qt.Key.Key_Return)
    until(lambda: not page.capture.mentions.is_open)
    _type(page, _LONG)
    shot("e-long")
    page.park()
    _type(page, "ขอไฟส่องสว่างในซอยที่มืด @โนน")
    page.park()
    page.park()
    shot("f-parked")
    page.parking.list.resume_chosen()
    page.capture.begin_next()
    _offer(page)
    shot("g-offer")
    page.capture.begin_next()
    page.chips.choose(2)
    page.bind()
    until(lambda: page.capture.place.bound_number() == 2)
    shot("h-bound")
    page.bind()
    until(lambda: page.capture.place.bound_number() == 0)
    page.message.hide()


def _offer(page: OpinionsPage) -> None:
    rows = page.said.opinions.records.rows()
    said = rows[0].opinion if hasattr(rows[0], "opinion") else rows[0]
    _type(page, said.text)
    until(lambda: page.capture.offers.chosen() is not None)


def _type(page: OpinionsPage, text: str) -> None:
    for letter in text:
        _press(page, 0, letter)


def _press(page: OpinionsPage, key: int, letter: str = "") -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(page.capture.text, event)


class _Camera:
    def __init__(self, window: MainWindow, folder: Path, name: str) -> None:
        self._window, self._folder, self._name = window, folder, name

    def __call__(self, state: str) -> None:
        settle(0.3)
        grab(self._window, self._folder / f"{self._name}-{state}.png")
