"""Projects as rows of the list, rankings that stand or were withdrawn, and how ties are parted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import new_id
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.priorities import RankedItem, RankingMethod
from forum_desktop.services.contents.minutes import minutes_of
from forum_desktop.services.contents.planned import _lines
from forum_desktop.services.desk import Desk
from forum_desktop.services.priorities import MOST_BAHT
from tests.factory import BANGKOK, FORUM_ID, make_pack


@pytest.fixture
def forum(desk: Desk) -> Forum:
    """Hold a forum of an invented municipality."""
    return services.forums.create_forum(desk, make_pack())


def wish(desk: Desk, forum: Forum, text: str = "ขอโครงการทางเท้า\nหน้าตลาด") -> Opinion:
    """Say what project is wished for."""
    approach = services.forums.read_overview(desk, forum.id).approaches[0]
    return services.opinions.capture_opinion(
        desk,
        forum.id,
        text=text,
        kind=OpinionKind.PROJECT,
        strategy_id=approach.strategy_id,
        approach_id=approach.id,
    )


def listed(desk: Desk, forum: Forum) -> list[str]:
    """Return the titles of the projects that the minutes print."""
    with desk.look() as look:
        content = minutes_of(look, forum, Edition.PUBLIC)
    return [project.title for project in content.projects]


def ranked(desk: Desk, forum: Forum, points: dict[str, int]) -> UUID:
    """Record a ranking by dots."""
    ranking = services.priorities.record_ranking(
        desk, forum.id, title="ลำดับ", method=RankingMethod.DOTS, points=points, voters=9, each=3
    )
    return ranking.id


def places(desk: Desk, forum: Forum) -> list[tuple[int, str]]:
    """Return the newest table."""
    table = services.priorities.list_rankings(desk, forum.id)[0].table
    return [(line.place, line.label) for line in table.lines]


def test_a_wish_becomes_a_project_once(desk: Desk, forum: Forum) -> None:
    said = wish(desk, forum)
    assert services.priorities.list_wishes(desk, forum.id) == (said,)
    made = services.priorities.propose_from_opinion(desk, said.id)
    assert (made.title, made.opinion_id) == ("ขอโครงการทางเท้า", said.id)
    assert (made.strategy_id, made.approach_id) == (said.strategy_id, said.approach_id)
    assert services.priorities.said_of(desk, made.id) == said
    assert services.priorities.list_wishes(desk, forum.id) == ()
    with pytest.raises(Refusal, match="already_proposed") as refused:
        services.priorities.propose_from_opinion(desk, said.id)
    assert refused.value.details == {"number": made.reference}


def test_a_withdrawn_project_leaves_every_list_and_its_wish_waits_again(
    desk: Desk, forum: Forum
) -> None:
    said = wish(desk, forum)
    made = services.priorities.propose_from_opinion(desk, said.id)
    assert listed(desk, forum) == [made.title]
    with pytest.raises(Refusal, match="empty"):
        services.priorities.withdraw_project(desk, made.id, " ")
    services.priorities.withdraw_project(desk, made.id, "เสนอซ้ำ")
    assert listed(desk, forum) == []
    assert services.priorities.list_projects(desk, forum.id) == ()
    assert services.priorities.list_wishes(desk, forum.id) == (said,)
    with pytest.raises(Refusal, match="is_withdrawn"):
        services.priorities.revise_project(desk, replace(made, title="ใหม่"))


def test_an_opinion_withdrawn_makes_no_project_and_takes_its_project_along(
    desk: Desk, forum: Forum
) -> None:
    kept, gone = wish(desk, forum), wish(desk, forum, "ลานกีฬา")
    for said in (kept, gone):
        services.priorities.propose_from_opinion(desk, said.id)
    services.opinions.withdraw_opinion(desk, gone.id, "พิมพ์ผิด")
    projects = services.priorities.list_projects(desk, forum.id)
    assert [project.title for project in projects] == listed(desk, forum) == ["ขอโครงการทางเท้า"]
    with pytest.raises(Refusal, match="stands_no_more"):
        services.priorities.propose_from_opinion(desk, gone.id)


def test_a_project_is_revised_but_keeps_its_number_and_origin(desk: Desk, forum: Forum) -> None:
    made = services.priorities.propose_from_opinion(desk, wish(desk, forum).id)
    typed = replace(
        made,
        title="  ทางเท้าหน้าตลาด ",
        budget=1_500_000,
        year=2027,
        target="๓๕๐ เมตร",
        reference="X",
        opinion_id=None,
    )
    kept = services.priorities.revise_project(desk, typed)
    assert kept == replace(
        typed, title="ทางเท้าหน้าตลาด", reference="A-P001", opinion_id=made.opinion_id
    )
    assert services.priorities.list_projects(desk, forum.id) == (kept,)


def test_an_approach_of_another_strategy_does_not_stay(desk: Desk, forum: Forum) -> None:
    plan = services.forums.read_overview(desk, forum.id)
    first = plan.approaches_of(plan.strategies[0].id)[0]
    alone = services.priorities.propose_project(desk, forum.id, title="ก", approach_id=first.id)
    assert alone.strategy_id == plan.strategies[0].id
    moved = replace(alone, strategy_id=plan.strategies[1].id)
    assert services.priorities.revise_project(desk, moved).approach_id is None


@pytest.mark.parametrize("budget", [-1, MOST_BAHT + 1])
def test_a_budget_that_cannot_be_is_refused(desk: Desk, forum: Forum, budget: int) -> None:
    with pytest.raises(Refusal, match=r"project\.budget"):
        services.priorities.propose_project(desk, forum.id, title="ก", budget=budget)
    assert services.priorities.list_projects(desk, forum.id) == ()


def test_projects_are_listed_by_strategy_the_unsorted_last(desk: Desk, forum: Forum) -> None:
    plan = services.forums.read_overview(desk, forum.id).strategies
    for title, strategy_id in (
        ("ง", None),
        ("ข", plan[1].id),
        ("ก", plan[0].id),
        ("ค", plan[1].id),
    ):
        services.priorities.propose_project(desk, forum.id, title=title, strategy_id=strategy_id)
    projects = services.priorities.list_projects(desk, forum.id)
    assert [project.title for project in projects] == ["ก", "ข", "ค", "ง"]


def test_a_ranking_keeps_how_it_was_made(desk: Desk, forum: Forum) -> None:
    project = services.priorities.propose_project(desk, forum.id, title="ท่อ")
    services.priorities.record_ranking(
        desk,
        forum.id,
        title="ลำดับ",
        method=RankingMethod.SCORES,
        points={"ท่อ": 14, "ไฟ": 9},
        voters=30,
        strategy_id=services.forums.read_overview(desk, forum.id).strategies[2].id,
        proposals={"ท่อ": project.id},
        details={"ท่อ": "5 4 3 2", "ไฟ": "1 2 3 3"},
    )
    (held,) = services.priorities.list_rankings(desk, forum.id)
    with desk.look() as look:
        items = {item.label: item for item in look.all(RankedItem, ranking_id=held.ranking.id)}
    assert items["ท่อ"].proposal_id == project.id
    assert items["ไฟ"].proposal_id is None
    assert items["ท่อ"].detail == "5 4 3 2"
    assert held.ranking.strategy_id is not None
    with pytest.raises(Refusal, match=r"ranking\.nothing"):
        ranked(desk, forum, {})


def test_a_withdrawn_ranking_is_in_no_document_and_on_no_screen(desk: Desk, forum: Forum) -> None:
    right, wrong = ranked(desk, forum, {"ไฟ": 2}), ranked(desk, forum, {"ท่อ": 3})
    services.priorities.withdraw_ranking(desk, wrong, "นับผิด")
    with desk.look() as look:
        printed = minutes_of(look, forum, Edition.PUBLIC).rankings
    assert [table.lines[0].label for table in printed] == ["ไฟ"]
    shown = services.hall.show_ranking(desk, forum.id)
    assert shown is not None
    assert shown.table.lines[0].label == "ไฟ"
    held = services.priorities.list_rankings(desk, forum.id)
    assert [(one.ranking.id, one.ranking.withdrawn) for one in held] == [
        (wrong, "นับผิด"),
        (right, ""),
    ]


def test_ties_are_told_and_parted_one_by_one(desk: Desk, forum: Forum) -> None:
    ranking_id = ranked(desk, forum, {"ก": 5, "ข": 5, "ค": 5, "ง": 1})
    assert services.priorities.list_rankings(desk, forum.id)[0].ties == ("ก", "ข", "ค")
    services.priorities.part_ties(desk, ranking_id, ["ค"])
    assert places(desk, forum) == [(1, "ค"), (2, "ก"), (2, "ข"), (4, "ง")]
    services.priorities.part_ties(desk, ranking_id, ["ค", "ข"])
    assert places(desk, forum) == [(1, "ค"), (2, "ข"), (3, "ก"), (4, "ง")]
    with pytest.raises(Refusal, match="no_tie"):
        services.priorities.part_ties(desk, ranking_id, ["ค", "ง"])


ITEMS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), min_size=1, max_size=12)


@given(ITEMS)
def test_places_follow_the_points(made: list[tuple[int, int]]) -> None:
    lines = list(_lines(items_of(made)))
    points = [line.points for line in lines]
    assert points == sorted(points, reverse=True)
    for line in lines:
        above = sum(other.points > line.points for other in lines)
        equal = sum(other.points == line.points for other in lines)
        assert above < line.place <= above + equal
    assert sum(points) == sum(count for count, _ in made)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_unparted_places_are_one_more_than_those_with_more_points(made: list[int]) -> None:
    for line in _lines(items_of((points, 0) for points in made)):
        assert line.place == 1 + sum(points > line.points for points in made)


def items_of(made: Iterable[tuple[int, int]]) -> list[RankedItem]:
    """Return things ranked, with these points and orders among equals."""
    moment = datetime(2021, 10, 14, 3, tzinfo=BANGKOK)
    return [
        RankedItem(
            id=new_id(moment),
            forum_id=FORUM_ID,
            ranking_id=FORUM_ID,
            label=f"{at}",
            points=points,
            tie_order=order,
        )
        for at, (points, order) in enumerate(made)
    ]


def test_the_official_words_are_whole() -> None:
    words = services.priorities.official_words()
    assert len(words.tie_rules) >= 3
    said = words.resolution.format(title="ลำดับ", place=1, first="ท่อ")
    assert "ลำดับ" in said
    assert "ท่อ" in said


def test_a_ranking_is_held_while_the_meeting_lasts_and_stays_once_it_is_certified(
    desk: Desk, forum: Forum
) -> None:
    record = services.priorities.record_ranking
    facts: dict[str, Any] = {"title": "เรียง", "method": RankingMethod.HANDS}
    kept = record(desk, forum.id, points={"ไฟ": 3, "ท่อ": 3}, **facts)
    wrong = record(desk, forum.id, points={"ไฟ": 1}, **facts)
    services.forums.open_forum(desk, forum.id)
    services.forums.close_forum(desk, forum.id)
    with pytest.raises(Refusal, match=r"ranking\.forum_closed"):
        record(desk, forum.id, points={"ไฟ": 2}, **facts)
    with pytest.raises(Refusal, match=r"ranking\.forum_closed"):
        services.priorities.part_ties(desk, kept.id, ("ท่อ",))
    services.priorities.withdraw_ranking(desk, wrong.id, "นับซ้ำ")
    project = services.priorities.propose_project(desk, forum.id, title="ทางเท้า")
    certify(desk, forum)
    for act in (
        lambda: services.priorities.withdraw_ranking(desk, kept.id, "นับซ้ำ"),
        lambda: services.priorities.propose_project(desk, forum.id, title="ทางเท้า"),
        lambda: services.priorities.revise_project(desk, replace(project, title="ถนน")),
        lambda: services.priorities.withdraw_project(desk, project.id, "ซ้ำ"),
    ):
        with pytest.raises(Refusal, match=r"minutes\.is_certified"):
            act()
    assert [one.ranking.withdrawn for one in services.priorities.list_rankings(desk, forum.id)] == [
        "นับซ้ำ",
        "",
    ]


def test_a_project_whose_opinion_went_to_the_complaint_desk_leaves_only_its_number(
    desk: Desk, forum: Forum
) -> None:
    said = wish(desk, forum, "ขอให้จัดการบ้านข้างเคียง")
    project = services.priorities.propose_from_opinion(desk, said.id)
    services.priorities.record_ranking(
        desk,
        forum.id,
        title="เรียง",
        method=RankingMethod.PAIRS,
        points={project.title: 0, "ไฟ": 1},
        proposals={project.title: project.id},
        details={"ไฟ": f"{project.title}\nท่อ"},
    )
    intake = ComplaintIntake(kind="light", subject="บ้าน", facts="บ้าน", first_name="ก")
    services.stream.move_to_complaints(desk, said.id, intake)
    (held,) = services.priorities.list_rankings(desk, forum.id)
    assert [line.label for line in held.table.lines] == ["ไฟ", project.reference]
    assert not services.priorities.list_projects(desk, forum.id)
    with desk.look() as look:
        details = {item.detail for item in look.all(RankedItem, forum_id=forum.id)}
    assert details == {"", f"{project.reference}\nท่อ"}
    assert project.title not in repr(listed(desk, forum))


def certify(desk: Desk, forum: Forum) -> None:
    """Let the meeting certify the minutes."""
    services.minutes.mark_checked(desk, forum.id)
    services.minutes.certify_minutes(desk, forum.id, on=forum.held_on, how="ที่ประชุมรับรอง")
