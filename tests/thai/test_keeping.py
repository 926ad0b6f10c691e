"""A line never parts a title from its name or a number from what it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum_desktop.thai.breaking import break_words
from forum_desktop.thai.keeping import belong_together, kept_spans

KEPT = [
    ("แจ้งโดย นายสมชาย ใจดี", "นายสม"),
    ("ประธาน (นางสาวปุณณดา กตัญญู)", "(นางสาวปุณณดา"),
    ("เชิญ ดร. สมชาย ใจดี", "ดร. สม"),
    ("เชิญ ว่าที่ ร.ต. สมชาย ใจดี", "ว่าที่ ร.ต. สม"),
    ("แจ้งผลภายใน ๑๕ วัน", "๑๕ วัน"),
    ("แจ้งผลภายใน 15วันทำการ", "15วัน"),
    ("วางท่อ 600 มม. ตลอดแนว", "600 มม."),
    ("ลาดยาง ๑,๒๐๐ ตร.ม. ให้เสร็จ", "๑,๒๐๐ ตร.ม."),
    ("ใช้งบ ๒๐,๐๐๐ บาท ต่อปี", "๒๐,๐๐๐ บาท"),
    ("วงเงิน 2.5 ล้านบาท", "2.5 ล้านบาท"),
    ("พื้นที่ 46 ตารางกิโลเมตร", "46 ตารางกิโลเมตร"),
    ("เริ่มประชุมเวลา ๐๙.๓๐ น. ณ ห้องประชุม", "เวลา ๐๙.๓๐ น."),
    ("เลิกประชุมเวลา 12.05 นาฬิกา", "เวลา 12.05 นาฬิกา"),
    ("รายงานการประชุม ครั้งที่ ๑/๒๕๖๔", "ครั้งที่ ๑/๒๕๖๔"),
    ("หนังสือ ที่ ๑/๒๕๖๔ ลงวันที่", "ที่ ๑/๒๕๖๔"),
    ("ตามเลขที่ A-0042 แจ้งไว้", "A-0042"),
    ("ตามเลขที่KK65-B-0042-Qแจ้งไว้", "KK65-B-0042-Q"),
    ("เมื่อวันที่ ๑๒ กุมภาพันธ์ ๒๕๖๙", "วันที่ ๑๒ กุมภาพันธ์"),
    ("ประจำปี พ.ศ. ๒๕๖๙", "พ.ศ. ๒๕๖๙"),
    ("โทร. 043 221 202 ทุกวัน", "โทร. 043 221 202"),
    ("โทรศัพท์ ๐๔๓-๒๒๑๒๐๒ ต่อ ๑๑ ทุกวัน", "โทรศัพท์ ๐๔๓-๒๒๑๒๐๒ ต่อ ๑๑"),
    ("มือถือ 081-234-5678 ทุกวัน", "มือถือ 081-234-5678"),
    ("สำนักงาน +66 43 221 202 ทุกวัน", "+66 43 221 202"),
    ("เทศกาลต่าง ๆ ของชุมชน", "ต่าง ๆ"),
    ("ถนน ไฟฟ้า ฯลฯ ทั้งหมด", "ไฟฟ้า ฯลฯ"),
    ("อยู่ชั้น ๒ อาคารเดิม", "ชั้น ๒"),
    ("คิดเป็นร้อยละ 50 ของทั้งหมด", "ร้อยละ 50"),
    ("ผู้แทนชุมชนสามเหลี่ยม 3 แจ้งว่า", "เหลี่ยม 3"),
    ("โรงเรียนเทศบาล ๒ ขอให้", "เทศบาล ๒"),
    ("คิดเป็น ๕๐ % ของทั้งหมด", "๕๐ %"),
]
PARTED = [
    ("เขต 1 เขต 2 เขต 3", ["เขต 1 ", "เขต 2 ", "เขต 3"]),
    ("ลำดับ 1 2 3", ["ลำดับ 1 ", "2 ", "3"]),
    ("นายกเทศมนตรี", ["นายก", "เทศมนตรี"]),
    ("ข้อ 1 ขอให้ซ่อม", ["ข้อ 1 ", "ขอ", "ให้", "ซ่อม"]),
    ("ลาดยาง 5 เมตร", ["ลาดยาง ", "5 เมตร"]),
    ("ทั้งหมด 120,000 แล้ว", ["ทั้งหมด ", "120,000 ", "แล้ว"]),
    ("2 ชั่วโมง 30 นาที", ["2 ชั่วโมง ", "30 นาที"]),
]
DIGITS = st.text(alphabet="0123456789๐๑๒๓๔๕๖๗๘๙", min_size=1, max_size=7)
AROUND = st.text(alphabet="กขคงนมาเแ ", max_size=12)


@pytest.mark.parametrize(("text", "kept"), KEPT, ids=[kept for _, kept in KEPT])
def test_what_belongs_together_is_in_one_piece(text: str, kept: str) -> None:
    pieces = break_words(text)
    assert "".join(pieces) == text
    assert [piece for piece in pieces if kept in piece], pieces


@pytest.mark.parametrize(("text", "pieces"), PARTED, ids=[text for text, _ in PARTED])
def test_what_does_not_belong_together_may_part(text: str, pieces: list[str]) -> None:
    assert break_words(text) == pieces


@given(AROUND, DIGITS, st.sampled_from(["", " "]), st.sampled_from(["บาท", "วัน", "มม."]), AROUND)
def test_no_number_loses_its_unit(
    before: str, number: str, space: str, unit: str, after: str
) -> None:
    pieces = break_words(f"{before} {number}{space}{unit} {after}")
    assert any(f"{number}{space}{unit}" in piece for piece in pieces)


@given(st.text(alphabet="0๐๙12-.,:/ +()%กวันบาทต่อที่", max_size=60))
def test_kept_stretches_are_in_order_and_within_the_text(text: str) -> None:
    spans = kept_spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert sorted(end for _, end in spans) == [end for _, end in spans]


def test_two_texts_that_follow_each_other_may_belong_together() -> None:
    assert belong_together("ภายใน 15 ", "วัน")
    assert belong_together("ครั้งที่ ", "๑/๒๕๖๔")
    assert not belong_together("ภายใน 15 วัน ", "หลัง")


@pytest.mark.parametrize("unit", ["1", "1 ", "0 123", "1.", "๐-", "ที่ ", "+66 ", "1 วัน "])
def test_endless_numbers_are_quick(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert "".join(break_words(text)) == text
