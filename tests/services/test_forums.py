"""The forum from its pack to its closing, its station and its delegations."""

from dataclasses import replace
from pathlib import Path

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.forum import ForumState
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.services.desk import Desk
from tests.documents.composing import minutes_of
from tests.factory import StepClock, make_pack


@pytest.mark.parametrize("strategies", [1, 4, 5, 8, 9])
def test_a_forum_copies_its_whole_pack(desk: Desk, strategies: int) -> None:
    pack = make_pack(strategies)
    forum = services.forums.create_forum(desk, pack, station_name="โต๊ะ 1")
    overview = services.forums.read_overview(desk, forum.id)
    assert overview.pack == pack
    assert [item.name for item in overview.strategies] == [s.name for s in pack.strategies]
    assert [item.code for item in overview.approaches][:3] == ["1.1", "1.2", "2.1"][
        : strategies * 2
    ]
    assert (overview.station.letter, overview.station.name) == ("A", "โต๊ะ 1")
    assert services.start.glance(desk.database.folder) == (forum,)


def test_a_forum_goes_from_draft_to_closed_and_not_back(desk: Desk) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    assert forum.state is ForumState.DRAFT
    assert services.forums.open_forum(desk, forum.id).state is ForumState.OPEN
    assert services.forums.start_session(desk, forum.id).state is ForumState.IN_SESSION
    assert services.forums.close_forum(desk, forum.id).state is ForumState.CLOSED
    with pytest.raises(Refusal, match="state_refused"):
        services.forums.open_forum(desk, forum.id)


def test_opinions_without_a_strategy_are_left_only_for_a_reason(desk: Desk) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    services.forums.open_forum(desk, forum.id)
    said = services.opinions.capture_opinion(
        desk, forum.id, text="ขอไฟส่องสว่าง", kind=OpinionKind.NEED
    )
    with pytest.raises(Refusal, match="unsorted_left") as refused:
        services.forums.close_forum(desk, forum.id, unsorted_reason=" ")
    assert refused.value.details == {"count": 1}
    services.forums.close_forum(desk, forum.id, unsorted_reason="รอหารือ")
    content = minutes_of(desk, forum.id, Edition.PUBLIC)
    assert content.texts.unsorted_reason == "รอหารือ"
    texts = services.minutes.read_minutes_texts(desk, forum.id)
    services.minutes.save_minutes_texts(desk, replace(texts, unsorted_reason="", opening="เปิด"))
    assert services.minutes.read_minutes_texts(desk, forum.id).unsorted_reason == "รอหารือ"
    assert said.strategy_id is None


def test_where_all_is_sorted_no_reason_is_kept(desk: Desk) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    services.forums.open_forum(desk, forum.id)
    strategy = services.forums.read_overview(desk, forum.id).strategies[0]
    services.opinions.capture_opinion(
        desk, forum.id, text="ขอไฟ", kind=OpinionKind.NEED, strategy_id=strategy.id
    )
    closed = services.forums.close_forum(desk, forum.id, unsorted_reason="ไม่ใช้")
    assert services.forums.close_forum(desk, forum.id) == closed
    assert services.minutes.read_minutes_texts(desk, forum.id).unsorted_reason == ""


def test_two_forums_on_one_laptop_stay_apart(desk: Desk) -> None:
    one, two = (services.forums.create_forum(desk, make_pack()) for _ in range(2))
    services.registration.register_walk_in(desk, one.id, full_name="สมชาย", sector="people")
    assert services.registration.find_attendees(desk, two.id, "สมชาย") == ()
    assert services.forums.list_forums(desk) == (two, one)


def test_after_a_restore_numbers_go_on_under_another_letter(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "data", clock=StepClock())
    forum = services.forums.create_forum(desk, make_pack(), station_name="โต๊ะ 1")
    copy = services.storage.backup(desk, tmp_path / "copy.db")
    desk.close()
    services.storage.restore(tmp_path / "data", copy)
    desk = Desk.open(tmp_path / "data", clock=StepClock())
    station = services.forums.read_overview(desk, forum.id).station
    assert (station.letter, station.name) == ("A2", "โต๊ะ 1")
    assert services.storage.check(desk).is_sound
    desk.close()


def test_a_station_is_renamed_but_never_to_nothing(desk: Desk) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    assert services.forums.rename_station(desk, forum.id, " โต๊ะ  2 ").name == "โต๊ะ 2"
    with pytest.raises(Refusal, match="empty"):
        services.forums.rename_station(desk, forum.id, "")


def test_a_delegation_reaches_the_minutes(desk: Desk) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    chair, deputy = (row.attendee for row in services.delegations.list_members(desk, forum.id))
    with pytest.raises(Refusal, match="same_person"):
        services.delegations.delegate(
            desk, forum.id, delegator_id=chair.id, delegate_id=chair.id, task="รับฟัง"
        )
    services.delegations.delegate(
        desk, forum.id, delegator_id=chair.id, delegate_id=deputy.id, task="รับฟังความคิดเห็น"
    )
    content = minutes_of(desk, forum.id, Edition.PUBLIC)
    (printed,) = content.delegations
    assert (content.chair, printed.delegator, printed.delegate) == (chair, chair, deputy)
    assert [member.person for member in content.members_absent] == [chair, deputy]


def test_the_clerks_texts_are_kept(desk: Desk) -> None:
    forum = services.forums.create_forum(desk, make_pack())
    texts = services.minutes.read_minutes_texts(desk, forum.id)
    services.minutes.save_minutes_texts(desk, replace(texts, opening="ประธานกล่าวเปิด\x00"))
    item = services.minutes.list_agenda(desk, forum.id)[0]
    services.minutes.save_agenda_item(desk, replace(item, resolution="รับทราบ"))
    assert services.minutes.read_minutes_texts(desk, forum.id).opening == "ประธานกล่าวเปิด"
    assert services.minutes.list_agenda(desk, forum.id)[0].resolution == "รับทราบ"


def test_a_draft_survives_until_it_is_saved(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path)
    services.drafts.keep_draft(desk, "opinion", "พิมพ์ยังไม่")
    services.drafts.keep_draft(desk, "opinion", "พิมพ์ยังไม่เสร็จ")
    desk.close()
    desk = Desk.open(tmp_path)
    assert services.drafts.read_draft(desk, "opinion") == "พิมพ์ยังไม่เสร็จ"
    services.drafts.keep_draft(desk, "opinion", "")
    assert services.drafts.read_draft(desk, "opinion") == ""
    desk.close()
