"""Badges: names as large as they fit, codes that scanners read, labels where the paper has them."""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.badges import render
from forum_desktop.documents.badges.badge import (
    MILLIMETRE,
    BadgeSetter,
    Placed,
    WritingLine,
    code_in_groups,
)
from forum_desktop.documents.badges.paper import label_corner, sheets_of
from forum_desktop.documents.badges.pen import NAME_LEADING, Pen
from forum_desktop.documents.badges.tent import set_tent
from forum_desktop.documents.drawing.qr import QUIET_ZONE, QrCode
from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.typesetting.lines import Line
from forum_desktop.documents.typesetting.paragraph import Paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.errors import Cancelled
from forum_desktop.records.badge import MARK, blank_badge_code, read_badge
from forum_desktop.records.badges import Badge, LabelLayout
from forum_desktop.records.documents import BadgesContent
from forum_desktop.wording import Wording
from tests.documents.badge_factory import BADGES, CODED, LAYOUTS, code_of, make_badges, many
from tests.documents.reading import pypdf_pages, squeezed
from tests.documents.small_reading import (
    DOTS_PER_INCH,
    golden,
    page_sizes,
    phrases_of,
    picture,
    read_by_both,
    readable,
)

A4 = (210, 297)
LEAST_MODULE = 0.4
"""Millimetres, below which cheap scanners fail."""

KEYS = [layout.key for layout in LAYOUTS]
WORDS = st.one_of(
    st.text(max_size=120),
    st.sampled_from(["", "ก", "ปั๊ม", "W" * 300, "นาง สาว " * 40, "เทพารักษ์ศักดิ์สิทธิ์วัฒนานุกูล"]),
)
NAMES = st.text("กขปมฎญาิีุู่้๊์เแไ ", min_size=1, max_size=60).filter(str.strip)


def set_badge(content: BadgesContent, badge: Badge) -> Placed:
    """Return a badge as it is set."""
    return BadgeSetter(phrases_of(content), content).set(badge)


def code_of_badge(content: BadgesContent, badge: Badge) -> tuple[float, float, QrCode]:
    """Return where the code stands in its label, in points, and the code."""
    blocks = set_badge(content, badge).blocks
    ((right, down, code),) = [block for block in blocks if isinstance(block[2], QrCode)]
    assert isinstance(code, QrCode)
    return right, down, code


def text_of(line: Line) -> str:
    """Return the words of a line."""
    return "".join(atom.text for atom in line.atoms)


@pytest.mark.parametrize("key", ["card-10", "label-24", "name-21", "tent"])
def test_badges_read_as_they_should(key: str) -> None:
    text = readable(render(make_badges(layout=key), Wording()))
    assert text == golden(f"badges_{key.replace('-', '_')}")


@pytest.mark.parametrize("layout", CODED, ids=lambda layout: layout.key)
def test_two_readers_find_name_place_and_code_on_every_badge(layout: LabelLayout) -> None:
    for text in read_by_both(render(make_badges(layout=layout), Wording())):
        for badge in BADGES:
            assert squeezed(code_in_groups(badge.code)) in text
            assert squeezed(badge.given) in text
            assert squeezed(badge.last_name) in text
        assert squeezed("ชุมชนโนนทองเขต๒") in text
        assert squeezed("สมาชิกสภาเทศบาล") in text


@pytest.mark.parametrize("layout", CODED, ids=lambda layout: layout.key)
def test_the_code_on_paper_is_the_mark_and_the_badges_code_and_nothing_else(
    layout: LabelLayout,
) -> None:
    content = make_badges(layout=layout)
    page = picture(render(content, Wording()))
    for place, badge in enumerate(BADGES):
        wanted = segno.make(MARK + badge.code, error="q", micro=False, boost_error=False)
        right, down, code = code_of_badge(content, badge)
        assert code.modules == tuple(tuple(map(bool, row)) for row in wanted.matrix)
        left, top = label_corner(layout, place)
        padding = layout.padding * MILLIMETRE
        white = (code.side - len(code.modules) * code.module) / 2
        start = left + padding + right + white, top + padding + down + white
        assert list(_printed(page, start, code.module)) == _framed(code)


