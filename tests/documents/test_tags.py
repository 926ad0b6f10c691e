"""The structure of a document: its parts in reading order, each mark owned once."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from pypdf.generic import ContentStream

from forum_desktop.documents import projects, sign_in
from forum_desktop.documents.fonts.cluster_font import DocumentFonts
from forum_desktop.documents.minutes import render
from forum_desktop.documents.pdf import write_pdf
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import set_line, set_paragraph
from forum_desktop.documents.typesetting.roles import Role
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import BODY, HEADING
from forum_desktop.wording import Wording
from tests.documents.factory import make_content
from tests.documents.family import (
    make_attendee,
    make_group,
    make_project,
    make_projects,
    make_sign_in,
)
from tests.documents.printed import FRAME, printed
from tests.documents.reading import squeezed
from tests.documents.test_archive import label


@pytest.fixture(scope="module")
def minutes() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render(make_content(), Wording("th"))))


def structure(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]


def parts(node: Any) -> Iterator[Any]:
    """Yield a part and all parts it holds, in reading order."""
    yield node
    for kid in node["/K"]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield from parts(found)


def all_parts(reader: pypdf.PdfReader) -> list[Any]:
    return list(parts(structure(reader)["/K"].get_object()))


def marks(reader: pypdf.PdfReader, node: Any) -> Iterator[tuple[int, int]]:
    """Yield the marks of one part as pages and numbers."""
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    for kid in node["/K"]:
        if isinstance(kid, int):
            yield pages[node.raw_get("/Pg").idnum], int(kid)
        elif "/MCID" in (found := kid.get_object()):
            yield pages[found.raw_get("/Pg").idnum], int(found["/MCID"])


def marks_on(page: pypdf.PageObject) -> list[int]:
    """Return the numbers of the marks that a page's content bears, in drawn order."""
    content = ContentStream(page["/Contents"].get_object(), page.pdf)
    depth, found = 0, []
    for operands, operator in content.operations:
        if operator in {b"BDC", b"BMC"}:
            assert depth == 0, "a mark within a mark"
            depth += 1
            found += [int(operands[1]["/MCID"])] if operator == b"BDC" else []
        elif operator == b"EMC":
            depth -= 1
        elif operator in {b"Tj", b"TJ"}:
            assert depth == 1, "text without a mark"
    assert depth == 0
    return found


def test_every_mark_is_owned_once_and_the_parent_tree_agrees(minutes: pypdf.PdfReader) -> None:
    owned = {mark: node for node in all_parts(minutes) for mark in marks(minutes, node)}
    drawn = [(n, mark) for n, page in enumerate(minutes.pages) for mark in marks_on(page)]
    assert sorted(owned) == sorted(drawn)
    nums = structure(minutes)["/ParentTree"]["/Nums"]
    tree = dict(zip(nums[::2], nums[1::2], strict=True))
    for (page, mark), node in owned.items():
        assert tree[page][mark].get_object() == node


def test_parts_are_read_in_the_order_they_are_drawn(minutes: pypdf.PdfReader) -> None:
    order = [mark for node in all_parts(minutes) for mark in marks(minutes, node)]
    assert order == sorted(order)


def test_headings_tables_and_their_heads_are_told_apart(minutes: pypdf.PdfReader) -> None:
    roles = [str(node["/S"]) for node in all_parts(minutes)]
    assert roles[:2] == ["/Document", "/H1"]
    assert {"/H2", "/H3", "/P", "/Table", "/TR", "/TH", "/TD"} <= set(roles)
    for node in all_parts(minutes):
        if node["/S"] == "/Table":
            rows = [kid.get_object() for kid in node["/K"]]
            assert {row["/S"] for row in rows} == {"/TR"}
            assert len({len(row["/K"]) for row in rows}) == 1
        if node["/S"] == "/TH":
            assert node["/A"]["/Scope"] == "/Column"


