"""The receipt: a number that can be seen, scanned and spoken, and nothing of the case."""

import io
from dataclasses import fields, replace

import pypdf
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.house.watching import Watch
from forum_desktop.documents.receipt import render
from forum_desktop.documents.receipt.number import QR_SIDE, set_code
from forum_desktop.documents.receipt.rendering import fit_page
from forum_desktop.errors import Cancelled
from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.documents import ReceiptContent
from forum_desktop.records.pack import DocumentSettings
from forum_desktop.wording import Wording
from tests.documents.reading import squeezed
from tests.documents.small_factory import make_receipt
from tests.documents.small_reading import (
    DOTS_PER_INCH,
    golden,
    page_sizes,
    phrases_of,
    picture,
    read_by_both,
    readable,
)

A5 = (148, 210)
MARGIN = int(10 / 25.4 * DOTS_PER_INCH)
WORDS = st.one_of(
    st.text(max_size=300), st.sampled_from(["กองช่าง" * 99, "W" * 700, "ก\n" * 99, ""])
)
CONTENTS = st.builds(
    make_receipt,
    reference=st.sampled_from(["NP69-B-0042-Q", "NP69-B-123456-Q", "W" * 40, ""]),
    kind=WORDS,
    unit=WORDS,
    station=WORDS,
    follow_up=WORDS,
    level=st.sampled_from(ComplaintLevel),
)


def test_the_receipt_reads_as_it_should() -> None:
    assert readable(render(make_receipt(), Wording())) == golden("receipt")


def test_two_readers_find_what_the_citizen_needs() -> None:
    expected = [
        "เทศบาลเมืองน้ำปั่น", "ใบรับเรื่องร้องเรียน", "NP69-B-0042-Q", "เอ็นพีหกเก้าขีดบีขีดศูนย์ศูนย์สี่สองขีดคิว",
        "วันพฤหัสบดีที่๑๒กุมภาพันธ์๒๕๖๙", "เวลา๑๐.๔๒น.", "ท่อระบายน้ำและน้ำท่วมขัง", "ฝ่ายสาธารณูปโภคสำนักช่าง",
        "กำหนดแจ้งผลภายในวันศุกร์ที่๒๗กุมภาพันธ์๒๕๖๙", "โต๊ะรับเรื่องร้องเรียนประตู๒", "โทร.043-221202", "(ลงชื่อ)",
    ]  # fmt: skip
    for text in read_by_both(render(make_receipt(), Wording())):
        assert [fact for fact in expected if fact not in text] == []


def test_who_gave_no_name_is_told_that_no_answer_can_be_sent() -> None:
    anonymous = render(make_receipt(level=ComplaintLevel.ANONYMOUS), Wording())
    for text in read_by_both(anonymous):
        assert "ไม่สามารถแจ้งผลกลับไปยังท่านได้" in text
        assert "สอบถามผลได้โดยแจ้งเลขรับเรื่อง" in text
        assert "กำหนดแจ้งผลภายใน" not in text


@pytest.mark.parametrize("level", [ComplaintLevel.OPEN, ComplaintLevel.WITHHELD])
def test_a_receipt_does_not_tell_who_hides_a_name(level: ComplaintLevel) -> None:
    # Whoever finds the paper must not learn which of the two it was.
    first, _ = read_by_both(render(make_receipt(level=level), Wording()))
    assert (
        first.partition("ลายพิมพ์ข้อมูล")[0] == squeezed(golden("receipt")).partition("ลายพิมพ์ข้อมูล")[0]
    )


def test_the_content_has_no_place_for_a_person_or_the_facts() -> None:
    names = {field.name for field in fields(ReceiptContent)}
    assert not names & {"complainant", "first_name", "last_name", "phone", "facts", "subject"}


def test_the_code_on_the_paper_holds_the_reference() -> None:
    content = make_receipt()
    code = set_code(phrases_of(content), content.reference)
    assert code is not None
    made = segno.make(content.reference, error="m", micro=False, boost_error=False)
    expected = [[bool(module) for module in row] for row in made.matrix]
    drawn, step = picture(render(content, Wording())), code.module * DOTS_PER_INCH / 72
    right = 419.53 - 1.2 / 2.54 * 72
    left = (right - QR_SIDE + (QR_SIDE - len(expected) * code.module) / 2) * DOTS_PER_INCH / 72
    columns = [round(left + (place + 0.5) * step) for place in range(len(expected))]
    rows = [round((place + 0.5) * step) for place in range(len(expected))]
    tops = range(len(drawn) - rows[-1])
    found = [
        top
        for top in tops
        if [[drawn[top + y][x] < 128 for x in columns] for y in rows] == expected
    ]
    assert found
    assert found[-1] - found[0] < step
    assert step * 25.4 / DOTS_PER_INCH > 1.5  # millimetres a module: read from arm's length


def test_the_margins_are_white_for_cheap_printers() -> None:
    drawn = picture(render(make_receipt(), Wording()))
    width = len(drawn[0])
    sides = [row[:MARGIN] + row[width - MARGIN :] for row in drawn]
    assert all(min(row) > 250 for row in (*drawn[:MARGIN], *drawn[-MARGIN:], *sides))


@settings(max_examples=40, deadline=None)
@given(CONTENTS)
def test_nothing_overflows_the_page(content: ReceiptContent) -> None:
    assert fit_page(phrases_of(content), content, Watch()).spare >= 0


@pytest.mark.parametrize("words", ["ก" * 10_000, "W" * 10_000, "๛" + "\u0e49" * 5_000, "中😀" * 99])
def test_no_text_is_too_much_for_it(words: str) -> None:
    forum = replace(make_receipt().forum, municipality=words, meeting_name=words)
    content = make_receipt(
        forum=forum,
        kind=words,
        unit=words,
        station=words,
        reference=words,
        follow_up=words,
        level=ComplaintLevel.ANONYMOUS,
    )
    assert fit_page(phrases_of(content), content, Watch()).spare >= 0
    assert page_sizes(render(content, Wording())) == [A5]


@settings(max_examples=8, deadline=None)
@given(CONTENTS)
def test_it_is_always_one_page(content: ReceiptContent) -> None:
    assert page_sizes(render(content, Wording())) == [A5]


def test_facts_nobody_gave_are_marked() -> None:
    for text in read_by_both(render(make_receipt(kind="", unit="", follow_up=""), Wording())):
        assert "[รอยืนยัน:ประเภทเรื่อง]" in text
        assert "[รอยืนยัน:หน่วยงานที่รับผิดชอบ]" in text
        assert "ติดต่อสอบถามได้ที่เทศบาลเมืองน้ำปั่น" in text


def test_arabic_digits_where_the_office_writes_them() -> None:
    pack = replace(make_receipt().pack, documents=DocumentSettings(thai_digits=False))
    for text in read_by_both(render(make_receipt(pack=pack), Wording())):
        assert "วันศุกร์ที่27กุมภาพันธ์2569" in text


def test_the_file_is_titled_by_its_number() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(make_receipt(), Wording())))
    assert reader.metadata is not None
    assert reader.metadata.title == "ใบรับเรื่องร้องเรียน NP69-B-0042-Q"


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    heard: list[float] = []
    first = render(make_receipt(), Wording(), progress=heard.append)
    assert heard[-1] == 1.0
    assert first == render(make_receipt(), Wording())
    with pytest.raises(Cancelled):
        render(make_receipt(), Wording(), cancelled=lambda: True)
