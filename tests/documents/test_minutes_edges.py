"""Whatever is missing, huge or hostile: the minutes are made, and nothing vanishes."""

from dataclasses import replace
from typing import Any

import pytest

from forum_desktop.records.minutes import Edition, MinutesContent
from tests.documents.factory import PLAN, make_content, make_opinion
from tests.documents.full_minutes import make_full_content
from tests.documents.minutes_reading import read
from tests.documents.reading import squeezed


def emptied(content: MinutesContent) -> MinutesContent:
    """Return the content with nothing in it but the meeting itself."""
    blank: dict[str, Any] = dict.fromkeys(
        (
            "strategies",
            "approaches",
            "agenda",
            "members_present",
            "members_absent",
            "participants_by_sector",
            "participants_by_zone",
            "opinions",
            "delegations",
            "complaints_by_kind",
            "rankings",
            "projects",
            "attendees",
        ),
        (),
    )
    return replace(content, chair=None, **blank)


@pytest.mark.parametrize("edition", list(Edition))
def test_minutes_of_nothing_are_made_and_say_what_is_missing(edition: Edition) -> None:
    bare = emptied(replace(make_full_content(), edition=edition))
    bare = replace(bare, forum=replace(bare.forum, venue="", title="", municipality=""))
    text = read(bare)
    for fact in ("สถานที่ประชุม", "ระเบียบวาระการประชุม", "รายชื่อผู้มาประชุม", "ประธานในที่ประชุม"):
        assert f"[รอยืนยัน:{fact}]" in text
    assert "แนบท้าย" not in text
    assert "ผู้เข้าร่วมประชุมไม่มี" in text


def test_a_hearing_without_strategies_or_opinions_says_that_nobody_spoke() -> None:
    content = replace(make_content(), strategies=(), approaches=(), opinions=())
    assert read(content).count("ไม่มีผู้แสดงความคิดเห็น") == 1
    assert "แผนพัฒนาประกอบด้วย" not in read(content)


def test_a_hearing_without_opinions_says_so_of_every_strategy() -> None:
    text = read(replace(make_content(), opinions=()))
    assert text.count("ไม่มีผู้แสดงความคิดเห็น") == len(PLAN)


def test_without_an_agenda_everything_has_a_heading_of_its_own() -> None:
    text = read(replace(make_full_content(), agenda=()))
    heads = (
        "[รอยืนยัน:ระเบียบวาระการประชุม]",
        "แผนพัฒนาวิสัยทัศน์",
        "ความคิดเห็นและข้อเสนอแนะเวลา",
        "ผลการจัดลำดับความสำคัญโครงการที่ควรทำก่อน",
        "เรื่องร้องเรียนเทศบาลรับ",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("<b>หนา</b> &amp; <script>alert()</script> \\textbf{x}", "<script>alert()</script>"),
        ("%d {} {name} %(name)s", "%d{}{name}%(name)s"),
        ("(ข้อความ) Tj ET \\) endstream endobj", "TjET\\)endstreamendobj"),
        ("ยาว" * 3000, "ยาว"),
        ("ก" + "\u0e34\u0e49" * 300, "\u0e34\u0e49"),
        ("龍 ends", "[U+9F8D]ends"),
    ],
)
def test_words_are_printed_as_they_are_wherever_they_stand(words: str, part: str) -> None:
    content = make_full_content()
    project = replace(content.projects[0], title=words, place=words)
    line = replace(content.rankings[0].lines[0], label=words)
    ranking = replace(content.rankings[0], title=words, tie_rule=words, lines=(line,))
    item = replace(content.agenda[4], resolution=words, notes=words)
    made = replace(
        content,
        opinions=(make_opinion(words, answer=words),),
        projects=(project,),
        rankings=(ranking,),
        agenda=(*content.agenda[:4], item, content.agenda[5]),
    )
    times = max(1, squeezed(words).count(part))
    assert read(made).count(part) >= 9 * times


def test_a_huge_resolution_is_whole_and_keeps_its_votes() -> None:
    content = make_full_content()
    lines = [f"ข้อ {number} ที่ประชุมเห็นชอบให้ดำเนินการ" for number in range(300)]
    item = replace(content.agenda[4], resolution="\n\n".join(lines))
    text = read(replace(content, agenda=(item,)))
    assert "มติที่ประชุมข้อ๐ที่ประชุมเห็นชอบ" in text
    assert "ข้อ๒๙๙ที่ประชุมเห็นชอบให้ดำเนินการผลการลงคะแนน" in text


def test_a_name_beyond_all_measure_does_not_push_signatures_off_the_page() -> None:
    content = make_content()
    name = "ชื่อยาว" * 600
    texts = replace(content.texts, recorder_name=name, checker_position=name)
    text = read(replace(content, texts=texts))
    assert text.count(name) == 2
    assert "ผู้ตรวจรายงานการประชุม" in text
