"""The queue of speakers runs by keys; the hall's labels are never names."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.meeting import SectorBalance
from forum_desktop.ui.meeting.page import MeetingPage
from forum_desktop.ui.meeting.speakers.offers import offers
from forum_desktop.ui.meeting.speakers.view import SpeakersView
from forum_desktop.ui.pages import PageName
from tests.factory import make_pack
from tests.ui.keyboard import CTRL, Typist


@pytest.fixture
def speakers(typist: Typist, forum: Forum) -> SpeakersView:
    """Go to the speakers by keys; somebody is registered."""

    def register(desk: Any) -> None:
        services.registration.register_walk_in(
            desk, forum.id, full_name="นายทดสอบ สมมติ", sector="people", community="ตลาดเก่า"
        )

    typist.visit(PageName.MEETING)
    page = cast("MeetingPage", typist.window.current)
    page.act(register, lambda _: None)
    places = [sign.name for sign in page.signs]
    typist.press(Qt.Key.Key_1 + places.index("speakers"), CTRL)
    view = page.current_view
    assert isinstance(view, SpeakersView)
    typist.until(lambda: view.known is not None)
    return view


def waiting(view: SpeakersView) -> list[tuple[str, str]]:
    lines = view.known.waiting if view.known else ()
    return [(line.turn.label, line.name) for line in lines]


def speaking(view: SpeakersView) -> str:
    line = view.known.speaking if view.known else None
    return line.turn.label if line else ""


def join(typist: Typist, view: SpeakersView, typed: str) -> None:
    """Type into the queue's box and press Enter, without waiting for the offers."""
    before = len(waiting(view))
    typist.type(typed)
    typist.enter()
    typist.until(lambda: len(waiting(view)) == before + 1)
    typist.until(lambda: QApplication.focusWidget() is view.queue)


def test_a_registered_person_joins_by_name_and_is_shown_by_community(
    typist: Typist, speakers: SpeakersView
) -> None:
    join(typist, speakers, "ทดสอบ")
    assert waiting(speakers) == [("ตลาดเก่า", "นายทดสอบ  สมมติ")]
    line = speakers.queue.records.line_of(speakers.queue.records.rows()[0])
    assert line.text == "ตลาดเก่า"
    assert "ทดสอบ" in line.under


def test_a_community_a_sector_or_a_new_label_joins_too(
    typist: Typist, speakers: SpeakersView
) -> None:
    join(typist, speakers, "ริมน้ำ 1")
    join(typist, speakers, "ภาครัฐ")
    join(typist, speakers, "กลุ่มผู้ค้า")
    assert [label for label, _ in waiting(speakers)] == ["ริมน้ำ 1", "ภาครัฐ", "กลุ่มผู้ค้า"]
    assert speakers.known is not None
    assert speakers.known.waiting[1].turn.sector == "state"


def test_a_name_that_nobody_bears_is_refused_as_a_label(
    typist: Typist, speakers: SpeakersView
) -> None:
    typist.type("นายใครไม่รู้ จัก")
    typist.enter()
    refused = typist.window.words("speakers.label_is_name")
    typist.until(lambda: typist.said() == refused)
    assert waiting(speakers) == []
    assert speakers.box.line.text() == "นายใครไม่รู้ จัก"


def test_space_gives_the_floor_in_turn_and_e_takes_it_back(
    typist: Typist, speakers: SpeakersView
) -> None:
    typist.press(Qt.Key.Key_Space, text=" ")
    assert typist.said() == typist.window.words("speakers.nobody_waits")
    for label in ("กลุ่มหนึ่ง", "กลุ่มสอง", "กลุ่มสาม"):
        join(typist, speakers, label)
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: speaking(speakers) == "กลุ่มหนึ่ง")
    assert speakers.floor.said() == "กลุ่มหนึ่ง"
    assert speakers.floor.timer.seconds is not None
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: speaking(speakers) == "กลุ่มสอง")
    typist.press(Qt.Key.Key_E, text="e")
    typist.until(lambda: speaking(speakers) == "")
    assert [label for label, _ in waiting(speakers)] == ["กลุ่มสาม"]
    typist.press(Qt.Key.Key_E, text="e")
    assert typist.said() == typist.window.words("speakers.nobody_speaks")


