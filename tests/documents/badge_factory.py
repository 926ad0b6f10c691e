"""The content of badges, from plain records."""

from dataclasses import replace

from forum_desktop.records.badge import badge_code
from forum_desktop.records.badges import Badge, BadgeOrder, LabelLayout
from forum_desktop.records.documents import BadgesContent
from forum_desktop.records.identity import same_id
from forum_desktop.records.minutes import Edition
from forum_desktop.services.labels import find_layout, list_layouts
from tests.documents.factory import make_forum
from tests.documents.family import make_list_pack

LAYOUTS = list_layouts()
CODED = tuple(layout for layout in LAYOUTS if layout.code_side)
"""The sheets whose labels have a code."""


def code_of(number: int) -> str:
    """Return the code of the `number`-th person."""
    return badge_code(same_id("badge", str(number)))


BADGES = (
    Badge(
        code=code_of(1),
        given="นางสาวปิ่น",
        last_name="ปู่ทอง",
        community="โนนทอง",
        zone="เขต 2",
        sector="people",
    ),
    Badge(code=code_of(2), given="นายกุ้ง", last_name="ณ เมืองเก่า", position="สมาชิกสภาเทศบาล"),
    Badge(
        code=code_of(3),
        given="ว่าที่ร้อยตรีหญิงน้ำผึ้ง",
        last_name="เทพารักษ์ศักดิ์สิทธิ์วัฒนานุกูล",
        organisation="กลุ่มแม่บ้านเกษตรกรศรีน้ำปั่นร่วมใจพัฒนาอาชีพ",
        sector="people",
    ),
    Badge(
        code=code_of(4),
        given="พระครูปลัดสุวัฒนวชิรคุณ ญาณวชิโร",
        position="เจ้าอาวาส",
        organisation="วัดป่าริมน้ำ",
        sector="state",
    ),
    Badge(code=code_of(5), given="นางกั๊ก", last_name="ปั๊มน้ำ", sector="unknown"),
    Badge(code=code_of(6)),
)
"""Invented people, then a badge that is still blank."""


def make_badges(
    *badges: Badge, layout: str | LabelLayout = "", skip: int = 0, blanks: tuple[str, ...] = ()
) -> BadgesContent:
    """Return badges on a sheet; without any those of BADGES."""
    sheet = find_layout(layout) if isinstance(layout, str) else layout
    return BadgesContent(
        edition=Edition.INTERNAL,
        forum=make_forum(),
        pack=make_list_pack(),
        order=BadgeOrder(layout=sheet.key, skip=skip, blanks=blanks),
        layout=sheet,
        badges=badges or BADGES,
    )


def many(count: int) -> tuple[Badge, ...]:
    """Return so many badges with names and codes of their own."""
    return tuple(
        replace(BADGES[n % 5], code=code_of(n), given=f"นางสาวผู้ที่{n}") for n in range(count)
    )
