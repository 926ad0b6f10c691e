"""A person's copy of her own data, as it is handed to her."""

import io
from dataclasses import replace
from datetime import timedelta

import pypdf
import pytest

from forum_desktop.documents.person import render
from forum_desktop.records.documents import PersonContent
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import SpeakerTurn
from forum_desktop.records.minutes import Edition
from forum_desktop.records.opinion import Opinion, OpinionKind
from forum_desktop.records.pack import HealthScreening
from forum_desktop.records.people import Absence, Attendance, Attendee
from forum_desktop.records.privacy import (
    Consent,
    ConsentPurpose,
    ConsentWay,
    PersonFile,
    PrivacyRequest,
    RequestKind,
)
from forum_desktop.records.screening import Screening, ScreeningResult
from forum_desktop.wording import LanguageCode, Wording
from tests.documents.factory import FORUM_ID, at, make_forum
from tests.documents.office_factory import office_pack
from tests.documents.small_reading import golden, read_by_both, readable

HER = Attendee(
    id=same_id("her"),
    forum_id=FORUM_ID,
    title="นางสาว",
    first_name="ปิ่นปู่",
    last_name="ทองน้ำผึ้ง",
    sector="people",
    community="ศรีน้ำปั่น 2",
    zone="เขต 1",
    organisation="กลุ่มออมทรัพย์ศรีน้ำปั่น",
    phone="0812345678",
    on_behalf_of="กลุ่มแม่บ้าน",
    walk_in=True,
)
TWIN = replace(
    HER, id=same_id("twin"), last_name="ทองน้ำผึ่ง", from_paper=True, same_because="เขียนชื่อผิด"
)


def came(session: str, **facts: object) -> Attendance:
    plain = Attendance(
        id=same_id("came", session),
        forum_id=FORUM_ID,
        attendee_id=HER.id,
        session=session,
        checked_in_at=at(8, 40),
        station="A",
        notice_version="2",
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def said(purpose: ConsentPurpose, *, is_given: bool) -> Consent:
    return Consent(
        id=same_id("said", purpose),
        forum_id=FORUM_ID,
        attendee_id=HER.id,
        purpose=purpose,
        is_given=is_given,
        said_at=at(8, 41),
        station="A",
        officer="เจ้าหน้าที่ ก",
        way=ConsentWay.PAPER,
        notice_version="2",
    )


SAID = Opinion(
    id=same_id("said"),
    forum_id=FORUM_ID,
    reference="A-0007",
    strategy_id=None,
    approach_id=None,
    on_behalf_of="",
    kind=OpinionKind.NEED,
    text="ขอไฟส่องสว่างริมทางเข้าชุมชน 3 จุด โทร. 043 221 202",
    said_at=at(10, 5),
)


def whole_file() -> PersonFile:
    left = came("main", left_at=at(11, 45))
    taken_back = came("afternoon", attendee_id=TWIN.id, undone="ลงผิดคน", from_paper=True)
    return PersonFile(
        attendee=HER,
        twins=(TWIN,),
        attendances=(left, taken_back),
        absences=(
            Absence(
                id=same_id("absence"),
                forum_id=FORUM_ID,
                attendee_id=HER.id,
                session="",
                reason="ติดราชการ",
                withdrawn="มาได้",
            ),
        ),
        consents=(
            said(ConsentPurpose.NAMED, is_given=True),
            said(ConsentPurpose.PHOTOGRAPHED, is_given=False),
        ),
        screening=Screening(
            id=same_id("screening"),
            forum_id=FORUM_ID,
            attendee_id=HER.id,
            result=ScreeningResult.PASSED,
            screened_at=at(8, 39),
            station="A",
            officer="เจ้าหน้าที่ ข",
        ),
        turns=(
            SpeakerTurn(
                id=same_id("turn"),
                forum_id=FORUM_ID,
                label="ชุมชนศรีน้ำปั่น 2",
                sector="people",
                asked_at=at(10, 0),
                attendee_id=HER.id,
                begun_at=at(10, 4),
                ended_at=at(10, 6),
            ),
        ),
        opinions=(SAID,),
        complaints=("NP69-B-0042-Q",),
        requests=(
            PrivacyRequest(
                id=same_id("request"),
                forum_id=FORUM_ID,
                attendee_id=HER.id,
                kind=RequestKind.REFUSED,
                reason="รายงานการประชุมรับรองแล้ว",
                made_at=at(9, 0) + timedelta(days=3),
                station="A",
            ),
        ),
    )


def make_copy(file: PersonFile | None = None) -> PersonContent:
    forum = make_forum()
    return PersonContent(
        edition=Edition.INTERNAL,
        forum=forum,
        pack=replace(office_pack(), screening=HealthScreening(is_on=True)),
        file=file or whole_file(),
        made_on=forum.held_on + timedelta(days=9),
    )


def test_the_copy_reads_as_it_should() -> None:
    assert readable(render(make_copy(), Wording())) == golden("person")


def test_what_is_not_kept_is_told_in_one_line() -> None:
    text, theirs = read_by_both(render(make_copy(PersonFile(attendee=HER)), Wording()))
    assert text == theirs
    assert "เรื่องที่ไม่มีข้อมูลของท่านการเข้าร่วมประชุมการแจ้งไม่มาประชุมความยินยอมผลคัดกรองสุขภาพ" in text
    assert "จุดหมายเหตุ" not in text


def test_only_the_pages_name_her() -> None:
    made = pypdf.PdfReader(io.BytesIO(render(make_copy(), Wording())))
    told = " ".join(map(str, (made.metadata or {}).values())) + str(made.xmp_metadata)
    for word in (HER.first_name, HER.last_name, HER.phone):
        assert word not in told
    assert list(made.attachments) == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_word_of_hers_is_there(language: LanguageCode) -> None:
    text, _ = read_by_both(render(make_copy(), Wording(language)))
    for word in ("0812345678", "ทองน้ำผึ่ง", "เขียนชื่อผิด", "043221202", "NP69-B-0042-Q", "มาได้"):
        assert word in text
    assert "document." not in text


def test_names_of_any_kind_stay_inside_the_page() -> None:
    for name in ("ก" * 200, "<b>&amp;", "", "A" * 90):
        content = make_copy(replace(whole_file(), attendee=replace(HER, first_name=name)))
        assert render(content, Wording()).startswith(b"%PDF")
