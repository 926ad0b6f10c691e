"""Correcting an opinion as it was shown, and reading the list page by page."""

from dataclasses import replace
from datetime import date

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.opinion import Opinion, OpinionFilter, OpinionKind
from forum_desktop.records.overview import ForumOverview
from forum_desktop.services.desk import Desk
from tests.factory import make_pack


@pytest.fixture
def overview(desk: Desk) -> ForumOverview:
    forum = services.forums.create_forum(desk, make_pack())
    return services.forums.read_overview(desk, forum.id)


def said(desk: Desk, overview: ForumOverview, text: str) -> Opinion:
    return services.opinions.capture_opinion(
        desk, overview.forum.id, text=text, kind=OpinionKind.NEED
    )


def test_only_what_was_corrected_is_written(desk: Desk, overview: ForumOverview) -> None:
    shown = said(desk, overview, "ถนนชำรุด")
    services.stream.mark_urgent(desk, shown.id, 2)
    (edit,) = services.revising.revise(desk, shown, replace(shown, text="ถนนชำรุดมาก"))
    assert edit.after.text == "ถนนชำรุดมาก"
    assert edit.after.urgency == 2
    services.stream.reverse(desk, (edit,))
    assert services.revising.read_opinion(desk, shown.id) == replace(shown, urgency=2)


def test_everything_on_the_card_is_kept(desk: Desk, overview: ForumOverview) -> None:
    shown = said(desk, overview, "ถนนชำรุด")
    first, second = overview.approaches[:2]
    member = services.delegations.list_members(desk, overview.forum.id)[0].attendee
    corrected = replace(
        shown,
        kind=OpinionKind.PROBLEM,
        approach_id=first.id,
        other_approach_id=second.id,
        place="หน้าวัด",
        answer="จะเร่งซ่อม",
        answered_by=member.id,
        promise="ซ่อมให้แล้วเสร็จ",
        promised_until=date(2027, 5, 1),
    )
    (edit,) = services.revising.revise(desk, shown, corrected)
    assert edit.after == replace(corrected, strategy_id=first.strategy_id)


def test_what_cannot_be_is_refused_and_changes_nothing(desk: Desk, overview: ForumOverview) -> None:
    shown = said(desk, overview, "ถนนชำรุด")
    first = overview.approaches[0]
    for wrong, key in (
        (replace(shown, text=" "), "text.empty"),
        (replace(shown, other_approach_id=first.id), "opinion.needs_first_approach"),
        (replace(shown, promised_until=date(2027, 5, 1)), "opinion.promise_needed"),
    ):
        with pytest.raises(Refusal) as met:
            services.revising.revise(desk, shown, wrong)
        assert met.value.key == key
    assert services.revising.read_opinion(desk, shown.id) == shown


def test_an_act_becomes_an_edit(desk: Desk, overview: ForumOverview) -> None:
    shown = said(desk, overview, "ถนนชำรุด")
    edits = services.revising.edit_by(
        desk, shown.id, lambda: services.answering.confirm_wording(desk, shown.id)
    )
    services.stream.reverse(desk, edits)
    assert services.revising.read_opinion(desk, shown.id) == shown


def test_pages_follow_one_another_without_gap_or_repeat(
    desk: Desk, overview: ForumOverview
) -> None:
    kept = [said(desk, overview, f"เรื่องที่ {number}").id for number in range(23)]
    services.opinions.withdraw_opinion(desk, kept[11], "ซ้ำ")
    found, before = [], None
    while page := services.opinions.search_opinions(
        desk, overview.forum.id, OpinionFilter(), 5, before
    ):
        found += [row.opinion.id for row in page]
        before = found[-1]
    assert found == [one for one in reversed(kept) if one != kept[11]]
