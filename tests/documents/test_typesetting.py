"""Lines, tables and pages keep the rules of good setting."""

import io
import struct
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.fonts.face import load_face
from forum_desktop.documents.fonts.subset import build_subset
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run, boxes_of
from forum_desktop.documents.typesetting.lines import break_lines
from forum_desktop.documents.typesetting.operators import draw_line
from forum_desktop.documents.typesetting.pages import Frame, draw_page, lay_out
from forum_desktop.documents.typesetting.paragraph import Paragraph, set_paragraph
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import BODY, HEADING, ITEM, TITLE, Align, TextStyle
from forum_desktop.documents.typesetting.table import Column, Grid, Table, set_row

WIDTH = 300.0
PLAIN = TextStyle(align=Align.LEFT)
PLAIN_JUSTIFIED = TextStyle()
TEXT = "น้ำท่วมที่ถนนหน้าตลาดทุกปี ขอให้ขยายท่อระบายน้ำ และลอกคลองก่อนฤดูฝน " * 12


def shown(paragraph: Paragraph) -> str:
    return "".join(atom.text for line in paragraph.lines for atom in line.atoms)


def test_lines_hold_all_the_text_and_fit_the_width() -> None:
    paragraph = set_paragraph([Run(TEXT)], BODY, WIDTH)
    assert shown(paragraph) == TEXT
    assert all(line.width <= line.room for line in paragraph.lines)
    assert paragraph.lines[0].room < paragraph.lines[1].room


def test_a_word_that_changes_weight_stays_one_word() -> None:
    boxes = boxes_of([Run("การ"), Run("ประชุม", bold=True), Run("ที่หนึ่ง")])
    assert "".join(atom.text for atom in boxes[0].atoms).startswith("การประชุม")


def test_a_number_stays_with_its_unit_of_another_weight() -> None:
    boxes = boxes_of([Run("แจ้งภายใน 15 ", bold=True), Run("วัน")])
    assert "".join(atom.text for atom in boxes[-1].atoms).endswith("15 วัน")


def test_names_break_at_their_spaces_only() -> None:
    boxes = boxes_of([Run("นายธีระศักดิ์  ฑีฆายุพันธุ์", whole=True)])
    assert ["".join(a.text for a in box.atoms) for box in boxes] == ["นายธีระศักดิ์", "ฑีฆายุพันธุ์"]


def test_a_word_wider_than_the_line_is_cut_between_letters() -> None:
    lines = break_lines(boxes_of([Run("น้ำ" * 400, whole=True)]), 20_000)
    assert len(lines) > 2
    assert all(line.width <= 20_000 for line in lines)
    assert all(line.atoms[0].text.startswith("น้ำ") for line in lines)


def test_what_was_set_once_is_not_set_again() -> None:
    paragraphs = [set_paragraph([Run(TEXT)], BODY, WIDTH, label="๑)") for _ in range(2)]
    assert paragraphs[0] is paragraphs[1]
    assert set_paragraph([Run(TEXT, italic=True)], BODY, WIDTH, label="๑)") is not paragraphs[0]
    grid = Grid((Column(200),))
    rows = [set_row(grid, [Run("ที่ประชุมรับทราบ")]) for _ in range(2)]
    assert rows[0].cells[0] is rows[1].cells[0]


def test_text_begins_behind_a_label_however_wide() -> None:
    for label in ("๑)", "๑,๒๓๔.๕๖๗.๘๙๐)"):
        paragraph = set_paragraph([Run(TEXT)], ITEM, WIDTH, label=label)
        assert paragraph.label is not None
        end = ITEM.label_at + paragraph.label.width * ITEM.size / 1000
        assert paragraph.style.left + paragraph.style.first > end
        assert paragraph.lines[1].room == pytest.approx((WIDTH - ITEM.left) * 1000 / ITEM.size)


def test_the_lines_of_a_title_are_about_as_wide_as_each_other() -> None:
    words = "โครงการอบรมเชิงปฏิบัติการเพื่อจัดทำแผนพัฒนาเทศบาลอย่างมีส่วนร่วม ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"
    for width in range(400, 590, 20):
        title = set_paragraph([Run(words, bold=True)], TITLE, width)
        assert shown(title) == words
        assert len(title.lines) == 2
        assert min(line.width for line in title.lines) > max(line.width for line in title.lines) / 3
        assert {line.room for line in title.lines} == {width * 1000 / TITLE.size}


def test_a_justified_line_fills_its_width_in_the_file() -> None:
    paragraph = set_paragraph([Run("ประชาชนเสนอให้ขยายท่อ" * 6)], PLAIN_JUSTIFIED, WIDTH)
    fonts = DocumentFonts()
    for line in paragraph.lines[:-1]:
        operators = draw_line(fonts, line, PLAIN_JUSTIFIED, 0, 0)
        spacing = float(operators.split(" Tc")[0].split("\n")[-1])
        clusters = sum(atom.clusters for atom in line.atoms if atom.text.strip())
        drawn = line.width * PLAIN_JUSTIFIED.size / 1000 + spacing * (clusters - 1)
        assert drawn == pytest.approx(WIDTH, abs=0.5)


