"""A meeting held by its acts, and the minutes that tell of it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.records.documents import DocumentKind, DocumentOrder
from forum_desktop.records.forum import Forum
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.services.desk import Desk
from tests.documents.reading import pypdf_pages, squeezed
from tests.factory import StepClock, make_pack


@pytest.fixture
def forum(desk: Desk) -> Forum:
    return services.forums.create_forum(desk, make_pack())


def go_on(desk: Desk, minutes: int) -> None:
    clock = desk.clock
    assert isinstance(clock, StepClock)
    clock.now += timedelta(minutes=minutes)


def hear(desk: Desk, forum: Forum) -> None:
    """Let people speak: two say alike, one is supported, answered and read back."""
    strategy = services.forums.read_overview(desk, forum.id).strategies[0]

    def say(text: str) -> UUID:
        return services.opinions.capture_opinion(
            desk, forum.id, text=text, kind=OpinionKind.NEED, strategy_id=strategy.id
        ).id

    light, other = say("ขอไฟส่องสว่างในซอย"), say("ซอยมืดมาก")
    services.supporting.support(desk, light, on_behalf_of="ตลาดเก่า")
    services.supporting.support(desk, other)
    services.stream.join(desk, [light, other])
    (chair, deputy) = services.delegations.list_members(desk, forum.id)
    services.answering.answer(
        desk,
        light,
        "กองช่างรับไปสำรวจ",
        answered_by=deputy.attendee.id,
        promise="ติดตั้งไฟ 12 จุด",
        promised_until=date(2021, 12, 30),
    )
    services.answering.confirm_wording(desk, light)
    services.priorities.propose_project(
        desk,
        forum.id,
        title="โครงการไฟส่องสว่างในซอย",
        strategy_id=strategy.id,
        objective="เพื่อความปลอดภัย",
        budget=250000,
        year=2023,
    )
    services.delegations.delegate(
        desk,
        forum.id,
        delegator_id=chair.attendee.id,
        delegate_id=deputy.attendee.id,
        task="รับฟังความคิดเห็น",
        takes_chair=True,
    )


def decide(desk: Desk, forum: Forum, item_id: UUID) -> None:
    """Rank what was proposed and resolve."""
    services.rankings.record_ranking(
        desk,
        forum.id,
        title="โครงการที่ควรทำก่อน",
        method=RankingMethod.DOTS,
        points={"โครงการไฟส่องสว่างในซอย": 41, "โครงการลานกีฬา": 19},
        voters=20,
        each=3,
        tie_rule="ให้อยู่ลำดับเดียวกัน",
    )
    items = {item.id: item for item in services.minutes.list_agenda(desk, forum.id)}
    voted = replace(
        items[item_id], resolution="เห็นชอบ", votes_for=18, votes_against=1, votes_abstained=1
    )
    services.minutes.save_agenda_item(desk, voted)


def hold(desk: Desk, forum: Forum) -> None:
    """Hold the meeting from nine o'clock, by its acts alone."""
    services.forums.start_session(desk, forum.id)
    first, *_, hearing, _last = services.minutes.list_agenda(desk, forum.id)
    services.agenda.take_up(desk, first.id)
    go_on(desk, 10)
    services.agenda.begin_break(desk, forum.id)
    go_on(desk, 5)
    services.agenda.take_up(desk, hearing.id)
    go_on(desk, 10)
    hear(desk, forum)
    go_on(desk, 5)
    decide(desk, forum, hearing.id)
    go_on(desk, 10)
    services.forums.close_forum(desk, forum.id)


def read_minutes(desk: Desk, forum: Forum, edition: Edition) -> str:
    order = DocumentOrder(kind=DocumentKind.MINUTES, edition=edition)
    made = services.documents.render_document(desk, forum.id, order)
    return squeezed("".join(pypdf_pages(made)))


@pytest.mark.parametrize("edition", Edition)
def test_the_minutes_tell_what_the_meeting_did(desk: Desk, forum: Forum, edition: Edition) -> None:
    hold(desk, forum)
    text = read_minutes(desk, forum, edition)
    for told in (
        "(เริ่มเวลา ๐๙.๐๐ น. เสร็จสิ้นเวลา ๐๙.๑๕ น.)",
        "เวลา ๐๙.๑๐ น. พักการประชุม และประชุมต่อเวลา ๐๙.๑๕ น.",
        "(เริ่มเวลา ๐๙.๑๕ น. เสร็จสิ้นเวลา ๐๙.๔๐ น.)",
        "ขอไฟส่องสว่างในซอย",
        "มีผู้เห็นด้วย ๒ ราย  รวมความเห็นทำนองเดียวกันไว้ ๑ ข้อ  อ่านทวนแล้ว ผู้พูดยืนยันข้อความ",
        "กองช่างรับไปสำรวจ",
        "รับจะติดตั้งไฟ 12 จุด ภายในวันพฤหัสบดีที่ ๓๐ ธันวาคม ๒๕๖๔",
        "เวลา ๐๙.๒๕ น. ประธานมอบหมายให้",
        "คนละ ๓ ดวง  เวลา ๐๙.๓๐ น.  ผู้ร่วมจัดลำดับ ๒๐ คน",
        "กรณีคะแนนเท่ากัน: ให้อยู่ลำดับเดียวกัน",
        "มติที่ประชุม  เห็นชอบ",
        "เห็นชอบ ๑๘ เสียง",
        "วัตถุประสงค์: เพื่อความปลอดภัย",
        "๒๕๐,๐๐๐",
        "(พ.ศ. ๒๕๖๖)",
    ):
        assert squeezed(told) in text, told
    assert "ซอยมืดมาก" not in text
