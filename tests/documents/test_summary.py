"""The summary for the mayor: one page whatever happened, every figure on it, no name but one."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.house.watching import Watch
from forum_desktop.documents.summary import render
from forum_desktop.documents.summary.measures import fold
from forum_desktop.documents.summary.rendering import bounded_frame, fit_page
from forum_desktop.errors import Cancelled
from forum_desktop.records.documents import SummaryContent
from forum_desktop.records.minutes import CountRow, Edition, MinutesStatus
from forum_desktop.records.pack import DocumentSettings
from forum_desktop.wording import Wording
from tests.documents.small_factory import (
    COMPLAINTS,
    SECTORS,
    counts,
    make_decision,
    make_ranking,
    make_summary,
)
from tests.documents.small_reading import (
    golden,
    page_sizes,
    phrases_of,
    read_by_both,
    readable,
)

LONG = "ส่งเสริมระบบเศรษฐกิจฐานราก การท่องเที่ยวเชิงวัฒนธรรม และโครงสร้างพื้นฐานของเมืองอย่างยั่งยืน "
A4 = (210, 297)

NAMES = st.one_of(
    st.sampled_from([name for name, _, _ in SECTORS]),
    st.integers(1, 4).map(lambda times: (LONG * times).strip()),
    st.text(max_size=60),
)
ROWS = st.builds(
    CountRow,
    label=NAMES,
    count=st.integers(0, 99_999),
    expected=st.none() | st.integers(0, 99_999),
)
CONTENTS = st.builds(
    make_summary,
    by_sector=st.lists(ROWS, max_size=22).map(tuple),
    by_zone=st.lists(ROWS, max_size=12).map(tuple),
    opinions_by_strategy=st.lists(ROWS, max_size=12).map(tuple),
    opinions_by_kind=st.lists(ROWS, max_size=6).map(tuple),
    complaints_by_kind=st.lists(ROWS, max_size=18).map(tuple),
    rankings=st.lists(st.builds(make_ranking, NAMES), max_size=4).map(tuple),
    resolutions=st.lists(st.builds(make_decision, NAMES), max_size=6).map(tuple),
    registered=st.integers(0, 10**7),
    project_budget=st.integers(0, 10**13),
)


def spare(content: SummaryContent) -> float:
    """Return the points left between the last part and the foot of the page."""
    frame = bounded_frame(content.pack.documents)
    return fit_page(phrases_of(content), content, frame, Watch()).spare


def test_the_summary_reads_as_it_should() -> None:
    assert readable(render(make_summary(), Wording())) == golden("summary")


def test_two_readers_find_every_figure() -> None:
    expected = [
        "๑,๔๘๒", "๑,๓๓๕", "๑,๒๘๘", "๙๔๗", "๘๖", "๑๒๘,๔๕๐,๐๐๐บาท", "๔๕", "ร้อยละ๙๐.๑",
        "๖๓๔/๖๐๐", "รวม๑,๓๓๕คนจากเป้าหมาย๑,๑๙๕คน", "เห็นชอบ๑,๒๐๔", "ไม่เห็นชอบ๓๑", "งดออกเสียง๑๐๐",
        "ยุทธศาสตร์ที่๒พัฒนาโครงสร้างพื้นฐานและระบบบริการสาธารณะ", "เขต๒(๖๙๕)",
    ]  # fmt: skip
    for text in read_by_both(render(make_summary(), Wording())):
        assert [figure for figure in expected if figure not in text] == []


@settings(max_examples=60, deadline=None)
@given(CONTENTS)
def test_nothing_overflows_the_page(content: SummaryContent) -> None:
    assert spare(content) >= 0


def test_the_fullest_forum_has_every_strategy_on_its_page() -> None:
    long, label = LONG.strip(), "ประชาสังคม มูลนิธิ สมาคม และเครือข่ายความร่วมมือทุกระดับ"
    strategies = counts(*[(f"ยุทธศาสตร์ที่ {n} {long}", n * 111) for n in range(1, 10)])
    rows = [CountRow(label=f"{label} {n}", count=n, expected=1) for n in range(18)]
    content = make_summary(
        by_sector=tuple(rows),
        by_zone=tuple(rows),
        opinions_by_strategy=(*strategies, CountRow(label="ยังไม่จัดกลุ่ม", count=9)),
        complaints_by_kind=tuple(rows),
        rankings=(make_ranking(long),) * 4,
        resolutions=(make_decision(long * 2),) * 9,
    )
    assert spare(content) >= 0
    for text in read_by_both(render(content, Wording())):
        for number in range(1, 10):
            assert f"ยุทธศาสตร์ที่{phrases_of(content).count(number)}" in text
            assert phrases_of(content).count(number * 111) in text


@settings(max_examples=8, deadline=None)
@given(CONTENTS)
def test_it_is_always_one_page(content: SummaryContent) -> None:
    assert page_sizes(render(content, Wording())) == [A4]


@given(st.lists(ROWS, max_size=30), st.integers(2, 12))
def test_folding_loses_nobody(rows: list[CountRow], limit: int) -> None:
    folded = fold(rows, limit)
    assert len(folded.shown) + bool(folded.hidden) <= limit
    assert len(folded.shown) + folded.hidden == len(rows)
    assert sum(r.count for r in folded.shown) + folded.count == sum(r.count for r in rows)
    goals = [r.expected or 0 for r in folded.shown]
    assert sum(goals) + (folded.expected or 0) == sum(r.expected or 0 for r in rows)


def test_what_is_not_shown_is_summed_up() -> None:
    many = counts(*[(f"ประเภท {n}", n) for n in range(1, 31)])
    for text in read_by_both(render(make_summary(complaints_by_kind=many), Wording())):
        assert "และอื่นๆอีก๒๓ประเภท" in text
        assert "๔๖๕" in text
        assert "๒๗๖" in text


@pytest.mark.parametrize(
    "words", ["ก" * 10_000, "W" * 10_000, "ป" + "\u0e49" * 5_000, "中\U0001f600" * 99]
)
def test_no_text_is_too_much_for_it(words: str) -> None:
    rows = (CountRow(label=words, count=7, expected=9),) * 3
    forum = replace(make_summary().forum, title=words, venue=words, meeting_name=words)
    content = make_summary(
        forum=forum,
        by_sector=rows,
        opinions_by_strategy=rows,
        complaints_by_kind=rows,
        rankings=(make_ranking(words),),
        resolutions=(make_decision(words),),
    )
    assert spare(content) >= 0
    assert page_sizes(render(content, Wording())) == [A4]


def test_a_forum_where_nothing_happened_says_so() -> None:
    nothing: dict[str, Any] = dict.fromkeys(
        ("by_sector", "by_zone", "opinions_by_strategy", "opinions_by_kind", "rankings"), ()
    )
    content = make_summary(
        **nothing, resolutions=(), complaints_by_kind=(), chair=None, registered=0, present=0
    )
    for text in read_by_both(render(content, Wording())):
        for said in ("ไม่มีผู้แสดงความคิดเห็น", "ไม่มีเรื่องร้องเรียน", "[รอยืนยัน:ประธานในที่ประชุม]"):
            assert said in text


def test_votes_that_were_not_counted_are_not_drawn() -> None:
    item = replace(make_decision(), votes_for=None, votes_against=None, votes_abstained=None)
    for text in read_by_both(render(make_summary(resolutions=(item,)), Wording())):
        assert "มติที่ประชุม" in text
        assert "งดออกเสียง" not in text


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (MinutesStatus.DRAFT, "ซึ่งยังไม่ได้รับรอง"),
        (MinutesStatus.CHECKED, "ตรวจแล้วซึ่งยังไม่ได้รับรอง"),
        (MinutesStatus.CERTIFIED, "รับรองแล้ว"),
    ],
)
def test_it_says_how_final_it_is(status: MinutesStatus, told: str) -> None:
    texts = replace(make_summary().texts, status=status)
    for text in read_by_both(render(make_summary(texts=texts), Wording())):
        assert told in text


def test_nearly_all_is_not_all() -> None:
    first, _ = read_by_both(render(make_summary(registered=100_000, present=99_999), Wording()))
    assert "ร้อยละ๙๙.๙" in first
    first, _ = read_by_both(render(make_summary(registered=100_000, present=1), Wording()))
    assert "ร้อยละ๐.๑" in first


def test_an_office_may_write_other_digits_and_margins() -> None:
    wide = DocumentSettings(thai_digits=False, margin_left=9, margin_top=9, margin_bottom=9)
    pack = replace(make_summary().pack, documents=wide)
    content = make_summary(pack=pack)
    assert page_sizes(render(content, Wording())) == [A4]
    for text in read_by_both(render(content, Wording())):
        assert "1,482" in text
        assert "๑" not in text


def test_the_file_names_nobody() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(make_summary(), Wording())))
    assert reader.metadata is not None
    assert reader.metadata.title == "สรุปผลการประชุมประชาคมระดับเมือง เทศบาลเมืองน้ำปั่น"
    assert "สมหวัง" not in str(reader.metadata)


def test_the_internal_edition_says_so_and_bears_its_data() -> None:
    internal = pypdf.PdfReader(
        io.BytesIO(render(make_summary(edition=Edition.INTERNAL), Wording()))
    )
    assert "ฉบับภายใน" in internal.pages[0].extract_text()
    assert len(internal.attachments) == 1
    public = pypdf.PdfReader(io.BytesIO(render(make_summary(), Wording())))
    assert "ฉบับภายใน" not in public.pages[0].extract_text()
    assert not public.attachments


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render(make_summary(), Wording()) == render(make_summary(), Wording())


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    heard: list[float] = []
    render(make_summary(), Wording(), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    with pytest.raises(Cancelled):
        render(make_summary(), Wording(), cancelled=lambda: True)


def test_complaints_are_counts_only() -> None:
    first, _ = read_by_both(render(make_summary(), Wording()))
    assert all("".join(name.split()) in first for name, _ in COMPLAINTS)
