"""Figures: what is counted, in which stretch of time, for whom; and the table as a file."""

import csv
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.records.figures import CommunityState, Figure, FigureName
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import OpinionKind, Utterance
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services.desk import Desk
from tests.factory import make_pack


@pytest.fixture
def forum(desk: Desk) -> Forum:
    """Create a forum."""
    return services.forums.create_forum(desk, make_pack())


def _read(desk: Desk, forum: Forum, name: FigureName, minutes: int = 15) -> Figure:
    return services.figures.read_figure(desk, forum.id, name, minutes=minutes)


def _come(desk: Desk, forum: Forum, name: str, sector: str = "people", community: str = "") -> UUID:
    row = services.registration.register_walk_in(
        desk, forum.id, full_name=name, sector=sector, community=community
    )
    return row.attendee.id


def _say(desk: Desk, forum: Forum, strategy: int = 0, **facts: object) -> UUID:
    plan = services.forums.read_overview(desk, forum.id).strategies
    said = Utterance(
        text="ขอทางเท้า",
        kind=OpinionKind.NEED,
        strategy_id=plan[strategy - 1].id if strategy else None,
        **facts,  # type: ignore[arg-type]
    )
    return services.opinions.take_down(desk, forum.id, said).id


def test_what_was_said_stands_under_its_strategy_and_what_was_taken_back_does_not(
    desk: Desk, forum: Forum
) -> None:
    for strategy in (0, 1, 1, 3):
        _say(desk, forum, strategy)
    first, gone = _say(desk, forum, 2), _say(desk, forum, 2)
    services.stream.withdraw(desk, gone, "พิมพ์ผิด")
    services.stream.join(desk, (first, _say(desk, forum, 2)))
    figure = _read(desk, forum, FigureName.OVER_TIME)
    sums = [sum(row.counts[at] for row in figure.rows) for at in range(len(figure.series))]
    assert [one.number for one in figure.series] == [0, 1, 2, 3, 4, 5]
    assert sums == [1, 2, 1, 1, 0, 0]


@pytest.mark.parametrize("minutes", services.figures.STRETCHES)
def test_stretches_begin_on_the_clock_and_leave_no_hole(
    desk: Desk, forum: Forum, minutes: int
) -> None:
    desk_clock = desk.clock()
    for late in (0, 7, 52):
        at = desk_clock.replace(hour=9, minute=0) + timedelta(minutes=late)
        services.registration.register_walk_in(
            desk, forum.id, full_name=f"นาง{late} สมมติ", sector="people", at=at
        )
    rows = _read(desk, forum, FigureName.ARRIVALS, minutes).rows
    begun = [row.at for row in rows if row.at is not None]
    assert all(at.minute % minutes == 0 for at in begun)
    assert {b - a for a, b in pairwise(begun)} == {timedelta(minutes=minutes)}
    assert sum(row.total for row in rows) == 3
    assert len(rows) == {5: 11, 15: 4}[minutes]


def test_a_sector_is_its_speakers_or_the_one_spoken_for(desk: Desk, forum: Forum) -> None:
    _say(desk, forum, 1, speaker_id=_come(desk, forum, "นายกอ สมมติ", sector="state"))
    _say(desk, forum, 2, on_behalf_of="ประชาชนทั่วไป")
    _say(desk, forum, 2)
    rows = {row.name: row.counts for row in _read(desk, forum, FigureName.CROSSING).rows}
    assert rows == {
        "ประชาชนทั่วไป": (0, 0, 1, 0, 0, 0),
        "ภาครัฐ": (0, 1, 0, 0, 0, 0),
        "": (0, 0, 1, 0, 0, 0),
    }


def test_a_community_is_missing_then_silent_then_has_spoken(desk: Desk, forum: Forum) -> None:
    def states() -> dict[str, CommunityState | None]:
        rows = _read(desk, forum, FigureName.COMMUNITIES).rows
        return {row.name: row.state for row in rows}

    missing, silent, spoken = CommunityState
    assert states() == {"ริมน้ำ 1": missing, "ตลาดเก่า": missing}
    speaker = _come(desk, forum, "นายกอ สมมติ", community="ริมน้ำ 1")
    assert states() == {"ริมน้ำ 1": silent, "ตลาดเก่า": missing}
    said = _say(desk, forum, 1, speaker_id=speaker)
    assert states() == {"ริมน้ำ 1": spoken, "ตลาดเก่า": missing}
    services.supporting.support(desk, said, on_behalf_of="ตลาดเก่า")
    assert states() == {"ริมน้ำ 1": spoken, "ตลาดเก่า": spoken}


def test_the_newest_ranking_that_counts_is_shown_unless_another_is_wanted(
    desk: Desk, forum: Forum
) -> None:
    assert _read(desk, forum, FigureName.RANKING).is_empty
    held = [
        services.priorities.record_ranking(
            desk, forum.id, title=title, method=RankingMethod.HANDS, points={"ก": 3, "ข": top}
        )
        for title, top in (("แรก", 1), ("สอง", 9), ("ผิด", 5))
    ]
    services.priorities.withdraw_ranking(desk, held[2].id, "นับผิด")
    newest = _read(desk, forum, FigureName.RANKING)
    assert [one.title for one in newest.choices] == ["สอง", "แรก"]
    assert [(row.place, row.name, row.total) for row in newest.rows] == [(1, "ข", 9), (2, "ก", 3)]
    first = services.figures.read_figure(desk, forum.id, FigureName.RANKING, ranking=held[0].id)
    assert [row.name for row in first.rows] == ["ก", "ข"]


@pytest.mark.parametrize("name", list(FigureName))
def test_every_table_is_written_with_the_numbers_shown(
    desk: Desk, forum: Forum, tmp_path: Path, name: FigureName
) -> None:
    _say(desk, forum, 1, speaker_id=_come(desk, forum, "นายกอ สมมติ", community="ริมน้ำ 1"))
    services.priorities.record_ranking(
        desk, forum.id, title="แรก", method=RankingMethod.HANDS, points={"ก": 3}
    )
    figure = _read(desk, forum, name)
    written = services.figures.write_figure(desk, forum.id, figure, tmp_path / "table.csv")
    lines = list(csv.reader(written.read_text(encoding="utf-8-sig").splitlines()))[1:]
    assert len(lines) == len(figure.rows)
    for line, row in zip(lines, figure.rows, strict=True):
        assert " ".join(map(str, row.counts)) in " ".join(line)
    assert "สมมติ" not in written.read_text(encoding="utf-8-sig")
    sheet = services.figures.write_figure(desk, forum.id, figure, tmp_path / "table.xlsx")
    assert sheet.read_bytes().startswith(b"PK")
