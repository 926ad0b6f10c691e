"""The slip for the safe: its code as it is typed, whose laptop, and nothing that tells the code."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from forum_desktop.db.keys.recovery_code import new_code, read_code
from forum_desktop.documents import recovery_slip
from forum_desktop.records.protection import RecoverySlip
from forum_desktop.wording import Wording
from tests.documents.reading import pdfium_pages as read_pages
from tests.factory import make_pack

TH = Wording("th")


def slip(**changes: object) -> RecoverySlip:
    made = RecoverySlip(
        pack=make_pack(),
        code=new_code(),
        made_on=date(2027, 2, 11),
        municipality="เทศบาลเมืองตัวอย่าง",
        laptop="B โต๊ะลงทะเบียนหลังห้อง",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_code_stands_in_its_groups_and_is_read_back() -> None:
    content = slip()
    (text,) = read_pages(recovery_slip.render(content, TH))
    groups = content.code.split("-")
    assert len(groups) == 7
    found = "".join(line for line in text.splitlines() if any(one in line for one in groups))
    assert read_code(found) == read_code(content.code)


def test_it_is_one_page_of_a5_with_room_for_the_safes_number() -> None:
    data = recovery_slip.render(slip(laptop="ก" * 60, municipality="เมือง" * 12), TH)
    (text,) = read_pages(data)
    for key in ("safe", "keeper", "sealed_on", "how_open"):
        assert TH(f"document.recovery_slip.{key}")[:12] in text
    box = PdfReader(io.BytesIO(data)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (420, 595)


def test_the_file_tells_nothing_of_the_code_but_on_its_page() -> None:
    content = slip()
    data = recovery_slip.render(content, TH)
    told = f"{PdfReader(io.BytesIO(data)).metadata} {data!r}"
    for group in content.code.split("-"):
        assert group not in told
    assert "recovery-slip" in told


@pytest.mark.parametrize("language", ["th", "en"])
def test_before_the_first_forum_it_says_what_it_can(language: str) -> None:
    content = slip(municipality="", laptop="")
    (text,) = read_pages(recovery_slip.render(content, Wording(language)))  # type: ignore[arg-type]
    assert content.code.split("-")[0] in text
    assert content.code not in repr(content)