def _printed(page: list[bytes], start: tuple[float, float], module: float) -> Iterator[bool]:
    """Yield what is dark at the middle of each module and of the quiet zone around them."""
    size, dots = 21, DOTS_PER_INCH / 72
    for row in range(-QUIET_ZONE, size + QUIET_ZONE):
        for column in range(-QUIET_ZONE, size + QUIET_ZONE):
            x, y = ((at + 0.5) * module for at in (column, row))
            yield page[round((start[1] + y) * dots - 0.5)][round((start[0] + x) * dots - 0.5)] < 128


def _framed(code: QrCode) -> list[bool]:
    """Return the modules row by row, with the white around them."""
    blank = [False] * (len(code.modules) + 2 * QUIET_ZONE)
    side = [False] * QUIET_ZONE
    rows = [[*side, *row, *side] for row in code.modules]
    framed = (*[blank] * QUIET_ZONE, *rows, *[blank] * QUIET_ZONE)
    return [is_dark for row in framed for is_dark in row]


@pytest.mark.parametrize("layout", CODED, ids=lambda layout: layout.key)
def test_modules_are_large_enough_and_their_white_stays_on_the_label(layout: LabelLayout) -> None:
    _, _, code = code_of_badge(make_badges(layout=layout), BADGES[0])
    assert code.module / MILLIMETRE >= LEAST_MODULE
    white = (code.side - len(code.modules) * code.module) / 2
    assert QUIET_ZONE * code.module <= white <= layout.padding * MILLIMETRE


def test_the_code_is_told_to_those_who_do_not_see_it() -> None:
    data = render(make_badges(), Wording())
    alt = f"รหัสประจำบัตร {code_in_groups(BADGES[0].code)}"
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_value("Title").startswith("บัตรชื่อและป้ายชื่อ")
    assert f"\ufeff{alt}".encode("utf-16-be").hex() in _objects(data)


def _objects(data: bytes) -> str:
    """Return the small objects of a file, which lie compressed together."""
    streams = re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", data, re.DOTALL)
    return b"".join(map(zlib.decompress, streams)).decode("latin-1")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_the_labels_of_a_sheet_lie_on_the_paper_and_not_on_each_other(layout: LabelLayout) -> None:
    across = layout.left + layout.columns * layout.width + (layout.columns - 1) * layout.gap_across
    down = layout.top + layout.rows * layout.height + (layout.rows - 1) * layout.gap_down
    assert across <= A4[0] + 1e-6
    assert down <= A4[1] + 1e-6
    assert min(layout.left, layout.top, layout.gap_across, layout.gap_down) >= 0
    corners = [label_corner(layout, place) for place in range(layout.count)]
    assert len(set(corners)) == layout.count
    assert all(a[1] < b[1] or a[0] < b[0] for a, b in pairwise(corners))
    assert layout.name != layout.english


def test_there_are_the_sheets_that_shops_sell() -> None:
    sizes = {(item.width, item.height, item.count) for item in LAYOUTS}
    assert {(90, 54, 10), (70, 42.4, 21), (70, 37, 24), (105, 74, 8), (210, 297, 1)} <= sizes
    assert len(set(KEYS)) == len(KEYS)


@settings(max_examples=150, deadline=None)
@given(given=NAMES, last=st.one_of(st.just(""), NAMES), width=st.floats(60, 500))
def test_a_name_fits_on_one_line_or_two_and_no_word_is_parted(
    given: str, last: str, width: float
) -> None:
    pen = Pen(phrases_of(make_badges()), width)
    name = pen.name(given, last, 60.0, 30.0)
    assert 1 <= len(name.lines) <= 2
    assert name.height <= 60.0 + 1e-6
    for line in name.lines:
        assert line.width * name.style.size / 1000 <= width + 1e-6
    words = " ".join(text_of(line) for line in name.lines).split()
    assert words == unicodedata.normalize("NFC", f"{given} {last}").split()


