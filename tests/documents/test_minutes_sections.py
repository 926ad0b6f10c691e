"""What is left out is left out whole, and nothing else is."""

import io
from dataclasses import replace

import pypdf
import pytest

from forum_desktop.documents.minutes import render
from forum_desktop.records.minutes import Edition, MinutesSection, MinutesStatus
from forum_desktop.wording import Wording
from tests.documents.factory import make_content
from tests.documents.full_minutes import make_full_content
from tests.documents.minutes_reading import read
from tests.documents.reading import squeezed

WATERMARK = b"0.92 g"
"""The grey that only the word across a draft is drawn in."""

TRACES = {
    MinutesSection.PLAN: ("วิสัยทัศน์", "แผนพัฒนาประกอบด้วย", "๓.๑พัฒนา"),
    MinutesSection.ANSWERS: ("คำชี้แจง", "กองช่างรับไปสำรวจ"),
    MinutesSection.RANKING: ("จัดลำดับ", "๒ร่วม", "โครงการที่ควรทำก่อน"),
    MinutesSection.PROJECTS: ("บัญชีโครงการ", "NP69-P-0001-K", "เสนอโครงการเพื่อ"),
    MinutesSection.COMPLAINTS: ("เรื่องร้องเรียน", "ไฟฟ้าสาธารณะ"),
    MinutesSection.ATTENDEES: ("บัญชีรายชื่อแนบท้าย", "นายฟ้าใส"),
}
"""What each section, and no other, prints of the full minutes."""


@pytest.mark.parametrize("section", list(MinutesSection))
def test_a_section_left_out_leaves_no_trace_and_takes_nothing_along(
    section: MinutesSection,
) -> None:
    content = make_full_content()
    whole = read(content)
    text = read(replace(content, sections=content.sections - {section}))
    for other, traces in TRACES.items():
        for trace in traces:
            assert trace in whole
            assert (trace in text) == (other is not section), trace


def test_every_opinion_stays_whatever_is_left_out() -> None:
    content = replace(make_full_content(), sections=frozenset())
    text = read(content)
    for opinion in content.opinions:
        assert squeezed(opinion.text) in text


def test_the_list_is_named_as_attached_only_where_it_is() -> None:
    kept, attached = "บัญชีรายชื่อเก็บไว้ที่เทศบาลเมืองน้ำปั่น", "รายละเอียดตามบัญชีรายชื่อแนบท้าย"
    full = make_full_content()
    assert attached in read(full)
    for content in (
        make_content(),
        replace(full, edition=Edition.PUBLIC),
        replace(full, attendees=()),
        replace(full, sections=full.sections - {MinutesSection.ATTENDEES}),
    ):
        text = read(content)
        assert kept in text
        assert "แนบท้าย" not in text.replace("บัญชีโครงการแนบท้าย", "").replace("เอกสารแนบท้าย", "")


def test_a_lone_annex_has_no_number() -> None:
    full = make_full_content()
    assert "เอกสารแนบท้าย๒บัญชีโครงการ" in read(full)
    assert "เอกสารแนบท้ายบัญชีโครงการ" in read(replace(full, attendees=()))


def test_members_stand_in_the_body_and_not_again_in_the_list() -> None:
    text = read(make_full_content())
    annexed = text.split("เอกสารแนบท้าย๑")[1].split("เอกสารแนบท้าย๒")[0]
    assert "จำนวน๔คน๑นาย" in annexed
    assert "สมหวัง" not in annexed
    assert "ผู้เข้าร่วมประชุมจำนวนทั้งสิ้น๑๒คน" in text
    assert "๑๒ว่าที่ร.ต.ณัฏฐ์" in annexed


def test_people_stand_by_zone_and_then_as_in_a_dictionary() -> None:
    text = read(make_full_content(people=6)).split("เอกสารแนบท้าย๑")[1]
    order = ("เขต๑จำนวน๒คน", "ไกรสร", "ฟ้าใส", "เขต๒", "กัลยา", "น้ำผึ้ง", "ไม่ระบุเขต", "เกศินี")
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_budget_nobody_named_is_not_told_as_zero() -> None:
    text = read(make_full_content())
    assert "ตู้หนังสือชุมชน(NP69-P-0003-K)ชุมชนศรีน้ำปั่น2–รวม๓โครงการ๒,๐๘๒,๘๒๐" in text
    bare = replace(make_full_content().projects[2])
    assert "รวม๑โครงการ–" in read(replace(make_full_content(), projects=(bare,)))


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (MinutesStatus.DRAFT, "ร่างยังไม่ได้รับรอง"),
        (MinutesStatus.CHECKED, "ตรวจแล้วยังไม่ได้รับรอง"),
        (MinutesStatus.CERTIFIED, ""),
    ],
)
def test_every_page_tells_its_status(status: MinutesStatus, label: str) -> None:
    content = make_content()
    content = replace(content, texts=replace(content.texts, status=status))
    for page in pypdf.PdfReader(io.BytesIO(render(content, Wording()))).pages:
        text, drawn = squeezed(page.extract_text()), page.get_contents()
        assert label in text
        assert ("ยังไม่ได้รับรอง" in text) == bool(label)
        assert drawn is not None
        assert (WATERMARK in drawn.get_data()) == bool(label)


def test_certified_minutes_tell_when_and_how() -> None:
    text = read(make_full_content())
    line = "รายงานการประชุมนี้ได้รับการรับรองแล้วเมื่อวันพุธที่๑๑มีนาคม๒๕๖๙ในการประชุมครั้งถัดไป"
    assert line in text
    assert "ได้รับการรับรองแล้ว" not in read(make_content())
    bare = replace(make_full_content().texts, certified_on=None, certified_how="")
    unsaid = read(replace(make_full_content(), texts=bare))
    assert "[รอยืนยัน:วันที่รับรองรายงานการประชุม][รอยืนยัน:วิธีรับรองรายงานการประชุม]" in unsaid
