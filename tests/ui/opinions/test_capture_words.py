"""Words of the grammar, typed into the box by keys."""

import pytest
from PySide6.QtCore import Qt

from forum_desktop.records.opinion import OpinionKind
from tests.ui.keyboard import ALT, CTRL
from tests.ui.opinions.conftest import Recorder

BACK = Qt.Key.Key_Backspace


@pytest.mark.parametrize(
    ("typed", "number", "code"),
    [("3 ", 3, ""), ("๓ ", 3, ""), ("1.2 ", 1, "1.2"), ("๑.๒ ", 1, "1.2")],
)
def test_a_code_at_the_head_chooses_the_place(
    recorder: Recorder, typed: str, number: int, code: str
) -> None:
    recorder.typist.type(typed)
    assert recorder.page.chips.number() == number
    assert recorder.card.place.code() == code
    assert recorder.text == ""


@pytest.mark.parametrize("typed", ["9 ", "1.7 ", "ขอ 3 "])
def test_what_is_no_code_stays_text(recorder: Recorder, typed: str) -> None:
    recorder.typist.type(typed)
    assert recorder.page.chips.number() == 0
    assert recorder.text == typed


def test_backspace_right_after_a_code_brings_it_back_and_the_place_before(
    recorder: Recorder,
) -> None:
    recorder.typist.type("2 3 ")
    assert recorder.page.chips.number() == 3
    recorder.typist.press(BACK)
    assert recorder.text == "3 "
    assert recorder.page.chips.number() == 2
    recorder.typist.type("คน")
    assert recorder.text == "3 คน"


def test_tags_place_and_urgency_are_kept_apart_from_the_words(recorder: Recorder) -> None:
    recorder.typist.type("4 ขอไฟ #แสงสว่าง #ริมน้ำ1 ในซอย !! ด้วย")
    assert recorder.text == "ขอไฟ ในซอย ด้วย"
    assert recorder.marks() == [("urgency", "2"), ("place", "ริมน้ำ 1"), ("tag", "แสงสว่าง")]
    recorder.typist.enter(CTRL)
    (kept,) = recorder.opinions()
    assert kept.text == "ขอไฟ ในซอย ด้วย"
    assert (kept.urgency, kept.place, kept.tags) == (2, "ริมน้ำ 1", "แสงสว่าง")
    assert recorder.marks() == []


def test_saving_finishes_the_words_at_the_end(recorder: Recorder) -> None:
    recorder.typist.type("น้ำท่วม #ท่อ !")
    recorder.typist.enter(CTRL)
    (kept,) = recorder.opinions()
    assert (kept.text, kept.tags, kept.urgency) == ("น้ำท่วม", "ท่อ", 1)


def test_nothing_but_marks_is_refused_and_stays(recorder: Recorder) -> None:
    recorder.typist.type("#ท่อ ")
    recorder.typist.enter(CTRL)
    assert recorder.typist.said() == recorder.typist.window.words("text.empty")
    assert recorder.marks() == [("tag", "ท่อ")]


def test_backspace_brings_marks_back_one_by_one_where_they_stood(recorder: Recorder) -> None:
    recorder.typist.type("🌳ขอ #ต้นไม้ ! ")
    assert recorder.text == "🌳ขอ "
    recorder.typist.press(BACK)
    assert recorder.text == "🌳ขอ ! "
    assert recorder.marks() == [("tag", "ต้นไม้")]
    recorder.typist.type("x")
    for _ in range(3):
        recorder.typist.press(BACK)
    recorder.typist.press(BACK)
    assert recorder.text == "🌳ขอ #ต้นไม้ "
    assert recorder.marks() == []


def test_backspace_elsewhere_only_rubs_out(recorder: Recorder) -> None:
    recorder.typist.type("ขอ #ไฟ ถนน")
    recorder.typist.press(BACK)
    assert recorder.text == "ขอ ถน"
    assert recorder.marks() == [("tag", "ไฟ")]


def test_a_mark_is_taken_away_by_keys(recorder: Recorder) -> None:
    recorder.typist.type("#ไฟ #ถนน ")
    recorder.typist.tab()
    recorder.typist.press(Qt.Key.Key_Right)
    recorder.typist.press(Qt.Key.Key_Delete)
    assert recorder.marks() == [("tag", "ไฟ")]
    assert recorder.card.text.hasFocus()
    recorder.typist.press(BACK)
    assert recorder.text == "#ไฟ "


def test_a_kind_by_key_and_an_approach_by_key(recorder: Recorder) -> None:
    recorder.typist.type("2 ")
    recorder.typist.press(Qt.Key.Key_Down, ALT)
    recorder.typist.press(Qt.Key.Key_F9)
    recorder.typist.type("เสนอ")
    recorder.typist.enter(CTRL)
    (kept,) = recorder.opinions()
    assert kept.kind is OpinionKind.SUGGESTION
    assert kept.approach_id is not None


def test_the_hints_tell_what_applies_now(recorder: Recorder) -> None:
    words, hint = recorder.typist.window.words, recorder.card.hint
    assert hint.said() == words("capture.hint.begin")
    recorder.typist.type("2")
    name = "ยุทธศาสตร์ตัวอย่างที่ 2"
    assert hint.said() == words("capture.hint.code", code="2", name=name)
    recorder.typist.type(" ")
    assert hint.said() == words("capture.hint.taken", word="2")
    recorder.typist.type("ขอ #ไฟ")
    assert hint.said() == words("capture.hint.tag", tag="ไฟ")
    recorder.typist.type("ฟ้า ทางเดิน")
    assert hint.said() == words("capture.hint.typing")


def test_the_box_grows_with_the_text_and_shrinks_again(recorder: Recorder) -> None:
    low = recorder.card.text.height()
    for _ in range(4):
        recorder.typist.type("บรรทัด")
        recorder.typist.enter()
    assert recorder.card.text.height() > low
    recorder.typist.enter(CTRL)
    assert recorder.card.text.height() == low
