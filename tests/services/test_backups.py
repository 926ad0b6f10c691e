"""Copies that make themselves: verified, in two places, few, and each opens what it held."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop import services
from forum_desktop.db.rotation import NEWEST, kept
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import Forum
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.services.desk import Desk
from tests.factory import make_pack

NOW = datetime(2026, 6, 15, 14, 30, tzinfo=UTC)
MOMENTS = st.lists(st.integers(-60 * 24 * 60, 60), max_size=80).map(
    lambda minutes: {NOW + timedelta(minutes=one) for one in minutes}
)


@given(moments=MOMENTS)
def test_what_is_kept_is_the_newest_of_each_hour_and_day_and_few(moments: set[datetime]) -> None:
    staying = kept(moments, NOW)
    assert staying <= moments
    assert set(sorted(moments, reverse=True)[:NEWEST]) <= staying
    assert len(staying) <= NEWEST + 24 + 31
    for day in {one.date() for one in moments if NOW - timedelta(days=30) <= one <= NOW}:
        of_day = [one for one in moments if one.date() == day and one <= NOW]
        assert max(of_day) in staying
    assert kept(staying, NOW) == staying


class Hand:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW.astimezone()

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def desk(tmp_path: Path, clock: Hand) -> Iterator[Desk]:
    opened = services.start.open_desk(tmp_path / "data", "tester", clock)
    yield opened
    opened.close()


@pytest.fixture
def forum(desk: Desk) -> Forum:
    return services.forums.create_forum(desk, make_pack())


def _say(desk: Desk, forum: Forum, text: str) -> Opinion:
    return services.opinions.capture_opinion(desk, forum.id, text=text, kind=OpinionKind.NEED)


def test_a_copy_is_made_only_where_something_was_done(desk: Desk, forum: Forum) -> None:
    assert services.backups.make_if_changed(desk) is not None
    assert services.backups.make_if_changed(desk) is None
    _say(desk, forum, "ใหม่")
    assert services.backups.make_if_changed(desk) is not None


def test_copies_of_a_long_day_stay_few_and_each_opens(
    desk: Desk, forum: Forum, clock: Hand, tmp_path: Path
) -> None:
    for number in range(20):
        _say(desk, forum, f"ถ้อยคำ {number}")
        services.backups.make_backup(desk)
        clock.now += timedelta(minutes=10)
    state = services.backups.read_state(desk)
    assert NEWEST <= len(state.backups) <= NEWEST + 5
    assert state.backups[0].made_at > state.backups[-1].made_at
    services.storage.restore(tmp_path / "other", state.backups[0].path)
    other = services.start.open_desk(tmp_path / "other")
    with other.look() as look:
        assert len(look.all(Opinion)) == 20
    other.close()


def test_the_second_place_gets_the_same_and_its_absence_is_told_calmly(
    desk: Desk, forum: Forum, clock: Hand, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    services.backups.choose_second_place(desk, stick)
    made = services.backups.make_backup(desk)
    assert {one.path.parent for one in made.made} == {desk.database.folder / "backups", stick}
    stick.rename(tmp_path / "pulled-out")
    clock.now += timedelta(minutes=10)
    made = services.backups.make_backup(desk)
    assert made.is_second_missing
    assert len(made.made) == 1
    (tmp_path / "pulled-out").rename(stick)
    clock.now += timedelta(minutes=10)
    assert not services.backups.make_backup(desk).is_second_missing
    assert services.backups.read_state(desk).is_second_there


def test_places_that_are_none_are_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="place_not_there"):
        services.backups.choose_second_place(desk, tmp_path / "nowhere")
    with pytest.raises(Refusal, match="place_is_ours"):
        services.backups.choose_second_place(desk, desk.database.folder)


def test_other_files_in_the_second_place_are_never_touched(
    desk: Desk, forum: Forum, clock: Hand, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    others = {name: f"{name}".encode() for name in ("forum-x.db", "photo.jpg", "forum.db")}
    for name, content in others.items():
        (stick / name).write_bytes(content)
    services.backups.choose_second_place(desk, stick)
    for _ in range(12):
        _say(desk, forum, "คำ")
        services.backups.make_backup(desk)
        clock.now += timedelta(minutes=1)
    assert {name: (stick / name).read_bytes() for name in others} == others
