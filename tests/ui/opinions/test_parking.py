"""Half-typed words set aside for another speaker, and taken up again, by keys."""

import json
from collections.abc import Callable

from PySide6.QtCore import Qt

from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.people import Attendee
from tests.ui.keyboard import ALT, CTRL
from tests.ui.opinions.conftest import Recorder

PARK = Qt.Key.Key_P


def waiting(recorder: Recorder) -> list[str]:
    """Return the words set aside, the last first, as the list would show them."""
    return [parked.said.text for parked in recorder.page.parking.texts]


def kept_aside(recorder: Recorder) -> list[str]:
    """Return the words that the disk holds beside those in the box."""
    folder = f"{recorder.forum.id}/opinion/"
    return [json.loads(text)["text"] for place, text in recorder.drafts() if place > folder]


def park(recorder: Recorder, *texts: str) -> None:
    """Set texts aside, one after the other."""
    for text in texts:
        recorder.typist.type(text)
        recorder.typist.press(PARK, CTRL)
        assert recorder.text == ""


def test_words_set_aside_are_on_the_disk_and_make_room(recorder: Recorder) -> None:
    park(recorder, "ขอไฟในซอย", "ขอท่อระบายน้ำ")
    assert waiting(recorder) == ["ขอท่อระบายน้ำ", "ขอไฟในซอย"]
    assert sorted(kept_aside(recorder)) == ["ขอท่อระบายน้ำ", "ขอไฟในซอย"]
    assert recorder.opinions() == ()
    assert "2" in recorder.card.park_button.text()
    assert recorder.card.text.hasFocus()


def test_the_chosen_words_are_taken_up_whole(recorder: Recorder, speaker: Attendee) -> None:
    recorder.typist.type("1.2 ขอไฟ #แสงสว่าง !! @สมใจ")
    recorder.typist.until(lambda: len(recorder.card.mentions.list.found.records.rows()) > 1)
    recorder.typist.enter()
    recorder.typist.press(Qt.Key.Key_F8)
    before = recorder.card.said()
    recorder.typist.press(PARK, CTRL)
    recorder.typist.press(Qt.Key.Key_3, ALT)
    recorder.typist.press(Qt.Key.Key_F7)
    park(recorder, "ขอท่อ")
    recorder.typist.press(PARK, CTRL)
    assert recorder.page.parking.list.isVisible()
    recorder.typist.press(Qt.Key.Key_Down)
    recorder.typist.enter()
    assert not recorder.page.parking.list.isVisible()
    assert recorder.card.said() == before
    assert before.speaker is not None
    assert before.speaker.id == speaker.id
    assert (before.code, before.urgency, before.kind) == ("1.2", 2, list(OpinionKind)[1])
    assert waiting(recorder) == ["ขอท่อ"]
    assert kept_aside(recorder) == ["ขอท่อ"]
    recorder.typist.type("ด้วย")
    assert recorder.text.endswith("ด้วย")


def test_what_is_typed_meanwhile_is_set_aside_in_turn(recorder: Recorder) -> None:
    park(recorder, "เรื่องที่หนึ่ง")
    recorder.typist.press(PARK, CTRL)
    recorder.card.text.setPlainText("เรื่องที่สอง")  # words that came back, the list still open
    recorder.typist.enter()
    assert recorder.text == "เรื่องที่หนึ่ง"
    assert waiting(recorder) == ["เรื่องที่สอง"]
    assert kept_aside(recorder) == ["เรื่องที่สอง"]


def test_escape_takes_nothing_up(recorder: Recorder) -> None:
    park(recorder, "ขอไฟในซอย")
    recorder.typist.press(PARK, CTRL)
    recorder.typist.press(Qt.Key.Key_Escape)
    assert not recorder.page.parking.list.isVisible()
    assert recorder.card.text.hasFocus()
    assert (recorder.text, waiting(recorder)) == ("", ["ขอไฟในซอย"])


def test_with_nothing_typed_and_nothing_set_aside_no_list_opens(recorder: Recorder) -> None:
    recorder.typist.press(PARK, CTRL)
    assert not recorder.page.parking.list.isVisible()
    assert not recorder.card.park_button.isEnabled()


def test_the_list_closes_with_the_cursor_gone(recorder: Recorder) -> None:
    park(recorder, "ขอไฟในซอย")
    recorder.typist.press(PARK, CTRL)
    recorder.card.text.setFocus()
    assert not recorder.page.parking.list.isVisible()


def test_saved_after_it_was_taken_up_it_is_kept_once(recorder: Recorder) -> None:
    park(recorder, "ขอไฟในซอย")
    recorder.typist.press(PARK, CTRL)
    recorder.typist.enter()
    recorder.typist.enter(CTRL)
    assert [opinion.text for opinion in recorder.opinions()] == ["ขอไฟในซอย"]
    assert recorder.drafts() == ()
    assert waiting(recorder) == []


def test_words_set_aside_wait_for_the_next_start(
    recorder: Recorder, begun_again: Callable[[], Recorder]
) -> None:
    park(recorder, "ขอไฟในซอย", "ขอท่อระบายน้ำ")
    recorder.typist.type("ยังพิมพ์ไม่จบ")
    again = begun_again()
    again.typist.until(lambda: len(again.page.parking.texts) == 2)
    assert waiting(again) == ["ขอท่อระบายน้ำ", "ขอไฟในซอย"]
    again.typist.until(lambda: again.text == "ยังพิมพ์ไม่จบ")
    park(again, "")
    assert waiting(again) == ["ยังพิมพ์ไม่จบ", "ขอท่อระบายน้ำ", "ขอไฟในซอย"]


def test_a_place_given_free_is_not_given_while_another_waits_there(recorder: Recorder) -> None:
    park(recorder, "หนึ่ง", "สอง")
    recorder.typist.press(PARK, CTRL)
    recorder.typist.press(Qt.Key.Key_Down)
    recorder.typist.enter()  # "หนึ่ง", whose place is free now
    recorder.typist.press(PARK, CTRL)
    park(recorder, "สาม")
    assert sorted(kept_aside(recorder)) == sorted(["หนึ่ง", "สอง", "สาม"])
    assert waiting(recorder)[0] == "สาม"
