"""How the minutes lie on their pages: contents, annexes, signatures, and the preview."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents.fingerprint import fingerprint
from forum_desktop.documents.minutes import lay_out, render
from forum_desktop.errors import Cancelled
from forum_desktop.records.minutes import MinutesContent
from forum_desktop.records.pack import DocumentSettings
from forum_desktop.wording import Wording
from tests.documents.factory import make_content, make_opinion, with_settings
from tests.documents.full_minutes import make_full_content
from tests.documents.reading import pypdf_pages, squeezed

CONTENTS = "สารบัญ"
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
LONG = make_full_content(opinions=60, people=130)


def squeezed_pages(document: bytes) -> list[str]:
    return [squeezed(page) for page in pypdf_pages(document)]


def test_only_long_minutes_have_a_table_of_contents() -> None:
    assert CONTENTS not in squeezed_pages(render(make_full_content(), Wording()))[0]
    document = render(LONG, Wording())
    first, second = squeezed_pages(document)[:2]
    assert len(pypdf_pages(document)) > 12
    assert first.startswith(f"ฉบับภายในห้ามเผยแพร่-ก-{CONTENTS}หน้าผู้มาประชุม๑")
    assert second.startswith("ฉบับภายในห้ามเผยแพร่รายงานการประชุมประชาคม")


def test_the_contents_name_the_page_that_each_heading_stands_on() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(LONG, Wording())))
    contents, *pages = [squeezed(page.extract_text()) for page in reader.pages]
    rest = contents.split(f"{CONTENTS}หน้า")[1]
    for title, page in _bookmarks(reader, reader.outline):
        words, number = squeezed(title), str(page)
        assert rest.startswith(words)
        rest = rest.removeprefix(words)
        assert rest.translate(DIGITS).startswith(number)
        rest = rest[len(number) :]
        assert words.removeprefix("เอกสารแนบท้าย๑").removeprefix("เอกสารแนบท้าย๒") in pages[page - 1]
    assert rest == ""


def test_each_line_of_the_contents_leads_to_its_heading() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(LONG, Wording())))
    links = [link.get_object() for link in cast("Any", reader.pages[0]["/Annots"])]
    pages = [page.get_object() for page in reader.pages]
    led = [pages.index(link["/Dest"][0].get_object()) for link in links]
    assert led == [page for _, page in _bookmarks(reader, reader.outline)]
    assert all(link["/F"] == 4 and link["/Subtype"] == "/Link" for link in links)
    tops = [float(link["/Rect"][3]) for link in links]
    assert tops == sorted(tops, reverse=True)
    assert len(set(tops)) == len(tops)


def test_a_page_drawn_alone_leads_nowhere() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(lay_out(LONG, Wording()).page_pdf(1))).pages
    assert "/Annots" not in page


def test_a_long_title_wraps_in_the_contents_and_an_endless_one_is_cut_there_alone() -> None:
    titles = ("เรื่อง" + "ความก้าวหน้าของโครงการ" * 8, "เรื่อง" + "น้ำ" * 400)
    first, second, *others = LONG.agenda
    agenda = (replace(first, title=titles[0]), replace(second, title=titles[1]), *others)
    contents, *pages = squeezed_pages(render(replace(LONG, agenda=agenda), Wording()))
    assert titles[0] in contents
    assert titles[1] not in contents
    assert "น้ำ…" in contents
    assert titles[1] in "".join(pages)


@settings(max_examples=20, deadline=None)
@given(
    opinions=st.integers(min_value=5, max_value=20), people=st.integers(min_value=1, max_value=40)
)
def test_each_annex_begins_a_page(opinions: int, people: int) -> None:
    document = render(make_full_content(opinions=opinions, people=people), Wording())
    heads = [page.split("-", 2)[-1][:14] for page in squeezed_pages(document)]
    assert [head for head in heads if head.startswith("เอกสารแนบท้าย")] == [
        "เอกสารแนบท้าย๑",
        "เอกสารแนบท้าย๒",
    ]
    assert all(squeezed_pages(document))


def test_an_annex_repeats_the_head_of_its_table_on_each_page() -> None:
    pages = squeezed_pages(render(LONG, Wording()))
    starts = [place for place, page in enumerate(pages) if "-เอกสารแนบท้าย" in page]
    assert len(starts) == 2
    assert starts[1] - starts[0] > 2
    head = "ที่ชื่อ-สกุลตำแหน่ง/หน่วยงาน/ชุมชนภาคส่วน"
    for page in pages[starts[0] : starts[1]]:
        assert page.count(head) == 1
    assert "ผู้ตรวจรายงานการประชุม" in pages[starts[0] - 1]


@settings(max_examples=25, deadline=None)
@given(
    lines=st.integers(min_value=0, max_value=40),
    bottom=st.floats(min_value=1.0, max_value=9.0),
    closing=st.sampled_from(["", "ประธานกล่าวปิดประชุม", "ปิดท้าย\nประธานกล่าวปิดประชุม"]),
)
def test_signatures_are_whole_and_never_alone(lines: int, bottom: float, closing: str) -> None:
    content = make_content(*[make_opinion(f"ข้อ {n}") for n in range(lines + 1)])
    content = replace(content, texts=replace(content.texts, closing=closing))
    content = with_settings(content, DocumentSettings(margin_bottom=bottom))
    last = squeezed_pages(render(content, Wording()))[-1]
    assert "เลิกประชุมเวลา๑๒.๐๕น.(ลงชื่อ)" in last
    assert closing.rsplit("\n", maxsplit=1)[-1] in last
    assert last.index("ผู้จดรายงานการประชุม") < last.index("ผู้ตรวจรายงานการประชุม")
    assert "ลายพิมพ์ข้อมูลของเอกสาร" in last


@settings(max_examples=20, deadline=None)
@given(bottom=st.floats(min_value=1.0, max_value=12.0))
def test_no_resolution_stands_at_the_head_of_a_page(bottom: float) -> None:
    content = with_settings(make_full_content(), DocumentSettings(margin_bottom=bottom))
    pages = squeezed_pages(render(content, Wording()))
    body = [page.removeprefix("ฉบับภายในห้ามเผยแพร่").split("-", 2)[-1] for page in pages]
    assert not [page for page in body if page.startswith(("มติที่ประชุม", "ผลการลงคะแนน"))]


@pytest.mark.parametrize("content", [make_content(), make_full_content()])
def test_the_fingerprint_is_one_line_of_the_last_page(content: MinutesContent) -> None:
    last = pypdf_pages(render(content, Wording()))[-1]
    assert last.splitlines()[-1].split()[-1] == fingerprint(content)


def test_the_preview_is_the_document_page_by_page() -> None:
    content = make_full_content()
    laid = lay_out(content, Wording())
    whole = pypdf_pages(render(content, Wording()))
    assert laid.page_count == len(whole)
    for number, page in enumerate(whole, start=1):
        (shown,) = pypdf_pages(laid.page_pdf(number))
        assert squeezed(shown) == squeezed(page)


def test_a_preview_stops_soon_when_asked() -> None:
    with pytest.raises(Cancelled):
        lay_out(make_content(), Wording(), cancelled=lambda: True)


def _bookmarks(reader: pypdf.PdfReader, outline: Sequence[Any]) -> list[tuple[str, int]]:
    """Return titles with the numbers of their pages, of which the first is the contents'."""
    found: list[tuple[str, int]] = []
    for item in outline:
        if isinstance(item, list):
            found += _bookmarks(reader, item)
        else:
            assert isinstance(item, pypdf.generic.Destination)
            page = reader.get_destination_page_number(item)
            assert page is not None
            found.append((str(item.title), page))
    return found
