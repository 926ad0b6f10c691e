"""What was said before in nearly the same words is offered calmly, and seconded by one key."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.opinion import OpinionKind, Support
from tests.ui.keyboard import ALT, CTRL
from tests.ui.opinions.conftest import Recorder

SECOND = Qt.Key.Key_J
LIGHT = "ขอไฟส่องสว่างในซอยหน้าโรงเรียนเพราะมืดมาก"
LIGHT_AGAIN = "ขอไฟส่องสว่างในซอยหน้าโรงเรียนด้วยมืดมาก"
DRAIN = "น้ำท่วมขังหน้าตลาดทุกปีขอให้ลอกท่อระบายน้ำ"


@pytest.fixture
def said(recorder: Recorder) -> Recorder:
    """Let two matters have been said."""
    for text in (LIGHT, DRAIN):
        recorder.typist.type(text)
        recorder.typist.enter(CTRL)
    assert len(recorder.opinions()) == 2
    return recorder


def offered(recorder: Recorder) -> str:
    """Return the words on offer, "" for none."""
    chosen = recorder.card.offers.chosen()
    return chosen.text if chosen else ""


def voices(recorder: Recorder, opinion_id: UUID) -> tuple[Support, ...]:
    """Return who seconded an opinion."""
    return recorder.look(lambda desk: services.supporting.list_supports(desk, opinion_id))


def offer(recorder: Recorder, text: str = LIGHT_AGAIN) -> None:
    """Type what was said before, and wait for the offer."""
    recorder.typist.type(text)
    recorder.typist.until(recorder.card.offers.isVisible)


def test_nearly_the_same_words_bring_the_opinion_that_was_kept(said: Recorder) -> None:
    offer(said)
    assert offered(said) == LIGHT
    line = said.card.offers._said.said()
    assert LIGHT in line
    assert said.opinions()[1].reference in line
    assert not said.card.hint.isVisible()
    assert said.card.text.hasFocus()


@pytest.mark.parametrize("text", ["ขอไฟส่อง", "อยากให้มีห้องสมุดสำหรับเด็กในชุมชนของเรา"])
def test_few_words_or_another_matter_bring_nothing(said: Recorder, text: str) -> None:
    said.typist.type(text)
    said.typist.until(lambda: not said.card.offers._latest.is_open)
    assert not said.card.offers.isVisible()
    assert said.card.hint.isVisible()


def test_one_key_counts_the_voice_and_writes_nothing_down(said: Recorder) -> None:
    offer(said)
    said.page.drafts.keep_now()
    assert said.drafts() != ()
    said.typist.press(SECOND, CTRL)
    said.typist.until(lambda: "นับเป็นเสียงสนับสนุน" in said.typist.said())
    assert said.text == ""
    assert len(said.opinions()) == 2
    assert said.drafts() == ()
    light = said.opinions()[1]
    assert len(voices(said, light.id)) == 1
    assert not said.card.offers.isVisible()


def test_the_voice_tells_on_whose_behalf(said: Recorder) -> None:
    said.typist.type("@ตลาด")
    said.typist.enter()
    said.typist.until(lambda: said.marks() == [("behalf", "ตลาดเก่า")])
    offer(said)
    said.typist.press(SECOND, CTRL)
    (voice,) = voices(said, said.opinions()[1].id)
    assert voice.on_behalf_of == "ตลาดเก่า"


def test_the_same_key_takes_the_voice_back_and_the_words_with_it(said: Recorder) -> None:
    said.typist.press(Qt.Key.Key_2, ALT)
    offer(said)
    said.typist.press(SECOND, CTRL)
    said.typist.until(lambda: "นับเป็นเสียงสนับสนุน" in said.typist.said())
    said.typist.press(SECOND, CTRL)
    said.typist.until(lambda: said.text == LIGHT_AGAIN)
    assert said.page.chips.number() == 2
    light = next(opinion for opinion in said.opinions() if opinion.text == LIGHT)
    assert voices(said, light.id) == ()


def test_with_something_new_typed_the_key_takes_nothing_back(said: Recorder) -> None:
    offer(said)
    said.typist.press(SECOND, CTRL)
    said.typist.until(lambda: "นับเป็นเสียงสนับสนุน" in said.typist.said())
    said.typist.type("เรื่องใหม่")
    said.typist.press(SECOND, CTRL)
    assert said.text == "เรื่องใหม่"
    assert len(voices(said, said.opinions()[1].id)) == 1


def test_keys_go_from_one_offer_to_the_next_and_around(said: Recorder) -> None:
    said.typist.type(f"{LIGHT}จริง ๆ")
    said.typist.enter(CTRL)
    offer(said)
    said.typist.until(lambda: len(said.card.offers._offers) == 2)
    first = offered(said)
    said.typist.press(Qt.Key.Key_Down, CTRL)
    second = offered(said)
    assert {first, second} == {LIGHT, f"{LIGHT}จริง ๆ"}
    said.typist.press(Qt.Key.Key_Down, CTRL)
    assert offered(said) == first
    said.typist.press(Qt.Key.Key_Up, CTRL)
    said.typist.press(SECOND, CTRL)
    chosen = next(opinion for opinion in said.opinions() if opinion.text == second)
    assert len(voices(said, chosen.id)) == 1


def test_the_words_may_be_kept_all_the_same(said: Recorder) -> None:
    offer(said)
    said.typist.enter(CTRL)
    assert said.opinions()[0].text == LIGHT_AGAIN
    assert not said.card.offers.isVisible()


def test_what_was_withdrawn_is_offered_no_more(said: Recorder) -> None:
    light = said.opinions()[1]
    said.look(lambda desk: services.opinions.withdraw_opinion(desk, light.id, "ซ้ำ"))
    said.typist.type(LIGHT_AGAIN)
    said.typist.until(lambda: not said.card.offers._latest.is_open)
    assert offered(said) != LIGHT


def test_what_another_desk_just_kept_is_offered_too(said: Recorder) -> None:
    text, forum_id = "อยากได้สนามเด็กเล่นข้างศาลากลางหมู่บ้าน", said.forum.id
    said.look(
        lambda desk: services.opinions.capture_opinion(
            desk, forum_id, text=text, kind=OpinionKind.NEED
        )
    )
    offer(said, text)
    assert offered(said) == text
