"""What is drawn: bars of the right length, text that fits, codes that a camera reads."""

import io
from itertools import pairwise
from typing import Any

import pypdf
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from forum_desktop.documents import render, summary
from forum_desktop.documents.drawing.arranging import Gap, Sides, Stack, start_bare
from forum_desktop.documents.drawing.bars import Bar, BarChart
from forum_desktop.documents.drawing.clipping import clip_line, shrink_line
from forum_desktop.documents.drawing.ink import Area, Fill, paint
from forum_desktop.documents.drawing.qr import QUIET_ZONE, QrCode, encode
from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.fonts.face import load_face
from forum_desktop.documents.house.printing import Label, print_pages
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.pages import Frame
from forum_desktop.documents.typesetting.paragraph import set_line
from forum_desktop.documents.typesetting.sheet import Paper, Sheet
from forum_desktop.documents.typesetting.style import Align, TextStyle
from forum_desktop.records.documents import DocumentContent, DocumentFormat, DocumentKind
from forum_desktop.records.minutes import Edition
from forum_desktop.records.reference import make_reference
from forum_desktop.wording import Wording
from tests.documents.small_factory import make_cards, make_receipt, make_summary
from tests.documents.small_reading import DOTS_PER_INCH, picture

STYLE = TextStyle(size=10, leading=15, align=Align.LEFT)
LABEL = Label(
    title="ทดสอบ",
    kind=DocumentKind.RECEIPT,
    edition=Edition.PUBLIC,
    forum_code="NP69",
    fingerprint="",
)
SIDE = 144.0


def draw(block: QrCode | BarChart) -> bytes:
    frame = Frame(left=0, right=0, top=0, bottom=0, paper=Paper(SIDE, SIDE))
    return print_pages([block], frame, start_bare, LABEL)


@settings(max_examples=25, deadline=None)
@given(
    code=st.from_regex("[A-Z]{2}[0-9]{2}", fullmatch=True),
    station=st.sampled_from("ABCXYZ"),
    number=st.integers(1, 9999),
)
def test_a_code_is_drawn_as_it_was_made(code: str, station: str, number: int) -> None:
    reference = make_reference(code, station, number)
    modules = encode(reference)
    assert modules is not None
    block = QrCode(modules, SIDE, "")
    drawn = picture(draw(block))
    step = block.module * DOTS_PER_INCH / 72
    edge = (SIDE * DOTS_PER_INCH / 72 - len(modules) * step) / 2
    middles = [round(edge + (place + 0.5) * step) for place in range(len(modules))]
    seen = [[drawn[y][x] < 128 for x in middles] for y in middles]
    made = segno.make(reference, error="m", micro=False, boost_error=False)
    assert seen == [[bool(module) for module in row] for row in made.matrix]
    assert edge >= QUIET_ZONE * step
    assert all(pixel > 250 for y in range(int(edge)) for pixel in drawn[y])


def test_modules_are_whole_dots_of_a_printer() -> None:
    modules = encode("NP69-B-0042-Q")
    assert modules is not None
    dots = QrCode(modules, SIDE, "").module * DOTS_PER_INCH / 72
    assert abs(dots - round(dots)) < 1e-6


def test_what_no_code_can_hold_has_none() -> None:
    assert encode("ก" * 10_000) is None
    assert encode("") is None


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=9))
def test_bars_are_as_long_as_their_values(values: list[int]) -> None:
    bars = [Bar((set_line("ก", STYLE),), n, set_line(f"{n:,}", STYLE)) for n in values]
    chart = BarChart(tuple(bars), STYLE, 300, 80, "")
    lengths = [chart.length(value) for value in values]
    assert all(length <= 300 - 80 for length in lengths)
    assert [length > 0 for length in lengths] == [value > 0 for value in values]
    ordered = sorted(zip(values, lengths, strict=True))
    assert all(left[1] <= right[1] for left, right in pairwise(ordered))


def test_what_was_expected_is_drawn_to_the_same_scale() -> None:
    number = set_line("1", STYLE)
    chart = BarChart((Bar((number,), 50, number, expected=200),), STYLE, 300, 80, "")
    assert chart.length(50) * 4 == chart.length(200)


def test_fills_are_told_apart_without_colour() -> None:
    drawn = []
    for fill in Fill:
        sheet = Sheet(DocumentFonts(), Paper(SIDE, SIDE))
        paint(sheet, Area(10, 10, 40, 8), fill)
        drawn.append("\n".join(sheet.operators))
    assert len(set(drawn)) == len(Fill)
    assert all(" rg" not in operators for operators in drawn)


@given(st.text(max_size=400), st.floats(40, 300))
def test_a_line_that_is_cut_fits_and_says_so(text: str, width: float) -> None:
    one_line = " ".join(text.split())
    line = clip_line(Run(one_line), STYLE, width, load_face())
    assert line.width <= line.room + 1e-6
    shown = "".join(atom.text for atom in line.atoms).rstrip()
    whole = "".join(atom.text for atom in set_line(one_line, STYLE).atoms).rstrip()
    assert shown == whole or shown.endswith("…")


@given(st.text("กขคงABC ", max_size=80), st.floats(40, 300))
def test_a_line_shrinks_no_more_than_it_must(text: str, width: float) -> None:
    line, style = shrink_line(Run(text), STYLE, width, 6, load_face())
    assert 6 <= style.size <= STYLE.size
    assert line.width <= line.room + 1e-6
    if style.size < STYLE.size:
        larger = style.size + 0.5
        assert set_line(text, STYLE).width * larger / 1000 > width


@pytest.mark.parametrize(
    "content", [make_summary(), make_receipt(), make_cards()], ids=["summary", "receipt", "cards"]
)
def test_all_that_is_drawn_is_text_figure_or_ornament(content: DocumentContent) -> None:
    document = render(content, DocumentFormat.PDF, Wording())
    reader = pypdf.PdfReader(io.BytesIO(document))
    for page in reader.pages:
        is_marked, painted = False, 0
        stream: Any = page["/Contents"]
        for _, operator in ContentStream(stream.get_object(), reader).operations:
            if operator in {b"BDC", b"BMC", b"EMC"}:
                assert is_marked == (operator == b"EMC")
                is_marked = not is_marked
            elif operator in {b"TJ", b"S", b"f"}:
                assert is_marked
                painted += 1
        assert painted > 10


def test_figures_are_told_to_those_who_do_not_see_them() -> None:
    reader = pypdf.PdfReader(io.BytesIO(summary.render(make_summary(), Wording())))
    root: Any = reader.root_object["/StructTreeRoot"]
    parts = [part.get_object() for part in root["/K"].get_object()["/K"]]
    told = [str(part["/Alt"]) for part in parts if part["/S"] == "/Figure"]
    assert len(told) == 4
    assert "ยุทธศาสตร์ที่ ๒ พัฒนาโครงสร้างพื้นฐานและระบบบริการสาธารณะ ๖๕๕" in told[0]
    assert "ประชาชนทั่วไป ๖๓๔ / ๖๐๐" in told[1]


def test_a_page_tells_what_is_left_of_it() -> None:
    page = Sides(100, Stack((Gap(30), Gap(40))), Gap(20))
    assert page.spare == 10
    assert page.split(100) == (page, None)
    assert page.split(99) == (None, page)
