"""Pages are set first and drawn when asked for, one by one or all."""

import io
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import count
from typing import Any

import pypdf
import pypdfium2
import pytest

from forum_desktop.documents.fonts.cluster_font import DocumentFonts, Encoded
from forum_desktop.documents.house import printing
from forum_desktop.documents.house.page_frame import PageStart
from forum_desktop.documents.house.phrases import Phrases
from forum_desktop.documents.house.printing import ContentsLine, LaidOut, lay_out_pages, print_pages
from forum_desktop.documents.typesetting.block import Block
from forum_desktop.documents.typesetting.boxes import Run
from forum_desktop.documents.typesetting.paragraph import set_line, set_paragraph
from forum_desktop.documents.typesetting.sheet import Sheet
from forum_desktop.documents.typesetting.style import (
    BODY,
    HEADING,
    PAGE_NUMBER,
    SUBHEADING,
    TextStyle,
)
from forum_desktop.wording import Wording
from tests.documents.factory import make_content
from tests.documents.printed import FRAME, LABEL, start_plain
from tests.documents.reading import pdfium_pages, pypdf_pages, squeezed

WORDS = "น้ำท่วมที่ถนนหน้าตลาดทุกปี ขอให้ขยายท่อระบายน้ำ และลอกคลองก่อนฤดูฝน " * 9


def start_numbered(sheet: Sheet, number: int) -> None:
    """Begin a page with its number."""
    sheet.text(set_line(f"หน้า {number}", PAGE_NUMBER, FRAME.width), PAGE_NUMBER, FRAME.left, 800)


def start_front(sheet: Sheet, number: int) -> None:
    """Begin a page of the front with its number."""
    sheet.text(set_line(f"สารบัญ {number}", PAGE_NUMBER, FRAME.width), PAGE_NUMBER, FRAME.left, 800)


def story(parts: int = 12, edited: str = "") -> list[Block]:
    blocks: list[Block] = []
    for number in range(1, parts + 1):
        blocks += [
            heading(f"ส่วนที่ {number}", HEADING),
            set_paragraph([Run(WORDS)], BODY, FRAME.width),
            heading(f"ข้อย่อย {number}", SUBHEADING),
            set_paragraph([Run(WORDS + (edited if number == 6 else ""))], BODY, FRAME.width),
        ]
    return blocks


def heading(text: str, style: TextStyle = HEADING) -> Block:
    return set_paragraph([Run(text, bold=True)], style, FRAME.width, title=text)


def contents(lines: Sequence[ContentsLine]) -> Iterable[Block]:
    yield heading("สารบัญ")
    for line in lines:
        yield set_paragraph([Run(f"{line.title} อยู่หน้า {line.page}.")], BODY, FRAME.width)


def laid_out(edited: str = "") -> LaidOut:
    return lay_out_pages(story(edited=edited), FRAME, start_numbered, LABEL)


def test_each_page_can_be_drawn_alone_and_says_what_it_says_in_the_whole() -> None:
    laid = laid_out()
    whole = pypdf_pages(laid.pdf())
    assert laid.page_count == len(whole) > 5
    assert laid.paper == FRAME.paper
    for number in (1, 4, laid.page_count):
        alone = laid.page_pdf(number)
        assert pypdf_pages(alone) == [whole[number - 1]]
        assert len(alone) < len(laid.pdf())


def test_there_is_no_page_before_the_first_or_after_the_last() -> None:
    laid = laid_out()
    for number in (0, -1, laid.page_count + 1):
        with pytest.raises(IndexError):
            laid.page_pdf(number)


def test_the_same_blocks_give_the_same_bytes_whatever_was_drawn_before() -> None:
    first = laid_out().pdf()
    laid_out("อื่น ๆ ").page_pdf(2)
    laid = laid_out()
    laid.page_pdf(3)
    assert laid.pdf() == first == print_pages(story(), FRAME, start_numbered, LABEL)


