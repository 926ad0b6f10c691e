"""The content of minutes from plain records, with sensible defaults."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from forum_desktop.records.forum import Forum
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import AgendaItem
from forum_desktop.records.minutes import (
    CountRow,
    Edition,
    MinutesContent,
    MinutesDelegation,
    MinutesMember,
    MinutesOpinion,
    MinutesTexts,
)
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import (
    AgendaKind,
    Community,
    DocumentSettings,
    EventPack,
    LevelNames,
)
from forum_desktop.records.people import Attendee, AttendeeRole
from forum_desktop.records.plan import Approach, Strategy

BANGKOK = timezone(timedelta(hours=7))
FORUM_ID = same_id("forum of the documents' tests")
HELD_ON = date(2026, 2, 12)

PLAN = {
    "การพัฒนาสังคมและคุณภาพชีวิต": (
        "สร้างสังคมเอื้ออาทรและการลดความเหลื่อมล้ำในสังคม",
        "พัฒนาด้านสาธารณสุข (Healthy City) และส่งเสริมคุณภาพชีวิตทุกช่วงวัย",
        ("ส่งเสริม สนับสนุน และยกระดับกิจกรรมศาสนา ศิลปะ วัฒนธรรม ประเพณี กีฬา นันทนาการ และเทศกาลต่าง ๆ"),
    ),
    "พัฒนาโครงสร้างพื้นฐานและระบบบริการสาธารณะ": (
        "พัฒนาโครงสร้างพื้นฐานด้านคมนาคมขนส่งและระบบ Logistic",
        "พัฒนาโครงสร้างพื้นฐานด้านสาธารณูปโภค สาธารณูปการ และการบริการสาธารณะ",
    ),
    "พัฒนาและรักษาคุณภาพสิ่งแวดล้อม": ("พัฒนาและรักษาคุณภาพสิ่งแวดล้อมให้อยู่ในระดับมาตรฐานสากล",),
}
"""Strategy names with their approaches: wording of real plans, as data."""


def at(hour: int, minute: int) -> datetime:
    """Return a moment of the meeting's day."""
    return datetime.combine(HELD_ON, time(hour, minute), BANGKOK)


def make_person(
    title: str, first_name: str, last_name: str, position: str, *, member: bool = True
) -> Attendee:
    """Return an invented person."""
    role = AttendeeRole.MEMBER if member else AttendeeRole.PARTICIPANT
    return Attendee(
        id=same_id(FORUM_ID, first_name, last_name),
        forum_id=FORUM_ID,
        title=title,
        first_name=first_name,
        last_name=last_name,
        position=position,
        role=role,
    )


CHAIR = make_person("นาย", "สมหวัง", "ธรรมรุ่งเรือง", "นายกเทศมนตรีเมืองน้ำปั่น")
DEPUTY = make_person("นาง", "ญี่ปุ่น", "ฎีกาวงศ์", "รองนายกเทศมนตรีเมืองน้ำปั่น")
CLERK = make_person("นางสาว", "ปุณณดา", "กตัญญู", "ปลัดเทศบาล")
ABSENT = make_person("ว่าที่ร้อยตรี", "กุ้ง", "ณ เมืองเก่า", "สมาชิกสภาเทศบาล")
REPRESENTED = make_person("นาย", "โอภาส", "เพียงสมมติ", "ผู้อำนวยการสำนักช่าง")
SUBSTITUTE = make_person("นาง", "ละมัย", "ยกตัวอย่าง", "หัวหน้าฝ่ายแบบแผนและก่อสร้าง", member=False)


def make_strategies() -> tuple[Strategy, ...]:
    """Return the strategies of PLAN."""
    return tuple(
        Strategy(
            id=same_id("strategy", str(number)),
            forum_id=FORUM_ID,
            number=number,
            name=name,
            short=name[:12],
        )
        for number, name in enumerate(PLAN, start=1)
    )


def make_approaches() -> tuple[Approach, ...]:
    """Return the approaches of PLAN."""
    return tuple(
        Approach(
            id=same_id("approach", f"{strategy}.{number}"),
            forum_id=FORUM_ID,
            strategy_id=same_id("strategy", str(strategy)),
            code=f"{strategy}.{number}",
            text=text,
        )
        for strategy, texts in enumerate(PLAN.values(), start=1)
        for number, text in enumerate(texts, start=1)
    )


