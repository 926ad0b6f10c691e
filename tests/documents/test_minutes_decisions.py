"""Who presided, what was put first, and what was resolved by how many votes."""

from dataclasses import replace
from typing import Any

import pytest

from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import MinutesDelegation
from forum_desktop.records.pack import AgendaKind
from forum_desktop.records.priorities import RankingMethod
from tests.documents.factory import CHAIR, CLERK, DEPUTY, at, make_content
from tests.documents.full_minutes import make_full_agenda, make_full_content, make_rankings
from tests.documents.minutes_reading import read

RANKED = "ผลการจัดลำดับความสำคัญ"


def read_agenda(*agenda: AgendaItem, ranked: bool = True) -> str:
    rankings = make_rankings() if ranked else ()
    return read(replace(make_content(), agenda=agenda, rankings=rankings))


def read_handover(**changes: Any) -> str:
    content = make_content()
    return read(replace(content, delegations=(replace(content.delegations[0], **changes),)))


def test_a_delegation_names_both_hands_the_time_and_the_task() -> None:
    text = read(make_content())
    assert "เวลา๑๑.๓๐น.ประธานมอบหมายให้นางญี่ปุ่นฎีกาวงศ์รองนายกเทศมนตรี" in text
    assert "รับฟังความคิดเห็นจากทุกภาคส่วน" in text
    assert "ประธานในที่ประชุมแทน" not in text


def test_a_delegation_without_a_task_acts_in_place_of_the_named_person() -> None:
    text = read_handover(task="", delegator=DEPUTY)
    assert "น.นางญี่ปุ่นฎีกาวงศ์มอบหมายให้" in text
    assert "ทำหน้าที่แทน" in text


@pytest.mark.parametrize(
    ("task", "printed"),
    [
        ("", "ทำหน้าที่ประธานในที่ประชุมแทน"),
        ("ทำหน้าที่ประธานในที่ประชุมแทน", "ทำหน้าที่ประธานในที่ประชุมแทน"),
        ("รับฟังความคิดเห็น", "ทำหน้าที่ประธานในที่ประชุมแทนและรับฟังความคิดเห็น"),
    ],
)
def test_who_takes_the_chair_is_said_once(task: str, printed: str) -> None:
    text = read_handover(task=task, takes_chair=True)
    assert f"รองนายกเทศมนตรีเมืองน้ำปั่น{printed}ยุทธศาสตร์" in text


def test_the_chair_is_who_presides_by_then() -> None:
    text = read(make_full_content())
    assert "เวลา๑๑.๓๐น.ประธานมอบหมายให้นางญี่ปุ่นฎีกาวงศ์" in text
    acting = "นางญี่ปุ่นฎีกาวงศ์ประธานในที่ประชุมมอบหมายให้"
    assert f"เวลา๑๑.๔๐น.{acting}นางสาวปุณณดากตัญญู" in text
    assert f"เวลา๑๒.๐๐น.{acting}นายสมหวังธรรมรุ่งเรือง" in text


def test_who_handed_over_the_chair_is_named_like_anybody() -> None:
    handovers = tuple(
        MinutesDelegation(
            delegated_at=at(11, minute), delegator=CHAIR, delegate=to, task="", takes_chair=True
        )
        for minute, to in ((30, DEPUTY), (50, CLERK))
    )
    text = read(replace(make_content(), delegations=handovers))
    assert "เวลา๑๑.๕๐น.นายสมหวังธรรมรุ่งเรืองมอบหมายให้นางสาวปุณณดา" in text


def test_votes_stand_under_the_resolution_with_their_sum() -> None:
    text = read(make_full_content())
    resolved = "มติที่ประชุมที่ประชุมเห็นชอบร่างแผนพัฒนาท้องถิ่นพ.ศ.๒๕๗๑-๒๕๗๕"
    votes = "ผลการลงคะแนนเห็นชอบ๑,๐๑๒เสียงไม่เห็นชอบ๒๔เสียงงดออกเสียง๖๑เสียงรวม๑,๐๙๗เสียง"
    assert resolved + votes in text
    assert text.count("ผลการลงคะแนน") == 1


def test_votes_nobody_counted_are_not_told_as_none() -> None:
    vote = replace(make_full_agenda()[4], votes_abstained=None)
    text = read_agenda(vote)
    assert "ไม่เห็นชอบ๒๔เสียงรวม๑,๐๓๖เสียง" in text
    assert "งดออกเสียง" not in text


def test_a_vote_without_words_has_its_mark() -> None:
    other = replace(make_full_agenda()[4], kind=AgendaKind.OTHER, resolution=" \n")
    assert "มติที่ประชุม[รอยืนยัน:มติที่ประชุม]ผลการลงคะแนน" in read_agenda(other)


def test_nothing_proposed_is_told_as_resolved() -> None:
    hearing = replace(make_full_agenda()[3], resolution="")
    text = read(replace(make_full_content(), agenda=(hearing,)))
    assert "มติที่ประชุม" not in text
    assert "เสนอโครงการเพื่อประกอบการพิจารณาจำนวน๓โครงการ" in text


def test_a_ranking_tells_its_method_voters_ties_and_shared_places() -> None:
    text = read(make_full_content())
    made = "จัดลำดับโดยวิธีติดสติกเกอร์คนละ๓ดวงเวลา๑๑.๕๕น.ผู้ร่วมจัดลำดับ๑,๑๘๐คน"
    assert f"{RANKED}โครงการที่ควรทำก่อน{made}" in text
    assert "กรณีคะแนนเท่ากัน:ให้อยู่ลำดับเดียวกัน" in text
    assert "๑ปรับปรุงท่อระบายน้ำซอยบุหรี่เก่า๑,๒๐๔๒ร่วมลานกีฬา" in text
    assert "๒ร่วมอบรมอสม.เรื่องCPR๓๑๑๔ไฟส่องสว่าง" in text
    assert "ปัญหาเร่งด่วนจัดลำดับโดยวิธียกมือไม่มีรายการที่จัดลำดับ" in text


@pytest.mark.parametrize("method", list(RankingMethod))
def test_every_method_has_its_words(method: RankingMethod) -> None:
    ranking = replace(make_rankings()[0], method=method)
    assert "จัดลำดับโดยวิธี" in read(replace(make_content(), rankings=(ranking,)))


def test_rankings_stand_under_what_was_considered_after_the_hearing() -> None:
    *_, hearing, vote, other = make_full_agenda()
    before = replace(vote, id=other.id, title="เรื่องก่อนรับฟัง", resolution="ก่อน")
    text = read_agenda(before, hearing, vote, other)
    assert text.index("เรื่องร่างแผน") < text.index(RANKED) < text.index("เรื่องอื่นๆ")
    text = read_agenda(before, hearing, other)
    assert text.index("งบประมาณปีนี้เหลือเท่าใด?") < text.index(RANKED) < text.index("เรื่องอื่นๆ")
    text = read_agenda(before, other)
    assert text.index("เรื่องก่อนรับฟัง") < text.index(RANKED) < text.index("มติที่ประชุมก่อน")


def test_rankings_without_an_item_are_not_lost() -> None:
    other = make_full_agenda()[-1]
    text = read_agenda(other)
    assert text.count(RANKED) == 1
    assert RANKED not in read_agenda(other, ranked=False)
