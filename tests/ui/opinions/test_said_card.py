"""The card of one opinion: corrected, answered, read back, split, withdrawn, handed over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.opinion import Opinion, OpinionKind, ReadBack
from forum_desktop.ui.opinions.said.card import OpinionCard
from forum_desktop.ui.pages import PageName
from tests.ui.keyboard import CTRL
from tests.ui.opinions.conftest import Recorder


@pytest.fixture
def card(recorder: Recorder) -> OpinionCard:
    """Take one opinion down and choose it."""
    recorder.typist.type("ขอไฟส่องสว่าง ถนนหน้าวัดชำรุด")
    recorder.typist.enter(CTRL)
    said = recorder.page.said
    recorder.typist.until(lambda: len(said.feed.opinions()) == 1)
    recorder.typist.press(Qt.Key.Key_D, CTRL)
    return said.card


def opened(recorder: Recorder, card: OpinionCard, key: int) -> None:
    recorder.typist.press(key, text="x")
    recorder.typist.until(card.isVisible)


def closed(recorder: Recorder, card: OpinionCard) -> None:
    recorder.typist.until(card.isHidden)
    assert recorder.page.said.is_in_hand
    assert recorder.card.isVisible()


def kept(recorder: Recorder) -> Opinion:
    return recorder.opinions()[-1]


def test_words_are_corrected_and_history_tells_how(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_E)
    assert not recorder.card.isVisible()
    recorder.typist.press(Qt.Key.Key_End, CTRL)
    recorder.typist.type(" มาก")
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    assert kept(recorder).text == "ขอไฟส่องสว่าง ถนนหน้าวัดชำรุด มาก"
    opened(recorder, card, Qt.Key.Key_H)
    recorder.typist.until(lambda: card.past.changes.records.rowCount() == 1)
    told = card.past.changes.records.data(card.past.changes.records.index(0))
    assert "ถนนหน้าวัดชำรุด → " in told
    recorder.typist.press(Qt.Key.Key_Escape)
    closed(recorder, card)


def test_every_fact_can_be_corrected_at_once(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_E)
    facts = card.facts
    facts.in_plan.setCurrentIndex(2)
    facts.other.setCurrentIndex(facts.other.count() - 1)
    facts.urgency.setCurrentIndex(2)
    facts.behalf.setEditText("ริมน้ำ 1")
    facts.place.setText("หน้าวัด")
    facts.tags.setText("#ไฟ ถนน")
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    now = kept(recorder)
    assert now.approach_id == facts.in_plan.itemData(2)[1]
    assert now.other_approach_id not in {None, now.approach_id}
    assert (now.urgency, now.on_behalf_of, now.place) == (2, "ริมน้ำ 1", "หน้าวัด")
    assert now.tags == "ไฟ\nถนน"
    recorder.typist.press(Qt.Key.Key_Z, CTRL)
    recorder.typist.until(lambda: kept(recorder).urgency == 0)


def test_an_answer_and_a_promise_with_a_day(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_A)
    recorder.typist.type("จะซ่อมให้")
    card.answer.by.setCurrentIndex(1)
    card.answer.promise.setText("ซ่อมไฟสามดวง")
    card.answer.until.setText("31/31/2569")
    recorder.typist.enter(CTRL)
    assert recorder.typist.said() == recorder.page.words("said.day_unreadable")
    card.answer.until.setText("30 พ.ย. 2569")
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    now = kept(recorder)
    assert (now.answer, now.promise) == ("จะซ่อมให้", "ซ่อมไฟสามดวง")
    assert now.promised_until == date(2026, 11, 30)
    assert now.answered_by is not None
    (promised,) = recorder.look(
        lambda desk: services.answering.list_promises(desk, recorder.forum.id)
    )
    assert promised.id == now.id


def test_the_speaker_confirms_the_wording(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_R)
    card.read_back.show_in_hall()
    recorder.typist.until(lambda: bool(recorder.typist.said()))
    asked = recorder.look(lambda desk: services.hall.read_back_asked(desk, recorder.forum.id))
    assert card.opinion is not None
    assert asked is not None
    assert asked.opinion_id == card.opinion.id
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    assert kept(recorder).read_back is ReadBack.CONFIRMED


def test_the_speaker_corrects_the_wording(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_R)
    card.read_back.text.setFocus()
    recorder.typist.press(Qt.Key.Key_A, CTRL)
    recorder.typist.type("ขอไฟถนนเท่านั้น")
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    now = kept(recorder)
    assert (now.text, now.read_back) == ("ขอไฟถนนเท่านั้น", ReadBack.CORRECTED)


def test_one_breath_is_split_in_two(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_S)
    card.split.text.setPlainText("ขอไฟส่องสว่าง\n\nถนนหน้าวัดชำรุด")
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    recorder.typist.until(lambda: len(recorder.page.said.feed.opinions()) == 2)
    assert {one.text for one in recorder.opinions()} == {"ขอไฟส่องสว่าง", "ถนนหน้าวัดชำรุด"}


def test_one_part_is_not_split(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_S)
    recorder.typist.enter(CTRL)
    recorder.typist.until(lambda: bool(recorder.typist.said()))
    assert card.isVisible()
    assert len(recorder.opinions()) == 1


def test_a_voice_is_listed_and_taken_out(recorder: Recorder, card: OpinionCard) -> None:
    recorder.typist.press(Qt.Key.Key_Plus, text="+")
    said = recorder.page.said
    recorder.typist.until(lambda: said.feed.opinions()[0].weight == 2)
    opened(recorder, card, Qt.Key.Key_V)
    recorder.typist.until(lambda: card.voices.voices.records.rowCount() == 1)
    recorder.typist.press(Qt.Key.Key_Delete)
    recorder.typist.until(lambda: card.voices.voices.records.rowCount() == 0)
    recorder.typist.until(lambda: said.feed.opinions()[0].weight == 1)


def test_withdrawing_asks_why_and_can_be_undone(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_W)
    recorder.typist.enter()
    recorder.typist.until(lambda: bool(recorder.typist.said()))
    recorder.typist.type("พูดซ้ำ")
    recorder.typist.enter()
    recorder.typist.until(card.isHidden)
    recorder.typist.until(lambda: recorder.opinions() == ())
    recorder.typist.press(Qt.Key.Key_Z, CTRL)
    recorder.typist.until(lambda: len(recorder.opinions()) == 1)


def test_a_complaint_leaves_only_a_trace(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_C)
    card.moving.kind.setCurrentIndex(1)
    card.moving.full_name.setText("นางลับ ทดลอง")
    recorder.typist.enter(CTRL)
    recorder.typist.until(card.isHidden)
    said = recorder.page.said
    recorder.typist.until(lambda: said.feed.opinions() == ())
    recorder.typist.until(lambda: said.opinions.records.rowCount() == 1)
    shown = said.opinions.records.data(said.opinions.records.index(0))
    assert "ไฟ" not in shown
    assert "ลับ" not in shown
    (complaint,) = recorder.look(
        lambda desk: services.complaints.recent_complaints(desk, recorder.forum.id)
    )
    assert complaint.facts == "ขอไฟส่องสว่าง ถนนหน้าวัดชำรุด"
    assert complaint.reference in recorder.typist.said()


def test_half_typed_words_of_the_card_wait(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_A)
    recorder.typist.type("กำลังตรวจ")
    recorder.typist.press(Qt.Key.Key_Escape)
    closed(recorder, card)
    recorder.typist.visit(PageName.REGISTRATION)
    recorder.typist.visit(PageName.OPINIONS)
    recorder.typist.press(Qt.Key.Key_D, CTRL)
    opened(recorder, card, Qt.Key.Key_A)
    recorder.typist.until(lambda: card.answer.answer.toPlainText() == "กำลังตรวจ")


def test_half_done_work_survives_the_other_language(recorder: Recorder, card: OpinionCard) -> None:
    opened(recorder, card, Qt.Key.Key_E)
    facts = card.facts
    recorder.typist.type(" มาก")
    facts.kind.setCurrentIndex(facts.kind.findData(OpinionKind.QUESTION.value))
    facts.in_plan.setCurrentIndex(3)
    place, name = facts.in_plan.currentData(), facts.kind.currentText()
    recorder.typist.window.change_language()
    recorder.typist.until(lambda: facts.in_plan.currentData() == place)
    assert facts.kind.currentData() == OpinionKind.QUESTION.value
    assert facts.kind.currentText() != name
    assert facts.text.toPlainText().endswith("มาก")
    assert kept(recorder).kind is OpinionKind.NEED


def test_who_answered_stays_when_not_offered_any_more(
    recorder: Recorder, card: OpinionCard
) -> None:
    opened(recorder, card, Qt.Key.Key_A)
    recorder.typist.type("จะซ่อมให้")
    card.answer.by.setCurrentIndex(1)
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    by = kept(recorder).answered_by
    opened(recorder, card, Qt.Key.Key_A)
    card.answer.show_members(())
    recorder.typist.type(" เร็ว ๆ นี้")
    recorder.typist.enter(CTRL)
    closed(recorder, card)
    assert kept(recorder).answer == "จะซ่อมให้ เร็ว ๆ นี้"
    assert kept(recorder).answered_by == by
