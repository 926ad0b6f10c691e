"""Records with sensible defaults, so that a test names only what it is about."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from uuid import UUID

from forum_desktop.records.identity import new_id, same_id
from forum_desktop.records.opinion import Opinion, OpinionKind, Proposal
from forum_desktop.records.pack import (
    AgendaKind,
    AgendaPreset,
    Community,
    ComplaintKind,
    DocumentSettings,
    EventPack,
    LevelNames,
    Officer,
    OfficerRole,
    PackApproach,
    PackStrategy,
    Sector,
)

BANGKOK = timezone(timedelta(hours=7))
FORUM_ID = same_id("forum of the tests")


class StepClock:
    """A clock that goes on by a second at each look."""

    def __init__(self, start: datetime = datetime(2021, 10, 14, 9, tzinfo=BANGKOK)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """Tell the time, a second after the last time."""
        self.now += timedelta(seconds=1)
        return self.now


def make_pack(strategies: int = 5) -> EventPack:
    """Return the pack of an invented municipality."""
    return EventPack(
        key="sample-town",
        code="TW70",
        municipality="เทศบาลเมืองตัวอย่าง",
        title="โครงการประชาคมเมืองตัวอย่าง",
        level="ระดับเมือง",
        meeting_name="การประชาคมระดับเมือง",
        meeting_number="1/2570",
        purpose="เพื่อรับฟังความคิดเห็น",
        vision="เมืองตัวอย่างน่าอยู่",
        held_on=date(2027, 2, 11),
        starts_at=time(9, 0),
        venue="หอประชุมเทศบาลเมืองตัวอย่าง",
        fiscal_year=2027,
        plan_edition="แผนพัฒนาท้องถิ่น",
        levels=LevelNames(),
        strategies=tuple(_strategy(number) for number in range(1, strategies + 1)),
        sectors=(
            Sector(code="people", name="ประชาชนทั่วไป", expected=100),
            Sector(code="state", name="ภาครัฐ"),
        ),
        communities=(
            Community(name="ริมน้ำ 1", zone="เขต 1", aliases=("ริมน้ำตอน 1",)),
            Community(name="ตลาดเก่า", zone="เขต 2"),
        ),
        officers=(
            Officer(
                title="นาย",
                first_name="ตัวอย่าง",
                last_name="ประธานสมมติ",
                position="นายกเทศมนตรี",
                role=OfficerRole.CHAIR,
            ),
            Officer(
                title="นาง",
                first_name="สมมติ",
                last_name="รองตัวอย่าง",
                position="รองนายกเทศมนตรี",
            ),
        ),
        agenda=(
            AgendaPreset(number=1, title="เรื่องที่ประธานแจ้ง", kind=AgendaKind.INFORM),
            AgendaPreset(number=3, title="แผนพัฒนา", kind=AgendaKind.PRESENT_PLAN),
            AgendaPreset(number=4, title="รับฟังความคิดเห็น", kind=AgendaKind.HEAR_OPINIONS),
            AgendaPreset(number=5, title="เรื่องอื่น ๆ", kind=AgendaKind.OTHER),
        ),
        complaint_kinds=(
            ComplaintKind(code="light", name="ไฟฟ้าชำรุด", unit="กองช่าง"),
            ComplaintKind(code="drain", name="ท่อระบายน้ำ", unit="กองช่าง"),
        ),
        complaint_days=15,
        notices=(),
        documents=DocumentSettings(),
    )


def _strategy(number: int) -> PackStrategy:
    return PackStrategy(
        number=number,
        name=f"ยุทธศาสตร์ตัวอย่างที่ {number}",
        short=f"ด้านที่ {number}",
        approaches=tuple(PackApproach(number=n, text=f"แนวทางตัวอย่าง {number}.{n}") for n in (1, 2)),
    )


def make_opinion(text: str = "ขอไฟส่องสว่าง", *, opinion_id: UUID | None = None) -> Opinion:
    """Return an opinion of the tests' forum."""
    moment = datetime(2021, 10, 14, 3, tzinfo=UTC)
    made = opinion_id or new_id(moment)
    return Opinion(
        id=made,
        forum_id=FORUM_ID,
        reference=f"A-{made.hex}",
        strategy_id=None,
        approach_id=None,
        kind=OpinionKind.NEED,
        text=text,
        on_behalf_of="",
        said_at=moment,
    )


def make_proposal(*, unit: str = "") -> Proposal:
    """Return a proposed project of the tests' forum."""
    return Proposal(
        id=new_id(datetime(2021, 10, 14, 3, tzinfo=UTC)),
        forum_id=FORUM_ID,
        opinion_id=None,
        strategy_id=None,
        approach_id=None,
        title="ทางเท้า",
        unit=unit,
    )
