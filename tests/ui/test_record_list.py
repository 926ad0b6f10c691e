"""Lists over records: a model Qt accepts, and lines that wrap."""

from itertools import pairwise
from typing import cast

from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forum_desktop.ui.record_list import Line, RecordList

LONG = "ขอให้เทศบาลซ่อมถนนและติดตั้งไฟส่องสว่าง" * 6


def test_the_model_is_sound(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    made = _list(qtbot)
    _check(qtmodeltester, made)
    made.set_rows(("ก", "ข", "ค"))
    _check(qtmodeltester, made)
    made.set_rows(())
    _check(qtmodeltester, made)


def test_a_long_text_makes_a_higher_line(qtbot: QtBot) -> None:
    made = _list(qtbot)
    made.set_rows(("สั้น", "ขอให้เทศบาลซ่อมถนนและติดตั้งไฟส่องสว่าง" * 6, "ก" * 400))
    heights = [made.sizeHintForRow(row) for row in range(3)]
    assert heights[0] < heights[1]
    assert heights[0] < heights[2]


def test_choosing_stays_within_the_list(qtbot: QtBot) -> None:
    made = _list(qtbot)
    made.choose(0)
    assert made.chosen() is None
    made.set_rows(("ก", "ข"))
    made.choose(9)
    assert made.chosen() == "ข"
    made.choose(-9)
    assert made.chosen() == "ก"


def test_marks_for_breaking_are_not_read_aloud(qtbot: QtBot) -> None:
    made = _list(qtbot)
    made.set_rows(("เทศบาลนคร",))
    assert made.records.data(made.records.index(0)) == "1 เทศบาลนคร"


def test_lines_follow_one_another_when_only_the_width_is_another(qtbot: QtBot) -> None:
    made = _list(qtbot)
    with qtbot.waitExposed(made):
        made.show()
    made.set_rows([LONG[:at] for at in range(40, 240, 20)])
    for width in (400, 240, 460):
        made.resize(width, made.height())
        made.grab()
        places = [made.visualRect(made.records.index(row)) for row in range(10)]
        assert all(one.bottom() + 1 == two.top() for one, two in pairwise(places))


def test_a_ticked_line_shows_it(qtbot: QtBot) -> None:
    made = RecordList(lambda line: cast("Line", line), badge_width=40)
    qtbot.addWidget(made)
    pictures = []
    for is_ticked in (False, True):
        made.set_rows((Line(text="ก", under="ข", is_ticked=is_ticked),))
        pictures.append(made.grab().toImage())
    assert pictures[0] != pictures[1]


def _check(tester: ModelTester, made: RecordList) -> None:
    tester.check(made.records)  # type: ignore[no-untyped-call]


def _list(qtbot: QtBot) -> RecordList:
    made = RecordList(lambda text: Line(text=text, badge="1"), badge_width=40)
    made.resize(400, 300)
    qtbot.addWidget(made)
    return made
