"""What two laptops wrote apart is decided by a digit and undone by Ctrl+Z."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt

from forum_desktop import services
from forum_desktop.db.codec import field_types
from forum_desktop.db.tables import ENTITY_TYPES
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from forum_desktop.services.exchange.conflicts import _FACTS_UNASKED, _KINDS_UNASKED
from forum_desktop.sync.classes import CLASSES, SEALED
from forum_desktop.ui.exchange.conflicts.questions import Question
from forum_desktop.ui.exchange.conflicts.view import ConflictsView
from forum_desktop.ui.history.spelling import fact_name
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.pages import PageName
from forum_desktop.ui.viewed import ViewedPage
from forum_desktop.ui.words import Words
from forum_desktop.wording import LANGUAGES, LanguageCode, Wording
from tests.ui.exchange.laptops import ask, joined, make_pack
from tests.ui.keyboard import CTRL, Typist

exchange = services.exchange
HERE, THERE = "ของเครื่องนี้", "ของเครื่องอื่น"


def rewrite(desk: Desk, forum: Forum, text: str) -> bool:
    with desk.act() as act:
        (opinion,) = act.all(Opinion, forum_id=forum.id)
        act.put(replace(opinion, text=text))
    return True


def enter(desk: Desk, forum: Forum, phone: str) -> bool:
    services.registration.register_walk_in(
        desk, forum.id, full_name="นางสาวมานี ทดลอง", sector="people", phone=phone
    )
    return True


@pytest.fixture
def view(window: MainWindow, typist: Typist, forum: Forum, tmp_path: Path) -> ConflictsView:
    """Let two laptops rewrite one opinion and enter one person, and meet here."""
    stick, pack = tmp_path / "STICK", tmp_path / "venue.forumpack"
    stick.mkdir()
    say = services.opinions.capture_opinion
    ask(typist, lambda desk: say(desk, forum.id, text="เดิม", kind=OpinionKind.NEED))
    make_pack(typist, forum.id, pack)
    with joined(tmp_path / "b", pack, "ลงทะเบียน 1") as other:
        rewrite(other, forum, THERE)
        enter(other, forum, "")
        exchange.exchange_by(other, forum.id, stick)
    ask(typist, lambda desk: rewrite(desk, forum, HERE))
    ask(typist, lambda desk: enter(desk, forum, "0810000001"))
    ask(typist, lambda desk: exchange.exchange_by(desk, forum.id, stick))
    typist.visit(PageName.EXCHANGE)
    page = cast("ViewedPage", window.current)
    typist.press(Qt.Key.Key_2, CTRL)
    shown = page.current_view
    assert isinstance(shown, ConflictsView)
    typist.until(lambda: shown.list.records.rowCount() == 2)
    return shown


def text_of(typist: Typist, forum: Forum) -> str:
    (opinion,) = ask(typist, lambda desk: services.opinions.recent_opinions(desk, forum.id))
    return str(opinion.text)


def told(view: ConflictsView, row: int) -> str:
    records = view.list.records
    return str(records.data(records.index(row)))


def asked(view: ConflictsView) -> Question:
    question = view.list.chosen()
    assert question is not None
    return cast("Question", question)


def test_a_digit_decides_and_ctrl_z_takes_it_back(
    view: ConflictsView, typist: Typist, forum: Forum
) -> None:
    before = text_of(typist, forum)
    wanted = asked(view).sides(view.words)[1].says
    typist.press(Qt.Key.Key_2, text="2")
    typist.until(lambda: "ตัดสินแล้ว" in typist.said())
    assert text_of(typist, forum) == wanted
    assert "ตัดสินแล้ว" in told(view, 1) + told(view, 0)
    assert "รอตัดสิน 1 เรื่อง" in view.summary.said()
    typist.press(Qt.Key.Key_Z, CTRL)
    typist.until(lambda: "รอตัดสินใหม่" in typist.said())
    assert text_of(typist, forum) == before
    typist.visit(PageName.FORUM)
    typist.visit(PageName.EXCHANGE)
    typist.until(lambda: "รอตัดสิน 2 เรื่อง" in view.summary.said())


def test_both_values_stand_side_by_side_with_station_and_time(
    view: ConflictsView, typist: Typist
) -> None:
    sides = asked(view).sides(view.words)
    assert {side.says for side in sides} == {HERE, THERE}
    assert {side.place.split("  ·  ")[0] for side in sides} == {"เครื่อง A", "เครื่อง B"}
    assert all("14 ต.ค. 2564" in side.place for side in sides)
    assert [side.is_current for side in sides] == [True, False]
    assert [one.text() for one in view.sides.buttons] == ["1  ใช้ค่านี้", "2  ใช้ค่านี้"]


def test_one_person_entered_twice_is_merged_and_parted(
    view: ConflictsView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_End)
    facts = [fact for side in asked(view).sides(view.words) for fact in side.facts]
    differing = [name for name, _, differs in facts if differs]
    assert differing == ["โทรศัพท์", "โทรศัพท์"]
    typist.press(Qt.Key.Key_1, text="1")
    typist.until(lambda: "ตัดสินแล้ว" in typist.said())
    twins = ask(typist, lambda desk: exchange.list_pairs(desk, forum.id))
    assert twins == ()
    typist.press(Qt.Key.Key_Z, CTRL)
    typist.until(lambda: "รอตัดสินใหม่" in typist.said())
    assert len(ask(typist, lambda desk: exchange.list_pairs(desk, forum.id))) == 1


def test_two_people_are_kept_apart_until_that_is_taken_back(
    view: ConflictsView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_End)
    typist.press(Qt.Key.Key_2, text="2")
    typist.until(lambda: "ตัดสินแล้ว" in typist.said())
    assert ask(typist, lambda desk: exchange.list_pairs(desk, forum.id)) == ()
    typist.press(Qt.Key.Key_End)
    typist.press(Qt.Key.Key_1, text="1")
    assert "Ctrl+Z" in typist.said()
    typist.press(Qt.Key.Key_Z, CTRL)
    typist.until(lambda: "รอตัดสินใหม่" in typist.said())
    assert len(ask(typist, lambda desk: exchange.list_pairs(desk, forum.id))) == 1


def test_all_decided_is_said(view: ConflictsView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_1, text="1")
    typist.until(lambda: "รอตัดสิน 1 เรื่อง" in view.summary.said())
    typist.press(Qt.Key.Key_1, text="1")
    typist.until(lambda: view.summary.said() == "ไม่มีเรื่องรอตัดสิน")
    assert [told(view, row).split()[-1] for row in range(2)] == ["ตัดสินแล้ว"] * 2


def test_a_digit_without_a_value_does_nothing(
    view: ConflictsView, typist: Typist, forum: Forum
) -> None:
    before = text_of(typist, forum)
    typist.press(Qt.Key.Key_3, text="3")
    assert text_of(typist, forum) == before
    assert typist.said() == ""
    assert "รอตัดสิน 2 เรื่อง" in view.summary.said()


def test_it_speaks_the_other_language(view: ConflictsView, typist: Typist) -> None:
    typist.window.change_language()
    assert view.summary.said() == "2 to decide"
    assert "to decide" in told(view, 0)
    assert view.sides.buttons[0].text() == "1  take this one"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_that_is_asked_has_a_name(language: LanguageCode) -> None:
    words = Words(Wording(language))
    for kind, record_type in ENTITY_TYPES.items():
        if kind in _KINDS_UNASKED or CLASSES.get(kind) == SEALED:
            continue
        for fact in field_types(record_type).keys() - _FACTS_UNASKED - {"id", "forum_id"}:
            assert not fact_name(words, kind, fact).startswith("history."), (kind, fact)