def test_a_heading_never_stands_at_the_foot_of_a_page() -> None:
    for lines_before in range(60):
        pages = _fill([*_lines(lines_before), *_section()])
        last = next(page for page in pages if page.bookmarks)
        assert len(last.operators) >= 3, lines_before


def test_no_page_holds_a_lone_line_of_a_paragraph() -> None:
    paragraph = set_paragraph([Run(TEXT)], PLAIN, WIDTH)
    for room in range(0, int(paragraph.height) + 20, 7):
        head, rest = paragraph.split(room)
        for part in (head, rest):
            assert part is None or len(part.lines) >= 2  # type: ignore[attr-defined]


def test_the_head_of_a_table_is_repeated_and_no_row_is_lost() -> None:
    grid = Grid((Column(200), Column(100)))
    head = set_row(grid, [Run("หัว", bold=True), Run("จำนวน", bold=True)], is_head=True)
    rows = tuple(set_row(grid, [Run(f"แถว {n}"), Run(str(n))]) for n in range(100))
    parts: list[Table] = []
    rest: Block | None = Table(grid, rows, head)
    while rest is not None:
        part, rest = rest.split(400)
        assert isinstance(part, Table)
        assert part.height <= 400
        parts.append(part)
    assert all(part.head is head for part in parts)
    assert sum((part.rows for part in parts), ()) == rows


def test_the_sum_of_a_table_is_not_left_alone_on_a_page() -> None:
    grid = Grid((Column(200),))
    table = Table(grid, tuple(set_row(grid, [Run(text)]) for text in ("ก", "ข", "ค", "รวม")))
    head, rest = table.split(table.height - 1)
    assert isinstance(head, Table)
    assert isinstance(rest, Table)
    assert (len(head.rows), len(rest.rows)) == (2, 2)


def test_a_row_higher_than_a_page_is_parted_within() -> None:
    grid = Grid((Column(100),))
    table = Table(grid, (set_row(grid, [Run("น้ำท่วม " * 2_000)]),))
    head, rest = table.split(500)
    assert head is not None
    assert rest is not None
    assert head.height + rest.height == pytest.approx(table.height + 2 * grid.padding)


def test_a_margin_that_leaves_no_room_still_ends() -> None:
    frame = Frame(left=290, right=290, top=420, bottom=420)
    assert list(lay_out(_section(), frame))


def test_the_embedded_font_is_sound_and_has_a_glyph_for_each_cluster() -> None:
    typeface = load_face().family().main
    clusters = [
        item.cluster for word in ("น้ำ", "ปั่น", "ญี่ปุ่น", "A é") for item in typeface.shape(word)
    ]
    font = TTFont(io.BytesIO(build_subset(typeface.outlines, clusters)))
    assert font["maxp"].numGlyphs > len(clusters)
    for number, cluster in enumerate(clusters, start=1):
        glyph = font["glyf"][font.getGlyphName(number)]
        assert glyph.isComposite() or cluster.text == " "
        places = [(part.x, part.y) for part in getattr(glyph, "components", ())]
        assert places == [(part.x, part.y) for part in cluster.parts if cluster.text != " "]
        assert font["hmtx"][font.getGlyphName(number)][0] == cluster.advance


def test_the_checksum_of_the_embedded_font_is_that_of_the_standard() -> None:
    typeface = load_face().family().main
    clusters = [item.cluster for item in typeface.shape("น้ำ")]
    font = build_subset(typeface.outlines, clusters)
    words = struct.unpack(f">{len(font) // 4}L", font)
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_letter_with_its_marks_is_one_cluster() -> None:
    typeface = load_face().family().main
    assert [item.cluster.text for item in typeface.shape("น้ำปั่น")] == ["น้ำ", "ปั่", "น"]


def test_marks_are_lifted_above_each_other() -> None:
    shape = load_face().family().main.shape
    low, high = shape("ป้")[0].cluster.parts[-1], shape("ปี้")[0].cluster.parts[-1]
    assert (low.glyph, low.y) != (high.glyph, high.y)


def _lines(count: int) -> list[Block]:
    return [set_paragraph([Run("บรรทัด")], PLAIN, WIDTH) for _ in range(count)]


def _section() -> list[Block]:
    style = replace(HEADING, level=0)
    return [
        set_paragraph([Run("หัวข้อ")], style, WIDTH, title="หัวข้อ"),
        set_paragraph([Run(TEXT)], PLAIN, WIDTH),
    ]


def _fill(blocks: list[Block]) -> list[Sheet]:
    frame = Frame(left=85, right=595.28 - 85 - WIDTH, top=70, bottom=56)
    fonts, pages = DocumentFonts(), enumerate(lay_out(blocks, frame), start=1)
    return [draw_page(page, number, fonts, _nothing) for number, page in pages]


def _nothing(sheet: Sheet, number: int) -> None:
    """Begin a page with nothing."""
