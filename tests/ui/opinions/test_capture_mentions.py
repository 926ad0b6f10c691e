"""Who speaks, and on whose behalf: chosen after an `@` by keys."""

from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.records.opinion import SpeakerLink
from forum_desktop.records.people import Attendee
from forum_desktop.records.privacy import ConsentPurpose
from tests.ui.keyboard import CTRL
from tests.ui.opinions.conftest import Recorder


def test_a_person_checked_in_is_the_speaker(recorder: Recorder, speaker: Attendee) -> None:
    recorder.typist.type("ขอไฟ @สมใจ")
    recorder.typist.until(lambda: len(recorder.card.mentions.list.found.records.rows()) > 1)
    recorder.typist.enter()
    recorder.typist.type("ทางเข้า")
    assert recorder.text == "ขอไฟ ทางเข้า"
    assert recorder.marks() == [("speaker", speaker.full_name)]
    recorder.typist.enter(CTRL)
    (link,) = recorder.look(lambda desk: _links(desk, speaker))
    assert (link.attendee_id, link.may_be_named) == (speaker.id, False)


def test_enter_waits_for_the_answer(recorder: Recorder, speaker: Attendee) -> None:
    recorder.typist.type("@สมใจ")
    recorder.typist.enter()
    recorder.typist.until(lambda: recorder.marks() == [("speaker", speaker.full_name)])
    assert recorder.text == ""


def test_a_community_is_chosen_with_arrows(recorder: Recorder) -> None:
    recorder.typist.type("@")
    recorder.typist.press(Qt.Key.Key_Down)
    recorder.typist.enter()
    assert recorder.marks() == [("behalf", "ตลาดเก่า")]
    recorder.typist.type("ขอท่อ")
    recorder.typist.enter(CTRL)
    (kept,) = recorder.opinions()
    assert kept.on_behalf_of == "ตลาดเก่า"


def test_an_alias_names_the_community(recorder: Recorder) -> None:
    recorder.typist.type("@ริมน้ำตอน")
    recorder.typist.enter()
    recorder.typist.until(lambda: recorder.marks() == [("behalf", "ริมน้ำ 1")])


def test_the_whole_name_of_a_community_means_it_and_not_who_lives_there(
    recorder: Recorder, speaker: Attendee
) -> None:
    mentions = recorder.card.mentions
    recorder.typist.type(f"@{speaker.community}")
    recorder.typist.until(lambda: len(mentions.list.found.records.rows()) > 1)
    recorder.typist.enter()
    assert recorder.marks() == [("behalf", speaker.community)]


def test_escape_leaves_a_mention_as_text(recorder: Recorder) -> None:
    recorder.typist.type("@ริม")
    assert recorder.card.mentions.list.isVisible()
    recorder.typist.press(Qt.Key.Key_Escape)
    assert not recorder.card.mentions.list.isVisible()
    recorder.typist.type("น้ำ")
    recorder.typist.enter()
    assert recorder.text == "@ริมน้ำ\n"
    assert recorder.marks() == []


def test_what_nobody_is_called_ends_the_line(recorder: Recorder) -> None:
    recorder.typist.type("@ฮฮฮฮ")
    recorder.typist.until(lambda: not recorder.card.mentions._asking.is_open)
    recorder.typist.enter()
    assert recorder.text == "@ฮฮฮฮ\n"


def test_a_group_of_no_list_is_taken_as_typed(recorder: Recorder) -> None:
    recorder.typist.type("@ชมรมไม่มีในแผน")
    recorder.typist.until(lambda: not recorder.card.mentions._asking.is_open)
    recorder.typist.press(Qt.Key.Key_Down)
    recorder.typist.enter()
    assert recorder.marks() == [("behalf", "ชมรมไม่มีในแผน")]


def test_backspace_right_after_brings_the_mention_back(recorder: Recorder) -> None:
    recorder.typist.type("@ตลาด")
    recorder.typist.enter()
    recorder.typist.until(lambda: bool(recorder.marks()))
    recorder.typist.press(Qt.Key.Key_Backspace)
    assert recorder.marks() == []
    assert recorder.text == "@ตลาด"


def test_letters_typed_before_the_answer_are_never_lost(recorder: Recorder) -> None:
    recorder.typist.type("@ฮฮ")
    recorder.typist.enter()
    recorder.typist.type("ต่อไป")
    assert recorder.text == "@ฮฮ\nต่อไป"


def test_her_consent_is_what_holds_unless_told_otherwise(
    recorder: Recorder, speaker: Attendee
) -> None:
    recorder.look(
        lambda desk: services.privacy.say_consent(
            desk, speaker.id, ConsentPurpose.NAMED, is_given=True
        )
    )
    for is_unchecked in (False, True):
        recorder.typist.type("@สมใจ")
        recorder.typist.enter()
        recorder.typist.until(recorder.card.naming.isChecked)
        if is_unchecked:
            recorder.card.naming.setFocus()
            recorder.typist.press(Qt.Key.Key_Space, text=" ")
            recorder.card.text.setFocus()
        recorder.typist.type("ขอสวน")
        recorder.typist.enter(CTRL)
    links = recorder.look(lambda desk: _links(desk, speaker))
    assert [link.may_be_named for link in links] == [True, False]


def _links(desk: "services.desk.Desk", speaker: Attendee) -> tuple[SpeakerLink, ...]:
    with desk.look() as look:
        return look.all(SpeakerLink, attendee_id=speaker.id)