def test_a_name_is_as_large_as_the_room_allows() -> None:
    pen = Pen(phrases_of(make_badges()), 200.0)
    short, long = pen.name("นายก", "ข", 60, 30), pen.name("นายกกกกกก", "ขขขขขขขข" * 2, 60, 30)
    assert (len(short.lines), short.style.size) == (1, 30.0)
    assert len(long.lines) == 2
    for name in (short, long):
        larger = name.style.size + 0.5
        widest = max(line.width for line in name.lines)
        too_wide = widest * larger / 1000 > 200
        too_high = len(name.lines) * NAME_LEADING * larger > 60
        assert too_wide or too_high or larger > 30


def test_a_name_is_parted_before_the_surname_though_another_place_were_a_little_better() -> None:
    pen = Pen(phrases_of(make_badges()), 150.0)
    lines = pen.name("นายกุ้ง", "ณ เมืองเก่า", 60, 60).lines
    assert [text_of(line).strip() for line in lines] == ["นายกุ้ง", "ณ เมืองเก่า"]


def contents(words: str, more: str, layout: LabelLayout) -> BadgesContent:
    """Return a badge on which the same words stand everywhere."""
    badge = Badge(
        code=code_of(1),
        given=words,
        last_name=more,
        position=more,
        organisation=words,
        community=more,
        zone=words,
        sector="people",
    )
    content = make_badges(badge, layout=layout)
    return replace(content, forum=replace(content.forum, municipality=words, meeting_name=more))


@settings(max_examples=60, deadline=None)
@given(st.builds(contents, WORDS, WORDS, st.sampled_from(CODED)))
def test_nothing_leaves_its_label_and_nothing_lies_on_the_code(content: BadgesContent) -> None:
    layout = content.layout
    set_ = set_badge(content, content.badges[0])
    wide = (layout.width - 2 * layout.padding) * MILLIMETRE
    high = (layout.height - 2 * layout.padding) * MILLIMETRE
    at, down, code = code_of_badge(content, content.badges[0])
    for right, below, block in set_.blocks:
        assert (right, below) >= (0, 0)
        if not isinstance(block, QrCode):
            assert below + block.height <= high + 0.01
        if isinstance(block, Paragraph):
            across = max(line.width for line in block.lines) * block.style.size / 1000
            assert right + across <= wide + 0.01
            assert below + block.height <= down + 0.01 or right + across <= at + 0.01
    assert at + (code.side + 21 * code.module) / 2 <= wide + 0.01


@settings(max_examples=6, deadline=None)
@given(st.builds(contents, WORDS, WORDS, st.sampled_from(LAYOUTS)))
def test_any_words_make_whole_pages(content: BadgesContent) -> None:
    assert page_sizes(render(content, Wording())) == [A4]


@pytest.mark.parametrize(
    ("count", "skip", "pages"), [(1, 0, 1), (24, 0, 1), (25, 0, 2), (1, 23, 1), (2, 23, 2)]
)
def test_used_labels_are_skipped_on_the_first_sheet_only(count: int, skip: int, pages: int) -> None:
    content = make_badges(*many(count), layout="label-24", skip=skip)
    document = render(content, Wording())
    assert page_sizes(document) == [A4] * pages
    labels = [set_badge(content, badge) for badge in content.badges]
    first = next(sheets_of(content.layout, labels, skip)).labels
    assert first[:skip] == (None,) * skip
    assert first[skip] is labels[0]


def test_every_badge_of_a_long_list_is_printed_once_and_in_order() -> None:
    badges = many(60)
    text = "".join(pypdf_pages(render(make_badges(*badges, layout="label-21"), Wording())))
    places = [text.index(code_in_groups(badge.code)) for badge in badges]
    assert places == sorted(places)
    assert all(text.count(code_in_groups(badge.code)) == 1 for badge in badges)


