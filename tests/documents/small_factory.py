"""The content of the summary, the receipt and the cards, from plain records."""

from dataclasses import replace
from datetime import date
from typing import Any

from forum_desktop.records.complaint import ComplaintLevel
from forum_desktop.records.documents import CardsContent, ReceiptContent, SummaryContent
from forum_desktop.records.identity import same_id
from forum_desktop.records.meeting import AgendaItem, Station
from forum_desktop.records.minutes import CountRow, Edition
from forum_desktop.records.pack import AgendaKind, ComplaintKind, EventPack, Notice
from forum_desktop.records.plan import Strategy
from forum_desktop.records.priorities import RankingLine, RankingMethod, RankingTable
from tests.documents.factory import (
    CHAIR,
    FORUM_ID,
    PLAN,
    at,
    make_forum,
    make_pack,
    make_strategies,
    make_texts,
)

SECTORS = (
    ("ผู้บริหาร/สมาชิกสภาเทศบาล", 28, 30),
    ("คณะกรรมการพัฒนา/สนับสนุน", 41, 45),
    ("ประธานหรือกรรมการชุมชน", 187, 190),
    ("ประชาชนทั่วไป", 634, 600),
    ("ภาครัฐ/รัฐวิสาหกิจ", 52, 60),
    ("ภาคเอกชน/ผู้ประกอบการ", 57, None),
    ("ประชาสังคม/มูลนิธิ/สมาคม", 33, 40),
    ("สถาบันการศึกษา", 112, 100),
    ("อสม./อปพร.", 96, 80),
    ("ผู้สูงอายุ", 74, None),
    ("เด็กและเยาวชน", 21, 50),
)
"""Sectors with how many came and how many were expected: invented."""

COMPLAINTS = (
    ("ซ่อมแซมไฟฟ้าสาธารณะ", 18),
    ("ท่อระบายน้ำและน้ำท่วมขัง", 13),
    ("ถนนและทางเท้า", 9),
    ("ขยะและความสะอาด", 4),
    ("เสียงรบกวน", 1),
)

LINES = (
    ("ปรับปรุงท่อระบายน้ำซอยบุหรี่เก่า ชุมชนศรีน้ำปั่น 2", 412),
    ("ลานกีฬาและพื้นที่กิจกรรมสำหรับเด็กและผู้สูงอายุ", 388),
    ("กล้องวงจรปิดทางเข้าชุมชน", 388),
    ("อบรมการช่วยฟื้นคืนชีพ (CPR)", 120),
)


def counts(*rows: tuple[str, int]) -> tuple[CountRow, ...]:
    """Return labelled counts."""
    return tuple(CountRow(label=label, count=count) for label, count in rows)


def make_summary(**changes: Any) -> SummaryContent:
    """Return the summary of an invented forum of a city's size."""
    opinions = (418, 655, 203)
    rows = [
        (f"ยุทธศาสตร์ที่ {n} {name}", count)
        for n, (name, count) in enumerate(zip(PLAN, opinions, strict=True), start=1)
    ]
    content = SummaryContent(
        edition=Edition.PUBLIC,
        forum=make_forum(),
        pack=make_pack(),
        texts=make_texts(),
        chair=CHAIR,
        registered=1482,
        present=1335,
        by_sector=tuple(CountRow(label=s, count=c, expected=e) for s, c, e in SECTORS),
        by_zone=counts(("เขต 1", 640), ("เขต 2", 695)),
        opinions_by_strategy=counts(*rows, ("ยังไม่จัดกลุ่ม", 12)),
        opinions_by_kind=counts(
            ("ปัญหา", 512), ("ความต้องการ", 430), ("ข้อเสนอแนะ", 261), ("คำถาม", 64), ("ชมเชย", 21)
        ),
        answered=947,
        rankings=(make_ranking(),),
        resolutions=(make_decision(),),
        project_count=86,
        project_budget=128_450_000,
        complaints_by_kind=counts(*COMPLAINTS),
    )
    return replace(content, **changes)