def test_enter_gives_the_floor_out_of_turn_and_delete_leaves_with_a_reason(
    typist: Typist, speakers: SpeakersView
) -> None:
    for label in ("กลุ่มหนึ่ง", "กลุ่มสอง"):
        join(typist, speakers, label)
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    typist.until(lambda: speaking(speakers) == "กลุ่มสอง")
    typist.press(Qt.Key.Key_Delete)
    typist.type("กลับก่อน")
    typist.enter()
    typist.until(lambda: waiting(speakers) == [])
    assert QApplication.focusWidget() is speakers.queue


def test_the_timer_turns_amber_past_the_limit_set(typist: Typist, speakers: SpeakersView) -> None:
    join(typist, speakers, "กลุ่มหนึ่ง")
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: speaking(speakers) == "กลุ่มหนึ่ง")
    assert not speakers.floor.timer.is_over
    speakers.limit.setFocus()
    speakers.limit.selectAll()
    typist.type("๑")
    typist.enter()
    assert speakers.floor.limit == 60
    assert QApplication.focusWidget() is speakers.queue
    page = speakers.page
    page.look_up(lambda desk: [desk.clock() for _ in range(90)], lambda _: speakers.reload())
    typist.until(lambda: speakers.floor.timer.is_over)
    assert speakers.floor.timer.over


def test_the_limit_is_kept_for_the_forum(typist: Typist, speakers: SpeakersView) -> None:
    speakers.limit.setFocus()
    speakers.limit.selectAll()
    typist.type("5")
    speakers.limit.setText("3")
    speakers.limit.forum_opened()
    typist.until(lambda: speakers.limit.seconds() == 300)


def test_who_was_heard_least_stands_first(typist: Typist, speakers: SpeakersView) -> None:
    assert "ภาครัฐ" in speakers.silent.said()
    join(typist, speakers, "ทดสอบ")
    typist.press(Qt.Key.Key_Space, text=" ")
    typist.until(lambda: speaking(speakers) == "ตลาดเก่า")
    join(typist, speakers, "ภาครัฐ")
    typist.until(lambda: len(speakers.shares.said()) == 2)
    first, second = speakers.shares.said()
    assert first.startswith("ภาครัฐ")
    assert second.startswith("ประชาชนทั่วไป")


def test_sectors_without_room_for_a_line_are_told_by_their_number(speakers: SpeakersView) -> None:
    shares = tuple(
        SectorBalance(sector=f"s{at}", turns=1, seconds=60 * at, waiting=0) for at in range(9)
    )
    board = speakers.shares
    board.show_shares(shares, {})
    board.resize(400, 9 * 25)
    assert board.lines_shown() == 9
    board.resize(400, 5 * 25 + 10)
    assert board.lines_shown() == 4


def test_half_typed_words_stay_while_another_view_is_in_front(
    typist: Typist, speakers: SpeakersView
) -> None:
    typist.type("กลุ่มที่")
    typist.press(Qt.Key.Key_1, CTRL)
    typist.press(Qt.Key.Key_2, CTRL)
    assert speakers.box.line.text() == "กลุ่มที่"


def test_offers_put_an_exact_place_before_people_and_the_words_last() -> None:
    pack = make_pack()
    exact = offers("ตลาดเก่า", (), pack)
    assert [offer.label for offer in exact] == ["ตลาดเก่า"]
    alias = offers("ริมน้ำตอน", (), pack)
    assert [(offer.label, offer.is_typed) for offer in alias] == [
        ("ริมน้ำ 1", False),
        ("ริมน้ำตอน", True),
    ]
    assert offers("  ", (), pack) == ()
