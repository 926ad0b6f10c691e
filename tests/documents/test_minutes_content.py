"""What the minutes say, and what they leave out, from the facts they are given."""

from dataclasses import replace

import pytest

from forum_desktop.documents.house.plan_order import in_plan_order
from forum_desktop.documents.minutes import render
from forum_desktop.records.identity import same_id
from forum_desktop.records.minutes import MinutesStatus
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import AgendaKind, DocumentSettings, LevelNames
from forum_desktop.wording import Wording
from tests.documents.factory import PLAN, make_content, make_opinion, with_settings
from tests.documents.minutes_reading import read
from tests.documents.reading import pypdf_pages, squeezed


def test_parts_stand_in_the_order_of_the_form() -> None:
    text = read(make_content())
    labels = (
        "รายงานการประชุมประชาคม",
        "ครั้งที่๑/๒๕๖๙",
        "เมื่อวันพฤหัสบดีที่๑๒กุมภาพันธ์๒๕๖๙",
        "ณหอประชุม",
        "ผู้มาประชุม๑.นายสมหวัง",
        "ผู้ไม่มาประชุม๑.ว่าที่ร้อยตรี",
        "ผู้เข้าร่วมประชุม",
        "บัญชีรายชื่อเก็บไว้ที่เทศบาลเมืองน้ำปั่น",
        "เริ่มประชุมเวลา๐๙.๓๐น.",
        "ระเบียบวาระที่๑เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "ระเบียบวาระที่๕เรื่องอื่นๆ",
        "เลิกประชุมเวลา๑๒.๐๕น.",
        "ผู้จดรายงานการประชุม",
        "ผู้ตรวจรายงานการประชุม",
    )
    places = [text.find(label) for label in labels]
    assert -1 not in places
    assert places == sorted(places)


def test_the_plan_is_listed_in_its_exact_words() -> None:
    text = read(make_content())
    for name, approaches in PLAN.items():
        for words in (name, *approaches):
            assert squeezed(words) in text


def test_level_names_are_those_of_the_pack() -> None:
    content = make_content()
    levels = LevelNames(strategy="ประเด็นการพัฒนา", approach="กลยุทธ์")
    text = read(replace(content, pack=replace(content.pack, levels=levels)))
    assert "ประเด็นการพัฒนาที่๑" in text
    assert "กลยุทธ์ที่๒.๒" in text
    assert "ยุทธศาสตร์" not in text


def test_a_strategy_nobody_spoke_to_says_so() -> None:
    text = read(make_content())
    assert "ยุทธศาสตร์ที่๓พัฒนาและรักษาคุณภาพสิ่งแวดล้อมไม่มีผู้แสดงความคิดเห็น" in text
    assert text.count("ไม่มีผู้แสดงความคิดเห็น") == 1


@pytest.mark.parametrize("kind", list(OpinionKind))
def test_every_kind_of_opinion_can_be_printed(kind: OpinionKind) -> None:
    assert "ถ้อยคำเดิม" in read(make_content(make_opinion("ถ้อยคำเดิม", kind=kind)))


def test_opinions_stand_once_each_under_their_approach() -> None:
    opinions = (
        make_opinion("ก", strategy=1, approach="1.2"),
        make_opinion("ข", strategy=1),
        make_opinion("ค"),
        make_opinion("ง", strategy=9),
        make_opinion("จ", strategy=2, approach="1.2"),
    )
    content = make_content(*opinions)
    chapters = in_plan_order(content.strategies, content.approaches, content.opinions)
    said = [[[o.text for o in part.items] for part in chapter.groups] for chapter in chapters]
    assert said == [[["ก"], ["ข"]], [["จ"]], [], [["ค", "ง"]]]


def test_complaints_are_counts_by_kind_only() -> None:
    text = read(make_content())
    assert "จำนวน๒๑เรื่อง" in text
    assert "ไฟฟ้าสาธารณะ๘" in text
    assert "ไม่มีเรื่องร้องเรียน" in read(replace(make_content(), complaints_by_kind=()))


def test_matter_without_an_agenda_item_is_not_lost() -> None:
    content = make_content()
    others = {AgendaKind.HEAR_OPINIONS, AgendaKind.OTHER}
    agenda = tuple(item for item in content.agenda if item.kind not in others)
    text = read(replace(content, agenda=agenda))
    assert "ความคิดเห็นและข้อเสนอแนะ" in text
    assert "งบประมาณปีนี้เหลือเท่าใด?" in text
    assert "ไฟฟ้าสาธารณะ๘" in text


def test_a_second_hearing_does_not_repeat_the_opinions() -> None:
    content = make_content()
    text = read(replace(content, agenda=content.agenda * 2))
    assert text.count("งบประมาณปีนี้เหลือเท่าใด?") == 1


def test_missing_facts_are_marked_never_invented() -> None:
    content = make_content()
    texts = replace(
        content.texts, meeting_number="", started_at=None, ended_at=None, recorder_name=""
    )
    text = read(replace(content, texts=texts, chair=None, members_present=()))
    for fact in ("ครั้งที่ประชุม", "เวลา", "ประธานในที่ประชุม", "รายชื่อผู้มาประชุม", "มติที่ประชุม"):
        assert f"[รอยืนยัน:{fact}]" in text
    assert "([รอยืนยัน:ชื่อผู้จดรายงานการประชุม])" in text


def test_zones_are_left_out_where_the_pack_has_none() -> None:
    content = make_content()
    assert "เขต๑๖๔๐" in read(content)
    assert "เขต" not in read(replace(content, pack=replace(content.pack, communities=())))


def test_digits_of_the_office_and_words_as_spoken() -> None:
    thai = read(make_content())
    assert "วางท่อ600มม." in thai
    assert "COVID-19โทร.043-221202" in thai
    arabic = read(with_settings(make_content(), DocumentSettings(thai_digits=False)))
    assert "ครั้งที่1/2569" in arabic
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(arabic)


def test_era_and_time_words_follow_the_settings() -> None:
    settings = DocumentSettings(era_word=True, time_word="นาฬิกา")
    text = read(with_settings(make_content(), settings))
    assert "กุมภาพันธ์พ.ศ.๒๕๖๙" in text
    assert "เริ่มประชุมเวลา๐๙.๓๐นาฬิกา" in text


def test_only_a_draft_is_marked_as_one() -> None:
    content = make_content()
    draft = squeezed("".join(pypdf_pages(render(content, Wording()))))
    assert "ร่างยังไม่ได้รับรอง" in draft
    certified = replace(content, texts=replace(content.texts, status=MinutesStatus.CERTIFIED))
    assert "ร่าง" not in squeezed("".join(pypdf_pages(render(certified, Wording()))))


def test_pages_are_numbered_from_the_second() -> None:
    pages = [squeezed(page) for page in pypdf_pages(render(make_content(), Wording()))]
    assert "-๑-" not in pages[0]
    assert "-๒-" in pages[1]
    assert "-๓-" in pages[2]


def test_english_labels_go_with_the_same_facts() -> None:
    text = read(make_content(), "en")
    for label in ("Minutesof", "Thursday12February2026(B.E.2569)", "Agendaitem1", "Strategy1"):
        assert label in text
    assert squeezed("ส่งเสริมคุณภาพชีวิตทุกช่วงวัย") in text


def test_agenda_titles_do_not_say_subject_twice() -> None:
    content = make_content()
    item = replace(content.agenda[0], id=same_id("x"), title="ความก้าวหน้าของโครงการ")
    text = read(replace(content, agenda=(item,)))
    assert "ระเบียบวาระที่๑เรื่องความก้าวหน้าของโครงการ" in text