def make_ranking(title: str = "โครงการที่ควรทำก่อน", *, lines: int = 4) -> RankingTable:
    """Return a ranking with two equal items."""
    places = (1, 2, 2, 4)
    return RankingTable(
        title=title,
        method=RankingMethod.DOTS,
        voters=1210,
        tie_rule="คะแนนเท่ากันถือเป็นลำดับเดียวกัน",
        lines=tuple(
            RankingLine(place=place, label=label, points=points)
            for place, (label, points) in zip(places[:lines], LINES[:lines], strict=True)
        ),
    )


def make_decision(
    resolution: str = "ที่ประชุมเห็นชอบร่างแผนพัฒนาท้องถิ่น (พ.ศ. 2571-2575) และให้เสนอคณะกรรมการพัฒนา",
    *,
    number: int = 4,
) -> AgendaItem:
    """Return an agenda item with a voted resolution."""
    return AgendaItem(
        id=same_id("agenda", str(number)),
        forum_id=FORUM_ID,
        number=number,
        title="เรื่องที่เสนอให้ที่ประชุมพิจารณา",
        kind=AgendaKind.HEAR_OPINIONS,
        resolution=resolution,
        votes_for=1204,
        votes_against=31,
        votes_abstained=100,
    )


def make_receipt(**changes: Any) -> ReceiptContent:
    """Return the receipt of an invented complaint."""
    content = ReceiptContent(
        edition=Edition.PUBLIC,
        forum=make_forum(),
        pack=make_pack(),
        reference="NP69-B-0042-Q",
        kind="ท่อระบายน้ำและน้ำท่วมขัง",
        unit="ฝ่ายสาธารณูปโภค สำนักช่าง",
        level=ComplaintLevel.OPEN,
        lodged_at=at(10, 42),
        due_on=date(2026, 2, 27),
        station="โต๊ะรับเรื่องร้องเรียน ประตู 2",
        follow_up="สอบถามได้ที่ศูนย์รับเรื่องร้องเรียน เทศบาลเมืองน้ำปั่น โทร. 043-221202 ในเวลาราชการ",
    )
    return replace(content, **changes)


def make_cards_pack(kinds: int = 8) -> EventPack:
    """Return a pack with kinds of complaint and a privacy notice."""
    names = [name for name, _ in COMPLAINTS] + [f"ประเภทที่เพิ่มเอง {n}" for n in range(99)]
    return replace(
        make_pack(),
        complaint_kinds=tuple(
            ComplaintKind(code=f"k{n}", name=name) for n, name in enumerate(names[:kinds])
        ),
        notices=(
            Notice(
                key="privacy",
                title="ประกาศความเป็นส่วนตัว",
                text="เทศบาลเก็บข้อมูลเท่าที่จำเป็นต่อการแก้ไขเรื่อง และเก็บชื่อผู้ร้องแยกไว้ต่างหาก",
            ),
        ),
    )


def make_plan(count: int) -> tuple[Strategy, ...]:
    """Return so many strategies."""
    known = [replace(s, short=s.name[:18]) for s in make_strategies()]
    shorts = ("สังคมและคุณภาพชีวิต", "โครงสร้างพื้นฐาน", "สิ่งแวดล้อม", "เศรษฐกิจ", "บริหารจัดการ")
    return tuple(
        replace(
            known[n % len(known)],
            id=same_id("card strategy", str(n)),
            number=n + 1,
            short=shorts[n % len(shorts)],
        )
        for n in range(count)
    )


def make_cards(strategies: int = 5, **changes: Any) -> CardsContent:
    """Return cards of a station."""
    content = CardsContent(
        edition=Edition.PUBLIC,
        forum=make_forum(),
        pack=make_cards_pack(),
        strategies=make_plan(strategies),
        station=Station(
            id=same_id("station", "B"),
            forum_id=FORUM_ID,
            letter="B",
            name="ประตู 2",
            replica="laptop-b",
        ),
    )
    return replace(content, **changes)
