"""The content of internal, certified minutes with everything in them, from plain records."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import AgendaItem, Break
from forum_desktop.records.minutes import (
    CountRow,
    Edition,
    MinutesContent,
    MinutesDelegation,
    MinutesOpinion,
    MinutesStatus,
    MinutesTexts,
)
from forum_desktop.records.opinion import ReadBack
from forum_desktop.records.pack import AgendaKind, Sector
from forum_desktop.records.people import Attendance, Attendee, AttendeeRow
from forum_desktop.records.priorities import ProjectRow, RankingLine, RankingMethod, RankingTable
from tests.documents.factory import (
    CHAIR,
    CLERK,
    DEPUTY,
    FORUM_ID,
    OPINIONS,
    at,
    make_agenda,
    make_content,
    make_opinion,
    make_pack,
    make_texts,
)

SECTORS = (
    Sector(code="public", name="ประชาชนทั่วไป"),
    Sector(code="private", name="ภาคเอกชน/ผู้ประกอบการ"),
    Sector(code="school", name="สถาบันการศึกษา"),
)

ITEM_TIMES = (
    ((9, 30), (9, 40)),
    ((9, 40), (9, 45)),
    ((9, 45), (10, 20)),
    ((10, 30), (12, 0)),
)
"""From when to when the meeting was at the items before the vote."""

SAID_AT = ((11, 35), (10, 50), (10, 45), (10, 55), (11, 50))
"""When the opinions of OPINIONS were said, not in the order of the plan."""

MEMBERS = (CHAIR, DEPUTY, CLERK)
"""Members of the meeting, who came too and are named in the body."""

NAMES = (
    ("นาย", "ไกรสร", "เกื้อกูล"),
    ("นาง", "กัลยา", "แก้วใส"),
    ("นางสาว", "เกศินี", "ฐานะดี"),
    ("นาย", "ฟ้าใส", ""),
    ("พระครู", "น้ำผึ้ง", ""),
    ("ว่าที่ ร.ต.", "ณัฏฐ์", "ศรีน้ำปั่นพิทักษ์"),
)


def make_attendee(number: int) -> AttendeeRow:
    """Return an invented participant; every number gives another."""
    title, first_name, last_name = NAMES[number % len(NAMES)]
    round_ = number // len(NAMES)
    person = Attendee(
        id=same_id(FORUM_ID, "guest", str(number)),
        forum_id=FORUM_ID,
        title=title,
        first_name=first_name,
        last_name=f"{last_name}{'ทองดี' * min(round_, 1)}",
        sector=("public", "private", "school")[number % 3],
        community=("ศรีน้ำปั่น 2", "โนนทอง", "")[number % 3],
        zone=("เขต 1", "เขต 2", "")[number % 3],
        organisation="" if number % 3 else "กลุ่มออมทรัพย์น้ำปั่น",
        phone="081 234 5678",
    )
    return AttendeeRow(attendee=person, attendance=_attendance(person, number))


def _attendance(person: Attendee, number: int) -> Attendance:
    return Attendance(
        id=same_id(person.id, "attendance"),
        forum_id=FORUM_ID,
        attendee_id=person.id,
        session="main",
        checked_in_at=at(8, 30 + number % 30),
        station="A",
    )


def make_rankings() -> tuple[RankingTable, ...]:
    """Return a ranking by dots in which two share a place, and one with nothing ranked."""
    lines = (
        RankingLine(place=1, label="ปรับปรุงท่อระบายน้ำซอยบุหรี่เก่า", points=1204),
        RankingLine(place=2, label="ลานกีฬาชุมชนศรีน้ำปั่น 2", points=311),
        RankingLine(place=2, label="อบรม อสม. เรื่อง CPR", points=311),
        RankingLine(place=4, label="ไฟส่องสว่างถนน Logistic", points=9),
    )
    first = RankingTable(
        title="โครงการที่ควรทำก่อน",
        method=RankingMethod.DOTS,
        voters=1180,
        tie_rule="ให้อยู่ลำดับเดียวกัน",
        lines=lines,
        held_at=at(11, 55),
        each=3,
    )
    bare = RankingTable(
        title="ปัญหาเร่งด่วน", method=RankingMethod.HANDS, voters=None, tie_rule="", lines=()
    )
    return first, bare


def make_projects() -> tuple[ProjectRow, ...]:
    """Return projects under two strategies and one that is not sorted, one without a budget.

    Of the first all is known that the project form asks for.
    """
    drains = make_project(1, "โครงการก่อสร้างท่อระบายน้ำ คสล. ซอยบุหรี่เก่า", strategy=2, budget=1632820)
    return (
        replace(
            drains,
            objective="เพื่อป้องกันน้ำท่วมขังในฤดูฝน",
            target="ท่อ คสล. ขนาด 0.60 เมตร ยาว 420 เมตร\nบ่อพัก 42 บ่อ",
            indicator="ร้อยละ 80 ของครัวเรือนในซอยไม่มีน้ำท่วมขัง",
            outcome="ประชาชนสัญจรได้สะดวกทั้งปี",
            unit="กองช่าง",
            year=2027,
        ),
        make_project(2, "โครงการลานกีฬาชุมชน", strategy=1, budget=450000),
        make_project(3, "โครงการตู้หนังสือชุมชน", strategy=None, budget=None),
    )


def make_project(
    number: int, title: str, *, strategy: int | None, budget: int | None
) -> ProjectRow:
    """Return a project on a strategy's number."""
    return ProjectRow(
        reference=f"NP69-P-{number:04}-K",
        strategy_id=None if strategy is None else same_id("strategy", str(strategy)),
        approach_id=None,
        title=title,
        place="ชุมชนศรีน้ำปั่น 2",
        budget=budget,
        reason="เหตุผลที่ไม่พิมพ์ในรายงาน",
    )


