"""Documents ordered, written and compared through the acts, on a real file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from forum_desktop import services
from forum_desktop.errors import Refusal
from forum_desktop.records.complaint import ComplaintIntake
from forum_desktop.records.documents import (
    DocumentFormat,
    DocumentKind,
    DocumentOrder,
    ReceiptContent,
    SignInContent,
    SummaryContent,
)
from forum_desktop.records.forum import ForumState
from forum_desktop.records.identity import new_id
from forum_desktop.records.minutes import Edition, MinutesSection, MinutesStatus
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.priorities import RankingMethod
from forum_desktop.records.verdict import Verdict
from forum_desktop.services.desk import Desk
from tests.documents.composing import minutes_of
from tests.factory import make_pack

OFFERED = [
    (offer.kind, edition, made_as)
    for offer in services.documents.offered()
    for edition in offer.editions
    for made_as in offer.formats
]
PEOPLE = (
    ("นายข้าว ตัวอย่าง", "ตลาดเก่า"),
    ("นางกล้วย สมมติ", "ตลาดเก่า"),
    ("นายไข่ สมมติ", "ริมน้ำ 1"),
)


@pytest.fixture
def forum_id(desk: Desk) -> UUID:
    forum = services.forums.create_forum(desk, make_pack(), station_name="โต๊ะ 1")
    return services.forums.open_forum(desk, forum.id).id


def lodge(desk: Desk, forum_id: UUID) -> str:
    intake = ComplaintIntake(kind="light", subject="ไฟดับ", facts="ดับสามคืน", first_name="สมมติ")
    return services.complaints.lodge_complaint(desk, forum_id, intake).reference


@pytest.mark.parametrize(("kind", "edition", "made_as"), OFFERED)
def test_everything_offered_is_made_even_of_an_empty_forum_and_the_same_twice(
    desk: Desk, forum_id: UUID, kind: DocumentKind, edition: Edition, made_as: DocumentFormat
) -> None:
    number = lodge(desk, forum_id) if kind is DocumentKind.RECEIPT else ""
    order = DocumentOrder(kind=kind, edition=edition, format=made_as, complaint=number)
    first = services.documents.render_document(desk, forum_id, order)
    assert len(first) > 100
    assert services.documents.render_document(desk, forum_id, order) == first


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (DocumentOrder(kind=DocumentKind.SIGN_IN, edition=Edition.PUBLIC), "no_edition"),
        (DocumentOrder(kind=DocumentKind.COMPLAINTS, edition=Edition.PUBLIC), "no_edition"),
        (DocumentOrder(kind=DocumentKind.RECEIPT, format=DocumentFormat.DOCX), "no_format"),
        (DocumentOrder(kind=DocumentKind.RECEIPT), "complaint_needed"),
        (DocumentOrder(kind=DocumentKind.RECEIPT, complaint="TW70-A-9999-X"), "complaint_unknown"),
    ],
)
def test_what_is_not_offered_is_refused(
    desk: Desk, forum_id: UUID, order: DocumentOrder, key: str
) -> None:
    with pytest.raises(Refusal, match=f"document.{key}"):
        services.documents.render_document(desk, forum_id, order)


def test_a_receipt_tells_the_number_and_when_to_expect_an_answer(
    desk: Desk, forum_id: UUID
) -> None:
    number = lodge(desk, forum_id)
    order = DocumentOrder(kind=DocumentKind.RECEIPT, complaint=number.lower())
    content = services.documents.compose_document(desk, forum_id, order)
    assert isinstance(content, ReceiptContent)
    assert (content.reference, content.unit, content.station) == (number, "กองช่าง", "โต๊ะ 1")
    assert (content.due_on - content.lodged_at.date()).days == 15
    assert "ดับสามคืน" not in repr(content)


def test_sheets_to_sign_are_grouped_by_community_and_end_with_blank_lines(
    desk: Desk, forum_id: UUID
) -> None:
    for name, place in PEOPLE:
        services.registration.register_walk_in(
            desk, forum_id, full_name=name, sector="people", community=place
        )
    order = DocumentOrder(kind=DocumentKind.SIGN_IN, edition=Edition.INTERNAL)
    content = services.documents.compose_document(desk, forum_id, order)
    assert isinstance(content, SignInContent)
    sheets = [(g.zone, g.community, [p.first_name for p in g.people]) for g in content.groups]
    assert sheets == [
        ("เขต 1", "ริมน้ำ 1", ["ไข่"]),
        ("เขต 2", "ตลาดเก่า", ["กล้วย", "ข้าว"]),
        ("", "", ["ตัวอย่าง", "สมมติ"]),
        ("", "", []),
    ]


def test_rankings_share_places_and_projects_go_with_a_withdrawn_opinion(
    desk: Desk, forum_id: UUID
) -> None:
    said = services.opinions.capture_opinion(
        desk, forum_id, text="เสนอโครงการ", kind=OpinionKind.PROJECT
    )
    kept = services.priorities.propose_project(desk, forum_id, title="ทางเท้า", budget=50_000)
    services.priorities.propose_project(desk, forum_id, title="ลานกีฬา", opinion_id=said.id)
    services.opinions.withdraw_opinion(desk, said.id, "ผู้เสนอขอถอน")
    services.priorities.record_ranking(
        desk,
        forum_id,
        title="จัดลำดับ",
        method=RankingMethod.DOTS,
        points={"ก": 3, "ข": 9, "ค": 3, "ง": 1},
    )
    elsewhere = services.priorities.propose_project(
        desk, forum_id, title="สวนหย่อม", opinion_id=new_id(datetime.now(UTC))
    )
    content = minutes_of(desk, forum_id, Edition.PUBLIC)
    (table,) = content.rankings
    places = [(line.place, line.label) for line in table.lines]
    assert places == [(1, "ข"), (2, "ก"), (2, "ค"), (4, "ง")]
    listed = [project.reference for project in content.projects]
    assert listed == [kept.reference, elsewhere.reference]
    order = DocumentOrder(kind=DocumentKind.SUMMARY)
    summary = services.documents.compose_document(desk, forum_id, order)
    assert isinstance(summary, SummaryContent)
    assert (summary.project_count, summary.project_budget) == (2, 50_000)


def test_choices_change_the_documents_of_one_forum_only(desk: Desk, forum_id: UUID) -> None:
    other = services.forums.create_forum(desk, make_pack())
    choices = services.documents.read_choices(desk, forum_id)
    changed = replace(choices, thai_digits=False, time_word="นาฬิกา", shows_plan=False)
    services.documents.save_choices(desk, changed)
    here, there = (minutes_of(desk, at, Edition.PUBLIC) for at in (forum_id, other.id))
    assert not here.pack.documents.thai_digits
    assert here.pack.documents.time_word == "นาฬิกา"
    assert MinutesSection.PLAN not in here.sections
    assert there.pack.documents.thai_digits
    assert MinutesSection.PLAN in there.sections
    with pytest.raises(Refusal, match=r"document\.margin"):
        services.documents.save_choices(desk, replace(choices, margin_left=9.0))


def test_certified_minutes_are_locked_until_opened_again_with_a_reason(
    desk: Desk, forum_id: UUID
) -> None:
    minutes = services.minutes
    day, how = date(2027, 3, 1), "รับรองในการประชุมครั้งถัดไป"
    with pytest.raises(Refusal, match=r"minutes\.not_checked"):
        minutes.certify_minutes(desk, forum_id, on=day, how=how)
    services.forums.close_forum(desk, forum_id, unsorted_reason="รอจัดกลุ่ม")
    minutes.mark_checked(desk, forum_id)
    certified = minutes.certify_minutes(desk, forum_id, on=day, how=how)
    assert (certified.status, certified.certified_on) == (MinutesStatus.CERTIFIED, day)
    assert services.forums.read_overview(desk, forum_id).forum.state is ForumState.CERTIFIED
    for change in changes_of_minutes(desk, forum_id):
        with pytest.raises(Refusal, match=r"minutes\.is_certified"):
            change()
    with pytest.raises(Refusal, match=r"text\.empty"):
        minutes.reopen_minutes(desk, forum_id, reason=" ")
    opened = minutes.reopen_minutes(desk, forum_id, reason="พบคำผิด")
    assert (opened.status, opened.reopened) == (MinutesStatus.DRAFT, "พบคำผิด")
    assert services.forums.read_overview(desk, forum_id).forum.state is ForumState.CLOSED


def changes_of_minutes(desk: Desk, forum_id: UUID) -> list[Callable[[], object]]:
    texts = services.minutes.read_minutes_texts(desk, forum_id)
    item = services.minutes.list_agenda(desk, forum_id)[0]
    choices = services.documents.read_choices(desk, forum_id)
    return [
        lambda: services.minutes.save_minutes_texts(desk, replace(texts, opening="แก้")),
        lambda: services.minutes.save_agenda_item(desk, replace(item, notes="แก้")),
        lambda: services.documents.save_choices(desk, choices),
        lambda: services.minutes.mark_checked(desk, forum_id),
    ]


def test_a_change_after_the_check_asks_for_another_check(desk: Desk, forum_id: UUID) -> None:
    minutes = services.minutes
    item = minutes.list_agenda(desk, forum_id)[0]
    texts = minutes.read_minutes_texts(desk, forum_id)
    for change in (
        lambda: minutes.save_agenda_item(desk, replace(item, notes="เพิ่มเติม")),
        lambda: minutes.save_minutes_texts(desk, replace(texts, opening="เพิ่มเติม")),
    ):
        checked = minutes.mark_checked(desk, forum_id)
        assert checked.status is MinutesStatus.CHECKED
        change()
        assert minutes.read_minutes_texts(desk, forum_id).status is MinutesStatus.DRAFT


def test_votes_are_kept_and_impossible_ones_refused(desk: Desk, forum_id: UUID) -> None:
    item = services.minutes.list_agenda(desk, forum_id)[0]
    voted = replace(item, votes_for=10, votes_against=0, votes_abstained=2)
    services.minutes.save_agenda_item(desk, voted)
    (printed, *_) = minutes_of(desk, forum_id, Edition.PUBLIC).agenda
    assert (printed.votes_for, printed.was_voted) == (10, True)
    with pytest.raises(Refusal, match=r"minutes\.votes"):
        services.minutes.save_agenda_item(desk, replace(item, votes_for=-1))


@pytest.mark.parametrize(
    ("kind", "edition", "made_as"), [row for row in OFFERED if row[2] is not DocumentFormat.CSV]
)
def test_a_document_is_known_again_and_any_change_of_it_or_of_the_data(
    desk: Desk,
    forum_id: UUID,
    tmp_path: Path,
    kind: DocumentKind,
    edition: Edition,
    made_as: DocumentFormat,
) -> None:
    number = lodge(desk, forum_id)
    order = DocumentOrder(kind=kind, edition=edition, format=made_as, complaint=number)
    path = services.documents.export_document(desk, forum_id, order, tmp_path / "document")
    check = services.checking.check_document
    assert check(desk, path).verdict is Verdict.GENUINE
    path.write_bytes(path.read_bytes() + b"\n")
    assert check(desk, path).verdict is Verdict.ALTERED
    choices = services.documents.read_choices(desk, forum_id)
    services.documents.save_choices(desk, replace(choices, margin_left=4.0))
    assert check(desk, path).verdict is Verdict.OUTDATED


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 nothing", b"PK\x03\x04", b"{}", b"[]", b"{", b"\xff" * 99]
)
def test_what_is_no_document_of_ours_is_refused(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    for target in (path, tmp_path / "nowhere", tmp_path):
        with pytest.raises(Refusal, match=r"document\.unreadable"):
            services.checking.check_document(desk, target)


def test_a_document_of_another_laptops_forum_is_told_as_such(desk: Desk, tmp_path: Path) -> None:
    there = Desk.open(tmp_path / "there")
    forum = services.forums.create_forum(there, replace(make_pack(), code="ZZ70"))
    order = DocumentOrder(kind=DocumentKind.OPINIONS)
    path = services.documents.export_document(there, forum.id, order, tmp_path / "o.pdf")
    there.close()
    with pytest.raises(Refusal, match=r"document\.of_no_forum"):
        services.checking.check_document(desk, path)


def test_suggested_names_hold_codes_only(desk: Desk, forum_id: UUID) -> None:
    forum = services.forums.read_overview(desk, forum_id).forum
    minutes = DocumentOrder(kind=DocumentKind.MINUTES, format=DocumentFormat.DOCX)
    receipt = DocumentOrder(kind=DocumentKind.RECEIPT, complaint="tw70-a-0001-k ")
    name = services.documents.suggested_name
    assert name(forum, minutes) == "minutes-TW70-2027-02-11-public.docx"
    assert name(forum, receipt) == "receipt-TW70-A-0001-K.pdf"
