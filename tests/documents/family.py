"""The contents of the lists from plain records, small by default, as large as wanted."""

from dataclasses import replace
from datetime import date, timedelta

from forum_desktop.records.complaint import Complaint, ComplaintLevel, ComplaintState
from forum_desktop.records.documents import (
    AttendeesContent,
    OpinionsContent,
    ProjectsContent,
    RegisterContent,
    SignInContent,
    SignInGroup,
)
from forum_desktop.records.identity import same_id
from forum_desktop.records.minutes import CountRow, Edition, MinutesOpinion
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import ComplaintKind, EventPack, ProjectForm, Sector
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.records.priorities import ProjectRow
from forum_desktop.records.reference import make_reference
from tests.documents.factory import (
    CHAIR,
    FORUM_ID,
    OPINIONS,
    at,
    make_approaches,
    make_forum,
    make_pack,
    make_person,
    make_strategies,
)

YEARS = (2028, 2029, 2030, 2031, 2032)
"""Fiscal years of a plan edition, of the Common Era: พ.ศ. 2571-2575."""


def make_list_pack() -> EventPack:
    """Return the pack of the tests with sectors, kinds of complaints and a form of five years."""
    return replace(
        make_pack(),
        sectors=(
            Sector(code="people", name="ประชาชนทั่วไป", expected=3),
            Sector(code="state", name="ภาครัฐ/รัฐวิสาหกิจ"),
        ),
        complaint_kinds=(
            ComplaintKind(code="light", name="ซ่อมแซมไฟฟ้าชำรุด", unit="กองช่าง"),
            ComplaintKind(code="drain", name="ดูด/ลอกท่อระบายน้ำ", unit="ฝ่ายสาธารณูปโภค"),
        ),
        projects=ProjectForm(years=YEARS),
    )


def reference(number: int, station: str = "A") -> str:
    """Return the number of the `number`-th thing of a station."""
    return make_reference("NP69", station, number)


def make_attendee(
    first_name: str = "ปิ่น",
    last_name: str = "ปู่ทอง",
    *,
    community: str = "ศรีน้ำปั่น 2",
    zone: str = "เขต 1",
    organisation: str = "",
    phone: str = "",
    sector: str = "people",
) -> Attendee:
    """Return an invented participant."""
    person = make_person("นางสาว", first_name, last_name, "", member=False)
    return replace(
        person,
        community=community,
        zone=zone,
        organisation=organisation,
        phone=phone,
        sector=sector,
    )


PEOPLE = (
    make_attendee(phone="081-234-5678"),
    make_attendee("กุหลาบ", "ณ เมืองเก่า", organisation="กลุ่มแม่บ้านศรีน้ำปั่น"),
    make_attendee("น้ำผึ้ง", "เทพารักษ์ศักดิ์สิทธิ์วัฒนานุกูล", community="โนนทอง", zone="เขต 2"),
)


def make_group(*people: Attendee, blank_lines: int = 4) -> SignInGroup:
    """Return the sheet of the first person's community."""
    first = people[0]
    return SignInGroup(
        zone=first.zone, community=first.community, people=people, blank_lines=blank_lines
    )


def make_sign_in(*groups: SignInGroup) -> SignInContent:
    """Return sheets of groups; without any, two communities and the officers."""
    officers = SignInGroup(zone="", community="", people=(CHAIR,), blank_lines=2)
    usual = (make_group(*PEOPLE[:2]), make_group(PEOPLE[2]), officers)
    return SignInContent(
        edition=Edition.INTERNAL, forum=make_forum(), pack=make_list_pack(), groups=groups or usual
    )


def present(person: Attendee, hour: int = 9, minute: int = 5) -> AttendeeRow:
    """Return a person who checked in at a time."""
    attendance = Attendance(
        id=same_id("attendance", str(person.id)),
        forum_id=FORUM_ID,
        attendee_id=person.id,
        session="main",
        checked_in_at=at(hour, minute),
        station="A",
    )
    return AttendeeRow(attendee=person, attendance=attendance)


def make_attendees(*people: AttendeeRow) -> AttendeesContent:
    """Return the list after the event; without people those of PEOPLE and the chair."""
    usual = tuple(present(p, 8, 40 + n) for n, p in enumerate((*PEOPLE, CHAIR)))
    return AttendeesContent(
        edition=Edition.INTERNAL,
        forum=make_forum(),
        pack=make_list_pack(),
        people=people or usual,
        by_sector=(
            CountRow(label="ประชาชนทั่วไป", count=3, expected=3),
            CountRow(label="ภาครัฐ/รัฐวิสาหกิจ", count=1),
        ),
        by_zone=(CountRow(label="เขต 1", count=2), CountRow(label="เขต 2", count=1)),
    )