def make_opinion(
    text: str,
    *,
    strategy: int | None = None,
    approach: str = "",
    kind: OpinionKind = OpinionKind.PROBLEM,
    attribution: str = "ผู้แทนชุมชนศรีน้ำปั่น 2",
    answer: str = "",
) -> MinutesOpinion:
    """Return an opinion on a strategy's number and an approach's code."""
    return MinutesOpinion(
        reference="NP69-A-0001-X",
        strategy_id=None if strategy is None else same_id("strategy", str(strategy)),
        approach_id=same_id("approach", approach) if approach else None,
        kind=kind,
        text=text,
        attribution=attribution,
        answer=answer,
    )


OPINIONS = (
    make_opinion(
        "ที่ซอยบุหรี่เก่า น้ำท่วมซ้ำทุกปี ญี่ปุ่นเคยช่วยวางท่อ 600 มม. แต่ปั่นทรายไม่พอ ฝาท่อชำรุด "
        "ต้องย้ายตู้ไฟ ผู้สูงอายุกับเด็กปั่นจักรยานผ่านทุกวันและเคยเกิดอุบัติเหตุแล้ว 3 ครั้งในปี 2568",
        strategy=2,
        approach="2.2",
        answer="กองช่างรับไปสำรวจ และจะแจ้งผลให้ชุมชนทราบภายใน 15 วัน",
    ),
    make_opinion(
        "ขอให้มีลานกีฬาและกิจกรรมนันทนาการสำหรับเด็ก เยาวชน และเทศกาลต่าง ๆ",
        strategy=1,
        approach="1.3",
        kind=OpinionKind.NEED,
    ),
    make_opinion(
        "ควรอบรม อสม. เรื่องการช่วยฟื้นคืนชีพ (CPR) ปีละ 2 ครั้ง",
        strategy=1,
        approach="1.2",
        kind=OpinionKind.SUGGESTION,
        attribution="นายปิ่น  ปู่ทอง",
    ),
    make_opinion(
        "ขอบคุณเทศบาลที่แก้ไฟส่องสว่างได้เร็ว",
        strategy=1,
        kind=OpinionKind.PRAISE,
        attribution="ผู้เข้าร่วมประชุม",
    ),
    make_opinion("งบประมาณปีนี้เหลือเท่าใด?", kind=OpinionKind.QUESTION),
)


def make_agenda() -> tuple[AgendaItem, ...]:
    """Return the preset agenda, partly written up."""
    items = (
        (
            "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
            AgendaKind.INFORM,
            (
                "ประธานแจ้งวัตถุประสงค์ของการประชุมเพื่อรับทราบแนวทางการพัฒนา และรับฟังปัญหา"
                "ความต้องการของประชาชน พร้อมเน้นย้ำมาตรการป้องกัน COVID-19 โทร. 043-221202"
            ),
            "ที่ประชุมรับทราบ",
        ),
        ("เรื่องรับรองรายงานการประชุม", AgendaKind.APPROVE_MINUTES, "", ""),
        ("เรื่องที่เสนอให้ที่ประชุมทราบ", AgendaKind.PRESENT_PLAN, "", "ที่ประชุมรับทราบ"),
        ("เรื่องที่เสนอให้ที่ประชุมพิจารณา", AgendaKind.HEAR_OPINIONS, "", ""),
        ("เรื่องอื่น ๆ (ถ้ามี)", AgendaKind.OTHER, "", ""),
    )
    return tuple(
        AgendaItem(
            id=same_id("agenda", str(number)),
            forum_id=FORUM_ID,
            number=number,
            title=title,
            kind=kind,
            notes=notes,
            resolution=resolution,
        )
        for number, (title, kind, notes, resolution) in enumerate(items, start=1)
    )


