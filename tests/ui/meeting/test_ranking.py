"""Ranking by keyboard: four methods, refusals in place, ties, drafts, withdrawal, resolution."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from forum_desktop import services
from forum_desktop.records.forum import Forum
from forum_desktop.records.priorities import HeldRanking, RankedItem, RankingMethod
from forum_desktop.ui.main_window import MainWindow
from forum_desktop.ui.meeting.ranking.counting import CountTally
from forum_desktop.ui.meeting.ranking.pairing import PairTally
from forum_desktop.ui.meeting.ranking.scoring import ScoreTally
from forum_desktop.ui.meeting.ranking.view import RankingView
from forum_desktop.ui.news import Kind
from tests.factory import StepClock
from tests.ui.keyboard import ALT, CTRL, Typist
from tests.ui.meeting.meeting_room import come_to, look, unnamed

TITLES = ("ทางเท้า", "ลานกีฬา", "ท่อระบายน้ำ")


@pytest.fixture
def forum(forum: Forum, data_dir: Path) -> Forum:
    """Let three projects be proposed under two strategies, and five people be present."""
    desk = services.start.open_desk(data_dir, "tester", StepClock())
    plan = services.forums.read_overview(desk, forum.id).strategies
    for title, strategy in zip(TITLES, (plan[0], plan[0], plan[1]), strict=True):
        services.priorities.propose_project(desk, forum.id, title=title, strategy_id=strategy.id)
    for number in "กขคงจ":
        services.registration.register_walk_in(
            desk, forum.id, full_name=f"นาย{number} สมมติ", sector="people"
        )
    desk.close()
    return forum


@pytest.fixture
def view(typist: Typist) -> RankingView:
    """Come to the ranking."""
    return arrive(typist)


def test_dots_are_counted_by_keys_and_kept_with_who_and_how(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    assert view.setup.voters.text() == "5"
    typist.type("ลำดับโครงการ")
    choose(view, typist, 3)
    typist.press(Qt.Key.Key_F8)
    typist.type("7")
    typist.enter()
    typist.type("++-+")
    typist.press(Qt.Key.Key_Down)
    typist.type("๔")
    assert view.ballot.standing() == dict(zip(TITLES, (7, 2, 4), strict=True))
    assert view.sum.said() == typist.window.words("ranking.sum.dots", cast="13", most="15")
    typist.enter(CTRL)
    held = saved(view, typist, forum)
    assert table(held) == [(1, "ทางเท้า", 7), (2, "ท่อระบายน้ำ", 4), (3, "ลานกีฬา", 2)]
    assert (held.ranking.voters, held.ranking.each) == (5, 3)
    assert held.ranking.tie_rule == services.priorities.official_words().tie_rules[0]
    items = look(typist, lambda desk: items_of(desk, held))
    assert all(item.proposal_id is not None for item in items)
    assert typist.said() == typist.window.words("ranking.saved")
    shown = look(typist, lambda desk: services.hall.show_ranking(desk, forum.id))
    assert shown.table == held.table
    assert view.picking.chosen == ()
    assert view.ballot.counts == {}


def test_once_the_meeting_is_closed_it_is_told_before_and_after_the_count(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 2)
    look(typist, lambda desk: services.forums.open_forum(desk, forum.id))
    look(typist, lambda desk: services.forums.close_forum(desk, forum.id))
    typist.press(Qt.Key.Key_F8)
    typist.type("3")
    typist.enter(CTRL)
    told = typist.window.words("ranking.forum_closed")
    typist.until(lambda: typist.said() == told)
    assert view.ballot.counts == {"ทางเท้า": 3}
    assert not look(typist, lambda desk: services.priorities.list_rankings(desk, forum.id))
    view.page.news.announce(Kind.FORUM)
    typist.until(lambda: view.overview.forum.state.is_over)
    typist.press(Qt.Key.Key_1, CTRL)
    assert not typist.said()
    typist.press(Qt.Key.Key_3, CTRL)
    assert typist.said() == told


def test_more_dots_than_given_out_are_told_and_stay(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 2)
    typist.press(Qt.Key.Key_F8)
    typist.type("16")
    assert view.sum.property("tone") == "bad"
    typist.enter(CTRL)
    assert typist.said() == typist.window.words("points.too_many_dots", cast=16, most=15)
    assert view.ballot.counts == {"ทางเท้า": 16}
    assert view.setup.title.text() == "ลำดับ"
    typist.press(Qt.Key.Key_Backspace)
    typist.enter(CTRL)
    assert table(saved(view, typist, forum))[0] == (1, "ทางเท้า", 1)


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes of X11")
def test_digits_are_read_from_a_thai_layout(view: RankingView, typist: Typist) -> None:
    choose(view, typist, 2)
    typist.press(Qt.Key.Key_F8)
    typist.press(ord("ๅ"), text="ๅ", scan_code=10)
    typist.press(Qt.Key.Key_Minus, text="-", scan_code=12)
    assert view.ballot.count("ทางเท้า") == 13
    typist.press(ord("ช"), text="ช", scan_code=21)
    typist.press(ord("ช"), text="ช", scan_code=21)
    typist.press(ord("ข"), text="ข", scan_code=20)
    assert view.ballot.count("ทางเท้า") == 14


def test_hands_are_held_against_the_people_present(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.press(Qt.Key.Key_2, ALT)
    assert view.setup.method() is RankingMethod.HANDS
    view.setup.title.setFocus()
    typist.type("ยกมือ")
    choose(view, typist, 2)
    typist.press(Qt.Key.Key_F8)
    typist.type("6")
    typist.enter(CTRL)
    refused = typist.window.words("points.too_many_hands", label="ทางเท้า", count=6, voters=5)
    assert typist.said() == refused
    view.setup.voters.setFocus()
    typist.type("9")
    typist.enter(CTRL)
    held = saved(view, typist, forum)
    assert (held.ranking.method, held.ranking.voters) == (RankingMethod.HANDS, 9)
    assert held.ranking.each is None


def test_a_score_sheet_jumps_on_by_itself(view: RankingView, typist: Typist, forum: Forum) -> None:
    typist.type("ให้คะแนน")
    typist.press(Qt.Key.Key_3, ALT)
    choose(view, typist, 2)
    typist.press(Qt.Key.Key_F8)
    typist.type("5432")
    typist.type("9")
    typist.type("123")
    typist.enter(CTRL)
    assert typist.said() == typist.window.words("points.score_missing", label="ลานกีฬา")
    typist.type("๓")
    assert cast("ScoreTally", view.tally).lines[0].sum.said() == "14"
    typist.enter(CTRL)
    held = saved(view, typist, forum)
    assert table(held) == [(1, "ทางเท้า", 14), (2, "ลานกีฬา", 9)]
    items = look(typist, lambda desk: items_of(desk, held))
    assert [item.detail for item in items] == ["5 4 3 2", "1 2 3 3"]


def test_pairs_are_answered_by_arrows(view: RankingView, typist: Typist, forum: Forum) -> None:
    typist.type("เทียบคู่")
    typist.press(Qt.Key.Key_4, ALT)
    choose(view, typist, 3)
    typist.press(Qt.Key.Key_F8)
    tally = cast("PairTally", view.tally)
    assert tally.pair == (TITLES[0], TITLES[1])
    typist.press(Qt.Key.Key_Left)
    typist.press(Qt.Key.Key_Left)
    typist.enter(CTRL)
    assert typist.said() == typist.window.words("points.pairs_open", count=1)
    typist.press(Qt.Key.Key_Backspace)
    assert tally.pair == (TITLES[0], TITLES[2])
    typist.press(Qt.Key.Key_Right)
    assert tally.pair == (TITLES[1], TITLES[2])
    words = typist.window.words
    assert tally.progress.said() == words("ranking.pairs_progress", done=2, whole=3)
    typist.press(Qt.Key.Key_Right)
    assert tally.question.said() == words("ranking.pairs_done")
    typist.enter(CTRL)
    held = saved(view, typist, forum)
    assert table(held) == [(1, TITLES[2], 2), (2, TITLES[0], 1), (3, TITLES[1], 0)]
    items = {item.label: item.detail for item in look(typist, lambda desk: items_of(desk, held))}
    assert items[TITLES[2]].split("\n") == [TITLES[0], TITLES[1]]


def test_too_many_pairs_are_told_in_the_tally(view: RankingView, typist: Typist) -> None:
    typist.press(Qt.Key.Key_4, ALT)
    view.picking.line.setFocus()
    for number in range(8):
        typist.type(f"เรื่อง {number}")
        typist.enter()
    tally = cast("PairTally", view.tally)
    said = typist.window.words("points.too_many_pairs", count=8, most=7)
    assert tally.question.said() == said
    assert not tally.sides[0].isVisible()


def test_typed_things_are_ranked_beside_projects(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    view.picking.line.setFocus()
    typist.type("  น้ำประปา  ")
    typist.enter()
    typist.type(TITLES[1])
    typist.enter()
    typist.press(Qt.Key.Key_F8)
    typist.type("3")
    typist.enter()
    typist.type("5")
    typist.enter(CTRL)
    held = saved(view, typist, forum)
    assert table(held) == [(1, TITLES[1], 5), (2, "น้ำประปา", 3)]
    items = {i.label: i.proposal_id for i in look(typist, lambda desk: items_of(desk, held))}
    assert items["น้ำประปา"] is None
    assert items[TITLES[1]] is not None


def test_a_strategy_offers_its_projects_only(view: RankingView, typist: Typist) -> None:
    typist.until(lambda: view.picking.list.records.rowCount() == 3)
    view.picking.scope.setFocus()
    typist.press(Qt.Key.Key_Down)
    assert [one.label for one in view.picking.list.records.rows()] == list(TITLES[:2])
    view.picking.list.setFocus()
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert view.ballot.labels == (TITLES[1],)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert not view.picking.chosen


def test_without_a_title_or_with_one_thing_nothing_is_saved(
    view: RankingView, typist: Typist
) -> None:
    words = typist.window.words
    typist.enter(CTRL)
    assert typist.said() == words("ranking.title_needed")
    typist.type("ลำดับ")
    typist.press(Qt.Key.Key_F8)
    assert typist.said() == words("ranking.too_few")
    typist.enter(CTRL)
    assert typist.said() == words("ranking.too_few")


def test_equal_points_are_told_and_parted_by_enter(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 3)
    typist.press(Qt.Key.Key_F8)
    for count in "442":
        typist.type(count)
        typist.enter()
    typist.enter(CTRL)
    held = saved(view, typist, forum)
    assert held.ties == TITLES[:2]
    assert typist.said() == typist.window.words("ranking.saved_tied", count=2)
    typist.press(Qt.Key.Key_Down)
    typist.enter()
    typist.until(lambda: places(view) == [(1, TITLES[1]), (2, TITLES[0]), (3, TITLES[2])])


def test_a_wrong_ranking_is_withdrawn_with_a_reason(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 2)
    typist.press(Qt.Key.Key_F8)
    typist.type("3")
    typist.enter(CTRL)
    saved(view, typist, forum)
    view.held.withdraw()
    typist.enter()
    assert typist.said() == typist.window.words("ask_line.needed")
    typist.type("นับผิด")
    typist.enter()
    typist.until(lambda: "นับผิด" in view.held.state.said())
    assert look(typist, lambda desk: services.hall.show_ranking(desk, forum.id)) is None


def test_the_resolution_and_its_votes_go_on_the_agenda_item(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 2)
    typist.press(Qt.Key.Key_F8)
    typist.type("3")
    typist.enter(CTRL)
    saved(view, typist, forum)
    typist.press(Qt.Key.Key_F9)
    typist.press(Qt.Key.Key_F9)
    assert "ทางเท้า" in view.resolving.text.toPlainText()
    assert view.resolving.votes is not None
    view.resolving.votes.fields["votes_for"].setFocus()
    for count in ("๔", "1", "0"):
        typist.type(count)
        typist.tab()
    view.resolving.text.setFocus()
    typist.enter(CTRL)
    typist.until(lambda: "มติ" in typist.said())
    agenda = look(typist, lambda desk: services.minutes.list_agenda(desk, forum.id))
    item = next(item for item in agenda if item.resolution)
    assert item.number == 4
    assert (item.votes_for, item.votes_against, item.votes_abstained) == (4, 1, 0)
    typist.press(Qt.Key.Key_Escape)
    assert view.side.currentWidget() is view.held


def test_after_a_restart_the_count_goes_on(
    window_on: Callable[[], MainWindow], view: RankingView, typist: Typist, qtbot: QtBot
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 2)
    view.picking.line.setFocus()
    typist.type("น้ำประปา")
    typist.enter()
    typist.press(Qt.Key.Key_F8)
    typist.type("7")
    again = Typist(window_on(), qtbot)
    again.until(lambda: again.window.overview is not None)
    view = arrive(again)
    again.until(lambda: view.ballot.labels == (*TITLES[:2], "น้ำประปา"))
    assert view.setup.title.text() == "ลำดับ"
    assert view.ballot.count(TITLES[0]) == 7
    assert cast("CountTally", view.tally).lines[0].box.text() == "7"
    assert again.said() == again.window.words("drafts.restored")


def test_pressing_save_twice_keeps_one_ranking(
    view: RankingView, typist: Typist, forum: Forum
) -> None:
    typist.type("ลำดับ")
    choose(view, typist, 2)
    typist.enter(CTRL)
    typist.enter(CTRL)
    saved(view, typist, forum)
    held = look(typist, lambda desk: services.priorities.list_rankings(desk, forum.id))
    assert len(held) == 1


def test_every_control_has_a_name_in_both_languages(view: RankingView, typist: Typist) -> None:
    choose(view, typist, 2)
    for method in RankingMethod:
        view.setup.choose(method)
        typist.window.change_language()
        assert unnamed(view) == []
    view.setup.choose(RankingMethod.SCORES)
    typist.window.change_language()
    heads = {label.text() for label in view.tally.findChildren(QLabel)}
    assert typist.window.words("ranking.criterion.severity") in heads


def arrive(typist: Typist) -> RankingView:
    """Come to the ranking, once its lists are read."""
    view = cast("RankingView", come_to(typist, "ranking"))
    typist.until(lambda: view.picking.list.records.rowCount() >= len(TITLES))
    typist.until(lambda: view.resolving.votes is not None)
    return view


def choose(view: RankingView, typist: Typist, count: int) -> None:
    """Take the first projects in, by keys."""
    view.picking.list.setFocus()
    for _ in range(count):
        typist.press(Qt.Key.Key_Space, text=" ")
        typist.press(Qt.Key.Key_Down)


def saved(view: RankingView, typist: Typist, forum: Forum) -> HeldRanking:
    """Return the newest ranking of the file, once it is shown."""
    typist.until(lambda: view.held.shown() is not None)
    typist.until(view.held.lines.hasFocus)
    held = look(typist, lambda desk: services.priorities.list_rankings(desk, forum.id))
    found: HeldRanking = held[0]
    return found


def table(held: HeldRanking) -> list[tuple[int, str, int]]:
    """Return the lines of a ranking."""
    return [(line.place, line.label, line.points) for line in held.table.lines]


def places(view: RankingView) -> list[tuple[int, str]]:
    """Return the places on the screen."""
    return [(line.place, line.label) for line in view.held.lines.records.rows()]


def items_of(desk: Any, held: HeldRanking) -> tuple[RankedItem, ...]:
    """Return what a ranking keeps of each thing."""
    with desk.look() as look_:
        found: tuple[RankedItem, ...] = look_.all(RankedItem, ranking_id=held.ranking.id)
    return found
