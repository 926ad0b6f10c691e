"""A ledger on its pages: every line once, nothing off the page, nothing parted from its own."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.house.ledger import (
    Column,
    Ledger,
    Row,
    Span,
    fit,
    set_band,
    set_head,
    set_row,
    set_spans,
)
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.style import Align

PAGE = 400.0
HEAD = set_head(fit((Column("ที่", 40), Column("ข้อความ", 80, share=1)), 240))


def lines_of(text: str) -> Row:
    return set_row(HEAD.grid, ("๑", text))


def pages_of(ledger: Ledger, room: float = PAGE) -> list[Ledger]:
    """Return the parts on pages, the first of which has `room` left."""
    parts: list[Ledger] = []
    rest: Ledger | None = ledger
    while rest is not None:
        part, rest = rest.split(room if not parts else PAGE)
        if part is not None:
            parts.append(part)
        else:
            assert rest is not None
            part, rest = rest.split(PAGE)
            assert part is not None, "a page must take something"
            parts.append(part)
    return parts


def texts(parts: list[Ledger]) -> list[str]:
    """Return the lines of the last column in order, bands that are said again left out."""
    return [
        "".join(atom.text for atom in line.atoms)
        for part in parts
        for row in part.rows
        if not (row.is_band and row.continues)
        for line in row.cells[-1].lines
    ]


words = st.integers(1, 60).map(lambda n: " ".join(["ถนนซอย"] * n))
rows = st.lists(
    st.one_of(
        words.map(lambda text: ("row", text)),
        st.just(("band", "แนวทาง")),
        st.just(("sum", "รวม")),
    ),
    min_size=1,
    max_size=25,
)


@given(rows, st.floats(0, PAGE))
@settings(max_examples=60, deadline=None)
def test_every_line_stands_once_and_fits_its_page(
    kinds: list[tuple[str, str]], room: float
) -> None:
    made = {"row": lines_of, "band": _band, "sum": _sum}
    ledger = Ledger(HEAD, tuple(made[kind](text) for kind, text in kinds), PAGE)
    parts = pages_of(ledger, room)
    assert texts(parts) == texts([ledger])
    assert all(part.height <= PAGE + 1e-6 for part in parts)


def _band(text: str) -> Row:
    return set_band(HEAD.grid, Run(text, bold=True))


def _sum(text: str) -> Row:
    return set_spans(HEAD.grid, [Span(0, 2, Run(text), Align.RIGHT)])


@given(st.lists(st.integers(1, 8), min_size=2, max_size=40), st.floats(0, PAGE))
@settings(max_examples=60, deadline=None)
def test_sums_and_bands_stay_with_their_rows(groups: list[int], room: float) -> None:
    numbers = count(1)
    made: list[Row] = []
    for size in groups:
        made += [_band("แนวทาง"), *(lines_of(f"แถว {next(numbers)}") for _ in range(size))]
    ledger = Ledger(HEAD, (*made, _sum("รวม"), _sum("จำนวน")), PAGE)
    for part in pages_of(ledger, room):
        assert not part.rows[-1].is_band
        assert not part.rows[0].is_sum
        assert part.rows[0].is_band


def test_a_band_is_said_again_where_its_rows_go_on() -> None:
    ledger = Ledger(HEAD, (_band("แนวทาง"), *(lines_of("แถว") for _ in range(60))), PAGE)
    parts = pages_of(ledger)
    assert len(parts) > 2
    assert [part.rows[0].continues for part in parts] == [False] + [True] * (len(parts) - 1)


def test_a_word_longer_than_pages_is_printed_whole() -> None:
    word = "ก" * 10_000
    ledger = Ledger(HEAD, (lines_of(word),), PAGE)
    assert "".join(texts(pages_of(ledger))) == word


def test_a_row_is_not_parted_for_the_foot_of_a_page() -> None:
    row = lines_of("\n".join(["บรรทัด"] * 6))
    ledger = Ledger(HEAD, (row, row), PAGE)
    first, rest = ledger.split(HEAD.height + 1.5 * row.height)
    assert first is not None
    assert rest is not None
    assert (len(first.rows), len(rest.rows)) == (1, 1)


def test_a_common_head_stands_over_its_columns() -> None:
    columns = (
        Column("ที่", 30),
        Column("เช้า", 40, group="ลายมือชื่อ"),
        Column("บ่าย", 40, group="ลายมือชื่อ"),
        Column("หมายเหตุ", 40),
    )
    head = set_head(fit(columns, 200))
    assert [(cell.first, cell.end) for cell in head.over] == [(0, 1), (1, 3), (3, 4)]
    assert [(cell.first, cell.end) for cell in head.under] == [(1, 2), (2, 3)]


@pytest.mark.parametrize("width", [60.0, 240.0, 900.0])
def test_columns_fill_the_width_exactly(width: float) -> None:
    grid = fit((Column("ก", 40), Column("ข", 80, share=1), Column("ค", 30, share=2)), width)
    assert grid.edges[-1] == pytest.approx(width)


def test_columns_of_numbers_keep_their_width_where_room_lacks() -> None:
    grid = fit(
        (Column("ข้อความ", 100, share=1), Column("บาท", 60), Column("เหตุผล", 100, share=9)), 220
    )
    assert [column.width for column in grid.columns] == pytest.approx([80, 60, 80])


def test_what_is_whole_breaks_only_where_it_must() -> None:
    narrow = fit((Column("ชื่อ", 70),), 70)
    name = set_row(narrow, (Run("นางสาวปิ่น  ปู่ทอง", whole=True),))
    long_label = set_row(narrow, (Run("ผู้แทนชุมชนหลังศูนย์ราชการเทพารักษ์", whole=True),))
    assert _lines(name) == ["นางสาวปิ่น", "ปู่ทอง"]
    assert "".join(_lines(long_label)) == "ผู้แทนชุมชนหลังศูนย์ราชการเทพารักษ์"
    assert not any(line.endswith(("เ", "แ", "โ", "ใ", "ไ")) for line in _lines(long_label))


def _lines(row: Row) -> list[str]:
    return ["".join(a.text for a in line.atoms).strip() for line in row.cells[0].lines]


def test_a_row_of_least_height_keeps_it() -> None:
    row = set_row(HEAD.grid, ("๑", ""), least=27.5)
    assert row.height == 27.5
