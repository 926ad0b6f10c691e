"""The papers of delegation: the slip that is handed over, and the list of what was promised."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forum_desktop.documents import render
from forum_desktop.errors import Cancelled
from forum_desktop.records.assignment import (
    Assignment,
    AssignmentSource,
    AssignmentState,
    Promised,
)
from forum_desktop.records.documents import (
    DocumentFormat,
    OrderSlipContent,
    PromiseRow,
    PromisesContent,
)
from forum_desktop.records.identity import same_id
from forum_desktop.records.minutes import Edition
from forum_desktop.wording import Wording
from tests.documents.factory import FORUM_ID, at, make_forum, make_pack
from tests.documents.small_reading import page_sizes, picture, read_by_both

ORDER = Assignment(
    id=same_id("order"),
    forum_id=FORUM_ID,
    number="NP69-AT-0007-K",
    task="ขุดลอกท่อระบายน้ำ 3 สาย\nแล้วรายงานผล",
    ordered_by="นายกเทศมนตรี",
    to_officer="นางสมมติ ตัวอย่างดี",
    unit="กองช่าง",
    due_on=date(2026, 3, 31),
    ordered_at=at(10, 20),
    source=AssignmentSource.OPINION,
    source_reference="A-0012",
)
TEXTS = st.one_of(st.text(max_size=300), st.sampled_from(["ก" * 400, "W" * 300, "ข้อความ\n" * 60]))


def slip(**changes: Any) -> OrderSlipContent:
    return OrderSlipContent(
        edition=Edition.INTERNAL,
        forum=make_forum(),
        pack=make_pack(),
        assignment=replace(ORDER, **changes),
    )


def promise(text: str = "จะติดไฟให้ครบ", **facts: Any) -> PromiseRow:
    told: dict[str, Any] = {
        "reference": "NP69-AT-0007-K",
        "unit": "กองช่าง",
        "due_on": date(2026, 3, 31),
        "said_on": date(2026, 2, 12),
        "state": AssignmentState.ANSWERED,
        "outcome": "ติดแล้ว 12 ดวง",
        "source_reference": "A-0012",
    }
    return PromiseRow(
        promised=Promised(text=text, **{**told, **facts}),
        officer="นางสมมติ ตัวอย่างดี",
        ordered_by="นายกเทศมนตรี",
    )


def promises(*rows: PromiseRow, edition: Edition = Edition.INTERNAL) -> PromisesContent:
    is_public = edition is Edition.PUBLIC
    bare = tuple(replace(row, officer="", ordered_by="") for row in rows)
    return PromisesContent(
        edition=edition,
        forum=make_forum(),
        pack=make_pack(),
        rows=bare if is_public else rows,
        from_complaints=3,
        complaints_answered=1,
    )


def made(content: Any, made_as: DocumentFormat = DocumentFormat.PDF) -> bytes:
    return render(content, made_as, Wording())


def test_two_readers_find_what_the_officer_needs() -> None:
    expected = [
        "ใบมอบหมายงาน", "NP69-AT-0007-K", "นางสมมติตัวอย่างดีกองช่าง", "นายกเทศมนตรี",
        "ความคิดเห็นเลขที่A-0012", "ขุดลอกท่อระบายน้ำ๓สาย", "วันอังคารที่๓๑มีนาคม๒๕๖๙", "ผลการดำเนินงาน",
    ]  # fmt: skip
    for text in read_by_both(made(slip())):
        assert [fact for fact in expected if fact not in text] == []


def test_the_slip_is_one_page_of_a5_that_any_printer_prints() -> None:
    document = made(slip())
    assert page_sizes(document) == [(148, 210)]
    rows = picture(document)
    margin = int(10 / 25.4 * 300)
    assert all(set(row) == {255} for row in (*rows[:margin], *rows[-margin:]))


def test_a_long_task_goes_on_whole() -> None:
    words = [f"ข้อที่ {n} ดำเนินการให้แล้วเสร็จ" for n in range(120)]
    document = made(slip(task="\n".join(words)))
    sizes = page_sizes(document)
    assert len(sizes) > 2
    assert set(sizes) == {(148, 210)}
    text, _ = read_by_both(made(slip(task="\n".join(words))))
    assert "ข้อที่๑๑๙ดำเนินการให้แล้วเสร็จ" in text


def test_a_sealed_complaint_is_named_by_its_number_only() -> None:
    content = slip(
        task="",
        is_sealed=True,
        source=AssignmentSource.COMPLAINT,
        source_reference="NP69-C-0003-5",
        due_on=None,
    )
    text, _ = read_by_both(made(content))
    assert text.count("NP69-C-0003-5") == 2
    assert "ไม่กำหนดวัน" in text


@pytest.mark.parametrize("content", [slip(), promises(promise())])
def test_the_file_tells_of_no_person_and_is_always_the_same(content: Any) -> None:
    document = made(content)
    assert document == made(content)
    told = str(pypdf.PdfReader(io.BytesIO(document)).metadata)
    assert "สมมติ" not in told
    with pytest.raises(Cancelled):
        render(content, DocumentFormat.PDF, Wording(), cancelled=lambda: True)


@settings(max_examples=25, deadline=None)
@given(st.builds(slip, task=TEXTS, ordered_by=TEXTS, to_officer=TEXTS, unit=TEXTS))
def test_any_text_is_printed(content: OrderSlipContent) -> None:
    assert set(page_sizes(made(content))) == {(148, 210)}


def test_the_list_tells_what_became_of_each_promise() -> None:
    waiting = promise("จะล้างท่อ", state=AssignmentState.ORDERED, outcome="", due_on=None)
    text, _ = read_by_both(made(promises(promise(), waiting)))
    for fact in (
        "จะติดไฟให้ครบ",
        "มีผลแล้วติดแล้ว๑๒ดวง",
        "รอดำเนินการ",
        "มอบหมายโดยนายกเทศมนตรี",
        "(A-0012)",
    ):
        assert fact in text
    assert "เรื่องร้องเรียนอยู่" not in text


def test_a_public_list_names_nobody_and_counts_complaints() -> None:
    content = promises(promise(), edition=Edition.PUBLIC)
    text, _ = read_by_both(made(content))
    assert "ติดตามเรื่องร้องเรียนอยู่๓เรื่องมีผลแล้ว๑เรื่อง" in text
    assert "สมมติ" not in text
    csv = made(content, DocumentFormat.CSV).decode("utf-8-sig")
    assert "ผู้รับมอบหมาย" not in csv
    assert "สมมติ" not in csv
    assert "สมมติ" in made(promises(promise()), DocumentFormat.CSV).decode("utf-8-sig")


def test_a_list_of_nothing_says_so() -> None:
    text, _ = read_by_both(made(promises()))
    assert "ไม่มีเรื่องที่รับปากหรือมอบหมายไว้" in text


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("state", AssignmentState)
def test_every_state_has_its_words(state: AssignmentState, language: Any) -> None:
    content = promises(promise(state=state))
    document = render(content, DocumentFormat.PDF, Wording(language))
    words = Wording(language)(f"document.promises.state.{state.value}")
    assert "".join(words.split()) in read_by_both(document)[0]
