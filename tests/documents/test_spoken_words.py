"""What people said is copied out of the PDF unharmed, whatever it was."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum_desktop.documents.fonts.coverage import clean
from forum_desktop.documents.fonts.face import load_face
from forum_desktop.documents.minutes import render
from forum_desktop.documents.typesetting.boxes import Run, boxes_of
from forum_desktop.documents.typesetting.lines import break_lines
from forum_desktop.documents.typesetting.paragraph import set_paragraph
from forum_desktop.documents.typesetting.style import BODY, Align, TextStyle
from forum_desktop.wording import Wording
from tests.documents.factory import make_content, make_opinion
from tests.documents.printed import printed
from tests.documents.reading import pdfium_pages, pypdf_pages, running_text, squeezed

WORDS = st.lists(
    st.sampled_from(
        [
            "น้ำ",
            "ที่",
            "ปั่น",
            "ญี่ปุ่น",
            "ฎีกา",
            "ปู่ย่าตู้กุ้ง",
            "กตัญญู",
            "ฐานะ",
            "ซ้ำ",
            "ป",
            "ปี",
            "ปี่",
            "ปี้",
            "ปี๊",
            "ฟื้น",
            "ต่างๆ",
            "บุหรี่",
            "ทั้ง",
            "มั้ง",
            "Healthy",
            "City",
            "(Green)",
            "COVID-19",
            "๑๒.๕",
            "1,500",
            "“ดี”",
            "ๆ",
            "ฯลฯ",
            "นายกฯ",
            "เ",
            "แก้",
            "ไฟฟ้า!",
            "ถนน?",
            "A",
            "วันที่",
        ]
    ),
    min_size=1,
    max_size=60,
)
SPOKEN = st.builds(lambda words, glue: glue.join(words), WORDS, st.sampled_from(["", " ", "  "]))
TYPED = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E2E),
        st.sampled_from("ะาำิีึืุูเแโใไ่้๊๋็์ๆฯ๐๑๒๙"),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    ),
    max_size=200,
)
NOT_A_START = re.compile("^[ฯๆะัาำิีึืฺุูๅ็่้๊๋์ํ!?.,:;%)\\]}”’]")
NOT_AN_END = re.compile("[เแโใไ(\\[{“‘]$")

ROOM = 20_000.0
"""A narrow line: about forty letters."""

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(st.one_of(SPOKEN, TYPED))
def test_any_words_are_copied_out_intact(text: str) -> None:
    document = render(make_content(make_opinion(text, strategy=1)), Wording())
    wanted = squeezed(f"แจ้งปัญหาว่า{text}ยุทธศาสตร์ที่๒")
    assert wanted in running_text(pypdf_pages(document))
    assert wanted in running_text(pdfium_pages(document))


@FEW
@given(st.one_of(SPOKEN, TYPED), st.integers(30, 400), st.booleans(), st.sampled_from(Align))
def test_any_words_in_any_column_are_copied_out_intact(
    text: str, width: int, italic: bool, align: Align
) -> None:
    runs = [Run("ต้น"), Run(text, bold=True, italic=italic), Run("ปลาย", italic=italic)]
    document = printed(set_paragraph(runs, TextStyle(align=align), width))
    assert running_text(pypdf_pages(document)) == squeezed(f"ต้น{text}ปลาย")
    assert running_text(pdfium_pages(document)) == squeezed(f"ต้น{text}ปลาย")


@pytest.mark.parametrize("end", ["A-", "กA-", "ก-", "1-", "--", "A- ", "-"])
def test_a_hyphen_at_the_end_of_a_line_is_copied_out(end: str) -> None:
    document = printed(*(set_paragraph([Run(text)], BODY, 300) for text in (end, "ยุทธศาสตร์", "B")))
    for pages in (pypdf_pages(document), pdfium_pages(document)):
        assert running_text(pages) == squeezed(f"{end}ยุทธศาสตร์B")


@FEW
@given(st.one_of(SPOKEN, TYPED))
def test_no_line_begins_or_ends_where_it_must_not(text: str) -> None:
    boxes = boxes_of([Run(f"ก {text} ก")])
    lines = break_lines(boxes, ROOM)
    shown = ["".join(atom.text for atom in line.atoms).rstrip() for line in lines]
    if all(box.width <= ROOM for box in boxes):
        assert not [line for line in shown[1:] if NOT_A_START.match(line)]
        assert not [line for line in shown[:-1] if NOT_AN_END.search(line)]


BAD = {
    "empty": "",
    "long": "น้ำท่วมที่ถนนหน้าตลาด " * 900,
    "emoji": "ดีมาก😀👨‍👩‍👧🏽❤️",
    "controls": "ก\x01ข\x1f\x7fค\u200bง\u202eจ",
    "nul": "ก\x00ข",
    "markup": "<b>&amp;</b> <para>%s</para> {x} \\( )",
    "lone marks": "\u0e49\u0e48 \u0e34 กา\u0e49\u0e49\u0e49",
    "one Latin word": "a" * 10_000,
    "one Thai word": "เ" * 10_000,
    "repetition": "ๆ" * 3_000,
    "other scripts": "中文 한국 ខ្មែរ ລາວ",
    "line ends": "a\r\nb\n\n\nc\u2028d",
    "half a character": "ก\ud800ข",
    "blanks": "  ก   ข  \t ค\u3000ง\u00a0จ ",
    "decomposed": "e\u0301 ก\u0e4d\u0e32",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_loses_nothing_but_controls(text: str) -> None:
    document = render(make_content(make_opinion(f"ต้น{text}ปลาย", strategy=1)), Wording())
    wanted = squeezed(load_face().family().readable(f"ต้น{text}ปลาย"))
    assert wanted in running_text(pypdf_pages(document))
    assert wanted in running_text(pdfium_pages(document))


def test_words_from_right_to_left_are_all_there() -> None:
    document = render(make_content(make_opinion("สวัสดี مرحبا بالعالم ไทย")), Wording())
    text = running_text(pypdf_pages(document))
    assert "مرحبا" in text
    assert "بالعالم" in text


def test_a_mountain_of_marks_does_not_break_the_document() -> None:
    text = "ก" + "\u0e49" * 3_000
    document = render(make_content(make_opinion(text)), Wording())
    assert running_text(pypdf_pages(document)).count("\u0e49") > 3_000


def test_characters_without_a_glyph_are_written_and_told_as_codes() -> None:
    document = render(make_content(make_opinion("ชื่อ中")), Wording())
    text = running_text(pypdf_pages(document))
    assert "ว่าชื่อ[U+4E2D]" in text
    assert re.search(r"จึงพิมพ์เป็นรหัส:\[U\+4E2D\]ลายพิมพ์ข้อมูลของเอกสาร[\w-]{19}$", text)


def test_only_invisible_characters_are_dropped() -> None:
    assert clean("ก\x00\u200b\u202eข\ufeff") == "กข"
    assert clean("น้ำ") == "น้ำ"
    assert clean("e\u0301") == "\u00e9"
    assert clean("a\u2003b") == "a b"


@pytest.mark.parametrize("name", ["ก" * 20_000, "น้ำท่วม " * 3_000])
def test_endless_names_and_labels_fill_pages_not_crash(name: str) -> None:
    content = make_content(make_opinion("ข", attribution=name))
    assert len(pypdf_pages(render(content, Wording()))) > 3