def make_forum() -> Forum:
    """Return the forum of an invented municipality."""
    return Forum(
        id=FORUM_ID,
        code="NP69",
        title="โครงการอบรมเชิงปฏิบัติการเพื่อจัดทำแผนพัฒนาเทศบาลอย่างมีส่วนร่วม ประจำปีงบประมาณ พ.ศ. 2569",
        municipality="เทศบาลเมืองน้ำปั่น",
        level="ระดับเมือง",
        meeting_name="ประชาคมระดับเมือง เทศบาลเมืองน้ำปั่น",
        purpose="เพื่อรับฟังความคิดเห็น",
        held_on=HELD_ON,
        starts_at=time(9, 0),
        venue="หอประชุมเทศบาลเมืองน้ำปั่น ชั้น 2",
    )


def make_pack() -> EventPack:
    """Return the pack of the invented municipality, with two zones."""
    forum = make_forum()
    return EventPack(
        key="nam-pan-2569",
        code=forum.code,
        municipality=forum.municipality,
        title=forum.title,
        level=forum.level,
        meeting_name=forum.meeting_name,
        meeting_number="1/2569",
        purpose=forum.purpose,
        vision="เมืองน่าอยู่ ผู้คนมีสุข",
        held_on=forum.held_on,
        starts_at=forum.starts_at,
        venue=forum.venue,
        fiscal_year=2026,
        plan_edition="แผนพัฒนาท้องถิ่น พ.ศ. 2571-2575",
        levels=LevelNames(),
        strategies=(),
        sectors=(),
        communities=(
            Community(name="ศรีน้ำปั่น 2", zone="เขต 1"),
            Community(name="โนนทอง", zone="เขต 2"),
        ),
        officers=(),
        agenda=(),
        complaint_kinds=(),
        complaint_days=15,
        notices=(),
        documents=DocumentSettings(),
    )


def make_texts() -> MinutesTexts:
    """Return what the clerk typed."""
    return MinutesTexts(
        id=FORUM_ID,
        forum_id=FORUM_ID,
        meeting_number="1/2569",
        opening="ประธานกล่าวต้อนรับผู้เข้าร่วมประชุม และเปิดการประชุม",
        closing="ประธานกล่าวขอบคุณและปิดประชุม",
        started_at=at(9, 30),
        ended_at=at(12, 5),
        recorder_name="นางสาวปุณณดา  กตัญญู",
        recorder_position="นักวิเคราะห์นโยบายและแผนชำนาญการ",
        checker_name="",
        checker_position="",
    )


def make_content(*opinions: MinutesOpinion) -> MinutesContent:
    """Return the content of small minutes; without opinions those of OPINIONS."""
    return MinutesContent(
        edition=Edition.PUBLIC,
        forum=make_forum(),
        pack=make_pack(),
        texts=make_texts(),
        strategies=make_strategies(),
        approaches=make_approaches(),
        agenda=make_agenda(),
        chair=CHAIR,
        members_present=(
            *(MinutesMember(person=one) for one in (CHAIR, DEPUTY, CLERK)),
            MinutesMember(person=SUBSTITUTE, stands_for=REPRESENTED),
        ),
        members_absent=(MinutesMember(person=ABSENT, absence="ติดราชการ"),),
        participants_by_sector=(
            CountRow(label="ประชาชนทั่วไป", count=1034, expected=1000),
            CountRow(label="ภาคเอกชน/ผู้ประกอบการ", count=57, expected=None),
            CountRow(label="สถาบันการศึกษา", count=112, expected=100),
        ),
        participants_by_zone=(
            CountRow(label="เขต 1", count=640),
            CountRow(label="เขต 2", count=563),
        ),
        opinions=opinions or OPINIONS,
        delegations=(
            MinutesDelegation(
                delegated_at=at(11, 30),
                delegator=CHAIR,
                delegate=DEPUTY,
                task="รับฟังความคิดเห็นจากทุกภาคส่วน",
            ),
        ),
        complaints_by_kind=(
            CountRow(label="ไฟฟ้าสาธารณะ", count=8),
            CountRow(label="ท่อระบายน้ำและน้ำท่วมขัง", count=13),
        ),
    )


def with_settings(content: MinutesContent, settings: DocumentSettings) -> MinutesContent:
    """Return the content as another office writes its documents."""
    return replace(content, pack=replace(content.pack, documents=settings))
