"""Content of every document that has an office format, plain by default."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from forum_desktop.records.complaint import Complaint, ComplaintLevel
from forum_desktop.records.documents import (
    AttendeesContent,
    OpinionsContent,
    ProjectsContent,
    RegisterContent,
    SignInContent,
    SignInGroup,
    SummaryContent,
)
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import CountRow, Edition, MinutesContent, MinutesOpinion
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import AgendaKind, ComplaintKind, EventPack, ProjectForm, Sector
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.records.priorities import ProjectRow, RankingLine, RankingMethod, RankingTable
from forum_desktop.records.reference import make_reference
from tests.documents.factory import (
    CHAIR,
    FORUM_ID,
    OPINIONS,
    at,
    make_approaches,
    make_content,
    make_forum,
    make_opinion,
    make_pack,
    make_strategies,
    make_texts,
)

SECTORS = (Sector(code="people", name="ประชาชนทั่วไป"), Sector(code="state", name="ภาครัฐ"))


def office_pack() -> EventPack:
    """Return the pack with sectors, kinds of complaints and the years of the plan."""
    return replace(
        make_pack(),
        sectors=SECTORS,
        complaint_kinds=(ComplaintKind(code="light", name="ไฟฟ้าสาธารณะ", unit="กองช่าง"),),
        projects=ProjectForm(years=(2028, 2029, 2030)),
    )


def numbered_opinions(*opinions: MinutesOpinion) -> tuple[MinutesOpinion, ...]:
    """Return opinions (without any, those of OPINIONS), each with a reference of its own."""
    return tuple(
        replace(
            opinion,
            reference=make_reference("NP69", "A", number),
            said_at=at(9, 30) + timedelta(seconds=5 * number),
        )
        for number, opinion in enumerate(opinions or OPINIONS, start=1)
    )


def make_people(count: int = 3) -> tuple[AttendeeRow, ...]:
    """Return invented people who came."""
    return tuple(_person(number) for number in range(1, count + 1))


def _person(number: int) -> AttendeeRow:
    person = Attendee(
        id=same_id("person", str(number)),
        forum_id=FORUM_ID,
        title="นางสาว" if number % 2 else "นาย",
        first_name=f"สมมติ{number}",
        last_name="นามตัวอย่าง",
        sector="people",
        community="ศรีน้ำปั่น 2",
        zone="เขต 1",
        organisation="กลุ่มอาชีพสตรี",
        position="กรรมการชุมชน",
        phone="081-555-0101",
    )
    presence = Attendance(
        id=same_id("presence", str(number)),
        forum_id=FORUM_ID,
        attendee_id=person.id,
        session="main",
        checked_in_at=at(8, 30),
        station="A",
    )
    return AttendeeRow(attendee=person, attendance=presence)


def make_project(number: int = 1, **facts: Any) -> ProjectRow:
    """Return a proposed project."""
    plain: dict[str, Any] = {
        "reference": make_reference("NP69", "P", number),
        "strategy_id": same_id("strategy", "2"),
        "approach_id": same_id("approach", "2.2"),
        "title": "ก่อสร้างท่อระบายน้ำ คสล. ซอยบุหรี่เก่า",
        "objective": "เพื่อแก้ปัญหาน้ำท่วมซ้ำ",
        "target": "ท่อ 600 มม. ยาว 350 ม.",
        "budget": 1_632_820,
        "year": 2028,
        "indicator": "น้ำไม่ท่วมซ้ำ",
        "outcome": "ประชาชนสัญจรสะดวก",
        "unit": "กองช่าง",
    }
    return ProjectRow(**(plain | facts))


PROJECTS = (
    make_project(1),
    make_project(2, title="ลานกีฬาชุมชน", strategy_id=same_id("strategy", "1"), approach_id=None),
    make_project(3, title="โครงการที่ยังไม่จัดกลุ่ม", strategy_id=None, approach_id=None, year=None),
)

RANKINGS = (
    RankingTable(
        title="โครงการที่ควรทำก่อน",
        method=RankingMethod.DOTS,
        voters=120,
        tie_rule="ลงคะแนนซ้ำด้วยการยกมือ",
        lines=(
            RankingLine(place=1, label="ก่อสร้างท่อระบายน้ำ คสล. ซอยบุหรี่เก่า", points=88),
            RankingLine(place=2, label="ลานกีฬาชุมชน", points=41),
            RankingLine(place=2, label="=SUM(A1:A9)", points=41),
        ),
    ),
)


def office_minutes(
    *opinions: MinutesOpinion, edition: Edition = Edition.INTERNAL, people: int = 3
) -> MinutesContent:
    """Return minutes with projects, rankings, votes and the list of those present."""
    content = make_content(*numbered_opinions(*opinions))
    return replace(
        content,
        edition=edition,
        pack=office_pack(),
        agenda=(*content.agenda[:3], _voted(content.agenda[3]), *content.agenda[4:]),
        rankings=RANKINGS,
        projects=PROJECTS,
        attendees=make_people(people) if edition is Edition.INTERNAL else (),
    )


def _voted(item: AgendaItem) -> AgendaItem:
    return replace(
        item,
        kind=AgendaKind.HEAR_OPINIONS,
        resolution="ที่ประชุมมีมติเห็นชอบร่างแผน",
        votes_for=1034,
        votes_against=12,
        votes_abstained=3,
    )


def _base(edition: Edition) -> dict[str, Any]:
    return {"edition": edition, "forum": make_forum(), "pack": office_pack()}


def office_opinions(
    *opinions: MinutesOpinion, edition: Edition = Edition.PUBLIC
) -> OpinionsContent:
    """Return the content of the opinion table."""
    return OpinionsContent(
        **_base(edition),
        strategies=make_strategies(),
        approaches=make_approaches(),
        opinions=numbered_opinions(*opinions),
    )


def office_projects(*projects: ProjectRow, edition: Edition = Edition.PUBLIC) -> ProjectsContent:
    """Return the content of the project list."""
    return ProjectsContent(
        **_base(edition),
        strategies=make_strategies(),
        approaches=make_approaches(),
        projects=projects or PROJECTS,
    )


def office_attendees(count: int = 3) -> AttendeesContent:
    """Return the content of the attendance list."""
    return AttendeesContent(
        **_base(Edition.INTERNAL),
        people=make_people(count),
        by_sector=(CountRow(label="ประชาชนทั่วไป", count=count),),
        by_zone=(CountRow(label="เขต 1", count=count),),
    )


def office_sign_in(count: int = 3) -> SignInContent:
    """Return the content of sign-in sheets: one group of people, one of blank lines."""
    people = tuple(row.attendee for row in make_people(count))
    groups = (
        SignInGroup(zone="เขต 1", community="ศรีน้ำปั่น 2", people=people, blank_lines=10),
        SignInGroup(zone="", community="", people=(), blank_lines=24),
    )
    return SignInContent(**_base(Edition.INTERNAL), groups=groups)


def make_complaint(number: int = 1, **facts: Any) -> Complaint:
    """Return a case."""
    plain: dict[str, Any] = {
        "id": same_id("complaint", str(number)),
        "forum_id": FORUM_ID,
        "reference": make_reference("NP69", "C", number),
        "kind": "light",
        "subject": "ไฟส่องสว่างดับ",
        "facts": "ข้อเท็จจริงที่ห้ามพิมพ์",
        "wanted": "ขอให้ซ่อม",
        "community": "โนนทอง",
        "place": "ปากซอย 3",
        "level": ComplaintLevel.WITHHELD,
        "unit": "กองช่าง",
        "lodged_at": at(10, 15),
        "due_on": date(2026, 2, 27),
    }
    return Complaint(**(plain | facts))


def office_register(count: int = 3) -> RegisterContent:
    """Return the content of the register of complaints."""
    cases = tuple(make_complaint(number) for number in range(1, count + 1))
    return RegisterContent(**_base(Edition.INTERNAL), complaints=cases)


def office_summary(edition: Edition = Edition.PUBLIC) -> SummaryContent:
    """Return the content of the summary."""
    return SummaryContent(
        **_base(edition),
        texts=make_texts(),
        chair=CHAIR,
        registered=1500,
        present=1203,
        by_sector=(CountRow(label="ประชาชนทั่วไป", count=1203, expected=1400),),
        by_zone=(CountRow(label="เขต 1", count=1203),),
        opinions_by_strategy=tuple(
            CountRow(label=item.name, count=item.number) for item in make_strategies()
        ),
        opinions_by_kind=(CountRow(label="ปัญหา", count=6),),
        answered=2,
        rankings=RANKINGS,
        resolutions=(),
        project_count=3,
        project_budget=4_898_460,
        complaints_by_kind=(CountRow(label="ไฟฟ้าสาธารณะ", count=8),),
    )


_SENTENCES = (
    "น้ำท่วมซ้ำทุกปีที่ซอยบุหรี่เก่า ฝาท่อชำรุด เคยเกิดอุบัติเหตุแล้ว 3 ครั้งในปี 2568",
    "ขอให้มีลานกีฬาและกิจกรรมนันทนาการสำหรับเด็ก เยาวชน และผู้สูงอายุในวันหยุด",
    "ควรอบรม อสม. เรื่องการช่วยฟื้นคืนชีพ (CPR) ปีละ 2 ครั้ง และแจกคู่มือทุกครัวเรือน",
)


def city_minutes(opinions: int = 2000, people: int = 1500) -> MinutesContent:
    """Return minutes of the size of a city's forum."""
    kinds = tuple(OpinionKind)
    said = tuple(
        make_opinion(
            " ".join(_SENTENCES[: 1 + number % 3]) + f" ({number})",
            strategy=1 + number % 3,
            approach=("1.1", "2.2", "3.1")[number % 3] if number % 5 else "",
            kind=kinds[number % len(kinds)],
            answer="กองช่างรับไปสำรวจ" if number % 4 == 0 else "",
        )
        for number in range(opinions)
    )
    return office_minutes(*said, people=people)


EVERY_CONTENT = (
    office_minutes(edition=Edition.PUBLIC),
    office_minutes(),
    office_summary(),
    office_opinions(),
    office_opinions(edition=Edition.INTERNAL),
    office_projects(),
    office_attendees(),
    office_sign_in(),
    office_register(),
)
"""One content of each document that holds tables."""
