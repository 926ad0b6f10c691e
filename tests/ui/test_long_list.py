"""Very many records: rows are measured when seen, keys and the mouse reach every one."""

import time
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forum_desktop.ui.long_list import LongList
from forum_desktop.ui.record_list import Line
from forum_desktop.ui.row_heights import RowHeights

LONG = "ขอให้เทศบาลซ่อมถนนและติดตั้งไฟส่องสว่าง" * 6
KEYS = Qt.Key


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_heights_agree_with_a_plain_list(data: st.DataObject) -> None:
    heights, plain = RowHeights(62), [62] * 600
    heights.begin(600)
    for _ in range(data.draw(st.integers(1, 12))):
        row = data.draw(st.integers(0, len(plain) - 1))
        match data.draw(st.sampled_from(("insert", "remove", "measure", "forget"))):
            case "insert":
                count = data.draw(st.integers(1, 700))
                heights.insert(row, count)
                plain[row:row] = [62] * count
            case "remove":
                heights.remove(row)
                plain.pop(row)
            case "measure":
                plain[row] = data.draw(st.integers(1, 300))
                heights.measure(row, plain[row])
            case "forget":
                heights.forget()
    ends = list(accumulate(plain, initial=0))
    row = data.draw(st.integers(0, len(plain) - 1))
    assert (len(heights), heights.total()) == (len(plain), ends[-1])
    assert (heights.top(row), heights.height(row)) == (ends[row], plain[row])
    assert heights.row_at(ends[row]) == heights.row_at(ends[row + 1] - 1) == row
    assert heights.row_at(ends[-1]) == len(plain)


@pytest.fixture
def made(qtbot: QtBot) -> LongList:
    made = LongList(lambda text: Line(text=text, under="ข"), badge_width=40)
    made.resize(500, 300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_rows_follow_one_another_without_gap(made: LongList) -> None:
    made.set_rows([LONG if at % 3 else "สั้น" for at in range(40)])
    made.grab()
    rects = [made.visualRect(made.records.index(at)) for at in range(40)]
    assert all(one.bottom() + 1 == two.top() for one, two in pairwise(rects))
    assert rects[0].height() < rects[1].height()
    assert made.indexAt(QPoint(20, rects[1].top() + 3)).row() == 1


def test_keys_reach_the_first_and_the_last_row_and_show_them_whole(made: LongList) -> None:
    made.set_rows([LONG if at % 3 else "สั้น" for at in range(200)])
    walk = ((KEYS.Key_Down, 0), (KEYS.Key_Down, 1), (KEYS.Key_End, 199), (KEYS.Key_Up, 198))
    for key, row in walk:
        QTest.keyClick(made, key)
        made.grab()
        assert made.currentIndex().row() == row
        assert made.viewport().rect().contains(made.visualRect(made.currentIndex()))
    QTest.keyClick(made, KEYS.Key_PageUp)
    assert made.currentIndex().row() < 198
    QTest.keyClick(made, KEYS.Key_Home)
    assert made.currentIndex().row() == 0
    assert made.verticalScrollBar().value() == 0


def test_a_press_chooses_the_row_under_it(made: LongList) -> None:
    made.set_rows([LONG, "สอง", "สาม"])
    made.grab()
    at = made.visualRect(made.records.index(1)).center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert made.chosen() == "สอง"


def test_scrolling_up_into_what_nobody_measured_does_not_jump(made: LongList) -> None:
    made.set_rows([LONG for _ in range(300)])
    bar = made.verticalScrollBar()
    bar.setValue(9000)
    made.grab()
    for _ in range(40):
        row, _ = made.place()
        lower = made.visualRect(made.records.index(row + 1)).top()
        bar.setValue(bar.value() - 20)
        made.grab()
        assert made.visualRect(made.records.index(row + 1)).top() == lower + 20


def test_the_place_stays_when_rows_come_above_or_the_list_gets_wider(made: LongList) -> None:
    made.set_rows([LONG for _ in range(300)])
    made.verticalScrollBar().setValue(4000)
    made.grab()
    row, _ = made.place()
    made.resize(700, 300)
    made.grab()
    assert made.place()[0] == row


def test_a_hundred_thousand_rows_scroll_smoothly(made: LongList) -> None:
    made.set_rows([])
    slowest = 0.0
    for number in range(500):
        begun = time.perf_counter()
        made.records.insert(number * 200, [f"{number} {LONG[: at % 180]}" for at in range(200)])
        QApplication.processEvents()
        slowest = max(slowest, time.perf_counter() - begun)
    assert made.records.rowCount() == 100_000
    frames = []
    bar = made.verticalScrollBar()
    for _ in range(120):
        begun = time.perf_counter()
        bar.setValue(bar.value() + 90)
        made.viewport().repaint()
        frames.append(time.perf_counter() - begun)
    frames.sort()
    print(f"page {slowest * 1000:.1f} ms, frame p95 {frames[113] * 1000:.1f} ms")
    assert frames[113] < 0.05


def test_nearing_the_end_is_told(made: LongList, qtbot: QtBot) -> None:
    made.set_rows([LONG] * 100)
    made.grab()
    with qtbot.waitSignal(made.end_is_near):
        made.verticalScrollBar().setValue(made.verticalScrollBar().maximum() - 100)