def test_a_blank_badge_has_a_code_and_room_for_a_hand() -> None:
    codes = tuple(blank_badge_code() for _ in range(9))
    assert len(set(codes)) == 9
    assert all(read_badge(MARK + code) == code for code in codes)
    content = make_badges(*(Badge(code=code) for code in codes), blanks=codes)
    lines = [b for _, _, b in set_badge(content, content.badges[0]).blocks]
    writing = [block for block in lines if isinstance(block, WritingLine)]
    assert max(line.hand for line in writing) / MILLIMETRE >= 8
    for text in read_by_both(render(content, Wording())):
        assert text.count("ชื่อ-สกุล") == 9
        assert all(squeezed(code_in_groups(code)) in text for code in codes)


def test_a_card_for_the_table_shows_the_name_on_both_sides() -> None:
    document = render(make_badges(BADGES[0], BADGES[1], layout="tent"), Wording())
    assert page_sizes(document) == [A4] * 2
    page = picture(document)
    half = len(page) // 2
    upper, lower = (
        sum(byte < 128 for row in rows for byte in row)
        for rows in (page[:half], page[len(page) - half :])
    )
    assert upper > 50_000
    assert abs(upper - lower) / lower < 0.02
    turned = [row[::-1] for row in reversed(page)]
    unlike = sum(
        (a < 128) != (b < 128)
        for one, two in zip(page, turned, strict=True)
        for a, b in zip(one, two, strict=True)
    )
    assert unlike < 0.05 * upper


def test_those_who_do_not_see_the_card_hear_the_name_once() -> None:
    content = make_badges(BADGES[0], layout="tent")
    sheet = Sheet(DocumentFonts())
    set_tent(phrases_of(content), content, BADGES[0]).draw(sheet, 40.0, 800.0)
    # Municipality, name and community; the copy that stands on its head is no part of the text.
    assert [element.role for element in sheet.marker.elements] == [Role.PARAGRAPH] * 3


def test_a_badge_is_told_in_parts_and_its_code_as_a_figure() -> None:
    content = make_badges()
    sheet = Sheet(DocumentFonts())
    set_badge(content, BADGES[0]).draw(sheet, 40.0, 800.0)
    roles = [element.role for element in sheet.marker.elements]
    assert roles.count(Role.FIGURE) == 1
    assert set(roles) == {Role.PARAGRAPH, Role.FIGURE}
    assert b"<pdfaid:part>3</pdfaid:part>" in render(content, Wording())


def test_sectors_are_told_by_a_band_that_is_seen_without_colour_too() -> None:
    content = make_badges(*BADGES[:2])
    page = picture(render(content, Wording()))
    left, top = (round(at / 72 * DOTS_PER_INCH) for at in label_corner(content.layout, 0))
    column = [row[left + round(60 / 25.4 * DOTS_PER_INCH)] for row in page[top : top + 300]]
    dark = [place for place, grey in enumerate(column) if grey < 150]
    assert len(dark) > 5


def test_nobody_is_told_instead_of_printed() -> None:
    content = replace(make_badges(), badges=())
    document = render(content, Wording())
    assert page_sizes(document) == [A4]
    assert "ไม่มีบัตรให้พิมพ์" in readable(document)


def test_the_file_bears_the_order_and_no_name_outside_its_pages() -> None:
    codes = (code_of(1), code_of(2))
    data = render(make_badges(blanks=codes), Wording())
    with pypdfium2.PdfDocument(data) as document:
        told = [document.get_metadata_value(key) for key in ("Title", "Keywords", "Subject")]
        order = bytes(document.get_attachment(0).get_data()).decode()
    assert all(code in order for code in codes)
    for badge in BADGES[:-1]:
        assert not any(badge.given in text for text in (*told, order))


def test_the_same_content_gives_the_same_bytes_and_heeds_a_wish_to_stop() -> None:
    heard: list[float] = []
    first = render(make_badges(), Wording(), progress=heard.append)
    assert first == render(make_badges(), Wording())
    assert heard[-1] == 1.0
    with pytest.raises(Cancelled):
        render(make_badges(), Wording(), cancelled=lambda: True)