def make_opinions(*opinions: MinutesOpinion, edition: Edition = Edition.PUBLIC) -> OpinionsContent:
    """Return the table of opinions; without any those of the minutes, numbered."""
    usual = tuple(replace(item, reference=reference(n)) for n, item in enumerate(OPINIONS, 1))
    return OpinionsContent(
        edition=edition,
        forum=make_forum(),
        pack=make_list_pack(),
        strategies=make_strategies(),
        approaches=make_approaches(),
        opinions=opinions or usual,
    )


def make_project(
    title: str = "โครงการก่อสร้างรางระบายน้ำ",
    *,
    number: int = 1,
    strategy: int | None = 2,
    approach: str = "2.2",
    budget: int | None = None,
    year: int | None = None,
) -> ProjectRow:
    """Return a project on a strategy's number and an approach's code, its cells filled."""
    return ProjectRow(
        reference=reference(number, "P"),
        strategy_id=None if strategy is None else same_id("strategy", str(strategy)),
        approach_id=same_id("approach", approach) if approach else None,
        title=title,
        objective="เพื่อป้องกันน้ำท่วมขังในชุมชน\nเพื่อให้ประชาชนสัญจรได้สะดวก",
        target="รางระบายน้ำ คสล. กว้าง 0.40 เมตร ยาว 300 เมตร",
        place="ซอยบุหรี่เก่า",
        budget=budget,
        year=year,
        indicator="จำนวนครัวเรือนที่ได้รับประโยชน์ 120 ครัวเรือน",
        outcome="ประชาชนในชุมชนไม่ประสบปัญหาน้ำท่วมซ้ำ",
        unit="กองช่าง",
        reason="น้ำท่วมซ้ำทุกปี",
        said_in=reference(number),
    )


PROJECTS = (
    make_project(budget=1_632_820, year=2028),
    make_project("โครงการติดตั้งไฟส่องสว่าง", number=2, approach="2.1", budget=480_000, year=2029),
    make_project("โครงการลานกีฬาชุมชน", number=3, strategy=1, approach="1.3", budget=900_000),
    make_project("โครงการอบรม อสม.", number=4, strategy=1, approach="", year=2028),
    make_project("โครงการที่ยังไม่มีที่อยู่", number=5, strategy=None, approach=""),
)


def make_projects(
    *projects: ProjectRow, form: ProjectForm | None = None, edition: Edition = Edition.PUBLIC
) -> ProjectsContent:
    """Return the project list; without projects those of PROJECTS."""
    pack = make_list_pack()
    return ProjectsContent(
        edition=edition,
        forum=make_forum(),
        pack=replace(pack, projects=form or pack.projects),
        strategies=make_strategies(),
        approaches=make_approaches(),
        projects=projects or PROJECTS,
    )


def make_complaint(
    number: int = 1,
    *,
    subject: str = "ไฟส่องสว่างดับทั้งซอย",
    level: ComplaintLevel = ComplaintLevel.OPEN,
    state: ComplaintState = ComplaintState.RECEIVED,
) -> Complaint:
    """Return a complaint, its facts never to be printed."""
    lodged = at(9, 15) + timedelta(minutes=number)
    return Complaint(
        id=same_id("complaint", str(number)),
        forum_id=FORUM_ID,
        reference=reference(number, "C"),
        kind="light",
        subject=subject,
        facts="ข้อเท็จจริงที่ไม่พิมพ์",
        wanted="ซ่อมแซมภายใน 7 วัน",
        community="โนนทอง",
        place="ซอยหน้าโรงเรียน",
        level=level,
        unit="กองช่าง",
        lodged_at=lodged,
        due_on=date(2026, 2, 27),
        state=state,
    )


COMPLAINTS = (
    make_complaint(3, level=ComplaintLevel.ANONYMOUS),
    make_complaint(1),
    make_complaint(2, subject="ฝาท่อชำรุด", level=ComplaintLevel.WITHHELD),
)


def make_register(*complaints: Complaint, edition: Edition = Edition.INTERNAL) -> RegisterContent:
    """Return the register; without complaints those of COMPLAINTS."""
    return RegisterContent(
        edition=edition,
        forum=make_forum(),
        pack=make_list_pack(),
        complaints=complaints or COMPLAINTS,
    )


def of_kind(kind: OpinionKind, number: int) -> MinutesOpinion:
    """Return an opinion of a kind with its number."""
    return replace(OPINIONS[0], kind=kind, reference=reference(number))
