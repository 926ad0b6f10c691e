"""The Word document read back: it says what the PDF says, and an officer can work on it."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forum_desktop.documents import minutes
from forum_desktop.documents.docx import render
from forum_desktop.documents.office_keywords import read_keywords
from forum_desktop.documents.office_text import xml_text
from forum_desktop.errors import Cancelled
from forum_desktop.records.documents import DocumentKind
from forum_desktop.records.minutes import Edition, MinutesContent, MinutesSection, MinutesStatus
from forum_desktop.records.pack import AgendaKind, DocumentSettings
from forum_desktop.thai.digits import to_thai_digits
from forum_desktop.wording import Wording
from tests.documents.factory import DEPUTY, make_opinion, with_settings
from tests.documents.office_factory import city_minutes, office_minutes
from tests.documents.reading import pypdf_pages, squeezed


def certified(content: MinutesContent) -> MinutesContent:
    facts: dict[str, Any] = {"certified_on": date(2026, 3, 2), "certified_how": "โดยการเวียน"}
    texts = replace(content.texts, status=MinutesStatus.CERTIFIED, **facts)
    return replace(content, texts=texts)


def opened(content: MinutesContent) -> Any:
    return word.Document(io.BytesIO(render(content, Wording())))


def parts(content: MinutesContent) -> dict[str, str]:
    package = ZipFile(io.BytesIO(render(content, Wording())))
    return {name: package.read(name).decode() for name in package.namelist()}


def spoken(content: MinutesContent) -> Iterator[str]:
    """Yield the text of every paragraph in the order people read, its number before it."""
    document = opened(content)
    numbers = _Numbers(document)
    for block in document.iter_inner_content():
        paragraphs = _cells(block) if isinstance(block, Table) else [block]
        for paragraph in paragraphs:
            text = squeezed(numbers.label(paragraph) + paragraph.text)
            if text:
                yield text


def _cells(table: Table) -> Iterator[Any]:
    for row in table.rows:
        for cell in dict.fromkeys(row.cells):
            yield from cell.paragraphs


class _Numbers:
    """Counts the items of numbered lists as Word does."""

    def __init__(self, document: Any) -> None:
        root = document.part.numbering_part.element
        shapes = {
            shape.get(qn("w:abstractNumId")): shape.find(f".//{qn('w:lvlText')}").get(qn("w:val"))
            for shape in root.findall(qn("w:abstractNum"))
        }
        self._labels = {
            made.get(qn("w:numId")): shapes[made.find(qn("w:abstractNumId")).get(qn("w:val"))]
            for made in root.findall(qn("w:num"))
        }
        self._counts = dict.fromkeys(self._labels, 0)

    def label(self, paragraph: Any) -> str:
        found = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if found is None:
            return ""
        number = found.get(qn("w:val"))
        self._counts[number] += 1
        label: str = self._labels[number]
        return label.replace("%1", to_thai_digits(str(self._counts[number])))


def pdf_text(content: MinutesContent) -> str:
    """Return the text of the certified PDF without the heads of pages and the dots to sign on."""
    label = squeezed(Wording()("document.internal_label"))
    heads = re.compile(f"^(?:-[0-9๐-๙]+-)?(?:{label})?(?:-[0-9๐-๙]+-)?")
    text = "".join(heads.sub("", squeezed(page)) for page in pdf_pages(content))
    return re.sub(r"\.{5,}", "", text)


def pdf_pages(content: MinutesContent) -> list[str]:
    return pypdf_pages(minutes.render(content, Wording()))


def repeated_heads(content: MinutesContent) -> set[str]:
    """Return what the PDF says again where a table goes on over a page."""
    rows = [table.rows[0] for table in opened(content).tables]
    return {squeezed("".join(cell.text for cell in row.cells)) for row in rows}


def assert_same_words(content: MinutesContent) -> None:
    """Hold the two documents together, paragraph by paragraph and with nothing between."""
    content = certified(content)
    printed, place, between = pdf_text(content), 0, set()
    for text in spoken(content):
        found = printed.find(text, place)
        assert found >= 0, f"{text} is not in {printed[place : place + 200]}"
        between.add(printed[place:found])
        place = found + len(text)
    assert printed[place:] == ""
    assert between <= {""} | repeated_heads(content)


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("left_out", [None, *MinutesSection])
def test_it_says_what_the_pdf_says_in_the_same_order(
    edition: Edition, left_out: MinutesSection | None
) -> None:
    content = office_minutes(edition=edition)
    assert_same_words(replace(content, sections=content.sections - {left_out}))


def _without_agenda(content: MinutesContent) -> MinutesContent:
    return replace(content, agenda=())


def _all_missing(content: MinutesContent) -> MinutesContent:
    texts = replace(content.texts, meeting_number="", started_at=None, recorder_name="")
    return replace(content, texts=texts, chair=None, members_present=(), members_absent=())


def _nothing_said(content: MinutesContent) -> MinutesContent:
    empty = replace(content, opinions=(), rankings=(), projects=(), complaints_by_kind=())
    return replace(empty, participants_by_sector=(), participants_by_zone=(), strategies=())


def _chair_changes_twice(content: MinutesContent) -> MinutesContent:
    first = replace(content.delegations[0], takes_chair=True)
    second = replace(
        first, delegator=first.delegate, delegate=first.delegator, task="", takes_chair=True
    )
    third = replace(first, delegator=DEPUTY, takes_chair=False, task="")
    return replace(content, delegations=(first, second, third))


def _ranked_elsewhere(content: MinutesContent) -> MinutesContent:
    empty = replace(content.rankings[0], lines=(), tie_rule="", voters=None)
    item = replace(content.agenda[3], number=6, kind=AgendaKind.CONSIDER, resolution="")
    return replace(content, rankings=(*content.rankings, empty), agenda=(*content.agenda, item))


def _many_lines(content: MinutesContent) -> MinutesContent:
    opinion = replace(content.opinions[0], text="ก\n\n  ข\nค", answer="ง\nจ")
    item = replace(content.agenda[0], notes="ฉ\n\nช 12", resolution="ซ\nฌ 3/2569")
    return replace(
        content,
        opinions=(opinion, *content.opinions[1:]),
        agenda=(item, *content.agenda[1:]),
        projects=tuple(replace(project, budget=None) for project in content.projects),
    )


@pytest.mark.parametrize(
    "changed",
    [
        _without_agenda,
        _all_missing,
        _nothing_said,
        _chair_changes_twice,
        _ranked_elsewhere,
        _many_lines,
    ],
)
def test_it_goes_with_the_pdf_wherever_the_meeting_went(
    changed: Callable[[MinutesContent], MinutesContent],
) -> None:
    assert_same_words(changed(office_minutes()))


def test_every_opinion_of_a_city_stands_in_it_once() -> None:
    content = city_minutes(opinions=200, people=20)
    text = "".join(spoken(content))
    for opinion in content.opinions:
        assert text.count(squeezed(opinion.text)) == 1


def test_styles_are_real_and_thai_to_the_last() -> None:
    document = opened(office_minutes())
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Body Text", "List Number"} <= used
    styles = parts(office_minutes())["word/styles.xml"]
    fonts = " ".join(re.findall("<w:rFonts ([^>]+)/>", styles))
    assert set(re.findall('"([^"]+)"', fonts)) == {"TH Sarabun New"}
    assert 'w:bidi="th-TH"' in styles
    body = document.styles["Body Text"].element
    assert body.find(f".//{qn('w:jc')}").get(qn("w:val")) == "thaiDistribute"
    for style in document.styles.element.iter(qn("w:b")):
        assert style.getnext().tag == qn("w:bCs")
    sizes = {size.getparent() for size in document.styles.element.iter(qn("w:sz"))}
    assert all(parent.find(qn("w:szCs")) is not None for parent in sizes)


def test_no_latin_typeface_is_named_in_any_part() -> None:
    whole = "".join(parts(office_minutes()).values())
    for name in ("Calibri", "Cambria", "Times", "Arial", "Theme"):
        assert name not in whole.replace("themeFontLang", "")


def test_thai_runs_are_complex_script_and_bold_in_both() -> None:
    document = opened(office_minutes())
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        if re.search("[ก-๛]", text):
            assert run.find(f"{qn('w:rPr')}/{qn('w:cs')}") is not None
        assert (run.find(f"{qn('w:rPr')}/{qn('w:b')}") is None) == (
            run.find(f"{qn('w:rPr')}/{qn('w:bCs')}") is None
        )


def test_an_installed_typeface_of_the_office_is_taken() -> None:
    content = with_settings(office_minutes(), DocumentSettings(typeface="TH Niramit AS"))
    assert 'w:cs="TH Niramit AS"' in parts(content)["word/styles.xml"]


def test_lists_number_themselves_in_the_digits_of_the_office() -> None:
    thai = parts(office_minutes())["word/numbering.xml"]
    assert 'w:numFmt w:val="thaiNumbers"' in thai
    arabic = with_settings(office_minutes(), DocumentSettings(thai_digits=False))
    assert "thaiNumbers" not in parts(arabic)["word/numbering.xml"]
    assert "thaiNumbers" not in parts(arabic)["word/document.xml"]


def test_each_list_begins_at_one() -> None:
    root = parse_xml(parts(office_minutes())["word/numbering.xml"].encode())
    for made in root.findall(qn("w:num")):
        assert made.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_pages_have_the_margins_of_the_office_and_their_number_from_the_second_on() -> None:
    made = DocumentSettings(margin_left=3.5, margin_right=1.5, margin_top=3, margin_bottom=2)
    section = opened(with_settings(office_minutes(), made)).sections[0]
    assert [round(side.cm, 2) for side in (section.left_margin, section.right_margin)] == [3.5, 1.5]
    assert [round(side.cm, 2) for side in (section.top_margin, section.bottom_margin)] == [3.0, 2.0]
    assert section.different_first_page_header_footer
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    codes = [
        "".join(code.text for code in header._element.iter(qn("w:instrText"))).strip()
        for header in (section.first_page_header, section.header)
    ]
    assert codes == ["", "PAGE"]


def test_only_what_is_not_certified_is_marked_as_a_draft() -> None:
    draft = parts(office_minutes())
    assert "DraftMark" in draft["word/header1.xml"]
    assert "ร่าง" in draft["word/header2.xml"]
    final = parts(certified(office_minutes()))
    assert "ร่าง" not in final["word/header1.xml"] + final["word/header2.xml"]


def test_table_heads_repeat_and_rows_stay_whole() -> None:
    document = opened(office_minutes())
    ruled = [table for table in document.tables if table.style.name == "Table Grid"]
    assert len(ruled) >= 4
    for table in ruled:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    for row in document.element.body.iter(qn("w:tr")):
        assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_headings_are_kept_with_what_follows() -> None:
    document = opened(office_minutes())
    for level in (1, 2, 3):
        assert document.styles[f"Heading {level}"].paragraph_format.keep_with_next


def test_contents_of_long_minutes_point_at_every_heading() -> None:
    content = city_minutes(opinions=200, people=20)
    root = parse_xml(parts(content)["word/document.xml"].encode())
    marks = {mark.get(qn("w:name")) for mark in root.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in root.iter(qn("w:hyperlink"))]
    assert links
    assert set(links) <= marks
    kinds = [mark.get(qn("w:fldCharType")) for mark in root.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_public_minutes_hold_no_attendee() -> None:
    strayed = replace(office_minutes(), edition=Edition.PUBLIC)
    assert "สมมติ1" not in "".join(parts(strayed).values())


def test_it_says_what_it_was_made_of_and_names_nobody() -> None:
    content = office_minutes()
    told = read_keywords(render(content, Wording()))
    assert told is not None
    assert (told.kind, told.edition) == (DocumentKind.MINUTES, Edition.INTERNAL)
    assert told.fingerprint in "".join(parts(content)["word/document.xml"])
    properties = opened(content).core_properties
    assert properties.author == "Forum Desktop"
    assert properties.title == "รายงานการประชุมประชาคมระดับเมือง เทศบาลเมืองน้ำปั่น"
    assert (properties.created, properties.modified, properties.last_modified_by) == (
        None,
        None,
        "",
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=60), min_size=1, max_size=3))
@example(["<w:p>&amp;]]>", "\x00\x0b\ud800\ufffe", "ก\u0301" * 500, "x" * 10_000, "\u202eกลับ"])
def test_any_text_can_be_said(texts: list[str]) -> None:
    content = office_minutes(*(make_opinion(text, attribution=text) for text in texts))
    said = "".join(spoken(content))
    for text in texts:
        for line in xml_text(text).splitlines():
            assert squeezed(line) in said


def test_progress_grows_to_the_whole_and_a_wish_to_stop_is_heeded() -> None:
    heard: list[float] = []
    render(office_minutes(), Wording(), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    with pytest.raises(Cancelled):
        render(office_minutes(), Wording(), cancelled=lambda: True)


def test_english_labels_go_with_the_same_facts() -> None:
    document = word.Document(io.BytesIO(render(office_minutes(), Wording("en"))))
    assert document.paragraphs[0].text.startswith("Minutes of")
