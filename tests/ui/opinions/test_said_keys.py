"""In the list one key does one thing to the chosen opinion, and one key takes it back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind, OpinionRow
from forum_desktop.ui.opinions.said.filters import fits
from forum_desktop.ui.opinions.said.said_list import SaidList
from tests.ui.keyboard import ALT, CTRL
from tests.ui.opinions.conftest import Recorder

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def said(recorder: Recorder) -> SaidList:
    """Take three opinions down, the newest on top, and go to the list."""
    for words in ("ขอถนนใหม่", "ขอไฟส่องสว่าง", "ถนนหน้าวัดชำรุด"):
        recorder.typist.type(words)
        recorder.typist.enter(CTRL)
    said = recorder.page.said
    recorder.typist.until(lambda: len(said.feed.opinions()) == 3)
    recorder.typist.press(Qt.Key.Key_D, CTRL)
    assert said.is_in_hand
    return said


def chosen(said: SaidList) -> OpinionRow:
    row = said.opinions.chosen()
    assert isinstance(row, OpinionRow)
    return row


def wait_for(recorder: Recorder, holds: Callable[[OpinionRow], bool]) -> None:
    said = recorder.page.said
    recorder.typist.until(lambda: bool(said.opinions.chosen()) and holds(chosen(said)))


def test_the_newest_is_chosen_and_called_something_else(recorder: Recorder, said: SaidList) -> None:
    assert chosen(said).opinion.text == "ถนนหน้าวัดชำรุด"
    number = chosen(said).opinion.reference
    for key, kind in ((Qt.Key.Key_F7, OpinionKind.PROBLEM), (Qt.Key.Key_F11, OpinionKind.QUESTION)):
        recorder.typist.press(key)
        wait_for(recorder, lambda row, kind=kind: row.opinion.kind is kind)  # type: ignore[misc]
    assert chosen(said).opinion.reference == number
    assert recorder.card.kinds.kind() is OpinionKind.NEED


def test_a_digit_sorts_and_the_next_narrows(recorder: Recorder, said: SaidList) -> None:
    recorder.typist.press(Qt.Key.Key_2, text="2")
    wait_for(recorder, lambda row: row.opinion.strategy_id is not None)
    recorder.typist.until(said.approaches.isVisible)
    recorder.typist.press(Qt.Key.Key_2, text="2")
    wait_for(recorder, lambda row: row.opinion.approach_id is not None)
    assert said.lines.number(chosen(said).opinion.approach_id) == "2.2"
    assert said.is_in_hand
    recorder.typist.press(Qt.Key.Key_0, text="0")
    wait_for(recorder, lambda row: row.opinion.strategy_id is None)


def test_urgency_and_voices_count_up(recorder: Recorder, said: SaidList) -> None:
    recorder.typist.press(Qt.Key.Key_Exclam, SHIFT, "!", scan_code=10)
    wait_for(recorder, lambda row: row.opinion.urgency == 1)
    recorder.typist.press(Qt.Key.Key_Plus, SHIFT, "+")
    wait_for(recorder, lambda row: row.weight == 2)
    recorder.typist.press(Qt.Key.Key_Z, CTRL)
    wait_for(recorder, lambda row: row.weight == 1)


def test_marked_opinions_are_joined_and_parted_again(recorder: Recorder, said: SaidList) -> None:
    recorder.typist.press(Qt.Key.Key_Space, text=" ")
    recorder.typist.press(Qt.Key.Key_Down)
    recorder.typist.press(Qt.Key.Key_Down)
    recorder.typist.press(Qt.Key.Key_Space, text=" ")
    recorder.typist.press(Qt.Key.Key_J, text="่")
    recorder.typist.until(lambda: any(row.joined for row in said.feed.opinions()))
    heads = [(row.opinion.text, row.weight) for row in said.feed.opinions()]
    assert heads == [("ถนนหน้าวัดชำรุด", 2), ("ขอไฟส่องสว่าง", 1)]
    recorder.typist.press(Qt.Key.Key_Z, CTRL)
    recorder.typist.until(lambda: len(said.feed.opinions()) == 3)
    recorder.typist.press(Qt.Key.Key_Y, CTRL)
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)


def test_one_mark_is_not_joined(recorder: Recorder, said: SaidList) -> None:
    recorder.typist.press(Qt.Key.Key_Space, text=" ")
    recorder.typist.press(Qt.Key.Key_J, text="่")
    assert recorder.typist.said() == recorder.page.words("said.mark_first")
    assert len(said.feed.opinions()) == 3


def test_undo_takes_acts_back_in_their_order_and_redo_does_them_again(
    recorder: Recorder, said: SaidList
) -> None:
    recorder.typist.press(Qt.Key.Key_F7)
    recorder.typist.press(Qt.Key.Key_Exclam, SHIFT, "!", scan_code=10)
    wait_for(recorder, lambda row: row.opinion.urgency == 1)
    for _ in range(3):
        recorder.typist.press(Qt.Key.Key_Z, CTRL)
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)
    for _ in range(3):
        recorder.typist.press(Qt.Key.Key_Y, CTRL)
    recorder.typist.until(lambda: len(said.feed.opinions()) == 3)
    recorder.typist.until(lambda: recorder.opinions()[0].urgency == 1)
    assert recorder.opinions()[0].kind is OpinionKind.PROBLEM


def test_the_tray_lists_what_has_no_place_and_empties(recorder: Recorder, said: SaidList) -> None:
    recorder.typist.press(Qt.Key.Key_1, text="1")
    recorder.typist.until(said.approaches.isVisible)
    recorder.typist.press(Qt.Key.Key_Escape)
    recorder.typist.press(Qt.Key.Key_0, CTRL)
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)
    for left in (1, 0):
        recorder.typist.press(Qt.Key.Key_3, text="3")
        recorder.typist.until(lambda left=left: len(said.feed.opinions()) == left)  # type: ignore[misc]
        if said.approaches.isVisible():
            recorder.typist.press(Qt.Key.Key_Escape)
    numbers = {said.lines.number(opinion.strategy_id) for opinion in recorder.opinions()}
    assert numbers == {"1", "3"}


def test_the_filters_and_the_search_leave_in_what_fits(recorder: Recorder, said: SaidList) -> None:
    recorder.typist.press(Qt.Key.Key_F, CTRL)
    recorder.typist.type("ถน")
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)
    row = said.feed.opinions()[0]
    (span, *_) = said.lines.line(row).spans
    assert row.opinion.text[slice(*span)] == "ถน"
    recorder.typist.press(Qt.Key.Key_Down)
    assert said.is_in_hand
    said.filters.clear()
    said.filters.kind.setCurrentIndex(said.filters.kind.findData(OpinionKind.PRAISE.value))
    recorder.typist.until(lambda: said.feed.opinions() == ())
    said.filters.clear()
    recorder.typist.until(lambda: len(said.feed.opinions()) == 3)


def test_what_is_found_is_listed_from_the_top(recorder: Recorder, said: SaidList) -> None:
    bar = said.opinions.verticalScrollBar()
    said.opinions.setFixedHeight(80)
    recorder.typist.press(Qt.Key.Key_End)
    recorder.typist.until(lambda: bar.value() > 0)
    recorder.typist.press(Qt.Key.Key_F, CTRL)
    recorder.typist.type("ถน")
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)
    assert bar.value() == 0


def test_a_community_finds_what_was_said_for_it_or_is_about_it(
    recorder: Recorder, said: SaidList
) -> None:
    first, second, _ = recorder.opinions()
    name = said.filters.behalf.itemText(1)
    for shown, facts in ((first, {"place": name}), (second, {"on_behalf_of": name})):
        revised = replace(shown, **facts)  # type: ignore[arg-type]
        recorder.look(lambda desk, a=shown, b=revised: services.revising.revise(desk, a, b))  # type: ignore[misc]
    said.filters.behalf.setCurrentIndex(1)
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)
    assert {row.opinion.id for row in said.feed.opinions()} == {first.id, second.id}
    assert all(fits(row.opinion, said.filters.wanted()) for row in said.feed.opinions())


def test_keys_reach_the_list_under_a_thai_layout_only(recorder: Recorder, said: SaidList) -> None:
    """Code 39 is the place of S on a PC keyboard, where Thai has ห."""
    recorder.typist.press(ord("ห"), text="ห", scan_code=39)
    recorder.typist.until(said.card.isVisible)
    assert said.card.shown is said.card.split


def test_what_other_pages_do_is_read_again_in_place(recorder: Recorder, said: SaidList) -> None:
    first = said.feed.opinions()[-1].opinion
    recorder.look(lambda desk: services.stream.withdraw(desk, first.id, "ซ้ำ"))
    recorder.page.reload()
    recorder.typist.until(lambda: len(said.feed.opinions()) == 2)
    assert chosen(said).opinion.text == "ถนนหน้าวัดชำรุด"


def test_alt_and_a_digit_still_choose_where_the_next_goes(
    recorder: Recorder, said: SaidList
) -> None:
    recorder.typist.press(Qt.Key.Key_3, ALT)
    assert recorder.page.chips.number() == 3
    recorder.typist.press(Qt.Key.Key_Escape)
    assert recorder.card.text.hasFocus()