def make_full_agenda() -> tuple[AgendaItem, ...]:
    """Return the preset agenda with an item that the meeting voted on before the last."""
    *first, other = make_agenda()
    first = [_timed(item, *times) for item, times in zip(first, ITEM_TIMES, strict=True)]
    vote = replace(
        other,
        id=same_id("agenda", "vote"),
        title="เรื่องร่างแผนพัฒนาท้องถิ่น พ.ศ. 2571-2575",
        kind=AgendaKind.CONSIDER,
        notes="ประธานขอให้ที่ประชุมพิจารณาร่างแผนพัฒนาท้องถิ่น",
        resolution="ที่ประชุมเห็นชอบร่างแผนพัฒนาท้องถิ่น พ.ศ. 2571-2575",
        votes_for=1012,
        votes_against=24,
        votes_abstained=61,
    )
    return *first, vote, replace(other, number=6)


def _timed(item: AgendaItem, begun: tuple[int, int], ended: tuple[int, int]) -> AgendaItem:
    return replace(item, begun_at=at(*begun), ended_at=at(*ended))


def make_full_texts() -> MinutesTexts:
    """Return what the clerk typed for certified minutes."""
    return replace(
        make_texts(),
        checker_name="นางญี่ปุ่น  ฎีกาวงศ์",
        checker_position="รองนายกเทศมนตรีเมืองน้ำปั่น",
        status=MinutesStatus.CERTIFIED,
        certified_on=date(2026, 3, 11),
        certified_how="ในการประชุมครั้งถัดไป",
        unsorted_reason="เกี่ยวข้องกับหลายยุทธศาสตร์ จึงรอหารือกับกองคลัง",
    )


def make_said() -> tuple[MinutesOpinion, ...]:
    """Return OPINIONS with their moments; the first was supported, and something promised."""
    first, *others = (
        replace(opinion, said_at=at(*said)) for opinion, said in zip(OPINIONS, SAID_AT, strict=True)
    )
    supported = replace(
        first,
        supports=4,
        joined=2,
        answered_by=f"{DEPUTY.full_name} {DEPUTY.position}",
        promise="เปลี่ยนฝาท่อที่ชำรุด 12 จุด",
        promised_until=date(2026, 3, 31),
        read_back=ReadBack.CONFIRMED,
    )
    corrected, *last = others
    return supported, replace(corrected, read_back=ReadBack.CORRECTED), *last


def make_break(hour: int, minute: int, to_hour: int, to_minute: int) -> Break:
    """Return a pause of the meeting."""
    return Break(
        id=same_id(FORUM_ID, "break", f"{hour}.{minute}"),
        forum_id=FORUM_ID,
        begun_at=at(hour, minute),
        ended_at=at(to_hour, to_minute),
    )


def make_handovers() -> tuple[MinutesDelegation, ...]:
    """Return the chair given to the deputy, a task of hers to the clerk, and the chair back."""
    listen = "รับฟังความคิดเห็นจากทุกภาคส่วน"
    return (
        _handover(11, 30, CHAIR, DEPUTY, listen, takes_chair=True),
        _handover(11, 40, DEPUTY, CLERK, "ชี้แจงข้อซักถามเรื่องงบประมาณ", takes_chair=False),
        _handover(12, 0, DEPUTY, CHAIR, "", takes_chair=True),
    )


def _handover(
    hour: int, minute: int, giver: Attendee, taker: Attendee, task: str, *, takes_chair: bool
) -> MinutesDelegation:
    return MinutesDelegation(
        delegated_at=at(hour, minute),
        delegator=giver,
        delegate=taker,
        task=task,
        takes_chair=takes_chair,
    )


def make_full_content(*, opinions: int = len(OPINIONS), people: int = 12) -> MinutesContent:
    """Return internal, certified minutes with as many opinions and participants as wanted."""
    content = make_content()
    guests = tuple(make_attendee(number) for number in range(people))
    said = (*make_said(), *_more_opinions(opinions - len(OPINIONS)))
    return replace(
        content,
        edition=Edition.INTERNAL,
        pack=replace(make_pack(), sectors=SECTORS),
        texts=make_full_texts(),
        agenda=make_full_agenda(),
        opinions=said,
        delegations=make_handovers(),
        breaks=(make_break(10, 20, 10, 30), make_break(11, 0, 11, 15)),
        rankings=make_rankings(),
        projects=make_projects(),
        attendees=(*(AttendeeRow(attendee=p, attendance=None) for p in MEMBERS), *guests),
        participants_by_sector=_counts(row.attendee.sector for row in guests),
        participants_by_zone=_counts(row.attendee.zone for row in guests),
    )


def _counts(codes: Iterable[str]) -> tuple[CountRow, ...]:
    names = {sector.code: sector.name for sector in SECTORS} | {"": "ไม่ระบุ"}
    counts = Counter(names.get(code, code) for code in codes)
    return tuple(CountRow(label=label, count=counts[label]) for label in sorted(counts))


def _more_opinions(count: int) -> Iterator[MinutesOpinion]:
    places = ((1, "1.1"), (1, "1.3"), (2, "2.1"), (2, "2.2"), (3, "3.1"), (3, ""))
    for number in range(count):
        strategy, approach = places[number * len(places) // max(count, 1)]
        text = f"ข้อเสนอที่ {number} {OPINIONS[number % 3].text}"
        yield make_opinion(text, strategy=strategy, approach=approach, answer="รับไว้พิจารณา")