def test_a_part_that_continues_stays_one_and_artifacts_part_no_text() -> None:
    fonts = DocumentFonts()
    first, second = Sheet(fonts), Sheet(fonts)
    line = set_line("ข้อความ", BODY)
    with first.element(Role.PARAGRAPH):
        first.text(line, BODY, 80, 700)
        with first.artifact():
            first.rule(0, 0, 9, 9)
            first.text(line, BODY, 80, 650)
        first.text(line, BODY, 80, 600)
    with second.element(Role.PARAGRAPH, continues=True):
        second.text(line, BODY, 80, 700)
    with second.element(Role.FIGURE, alt="รูปแสดงจำนวน"), second.element(Role.PARAGRAPH):
        second.text(line, BODY, 80, 600)
    second.text(line, BODY, 80, 500)
    reader = pypdf.PdfReader(io.BytesIO(write_pdf([first, second], fonts, label())))
    _, paragraph, figure, loose = all_parts(reader)
    assert list(marks(reader, paragraph)) == [(0, 0), (0, 1), (1, 0)]
    assert (figure["/S"], figure["/Alt"]) == ("/Figure", "รูปแสดงจำนวน")
    assert list(marks(reader, figure)) == [(1, 1)]
    assert loose["/S"] == "/P"
    for page in reader.pages:
        marks_on(page)


def test_parts_say_what_was_composed_whole_even_where_pages_part_them() -> None:
    words = "น้ำท่วมที่ถนนหน้าตลาดทุกปี ขอให้ขยายท่อระบายน้ำ (ทางหลวง 12) " * 20
    texts = [(f"ส่วนที่ {n}", f"{n} {words}") for n in range(1, 8)]
    blocks = [
        set_paragraph([Run(text)], style, FRAME.width)
        for pair in texts
        for text, style in zip(pair, (HEADING, BODY), strict=True)
    ]
    reader = pypdf.PdfReader(io.BytesIO(printed(*blocks)))
    said = spoken_marks(reader)
    found = [
        (str(node["/S"]), squeezed("".join(said[mark] for mark in marks(reader, node))))
        for node in all_parts(reader)[1:]
    ]
    roles = ("/H2", "/P")
    assert found == [
        (role, squeezed(t)) for pair in texts for role, t in zip(roles, pair, strict=True)
    ]
    assert len(reader.pages) > 2


def spoken_marks(reader: pypdf.PdfReader) -> dict[tuple[int, int], str]:
    """Return what stands under each mark, page and number, by the fonts' own character maps."""
    said: dict[tuple[int, int], str] = {}
    for number, page in enumerate(reader.pages):
        fonts = {name: to_text(font) for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index]
        mark, font = (number, -1), {}
        for operands, operator in ContentStream(
            page["/Contents"].get_object(), page.pdf
        ).operations:
            if operator == b"BDC":
                mark = (number, int(operands[1]["/MCID"]))
            elif operator == b"Tf":
                font = fonts[operands[0]]
            elif operator == b"TJ":
                text = "".join(decoded(part, font) for part in operands[0])
                said[mark] = said.get(mark, "") + text
    return said


def to_text(font: Any) -> dict[int, str]:
    """Return the text of each code of a font."""
    entries = re.findall(rb"<(....)> <([0-9A-F]*)>\n", font["/ToUnicode"].get_data())
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in entries
    }


def decoded(part: Any, font: dict[int, str]) -> str:
    """Return the text of a piece of a text array; nothing for a movement."""
    if isinstance(part, int | float):
        return ""
    raw = part.original_bytes
    return "".join(font[int.from_bytes(raw[n : n + 2])] for n in range(0, len(raw), 2))


def test_cells_over_more_columns_or_rows_say_so() -> None:
    people = [make_attendee(str(number)) for number in range(1, 41)]
    signed = sign_in.render(make_sign_in(make_group(*people)), Wording("th"))
    wanted = [make_project(number=number, budget=number) for number in range(1, 21)]
    planned = projects.render(make_projects(*wanted), Wording("th"))
    for data in (signed, planned):
        tables = [
            [row.get_object() for row in node["/K"]]
            for node in all_parts(pypdf.PdfReader(io.BytesIO(data)))
            if node["/S"] == "/Table"
        ]
        assert tables
        assert any(span(cell) != (1, 1) for rows in tables for row in rows for cell in cells(row))
        for rows in tables:
            assert len(set(widths(rows))) == 1


def cells(row: Any) -> list[Any]:
    """Return the cells of a row."""
    return [cell.get_object() for cell in row["/K"]]


def span(cell: Any) -> tuple[int, int]:
    """Return how many columns and rows a cell takes up."""
    facts = cell.get("/A", {})
    return int(facts.get("/ColSpan", 1)), int(facts.get("/RowSpan", 1))


def widths(rows: list[Any]) -> Iterator[int]:
    """Yield how many columns each row takes up, with the cells that reach down into it."""
    reaching: list[tuple[int, int]] = []
    for row in rows:
        here = [span(cell) for cell in cells(row)]
        yield sum(columns for columns, _ in here + reaching)
        reaching = [(columns, left - 1) for columns, left in here + reaching if left > 1]