def test_contents_stand_before_page_one_and_tell_the_printed_numbers() -> None:
    document = print_pages(
        story(), FRAME, start_numbered, LABEL, front=contents, front_start=start_front
    )
    pages = [squeezed(page) for page in pypdf_pages(document)]
    fronts = [page for page in pages if page.startswith("สารบัญ")]
    assert fronts == pages[: len(fronts)]
    assert [page.startswith(f"สารบัญ{n}") for n, page in enumerate(fronts, start=1)]
    body = dict(zip(count(1), pages[len(fronts) :], strict=False))
    assert all(page.startswith(f"หน้า{number}") for number, page in body.items())
    told = squeezed("".join(fronts))
    for part in range(1, 13):
        for title in (f"ส่วนที่{part}", f"ข้อย่อย{part}"):
            page = int(told.split(f"{title}อยู่หน้า")[1].split(".")[0])
            assert title in body[page]


def test_the_outline_leads_to_the_pages_behind_the_contents() -> None:
    document = print_pages(story(), FRAME, start_numbered, LABEL, front=contents)
    reader = pypdf.PdfReader(io.BytesIO(document))
    pages = [squeezed(page) for page in pdfium_pages(document)]
    entries = _flat(reader.outline)
    places = {entry.title: reader.get_destination_page_number(entry) or 0 for entry in entries}
    assert list(places)[:3] == ["สารบัญ", "ส่วนที่ 1", "ข้อย่อย 1"]
    assert len(places) == 25
    assert all(squeezed(title) in pages[page] for title, page in places.items())


def test_a_watermark_is_seen_and_not_read() -> None:
    phrases = Phrases(Wording("th"), make_content().pack)
    start = PageStart(phrases, FRAME, is_draft=True)
    document = print_pages(story(1), FRAME, start, LABEL)
    for pages in (pypdf_pages(document), pdfium_pages(document)):
        assert squeezed(pages[0]).count("ร่าง") == 1
        assert squeezed(WORDS + WORDS) in squeezed(pages[0]).replace("ข้อย่อย1", "")
    reader = pypdfium2.PdfDocument(document)
    centre = reader[0].render(scale=0.2, grayscale=True).to_pil().crop((30, 55, 90, 115))
    reader.close()
    assert sum(centre.histogram()[231:245]) > 200


def test_a_document_without_a_word_has_one_page() -> None:
    assert len(pypdf_pages(print_pages([], FRAME, start_plain, LABEL))) == 1


def test_more_clusters_than_a_font_holds_open_a_second_font() -> None:
    fonts = DocumentFonts(most_clusters=7)
    typeface = set_line("ก", BODY).atoms[0].typeface
    words = ["น้ำท่วมที่ถนน", "ปั่นจักรยาน", "น้ำท่วมที่ถนน"]
    encoded = [fonts.words(typeface)[word] for word in words]
    assert encoded[0] == encoded[2]
    names = {part.font.resource_name for parts in encoded for part in parts}
    assert len(names) > 1
    assert all(len(part.font.texts) <= 7 for parts in encoded for part in parts)
    for word, parts in zip(words, encoded, strict=True):
        assert "".join(part.font.texts[code - 1] for part in parts for code in _codes(part)) == word


def test_a_document_of_many_fonts_reads_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = laid_out()
    as_usual = pypdf_pages(whole.pdf())
    monkeypatch.setattr(printing, "DocumentFonts", partial(DocumentFonts, most_clusters=20))
    document = whole.pdf()
    resources: Any = pypdf.PdfReader(io.BytesIO(document)).pages[0]["/Resources"]
    assert len(resources["/Font"]) > 2
    assert list(map(squeezed, pypdf_pages(document))) == list(map(squeezed, as_usual))
    assert list(map(squeezed, pdfium_pages(document))) == list(map(squeezed, as_usual))


def _codes(part: Encoded) -> list[int]:
    digits = "".join(piece.split(">")[0] for piece in part.pieces.split("<"))
    return [int(digits[place : place + 4], 16) for place in range(0, len(digits), 4)]


def _flat(outline: list[Any]) -> list[Any]:
    entries: list[Any] = []
    for entry in outline:
        entries += _flat(entry) if isinstance(entry, list) else [entry]
    return entries
