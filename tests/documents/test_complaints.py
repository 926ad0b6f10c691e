"""The register of complaints: the cases for headquarters, never the people or the facts."""

from dataclasses import replace

import pytest

from forum_desktop.documents.complaints import render
from forum_desktop.records.complaint import ComplaintLevel, ComplaintState
from forum_desktop.records.documents import RegisterContent
from forum_desktop.records.minutes import Edition
from forum_desktop.wording import Wording
from tests.documents.family import make_complaint, make_register, reference
from tests.documents.reading import pdfium_pages, pypdf_pages, running_text, squeezed


def read(content: RegisterContent) -> str:
    return running_text(pypdf_pages(render(content, Wording())))


def test_every_page_says_that_it_stays_in_the_house() -> None:
    many = [make_complaint(n) for n in range(1, 60)]
    pages = pypdf_pages(render(make_register(*many), Wording()))
    assert len(pages) > 2
    assert all("ใช้ภายใน ห้ามเผยแพร่" in page for page in pages)


def test_a_row_has_the_case_and_its_due_date() -> None:
    assert (
        f"๑{reference(1, 'C')}๑๒ก.พ.๒๕๖๙๐๙.๑๖น.ซ่อมแซมไฟฟ้าชำรุดไฟส่องสว่างดับทั้งซอย"
        "ความประสงค์:ซ่อมแซมภายใน7วันซอยหน้าโรงเรียนชุมชนโนนทองกองช่างเปิดเผยต่อเจ้าหน้าที่"
        "๒๗ก.พ.๒๕๖๙รับเรื่องแล้ว"
    ) in read(make_register())


def test_cases_stand_in_the_order_they_came() -> None:
    text = read(make_register())
    places = [text.find(reference(number, "C")) for number in (1, 2, 3)]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("edition", list(Edition))
def test_facts_are_not_printed(edition: Edition) -> None:
    assert "ข้อเท็จจริงที่ไม่พิมพ์" not in read(make_register(edition=edition))


def test_a_public_register_lists_no_case() -> None:
    document = render(make_register(edition=Edition.PUBLIC), Wording())
    text = squeezed("".join(pypdf_pages(document)))
    assert "NP69-C-" not in text
    assert "ซอย" not in text
    assert "ฉบับเผยแพร่จึงไม่แสดงรายการ" in text


@pytest.mark.parametrize("level", list(ComplaintLevel))
@pytest.mark.parametrize("state", list(ComplaintState))
def test_every_level_and_state_has_its_words(level: ComplaintLevel, state: ComplaintState) -> None:
    wording = Wording()
    text = read(make_register(make_complaint(level=level, state=state)))
    assert squeezed(wording(f"document.register.level.{level}")) in text
    assert squeezed(wording(f"document.register.state.{state}")) in text


def test_no_complaints() -> None:
    assert "ไม่มีเรื่องร้องเรียน" in read(replace(make_register(), complaints=()))


def test_odd_words_are_printed_whole() -> None:
    assert read(make_register(make_complaint(subject="ฮ" * 10_000))).count("ฮ") == 10_000


def test_many_cases_stand_once_each() -> None:
    many = [make_complaint(number) for number in range(1, 301)]
    document = render(make_register(*many), Wording())
    for extract in (pypdf_pages, pdfium_pages):
        text = squeezed("".join(extract(document)))
        assert all(text.count(case.reference) == 1 for case in many)
